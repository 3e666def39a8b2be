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
from workbook.documents.in_full import counts, stories
from workbook.documents.page_one import banner, date_of, glance
from workbook.documents.page_one_of_workshop import workshop_banner, workshop_glance
from workbook.documents.sections import section_blocks, sections
from workbook.documents.steps_of_workshop import workshop_parts
from workbook.documents.written import text_of
from workbook.model.guide import Guide, Mode, Step
from workbook.model.workshop import Workshop
from workbook.readings.findings import Findings

TITLE, NAME = 70, 60  # characters of the group's and a person's name on page one


def summary(found: Findings, *, in_full: bool = False) -> Document:
    """A session as a document without its scratch notes; the same one gives the same document.

    Args:
        found: what the session says.
        in_full: whether the stories of cases and the counts of all rounds are told as well, for
            who has no page to fill and no chart to look at.
    """
    guide = found.guide
    facilitator = shorten(text_of(guide, found.answers, "facilitator"), NAME)
    name = text_of(guide, found.answers, "group_name") or found.session.name
    what = tr("What we are for, what we protect, and what comes first.")
    return Document(
        title=shorten(name, TITLE) or tr("A group without a name yet"),
        subtitle=sentences(what, _made_by(facilitator, found.workshop).replace("….", "…")),
        kicker=guide.title,
        date=date_of(found),
        footer=tr("Made with the Community Purpose Workbook"),
        author=facilitator,
        subject=what,
        language=guide.language,
        created=found.session.changed.astimezone(UTC).isoformat(),
        blocks=(*_content(found, in_full), *_closing(guide)),
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


def _content(found: Findings, in_full: bool) -> tuple[Block, ...]:
    steps = found.guide.steps
    if found.workshop is None:
        first, short = glance(found), tuple(banner(found))
        parts = [_pages(step, found) for step in steps]
    else:
        first, short = workshop_glance(found), tuple(workshop_banner(found))
        parts = [workshop_parts(step, found, found.workshop) for step in steps]
    if in_full:
        parts = [_in_full(step, found, told) for step, told in zip(steps, parts, strict=True)]
    inside = [
        block
        for number, (step, pages) in enumerate(zip(steps, parts, strict=True))
        for block in _step(number, step, pages, found.session.mode)
    ]
    if not first and not inside:
        return (
            Text(tr("Nothing is written yet."), "lead"),
            Text(tr("What you answer in the steps will stand here, ready to print.")),
        )
    # Page one is worth a page once there is a chart on it.
    whole = any(isinstance(block, Columns | Together) for block in first)
    return (*first, PageBreak(), *inside) if whole else (*short, *inside)


Parts = Iterator[tuple[str, tuple[Block, ...]]]  # each with its headline, "" for none


def _pages(step: Step, found: Findings) -> Parts:
    """A step of a reflection page by page."""
    for part in sections(found.guide, step, found.session.mode):
        yield part.headline, tuple(section_blocks(part, found.written))


def _in_full(step: Step, found: Findings, parts: Parts) -> Parts:
    """A step with all that it told and counted."""
    yield "", stories(found, step)
    yield from parts
    yield "", tuple(counts(found, step))


def _step(number: int, step: Step, parts: Parts, mode: Mode) -> Iterator[Block]:
    """A step with what was written and said back, page by page; nothing where it is empty."""
    begun = False
    for headline, blocks in parts:
        if not blocks:
            continue
        if not begun:
            begun = True
            yield Heading(step.headline_in(mode), 1, _kicker(number, step))
        if headline not in ("", step.headline_in(mode)):
            yield Heading(headline, 2)
        yield from blocks


def _kicker(number: int, step: Step) -> str:
    if number == 0:  # the setting comes before the first step
        return step.title
    return tr("Step {number} · {title}").format(number=number, title=step.title)


def _closing(guide: Guide) -> tuple[Block, ...]:
    readings = tr("What the workbook says back is one reading of these answers, never a verdict.")
    return (Together((Text(readings, "small"), Text(guide.source, "small"))),)
