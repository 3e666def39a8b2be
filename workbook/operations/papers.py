"""Prints what a facilitator has in hand and on the wall, and what a workshop leaves on paper."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.printing.paper import SHEETS, Paper

# What makes a document is loaded only when one is made: the first window does without it.
if TYPE_CHECKING:
    from workbook.model.guide import Guide
    from workbook.model.workshop import Setup
    from workbook.printing.pdf import Report, Tick, Written
    from workbook.printing.writer import Drawn


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
    from workbook.printing.handouts.timetable import timetable
    from workbook.printing.pdf import produce

    made = timetable(guide, setup, start, group, date)
    size = _size(paper)

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.run_sheet import draw_run_sheet

        return draw_run_sheet(made, size, _moment(now), report, tick)

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
    from workbook.printing.handouts.posters import draw_posters, wanted
    from workbook.printing.pdf import produce

    made = wanted(guide, kinds)
    size = Paper(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        return draw_posters(guide, made, size, _moment(now), report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def _size(paper: Paper | str) -> tuple[float, float]:
    found = Paper(paper)
    if found not in SHEETS:
        raise ValueError(f"{found.value} is for posters")
    return found.size


def _moment(now: datetime | None) -> datetime:
    return datetime.now(UTC) if now is None else now
