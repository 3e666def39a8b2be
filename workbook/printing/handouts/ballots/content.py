"""The ballots that a workshop collects: one kind for each step that is voted on, and each vote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.catalogue.print_room import day_words
from workbook.documents.wanted import Wanted, balloted_steps
from workbook.model.guide import CaseQuestion, Guide, PhaseKind, Question, Step
from workbook.model.secrecy import voted_steps
from workbook.model.slips import Code, is_printed_code, slip_codes
from workbook.printing.forms.asked import (
    any_case,
    how_to_circle,
    name_on_map,
    names_map,
    voted_parts,
    with_side,
)
from workbook.printing.forms.parts import Part


@dataclass(frozen=True, slots=True)
class Ballot:
    """One kind of ballot: handed in after it is marked. There is no place in it for a name."""

    kicker: str
    title: str
    note: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Ballots:
    """Every kind of ballot of a workshop, for so many people."""

    title: str  # of the file
    subject: str
    language: str
    foot: str  # whose they are, so that collected piles can be told apart
    kinds: tuple[Ballot, ...]
    people: int
    boxes: bool = False  # whether there is room for a slip's code, to be written in by hand
    codes: tuple[Code, ...] = ()  # instead of it one for each person, the same on every kind

    def __post_init__(self) -> None:
        """A name is never taken for a code.

        Raises:
            ValueError: for a code that is none of `slip_codes`, or not one for each of the people.
        """
        if self.people < 1:
            raise ValueError("there are no people to hand ballots to")
        if not all(is_printed_code(code) for code in self.codes):
            raise ValueError("ballots bear codes of slips")
        if self.codes and len(set(self.codes)) != self.people:
            raise ValueError("each of the people has a code of their own")


def ballots(wanted: Wanted) -> Ballots:
    """The ballots of a workshop to cut and to collect. Names are nowhere near: whoever asks for
    both gets the codes alone. The codes are drawn by chance, here, and stored nowhere.

    Raises:
        KeyError: where the guide has no such plan or step.
        ValueError: where no step that is wanted is voted on.
    """
    guide = wanted.guide
    kinds = ballot_kinds(guide, wanted.setup.plan, wanted.steps or balloted_steps(wanted))
    if not kinds:
        raise ValueError("none of these steps is voted on")
    return Ballots(
        title=tr("Ballots"),
        subject=tr("Ballots, to be collected"),
        language=guide.language,
        foot=" · ".join(filter(None, (wanted.group, day_words(wanted.held)))),
        kinds=kinds,
        people=wanted.count,
        boxes=wanted.slips,
        codes=slip_codes(wanted.count) if wanted.codes else (),
    )


def ballot_kinds(guide: Guide, plan: str, steps: Sequence[str] = ()) -> tuple[Ballot, ...]:
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
        for ballot in _of_step(step, guide, plan)
    )


def _of_step(step: Step, guide: Guide, plan: str) -> Iterator[Ballot]:
    asked = [guide.questions[question] for question in guide.ballot_of(step, plan)]
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
