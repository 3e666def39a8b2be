"""Prints what people fill in by hand: worksheets they keep, ballots that are collected, slips.

Nothing here takes a name and a slip's code together: a worksheet bears names and never a code, a
ballot codes and never a name.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.catalogue import tr
from workbook.model.paper import Paper, sheet_of
from workbook.model.slips import Code, is_printed_code, slip_codes

# What makes a document is loaded only when one is made: the first window does without it.
if TYPE_CHECKING:
    from workbook.model.guide import Guide
    from workbook.printing.pages.pdf import Report, Tick, Written
    from workbook.printing.pages.writer import Drawn

MOST_PEOPLE = 2000  # a file for more would be longer than any printer's tray


def write_worksheets(
    guide: "Guide",
    path: Path,
    *,
    steps: Sequence[str] = (),
    people: int | Sequence[str] = 1,
    group: str = "",
    date: str = "",
    paper: Paper | str = Paper.A4,
    large: bool = False,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write worksheets to keep, with a closing page, as one PDF file, whole or not at all.

    Args:
        guide: what is asked.
        path: the file to write or to replace.
        steps: the ids of the steps; without any all but the setting, which the facilitator fills.
        people: for how many, or their names, one worksheet each; empty names are left out.
        group: the group's name, for the foot of each page.
        date: the day in words, for the same place.
        paper: "a4" or "letter".
        large: whether in large print, 18 points.
        now: the aware moment that the file bears; this one if not given.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        KeyError: where the guide has no such step.
        ValueError: where there is nobody to print for, too many, no such paper, or a slip's code
            stands among the names.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.handouts.worksheet.content import worksheet
    from workbook.printing.pages.pdf import produce

    names = None if isinstance(people, int) else _names(people)
    count = _count(people if isinstance(people, int) else len(names or ()))
    size = sheet_of(paper).size
    made = worksheet(guide, steps, group, date)

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.worksheet.drawing import WorksheetWriter

        writer = WorksheetWriter(made, size, now or datetime.now(UTC), report, tick, large=large)
        return writer.plain(count) if names is None else writer.named(names)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_ballots(
    guide: "Guide",
    path: Path,
    *,
    plan: str,
    people: int | Sequence[Code],
    steps: Sequence[str] = (),
    slips: bool = False,
    group: str = "",
    date: str = "",
    paper: Paper | str = Paper.A4,
    large: bool = False,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write the ballots of a plan to cut and to collect as one PDF file, whole or not at all.

    They stand four to a page; where their questions are too long for that, or in large print,
    two or one. All of one kind follow each other, first votes before second ones.

    Args:
        guide: what is asked.
        path: the file to write or to replace.
        plan: the id of the plan that is held.
        people: for how many, or codes of `slip_codes`, one of which each person's ballots bear.
        steps: the ids of the steps; without any all of the plan's that are voted on.
        slips: whether there is room for a slip's code, to be written in by hand; with codes there
            is none.
        group: the group's name, for the foot of each ballot.
        date: the day in words, for the same place.
        paper: "a4" or "letter".
        large: whether in large print, 18 points.
        now: the aware moment that the file bears; this one if not given.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        KeyError: where the guide has no such plan or step.
        ValueError: where there is nobody to print for, too many, no such paper, a code that is
            none of `slip_codes` or stands twice, or no step that is voted on.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.handouts.ballots.content import ballots
    from workbook.printing.pages.pdf import produce

    codes = None if isinstance(people, int) else _codes(people)
    count = _count(people if isinstance(people, int) else len(codes or ()))
    size = sheet_of(paper).size
    kinds = ballots(guide, plan, steps)
    if not kinds:
        raise ValueError("none of these steps is voted on")

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.ballots.drawing import BallotWriter

        writer = BallotWriter(
            tr("Ballots"),
            guide.language,
            size,
            now or datetime.now(UTC),
            report,
            tick,
            large=large,
            foot=" · ".join(filter(None, (group, date))),
        )
        if codes is not None:
            return writer.coded(kinds, codes)
        return writer.counted(kinds, count, room=slips)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def write_slips(
    path: Path,
    count: int,
    paper: Paper | str = Paper.A4,
    *,
    language: str = "en",
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> "Written":
    """Write slips with random codes to cut as a PDF file, whole or not at all. Nobody learns the
    codes but who draws a slip: they are stored nowhere.

    Args:
        path: the file to write or to replace.
        count: how many.
        paper: "a4" or "letter".
        language: of the words on them, as a PDF names it.
        now: the aware moment that the file bears; this one if not given.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: where `count` is none or too many, or there is no such paper.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    from workbook.printing.pages.pdf import produce

    codes = slip_codes(_count(count))
    size = sheet_of(paper).size

    def draw(report: "Report", tick: "Tick") -> "Drawn":
        from workbook.printing.handouts.slips.drawing import draw_slips

        return draw_slips(codes, language, size, now or datetime.now(UTC), report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def _names(names: Sequence[str]) -> list[str]:
    """The names on one line each."""
    found = [" ".join(name.split()) for name in names if name.strip()]
    if any(is_printed_code(name) for name in found):
        raise ValueError("a slip's code stands among the names")
    return found


def _codes(codes: Sequence[Code]) -> list[Code]:
    found = list(codes)
    if not all(is_printed_code(code) for code in found) or len(set(found)) < len(found):
        raise ValueError("ballots bear codes of slips, each once")
    return found


def _count(people: int) -> int:
    if not 0 < people <= MOST_PEOPLE:
        raise ValueError(f"expected 1 to {MOST_PEOPLE} people, not {people}")
    return people
