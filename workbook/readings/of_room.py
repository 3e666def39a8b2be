"""What the latest rounds of a room say across the steps: what comes first, and what is held against
what. The latest round of every question counts that the room has seen.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from workbook.model.guide import (
    NEVER,
    CaseQuestion,
    Guide,
    OrderQuestion,
    Question,
    RungsQuestion,
    ScaleQuestion,
    Side,
)
from workbook.model.marks import CHOICE, FIRST
from workbook.model.workshop import Counts, Round, Spot, Workshop
from workbook.readings.across import Answered, Votes, votes_of_do, votes_on_rungs, votes_on_scale
from workbook.readings.counting import DO
from workbook.readings.latest import latest_rounds
from workbook.readings.purpose import FactCount
from workbook.readings.wrong import Basis, Sentence

WISHED = "wished"  # the mark of the priority scale for what is wanted
Q = TypeVar("Q", bound=Question)


def sentence_of_room(guide: Guide, workshop: Workshop, written: Sentence | None) -> Sentence | None:
    """The order in words as a room gave it: by its votes where it was voted on, and then only where
    more than half of the people in the room put one thing first; else as it was written down.

    Args:
        guide: what was asked.
        workshop: its rounds and counts.
        written: the order that somebody wrote down for the group, with the ending of the sentence.
    """
    question = _one(guide, "order", OrderQuestion)
    voted = _round_of(workshop, question)
    if question is None or voted is None:
        return written and replace(written, basis=Basis.WRITTEN)
    chosen = _at(workshop, voted, Spot(question.id, FIRST))
    people = _people(voted, sum(chosen.values()))
    first = next((o for o in question.options if 2 * chosen.get(o.id, 0) > people), None)
    others = [option for option in question.options if option is not first]
    if first is None or len(others) != 1:  # of three nobody has said which comes second
        return None
    until = written.until if written else ""
    return Sentence(
        first.sentence,
        first.side,
        others[0].sentence,
        until,
        Basis.VOTED,
        chosen[first.id],
        people,
    )


def order_of_room(guide: Guide, workshop: Workshop) -> Votes | None:
    """How many put people first, and how many work; None where no votes are known."""
    question = _one(guide, "order", OrderQuestion)
    voted = _round_of(workshop, question)
    if question is None or voted is None:
        return None
    chosen = _at(workshop, voted, Spot(question.id, FIRST))
    return _votes(chosen, {o.id: o.side for o in question.options}, voted) if chosen else None


def answered_in_room(guide: Guide, workshop: Workshop, facts: FactCount) -> Answered:
    """What a room answered, to be held against each other; without what is withheld.

    Args:
        guide: what was asked.
        workshop: its rounds and counts.
        facts: how many facts were written down, which nobody votes on.
    """
    return Answered(
        cases=_cases(guide, workshop),
        rungs=_rungs(guide, workshop),
        order=order_of_room(guide, workshop),
        do=_do(guide, workshop),
        wished=_wished(guide, workshop),
        facts_inside=facts.inside,
        facts_outside=facts.outside,
    )


def _cases(guide: Guide, workshop: Workshop) -> tuple[Votes, ...]:
    """The votes in each case; none at all where those of one case are not known."""
    found = tuple(_each_case(guide, workshop))
    return tuple(votes for votes in found if votes is not None) if None not in found else ()


def _each_case(guide: Guide, workshop: Workshop) -> Iterator[Votes | None]:
    for question in guide.with_role("case"):
        voted = _round_of(workshop, question)
        if not isinstance(question, CaseQuestion):
            continue
        chosen = _at(workshop, voted, Spot(question.id, CHOICE)) if voted else {}
        sides = {option.id: option.side for option in question.options}
        yield _votes(chosen, sides, voted) if voted and chosen else None


def _rungs(guide: Guide, workshop: Workshop) -> tuple[Votes, ...]:
    question = _one(guide, "breaking_point", RungsQuestion)
    voted = _round_of(workshop, question)
    if question is None or voted is None:
        return ()
    ids = [rung.id for rung in question.rungs]
    chosen = _at(workshop, voted, Spot(question.id))
    turns = [None if c == NEVER else ids.index(c) for c, n in chosen.items() for _ in range(n)]
    return votes_on_rungs(len(ids), turns, _people(voted, len(turns))) if turns else ()


def _do(guide: Guide, workshop: Workshop) -> Votes | None:
    """Whose "do" lies inside and outside, where both scales were marked in one round."""
    inside, outside = (
        _one(guide, role, ScaleQuestion) for role in ("inside_scale", "outside_scale")
    )
    voted = _round_of(workshop, inside)
    if inside is None or outside is None or voted is None:
        return None
    counts = workshop.counts.get(voted.id, Counts())
    table = counts.pairs.get((Spot(outside.id, DO), Spot(inside.id, DO)), {})
    points = [(int(x), int(y), n) for (x, y), n in table.items()]
    return votes_of_do(points, _people(voted, 0)) if points else None


def _wished(guide: Guide, workshop: Workshop) -> Votes | None:
    scale = _one(guide, "priority_scale", ScaleQuestion)
    voted = _round_of(workshop, scale)
    if scale is None or voted is None:
        return None
    marks = _at(workshop, voted, Spot(scale.id, WISHED))
    middle = (scale.low + scale.high) / 2
    return votes_on_scale(marks, middle, _people(voted, 0)) if marks else None


def _one(guide: Guide, role: str, kind: type[Q]) -> Q | None:
    return next((q for q in guide.with_role(role) if isinstance(q, kind)), None)


def _round_of(workshop: Workshop, question: Question | None) -> Round | None:
    """The latest round that asked it and was shown."""
    if question is None:
        return None
    found = latest_rounds(workshop.rounds).get(question.id)
    return found.round if found else None


def _at(workshop: Workshop, voted: Round, spot: Spot) -> Mapping[str, int]:
    """What was answered at a spot; nothing where it is withheld."""
    counts = workshop.counts.get(voted.id, Counts())
    return {} if spot in counts.withheld else counts.answers.get(spot, {})


def _votes(chosen: Mapping[str, int], sides: Mapping[str, Side], voted: Round) -> Votes:
    people, work = (
        sum(n for choice, n in chosen.items() if sides.get(choice) is side)
        for side in (Side.INSIDE, Side.OUTSIDE)
    )
    return Votes(people, work, _people(voted, people + work))


def _people(voted: Round, answered: int) -> int:
    """How many were in the room: no fewer than handed in a ballot."""
    return max(voted.people or 0, voted.ballots, answered)
