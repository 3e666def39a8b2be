"""What of a session may leave it: everything that files for other programs are made from.

It is one value without the rest, so that what does not stand in it cannot get into any file:
scratch notes, drafts that a workshop began with, rounds that are open or not shown yet, answers
that are withheld, and names that the group did not want to be kept.
"""

from dataclasses import dataclass
from datetime import datetime

from workbook.model.answers import Answers, Value
from workbook.model.guide import Guide, Mode, Question, Step
from workbook.model.marks import marks_of
from workbook.model.workshop import Workshop
from workbook.readings.answer_findings import AnswerFindings
from workbook.readings.consent import Consent
from workbook.readings.findings import Findings
from workbook.readings.shown import ShownRound


@dataclass(frozen=True, slots=True)
class Held:
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
    held: Held | None = None
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
        rounds=found.shown,
        held=_held(workshop) if workshop else None,
        consent=found.consent,
    )


def questions_of(guide: Guide, step: Step) -> tuple[Question, ...]:
    """All questions of a step, whoever is asked them, in page order; those of the room last."""
    ids = [id_ for page in step.pages for row in page.rows for id_ in row]
    return tuple(guide.questions[id_] for id_ in dict.fromkeys((*ids, *step.room)))


def _held(workshop: Workshop) -> Held:
    setup, clock = workshop.setup, workshop.clock
    names = tuple(person.name for person in setup.kept)
    return Held(setup.people, names, clock.started, clock.ended)
