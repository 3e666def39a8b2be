"""How the steps of a guide are named on paper, and which of them go home on it."""

from workbook.catalogue import tr
from workbook.model.agenda import minutes_of
from workbook.model.guide import Guide, Step
from workbook.model.workshop import Setup


def numbered(number: int, words: str) -> str:
    """A step's title or question behind its number; the first one, the setting, has none."""
    # Translators: a step's number and its title.
    return tr("{number} · {title}").format(number=number, title=words) if number else words


def at_home(guide: Guide, setup: Setup) -> tuple[Step, ...]:
    """The steps that are not held and go home on paper; never the setting, which opens all.

    Raises:
        KeyError: where the guide has no such plan.
    """
    held = minutes_of(guide, setup)
    return tuple(step for step in guide.steps[1:] if step.id not in held)
