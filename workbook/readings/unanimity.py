"""Which questions of a secret round everybody answered alike, so that showing them names all."""

from collections.abc import Mapping

from workbook.model.workshop import Counts, Spot
from workbook.readings.counting import unanimous


def unanimous_questions(counts: Counts, *, secret: bool) -> Mapping[str, tuple[Spot, ...]]:
    """The spots at which all answers are the same, two or more of them, by question.

    In an open round everybody's answer is heard anyway, so nothing is warned of.

    Args:
        counts: of one round.
        secret: whether it is secret.
    """
    found: dict[str, tuple[Spot, ...]] = {}
    for spot in unanimous(counts) if secret else ():
        found[spot.question] = (*found.get(spot.question, ()), spot)
    return found
