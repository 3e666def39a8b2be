"""Rounds of the guide that is delivered, and what they have counted."""

from collections import Counter

from tests.small_guide import small_guide
from workbook.model.workshop import Counts, Round, RoundId, RoundState, Spot

GUIDE = small_guide()
INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
PRIORITY, PRESSURES = "optimising.priority_scale", "rare.pressures"
NOW = Spot(PRIORITY, "now")
WORN, FEUD = "wrong.worn", "wrong.feud"
BREAKING, CONSENT, FIT = Spot("wrong.breaking_point"), Spot("statement.consent"), "kind.kind_fit"
EVERYTHING = (CONSENT.question, BREAKING.question, FIT, FEUD, WORN, PRESSURES, PRIORITY)


def held(*questions: str, secret: bool = True, number: int = 1) -> Round:
    return Round(RoundId("any", number), questions, secret, RoundState.REVEALED)


def counted(**at: dict[str, int] | str) -> Counts:
    """Counts by "<question's name>__<mark>"; a text is one answer for each of its letters."""
    names = {name.partition(".")[2]: name for name in GUIDE.questions}
    answers = {}
    for spot, chosen in at.items():
        name, _, mark = spot.partition("__")
        answers[Spot(names[name], mark)] = Counter(chosen)
    return Counts(answers)
