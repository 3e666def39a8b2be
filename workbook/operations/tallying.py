"""Adds counted answers to a round of voting: what a command does that takes them from a pipe.

Whoever calls this holds the library, because another program that collects ballots would write over
what was added.
"""

from dataclasses import dataclass, replace

from workbook.catalogue import tr
from workbook.catalogue.words import quoted
from workbook.model.guide import Guide, Step
from workbook.model.opened import OpenSession
from workbook.model.workshop import Round, RoundId, Workshop
from workbook.operations import workshops
from workbook.operations.changes import Change
from workbook.operations.importing import read_counts
from workbook.operations.named_answers import named
from workbook.readings.counting import size
from workbook.storage.database import Library


class TallyError(Exception):
    """Nothing can be counted into what was named; str() is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """Answers that were added to an open round."""

    change: Change
    round: Round
    answers: int  # that the question has now, passes included


def tally(
    library: Library, opened: OpenSession, question: str, number: int, counts: str | bytes
) -> Tallied:
    """Add counted answers to a question in a round that is open, or is the next one, which it then
    opens: secret or not as the set-up has it.

    Args:
        library: which the caller holds.
        opened: the workshop as it is now.
        question: the id of a question that is voted on.
        number: of the round, from 1.
        counts: lines of `mark,answer,count` or `answer,count`.

    Raises:
        TallyError: where there is no such question or round, or it takes no answers.
        ImportProblem: where a line cannot be read; then nothing was added or opened.
        LibraryError: where it cannot be stored.
    """
    guide, workshop = opened.guide, opened.workshop
    if workshop is None:
        raise TallyError(tr("This session is a reflection alone, not a workshop."))
    plan = workshop.setup.plan
    step = _step(guide, plan, question)
    found = workshop.round(RoundId(step.id, number))
    _check(workshop, step, found, question, number)
    added = read_counts(counts, guide, question)
    session = opened.session
    if found is None:
        asked = _asked(guide.ballot_of(step, plan), step.focus, question, number)
        secret = step.id not in workshop.setup.open_steps
        change = workshops.open_round(library, session.id, step.id, asked, secret=secret)
        found, session = Round(RoundId(step.id, number), asked, secret), change.session
    ballots = workshops.load_ballots(library, session.id, found.id) + added
    change = workshops.store_ballots(library, session, found.id, ballots)
    there = ballots + named(guide, opened.answers, found)
    return Tallied(change, found, size(there, replace(found, questions=(question,))))


def _step(guide: Guide, plan: str, question: str) -> Step:
    voted = {asked: step for step in guide.steps for asked in guide.ballot_of(step, plan)}
    if question not in voted:
        raise TallyError(
            tr("{question} is not voted on. These questions are: {questions}.").format(
                question=quoted(question), questions=", ".join(voted)
            )
        )
    return voted[question]


def _asked(
    ballot: tuple[str, ...], focus: tuple[str, ...], question: str, number: int
) -> tuple[str, ...]:
    """What the next round asks: first all of the ballot, then the focus; where the question is not
    in it, that one alone.
    """
    if number == 1:
        return ballot
    return focus if question in focus else (question,)


def _check(workshop: Workshop, step: Step, found: Round | None, question: str, number: int) -> None:
    """Tell why a round takes no answers to a question.

    Raises:
        TallyError: where it does not.
    """
    last = workshop.last_round(step.id)
    following = last.id.number + 1 if last else 1
    if last is not None and not last.over:
        following = last.id.number
    words: dict[str, object] = {"step": quoted(step.title), "number": number, "next": following}
    if found is None and last is not None and not last.over:
        problem = tr("Round {next} of {step} is still open, so there is no round {number} yet.")
    elif found is None and number != following:
        problem = tr("There is no round {number} of {step}: the next one is round {next}.")
    elif found is not None and found.over:
        problem = tr("Round {number} of {step} takes no more answers: the next is round {next}.")
    elif found is not None and question not in found.questions:
        words["questions"] = ", ".join(found.questions)
        problem = tr("Round {number} of {step} does not ask that. It asks: {questions}.")
    else:
        return
    raise TallyError(problem.format(**words))
