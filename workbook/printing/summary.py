"""The summary of a session as neutral blocks: page one at a glance, then everything written.

Scratch notes are never in it: their field promises that only the person who typed them sees them.
Everything follows the kinds of the guide's questions and the roles it declares, so that another
guide needs no code here.
"""

from collections.abc import Iterator
from datetime import UTC

from workbook.catalogue import tr
from workbook.catalogue.words import sentences, shorten
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Step
from workbook.model.session import Session
from workbook.printing.blocks import (
    Block,
    Columns,
    Document,
    Heading,
    PageBreak,
    Text,
    Together,
)
from workbook.printing.glance import banner, date_of, glance
from workbook.printing.sections import section_blocks, sections
from workbook.printing.written import text_of

TITLE, NAME = 70, 60  # characters of the group's and a person's name on page one


def summary(session: Session, guide: Guide, answers: Answers) -> Document:
    """A session as a document. The same session gives the same document.

    Args:
        session: whose summary it is; its scratch notes are left out.
        guide: the guide as it was when the questions were asked.
        answers: my answers.
    """
    facilitator = shorten(text_of(guide, answers, "facilitator"), NAME)
    name = text_of(guide, answers, "group_name") or session.name
    what = tr("What we are for, what we protect, and what comes first.")
    by = tr("A reflection by {name}.").format(name=facilitator).replace("….", "…")
    return Document(
        title=shorten(name, TITLE) or tr("A group without a name yet"),
        subtitle=sentences(what, by if facilitator else tr("A reflection.")),
        kicker=guide.title,
        date=date_of(session, guide, answers),
        footer=tr("Made with the Community Purpose Workbook"),
        author=facilitator,
        subject=what,
        language=guide.language,
        created=session.changed.astimezone(UTC).isoformat(),
        blocks=(*_content(session, guide, answers), *_closing(guide)),
    )


def _content(session: Session, guide: Guide, answers: Answers) -> tuple[Block, ...]:
    first = glance(session, guide, answers)
    steps = [
        block
        for number, step in enumerate(guide.steps)
        for block in _step(number, step, session, guide, answers)
    ]
    if not first and not steps:
        return (
            Text(tr("Nothing is written yet."), "lead"),
            Text(tr("What you answer in the steps will stand here, ready to print.")),
        )
    # Page one is worth a page once there is a chart on it.
    whole = any(isinstance(block, Columns | Together) for block in first)
    return (*first, PageBreak(), *steps) if whole else (*banner(session, guide, answers), *steps)


def _step(
    number: int, step: Step, session: Session, guide: Guide, answers: Answers
) -> Iterator[Block]:
    """A step with what was written and said back, page by page; nothing where it is empty."""
    begun = False
    for part in sections(guide, step, session.mode):
        blocks = tuple(section_blocks(part, guide, answers))
        if not blocks:
            continue
        if not begun:
            begun = True
            yield Heading(step.headline, 1, _kicker(number, step))
        if part.headline != step.headline:
            yield Heading(part.headline, 2)
        yield from blocks


def _kicker(number: int, step: Step) -> str:
    if number == 0:  # the setting comes before the first step
        return step.title
    return tr("Step {number} · {title}").format(number=number, title=step.title)


def _closing(guide: Guide) -> tuple[Block, ...]:
    readings = tr("What the workbook says back is one reading of these answers, never a verdict.")
    return (Together((Text(readings, "small"), Text(guide.source, "small"))),)
