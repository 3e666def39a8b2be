"""What of a session may leave it: everything that files for other programs are made from.

It is one value without the rest, so that what does not stand in it cannot get into any file:
scratch notes, drafts that a workshop began with, rounds that are open or not shown yet, answers
that are withheld, and names that the group did not want to be kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workbook.model.answers import Answers, Key, Value, voice_of
from workbook.model.guide import Guide, Mode, Question, Step
from workbook.model.marks import marks_of
from workbook.model.session import Session
from workbook.model.workshop import Counts, Round, RoundId, RoundState, Setup, Spot, Workshop
from workbook.readings.counting import spots_of
from workbook.readings.group import RoomReading
from workbook.readings.of_rounds import reveal


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
    answers: Answers  # mine, or in a workshop the group's, and no others
    rounds: tuple[ShownRound, ...] = ()  # by step and number
    room: Room | None = None

    def rounds_of(self, step: str) -> tuple[ShownRound, ...]:
        """The rounds of a step that were shown, the first one first."""
        return tuple(found for found in self.rounds if found.step == step)

    def written(self, question: Question) -> tuple[tuple[str, Value], ...]:
        """What was answered to a question, mark by mark in the order in which they are asked."""
        found = [
            (mark.id, value)
            for mark in marks_of(question)
            if (value := self.answers.get(self.answers.key(question.id, mark.id))) is not None
        ]
        return tuple(found)


def leaving(session: Session, guide: Guide, answers: Answers, workshop: Workshop | None) -> Leaving:
    """What of a session may leave it."""
    voice = voice_of(session.mode)
    own = Answers({key: value for key, value in answers.items() if key.respondent == voice}, voice)
    return Leaving(
        id=session.id,
        group=session.name,
        mode=session.mode,
        plan=session.plan,
        created=session.created,
        changed=session.changed,
        guide=guide,
        answers=own,
        rounds=tuple(_rounds(guide, answers, workshop)) if workshop else (),
        room=_room(workshop) if workshop else None,
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


def _rounds(guide: Guide, answers: Answers, workshop: Workshop) -> Iterator[ShownRound]:
    for step in guide.steps:
        for found in workshop.rounds_of(step.id):
            if found.state is RoundState.WITHHELD:
                yield _withheld(guide, found)
            elif found.state is RoundState.REVEALED:
                yield _revealed(guide, answers, workshop, found)


def _withheld(guide: Guide, found: Round) -> ShownRound:
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
        readings=reveal(guide, found, Counts()),
        by_name=(),
    )


def _revealed(guide: Guide, answers: Answers, workshop: Workshop, found: Round) -> ShownRound:
    counts = workshop.counts.get(found.id, Counts())
    before = workshop.round(RoundId(found.id.step, found.id.number - 1))
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
        readings=reveal(
            guide, found, counts, before, workshop.counts.get(before.id) if before else None
        ),
        by_name=() if found.secret else tuple(_by_name(guide, answers, workshop, found)),
    )


def _by_name(
    guide: Guide, answers: Answers, workshop: Workshop, found: Round
) -> Iterator[NamedAnswer]:
    """What was answered by name in an open round, in the order of the names and the questions."""
    for person, name in _kept_names(workshop.setup).items():
        for id_ in found.questions:
            for mark in marks_of(guide.questions[id_]):
                value = answers.get(Key(id_, mark.id, found.id.number, person))
                if value is not None:
                    yield NamedAnswer(name, id_, mark.id, value)
