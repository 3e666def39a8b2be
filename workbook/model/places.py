"""Where one goes from a place of the agenda, also from a step that the plan sends home."""

from workbook.model.agenda import Agenda, Timebox, after, before
from workbook.model.guide import Guide


def following(guide: Guide, boxes: Agenda, step: str, phase: str) -> Timebox | None:
    """The timebox that comes next, None at the end.

    From a step that is not held: its next phase, which has no time, because somebody went there to
    hold it all the same; after its last one, the next step that is held.

    Raises:
        KeyError: where the guide has no such step.
    """
    return after(_with(guide, boxes, step), step, phase)


def preceding(guide: Guide, boxes: Agenda, step: str, phase: str) -> Timebox | None:
    """The timebox before, None at the beginning; else as `following`."""
    return before(_with(guide, boxes, step), step, phase)


def _with(guide: Guide, boxes: Agenda, step: str) -> Agenda:
    """The agenda with the phases of a step that is not in it, where they would stand."""
    if any(box.step == step for box in boxes):
        return boxes
    phases = [phase.id for phase in guide.step(step).phases] or [""]
    aside = tuple(Timebox(step, phase, 0, firm=False) for phase in phases)
    order = {each.id: at for at, each in enumerate(guide.steps)}
    return tuple(sorted(boxes + aside, key=lambda box: order[box.step]))
