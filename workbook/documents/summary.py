"""The summary of a session as neutral blocks: page one at a glance, then everything written.

Scratch notes are never in it: their field promises that only the person who typed them sees them.
Everything follows the kinds of the guide's questions and the roles it declares, so that another
guide needs no code here.
"""

from collections.abc import Iterator
from datetime import UTC

from workbook.catalogue import ntr, tr
from workbook.catalogue.words import sentences, shorten
from workbook.documents.blocks import (
    Block,
    Columns,
    Document,
    Heading,
    PageBreak,
    Text,
    Together,
)
from workbook.documents.page_one import banner, date_of, glance
from workbook.documents.page_one_of_workshop import room_banner, room_glance
from workbook.documents.sections import section_blocks, sections
from workbook.documents.steps_of_workshop import room_parts
from workbook.documents.written import text_of
from workbook.model.answers import Answers
from workbook.model.guide import Guide, Step
from workbook.model.session import Session
from workbook.model.workshop import Workshop
from workbook.readings.of_workshop import said_back

TITLE, NAME = 70, 60  # characters of the group's and a person's name on page one


def summary(
    session: Session, guide: Guide, answers: Answers, workshop: Workshop | None = None
) -> Document:
    """A session as a document. The same session gives the same document.

    Args:
        session: whose summary it is; its scratch notes are left out.
        guide: the guide as it was when the questions were asked.
        answers: mine, or the group's where it is a workshop; no other respondent's are in it.
        workshop: of which only rounds are told that were revealed or withheld.
    """
    facilitator = shorten(text_of(guide, answers, "facilitator"), NAME)
    name = text_of(guide, answers, "group_name") or session.name
    what = tr("What we are for, what we protect, and what comes first.")
    return Document(
        title=shorten(name, TITLE) or tr("A group without a name yet"),
        subtitle=sentences(what, _made_by(facilitator, workshop).replace("….", "…")),
        kicker=guide.title,
        date=date_of(session, guide, answers),
        footer=tr("Made with the Community Purpose Workbook"),
        author=facilitator,
        subject=what,
        language=guide.language,
        created=session.changed.astimezone(UTC).isoformat(),
        blocks=(*_content(session, guide, answers, workshop), *_closing(guide)),
    )


def _made_by(facilitator: str, workshop: Workshop | None) -> str:
    if workshop is None:
        by = tr("A reflection by {name}.").format(name=facilitator)
        return by if facilitator else tr("A reflection.")
    people = workshop.setup.people
    if not people:
        by = tr("A workshop facilitated by {name}.").format(name=facilitator)
        return by if facilitator else tr("A workshop.")
    if not facilitator:
        words = ntr("A workshop with {n} person.", "A workshop with {n} people.", people)
        return words.format(n=people)
    return ntr(
        "A workshop with {n} person, facilitated by {name}.",
        "A workshop with {n} people, facilitated by {name}.",
        people,
    ).format(n=people, name=facilitator)


def _content(
    session: Session, guide: Guide, answers: Answers, workshop: Workshop | None
) -> tuple[Block, ...]:
    if workshop is None:
        first = glance(session, guide, answers)
        short = tuple(banner(session, guide, answers))
        parts = [_pages(step, session, guide, answers) for step in guide.steps]
    else:
        said = [said_back(guide, workshop, step.id) for step in guide.steps]
        told = [each for of_step in said for each in of_step]
        first = room_glance(session, guide, answers, told)
        short = tuple(room_banner(session, guide, answers, told))
        parts = [
            room_parts(guide, step, answers, workshop, of_step)
            for step, of_step in zip(guide.steps, said, strict=True)
        ]
    steps = [
        block
        for number, (step, pages) in enumerate(zip(guide.steps, parts, strict=True))
        for block in _step(number, step, pages)
    ]
    if not first and not steps:
        return (
            Text(tr("Nothing is written yet."), "lead"),
            Text(tr("What you answer in the steps will stand here, ready to print.")),
        )
    # Page one is worth a page once there is a chart on it.
    whole = any(isinstance(block, Columns | Together) for block in first)
    return (*first, PageBreak(), *steps) if whole else (*short, *steps)


Parts = Iterator[tuple[str, tuple[Block, ...]]]  # each with its headline, "" for none


def _pages(step: Step, session: Session, guide: Guide, answers: Answers) -> Parts:
    """A step of a reflection page by page."""
    for part in sections(guide, step, session.mode):
        yield part.headline, tuple(section_blocks(part, guide, answers))


def _step(number: int, step: Step, parts: Parts) -> Iterator[Block]:
    """A step with what was written and said back, page by page; nothing where it is empty."""
    begun = False
    for headline, blocks in parts:
        if not blocks:
            continue
        if not begun:
            begun = True
            yield Heading(step.headline, 1, _kicker(number, step))
        if headline not in ("", step.headline):
            yield Heading(headline, 2)
        yield from blocks


def _kicker(number: int, step: Step) -> str:
    if number == 0:  # the setting comes before the first step
        return step.title
    return tr("Step {number} · {title}").format(number=number, title=step.title)


def _closing(guide: Guide) -> tuple[Block, ...]:
    readings = tr("What the workbook says back is one reading of these answers, never a verdict.")
    return (Together((Text(readings, "small"), Text(guide.source, "small"))),)
