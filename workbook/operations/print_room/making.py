"""Makes anything of the table as a PDF file, and keeps it where a person wants it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.documents.wanted import Choice, Wanted
from workbook.exchange.calendar import calendar
from workbook.exchange.exportable import leaving
from workbook.operations.print_room.choosing import check, letter_day
from workbook.operations.print_room.kinds import Handout
from workbook.printing.pages.pdf import Job, Report, Tick, Written, produce, save

if TYPE_CHECKING:  # it loads ReportLab
    from workbook.printing.pages.writer import Drawn


def make(
    handout: Handout,
    wanted: Wanted,
    path: Path,
    *,
    now: datetime | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Make a paper as one PDF file, whole or not at all. What is made of a session is the same
    bytes whenever it is made.

    Args:
        handout: which kind.
        wanted: how; only what the kind takes is looked at.
        path: the file to write or to replace.
        now: the aware moment that the file bears; this one if not given. What is made of a session
            bears the moment at which that was changed.
        progress: called with the pages done and their number.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        CannotPrint: where it cannot be made of this session, for these names or on this paper.
        NothingToPrint: where the session has nothing of this yet.
        KeyError: where the guide has no such plan or step.
        ValueError: where it has nothing for such a poster, or no such step is voted on.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    check(handout, wanted)
    settled = replace(wanted, day=letter_day(wanted)) if Choice.DAY in handout.takes else wanted
    moment = wanted.findings().session.changed if handout.after else now or datetime.now(UTC)

    def draw(report: Report, tick: Tick) -> "Drawn":
        return handout.value.draw(settled, Job(wanted.paper.size, moment, report, tick))

    return produce(draw, path, progress=progress, cancelled=cancelled)


def keep(handout: Handout, wanted: Wanted, made: Path, path: Path) -> tuple[Path, ...]:
    """Keep a file that was made where a person wants it, whole or not at all; what was written.
    Beside what is read on a day goes that day, for a calendar: a file of the same name that ends in
    .ics.

    Raises:
        PrintError: where it cannot be written; str() is a sentence for people.
    """
    save(made.read_bytes(), path)
    if Choice.DAY not in handout.takes:
        return (path,)
    beside = path.with_suffix(".ics")
    save(_invitation(wanted), beside)
    return (path, beside)


def _invitation(wanted: Wanted) -> bytes:
    """The day of a letter, and of what was promised, for a calendar."""
    dates = calendar(leaving(wanted.findings()), letter_day(wanted))
    if dates is None:
        raise ValueError("a letter has a day")
    return dates
