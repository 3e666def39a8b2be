"""The ballots that a workshop collects: one kind for each step that is voted on, and each vote."""

from collections.abc import Iterator, Sequence

from workbook.catalogue import tr
from workbook.model.guide import CaseQuestion, Guide, PhaseKind, Question, Step
from workbook.model.secrecy import voted_steps
from workbook.printing.forms.asked import (
    any_case,
    how_to_circle,
    name_on_map,
    names_map,
    voted_parts,
    with_side,
)
from workbook.printing.forms.parts import Ballot, Part


def ballots(guide: Guide, plan: str, steps: Sequence[str] = ()) -> tuple[Ballot, ...]:
    """Every kind of ballot that a plan needs, in the order in which they are handed out.

    Args:
        guide: what is asked.
        plan: the id of the plan whose steps are held.
        steps: the ids of those for which ballots are wanted; all of the plan's without any.

    Raises:
        KeyError: where the guide has no such plan or step.
    """
    wanted = {guide.step(step).id for step in steps} or set(guide.plan(plan).minutes)
    return tuple(
        ballot
        for step in voted_steps(guide)
        if step.id in wanted
        for ballot in _of_step(step, guide)
    )


def _of_step(step: Step, guide: Guide) -> Iterator[Ballot]:
    asked = [guide.questions[question] for question in step.ballot]
    yield _ballot(step.title, tuple(_parts(asked)))
    if any(phase.kind is PhaseKind.SECOND for phase in step.phases):
        # Translators: the name of a ballot: of which step, and that it is the second one.
        title = tr("{step}: second vote").format(step=step.title)
        yield _ballot(title, tuple(_second(step, asked, guide)))


def _ballot(title: str, parts: tuple[Part, ...]) -> Ballot:
    note = tr("No name, please. You may leave anything empty.")
    return Ballot(tr("Ballot · collected"), title, note, parts)


def _parts(asked: Sequence[Question]) -> Iterator[Part]:
    if note := how_to_circle(asked):
        yield note
    for question in asked:
        if names_map(question):
            yield name_on_map()
        yield from voted_parts(question)


def _second(step: Step, asked: Sequence[Question], guide: Guide) -> Iterator[Part]:
    """What is voted on again: the step's focus, or the one case that the room finds in the first
    vote.
    """
    if step.focus:
        yield from _parts([guide.questions[question] for question in step.focus])
        return
    case = next((question for question in asked if isinstance(question, CaseQuestion)), None)
    if case is not None:
        yield any_case(case, with_side(case.last_time))
