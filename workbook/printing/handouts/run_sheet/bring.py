"""What a facilitator has to bring to a workshop, counted for the people who come."""

from collections.abc import Iterator

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import listed
from workbook.documents.steps import at_home
from workbook.model.agenda import minutes_of
from workbook.model.guide import Guide, Step
from workbook.model.secrecy import voted_steps
from workbook.model.workshop import Setup
from workbook.printing.handouts.ballots.content import ballot_kinds
from workbook.printing.handouts.poster.content import PosterKind, boards


def bring(guide: Guide, setup: Setup) -> tuple[str, ...]:
    """A line for each thing; without numbers where nobody knows how many people come.

    Raises:
        KeyError: where the guide has no such plan.
    """
    held = minutes_of(guide, setup)
    return (
        *_to_write(guide, setup),
        *_votes(guide, setup, [s.id for s in voted_steps(guide) if s.id in held]),
        *_wall(guide, setup, [step for step in guide.steps if step.id in held]),
        tr("Large paper: our sentences, the parking lot"),
        tr("Tape, scissors, a clock that you can see"),
    )


def _to_write(guide: Guide, setup: Setup) -> Iterator[str]:
    n = setup.people
    if n:
        yield ntr("{n} worksheet, to keep", "{n} worksheets, one each to keep", n).format(n=n)
        yield ntr("{n} pen, and one to spare", "{n} pens, and some to spare", n).format(n=n)
    else:
        yield tr("A worksheet for everyone, to keep")
        yield tr("A pen for everyone, and some to spare")
    if numbers := [str(guide.steps.index(step)) for step in at_home(guide, setup)]:
        words = ntr("Step {steps} on paper, to take home", "Steps {steps} on paper, to take home",
                    len(numbers))  # fmt: skip
        yield words.format(steps=listed(numbers))


def _votes(guide: Guide, setup: Setup, voted: list[str]) -> Iterator[str]:
    """Ballots for the steps whose rounds are secret, and the slips that join two rounds."""
    secret = [step for step in voted if step not in setup.open_steps]
    kinds = len(ballot_kinds(guide, setup.plan, secret)) if secret else 0
    if kinds and setup.people:
        yield tr("{all} ballots: {people} each of {kinds} kinds, cut").format(
            all=kinds * setup.people, people=setup.people, kinds=kinds
        )
    elif kinds:
        yield ntr(
            "Ballots for everyone, of {n} kind, cut", "Ballots for everyone, of {n} kinds, cut",
            kinds,
        ).format(n=kinds)  # fmt: skip
    if kinds:
        yield tr("A box for the ballots")
    if setup.slips:
        words = ntr("{n} slip, drawn unseen", "{n} slips, drawn unseen", setup.people)
        yield words.format(n=setup.people) if setup.people else tr("Slips, drawn unseen")


def _wall(guide: Guide, setup: Setup, held: list[Step]) -> Iterator[str]:
    """The posters of the steps that are held, and the dots that are stuck on them."""
    ids = {step.id for step in held}
    found = [each for each in boards(guide) if not each.step or each.step in ids]
    if not found:
        return
    names = listed([each.name for each in found])
    yield tr("Posters: {names}").format(names=names)
    dots = sum(each.dots for each in found if each.kind is not PosterKind.QUESTIONS)
    if dots and setup.people:
        yield tr("{all} dots to stick: {dots} each").format(all=dots * setup.people, dots=dots)
    elif dots:
        yield ntr("{n} dot each to stick", "{n} dots each to stick", dots).format(n=dots)
