"""What was answered by name in an open round, and how it becomes ballots."""

from collections import Counter

from workbook.model.answers import GROUP, ME, Answers
from workbook.model.guide import Guide
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Round, Spot


def named(guide: Guide, answers: Answers, found: Round) -> Counter[Ballot]:
    """What was answered by name in an open round, as ballots without the names; nothing where it
    is secret.
    """
    if found.secret:
        return Counter()
    asked = {spot for q in found.questions for spot in spots(guide.questions[q])}
    people: dict[str, dict[Spot, str]] = {}
    for key, value in answers.items():
        spot = Spot(key.question, key.mark)
        if key.respondent not in (ME, GROUP) and key.round == found.id.number and spot in asked:
            people.setdefault(key.respondent, {})[spot] = str(value)
    return Counter(Ballot.of(choices) for choices in people.values())
