"""What of a session may leave it: everything that files for other programs are made from.

It is one value without the rest, so that what does not stand in it cannot get into any file:
scratch notes, drafts that a workshop began with, rounds that are open or not shown yet, answers
that are withheld, and names that the group did not want to be kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workbook.model.answers import Answers, Key, Value
from workbook.model.guide import Guide, Mode, Question, Step
from workbook.model.marks import marks_of
from workbook.model.spots import spots_of
from workbook.model.workshop import Counts, Proposal, Round, RoundState, Setup, Spot, Workshop
from workbook.readings.consent import Consent
from workbook.readings.findings import AnswerFindings, Findings
from workbook.readings.group import RoomReading


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


@dataclass(frozen=True, slots=True)
class Room:
    """How a workshop was held; names only where the group wanted them kept."""

    people: int
    names: tuple[str, ...]
    started: datetime | None
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A session as other programs may know it. Times are aware, in UTC."""

    id: str
    group: str
    mode: Mode
    plan: str
    created: datetime
    changed: datetime
    guide: Guide
    written: AnswerFindings  # what my answers say, or the group's in a workshop, and no others
    rounds: tuple[ShownRound, ...] = ()  # by step and number
    room: Room | None = None
    consent: Consent | None = None  # what the words of the group are; None alone

    def rounds_of(self, step: str) -> tuple[ShownRound, ...]:
        """The rounds of a step that were shown, the first one first."""
        return tuple(found for found in self.rounds if found.step == step)

    @property
    def answers(self) -> Answers:
        """My answers, or the group's in a workshop, and no others."""
        return self.written.answers

    def answered(self, question: Question) -> tuple[tuple[str, Value], ...]:
        """What was answered to a question, mark by mark in the order in which they are asked."""
        found = [
            (mark.id, value)
            for mark in marks_of(question)
            if (value := self.answers.get(self.answers.key(question.id, mark.id))) is not None
        ]
        return tuple(found)


def leaving(found: Findings) -> Leaving:
    """What of a session may leave it."""
    session, workshop = found.session, found.workshop
    return Leaving(
        id=session.id,
        group=session.name,
        mode=session.mode,
        plan=session.plan,
        created=session.created,
        changed=session.changed,
        guide=found.guide,
        written=found.written,
        rounds=tuple(_rounds(found, workshop)) if workshop else (),
        room=_room(workshop) if workshop else None,
        consent=found.consent,
    )


def questions_of(guide: Guide, step: Step) -> tuple[Question, ...]:
    """All questions of a step, whoever is asked them, in page order; those of the room last."""
    ids = [id_ for page in step.pages for row in page.rows for id_ in row]
    return tuple(guide.questions[id_] for id_ in dict.fromkeys((*ids, *step.room)))


def _room(workshop: Workshop) -> Room:
    setup, clock = workshop.setup, workshop.clock
    names = tuple(_kept_names(setup).values())
    return Room(setup.people, names, clock.started, clock.ended)


def _kept_names(setup: Setup) -> Mapping[str, str]:
    """The names by their ids, none where they are not to be kept."""
    return {person.id: person.name for person in setup.names} if setup.keep_names else {}


def _rounds(found: Findings, workshop: Workshop) -> Iterator[ShownRound]:
    for step in found.guide.steps:
        for round_ in workshop.rounds_of(step.id):
            if round_.state is RoundState.WITHHELD:
                yield _withheld(found, round_)
            elif round_.state is RoundState.REVEALED:
                yield _revealed(found, workshop, round_)


def _withheld(found: Findings, round_: Round) -> ShownRound:
    asked = spots_of(found.guide, round_)
    return ShownRound(
        step=round_.id.step,
        number=round_.id.number,
        questions=round_.questions,
        secret=round_.secret,
        withheld=True,
        ballots=0,
        spots=asked,
        answers={},
        passes={},
        few=frozenset(asked),
        readings=found.rounds.of_round(round_),
        by_name=(),
        people=round_.people,
        proposal=round_.proposal,
    )


def _revealed(found: Findings, workshop: Workshop, round_: Round) -> ShownRound:
    counts = workshop.counts.get(round_.id, Counts())
    asked = spots_of(found.guide, round_)
    return ShownRound(
        step=round_.id.step,
        number=round_.id.number,
        questions=round_.questions,
        secret=round_.secret,
        withheld=False,
        ballots=round_.ballots,
        spots=asked,
        answers={s: counts.answers.get(s, {}) for s in asked if s not in counts.withheld},
        passes={spot: counts.passes.get(spot, 0) for spot in asked},
        few=counts.withheld & frozenset(asked),
        readings=found.rounds.of_round(round_),
        by_name=() if round_.secret else tuple(_by_name(found, workshop, round_)),
        people=round_.people,
        proposal=round_.proposal,
    )


def _by_name(found: Findings, workshop: Workshop, round_: Round) -> Iterator[NamedAnswer]:
    """What was answered by name in an open round, in the order of the names and the questions."""
    for person, name in _kept_names(workshop.setup).items():
        for id_ in round_.questions:
            for mark in marks_of(found.guide.questions[id_]):
                value = found.opened.answers.get(Key(id_, mark.id, round_.id.number, person))
                if value is not None:
                    yield NamedAnswer(name, id_, mark.id, value)
