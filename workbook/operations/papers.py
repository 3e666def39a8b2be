"""Prints what a facilitator has in hand and on the wall, and what a workshop leaves on paper."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.catalogue import tr
from workbook.catalogue.words import quoted
from workbook.model.opened import OpenSession
from workbook.model.paper import Paper, sheet_of

# What makes a document is loaded only when one is made: the first window does without it.
if TYPE_CHECKING:
    from workbook.documents.outcome import Outcome
    from workbook.model.guide import Guide
    from workbook.model.workshop import Setup
    from workbook.printing.pages.pdf import Report, Tick, Written
    from workbook.printing.pages.writer import Drawn


def write_run_sheet(
    guide: "Guide",
    path: Path,
    *,
    setup: "Setup",
    start: time,
    group: str = "",
    date: str = "",
    paper: Paper | str = Paper.A4,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write the run sheet of a workshop as one PDF file, whole or not at all.

    Args:
        guide: what is asked.
        path: the file to write or to replace.
        setup: how it is held; no name in it is printed.
        start: the time of day at which it begins.
        group: the group's name, "" to leave it out.
        date: the day in words, "" to leave it out.
        paper: "a4" or "letter".
        now: the aware moment that the file bears; this one if not given.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        KeyError: where the guide has no such plan.
        ValueError: for any other paper.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.handouts.run_sheet.content import timetable
    from workbook.printing.pages.pdf import produce

    made = timetable(guide, setup, start, group, date)
    size = sheet_of(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.run_sheet.drawing import draw_run_sheet

        return draw_run_sheet(made, size, now or datetime.now(UTC), report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_posters(
    guide: "Guide",
    path: Path,
    *,
    kinds: Sequence[str] = (),
    paper: Paper | str = Paper.A3,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write posters as one PDF file, a page each, whole or not at all.

    Args:
        guide: what is asked.
        path: the file to write or to replace.
        kinds: "questions", "map", "line", "ladder"; without any all that the guide has something
            for.
        paper: "a3", "a4" or "letter".
        now: the aware moment that the file bears; this one if not given.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: for another kind or paper, or a kind that the guide has nothing for.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.handouts.posters.all import draw_posters, wanted
    from workbook.printing.pages.pdf import produce

    made = wanted(guide, kinds)
    size = Paper(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        return draw_posters(guide, made, size, now or datetime.now(UTC), report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_statement(
    opened: OpenSession,
    path: Path,
    *,
    paper: Paper | str = Paper.A4,
    names: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write the statement poster, one page with the group's sentence in large type, whole or not
    at all. The same session gives the same bytes.

    Args:
        opened: the session.
        path: the file to write or to replace.
        paper: "a4", "letter" or "a3".
        names: whether it says who facilitated, and who was there where the group wanted that kept.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: for any other paper.
        NothingToPrint: where there is no sentence yet; str() is a sentence for people.
        PrintError: where the file cannot be written; str() is a
            sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.pages.pdf import NothingToPrint, produce

    made, size = _outcome(opened), Paper(paper).size
    if not (made.sentence or made.statement):
        raise NothingToPrint(_no_statement(opened.guide))

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.posters.statement import draw_statement

        return draw_statement(made, size, report, tick, names=names)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_letter(
    opened: OpenSession,
    path: Path,
    *,
    paper: Paper | str = Paper.A4,
    on: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write the return letter, which the group reads to itself on a later day, whole or not at
    all. What is not written yet has lines to be written on by hand.

    Args:
        opened: the session.
        path: the file to write or to replace.
        paper: "a4" or "letter".
        on: the day on which it is read; without one the day that was agreed on to look again, or
            90 days after the session.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: for any other paper.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.pages.pdf import produce

    made, size = _outcome(opened), sheet_of(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.afterwards.drawing import draw_letter

        return draw_letter(made, made.due(on), size, report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_take_home(
    opened: OpenSession,
    path: Path,
    *,
    paper: Paper | str = Paper.A4,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write the take-home sheet: what was decided and promised, and the questions for at home,
    whole or not at all.

    Args:
        opened: the session.
        path: the file to write or to replace.
        paper: "a4" or "letter".
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: for any other paper.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.pages.pdf import produce

    made, size = _outcome(opened), sheet_of(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.afterwards.drawing import draw_take_home

        return draw_take_home(made, size, report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def _outcome(opened: OpenSession) -> "Outcome":
    from workbook.documents.outcome import outcome

    return outcome(opened.session, opened.guide, opened.answers, opened.workshop)


def _no_statement(guide: "Guide") -> str:
    """That there is none yet, and where it is written."""
    pages = [guide.step_of(question.id).title for question in guide.with_role("statement")]
    words = tr("There is no statement in this session yet. Write one on the page {page}.")
    if not pages:
        words = tr("There is no statement in this session.")
    return words.format(page="".join(quoted(page) for page in pages[:1]))
