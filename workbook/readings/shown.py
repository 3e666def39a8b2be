"""What the room has seen of its rounds: their counts, what they say, and what was said by name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from workbook.model.answers import Answers, Key, Value
from workbook.model.guide import Guide
from workbook.model.marks import marks_of
from workbook.model.spots import spots_of
from workbook.model.workshop import Counts, Proposal, Round, RoundState, Spot, Workshop
from workbook.readings.group import RoomReading

Read = Callable[[Round], tuple[RoomReading, ...]]


class NamedAnswer(NamedTuple):
    """What somebody answered by name, in an open round."""

    name: str
    question: str
    mark: str
    value: Value


@dataclass(frozen=True, slots=True)
class ShownRound:
    """A round that the room has seen. Of one that is withheld nothing is known but that it is."""

    step: str
    number: int
    questions: tuple[str, ...]
    secret: bool
    withheld: bool
    ballots: int
    spots: tuple[Spot, ...]
    answers: Mapping[Spot, Mapping[str, int]]  # of spots that are not withheld, without passes
    passes: Mapping[Spot, int]
    few: frozenset[Spot]  # of which nothing is shown, because fewer than five answered
    readings: tuple[RoomReading, ...]
    by_name: tuple[NamedAnswer, ...]
    people: int | None = None  # in the room when it closed; None where that was not kept
    proposal: Proposal | None = None  # what consent was asked to; None where it was not, or unknown


def shown_rounds(
    guide: Guide, workshop: Workshop, answers: Answers, read: Read
) -> Iterator[ShownRound]:
    """The rounds that were revealed or withheld, by step and number.

    Args:
        guide: what was asked.
        workshop: its rounds and their counts.
        answers: of everybody; those by name are told where the group wanted names to be kept.
        read: what a round says back.
    """
    for step in guide.steps:
        for found in workshop.rounds_of(step.id):
            if found.state is RoundState.WITHHELD:
                yield _withheld(guide, found, read)
            elif found.state is RoundState.REVEALED:
                yield _revealed(guide, workshop, answers, found, read)


def _withheld(guide: Guide, found: Round, read: Read) -> ShownRound:
    asked = spots_of(guide, found)
    return ShownRound(
        step=found.id.step,
        number=found.id.number,
        questions=found.questions,
        secret=found.secret,
        withheld=True,
        ballots=0,
        spots=asked,
        answers={},
        passes={},
        few=frozenset(asked),
        readings=read(found),
        by_name=(),
        people=found.people,
        proposal=found.proposal,
    )


def _revealed(
    guide: Guide, workshop: Workshop, answers: Answers, found: Round, read: Read
) -> ShownRound:
    counts = workshop.counts.get(found.id, Counts())
    asked = spots_of(guide, found)
    return ShownRound(
        step=found.id.step,
        number=found.id.number,
        questions=found.questions,
        secret=found.secret,
        withheld=False,
        ballots=found.ballots,
        spots=asked,
        answers={s: counts.answers.get(s, {}) for s in asked if s not in counts.withheld},
        passes={spot: counts.passes.get(spot, 0) for spot in asked},
        few=counts.withheld & frozenset(asked),
        readings=read(found),
        by_name=() if found.secret else tuple(_by_name(guide, workshop, answers, found)),
        people=found.people,
        proposal=found.proposal,
    )


def _by_name(
    guide: Guide, workshop: Workshop, answers: Answers, found: Round
) -> Iterator[NamedAnswer]:
    """What was answered by name in an open round, in the order of the names and the questions."""
    for person in workshop.setup.kept:
        for id_ in found.questions:
            for mark in marks_of(guide.questions[id_]):
                value = answers.get(Key(id_, mark.id, found.id.number, person.id))
                if value is not None:
                    yield NamedAnswer(person.name, id_, mark.id, value)
