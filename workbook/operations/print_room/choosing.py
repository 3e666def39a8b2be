"""What can be chosen for something to print, what is usual, and what cannot be printed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import long_date
from workbook.documents.outcome import DAYS, outcome
from workbook.documents.wanted import MOST_PEOPLE, Choice, Wanted
from workbook.exchange.decoding import decode
from workbook.exchange.problems import ImportProblem
from workbook.model.guide import Guide
from workbook.model.people import names_in
from workbook.model.slips import is_printed_code
from workbook.operations.print_room.kinds import Handout
from workbook.printing.handouts.poster.content import boards
from workbook.printing.pages.pdf import PrintError
from workbook.readings.findings import Findings

_LONGEST_LIST = 1_000_000  # bytes of a file with names
_FIRST = 32  # people of a first look: enough to fill the first page of anything


class CannotPrint(PrintError):  # noqa: N818  # what is wanted, not the program, is wrong
    """There is no such paper to make; str() is a sentence that says why and what to do."""


def offered(found: Findings | None) -> tuple[Handout, ...]:
    """What can be printed for a session, or without one."""
    return tuple(each for each in Handout if found is not None or not each.after)


def posters_of(guide: Guide) -> tuple[str, ...]:
    """The kinds of posters that a guide has something for, in the order in which they come."""
    return tuple(board.kind.value for board in boards(guide))


def first_look(handout: Handout, wanted: Wanted) -> Wanted | None:
    """The beginning of something long, which is made sooner and begins with the same pages; None
    where the whole is soon made. Ballots with codes have none: a code that was seen would be
    another one in the whole.
    """
    if not handout.value.first_look or (Choice.CODES in handout.takes and wanted.codes):
        return None
    if wanted.names[_FIRST:]:
        return replace(wanted, names=wanted.names[:_FIRST])
    return replace(wanted, people=_FIRST) if not wanted.names and wanted.count > _FIRST else None


def read_names(path: Path) -> tuple[str, ...]:
    """The names in a text file, one a line.

    Raises:
        CannotPrint: where it cannot be read, or holds none.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST_LIST + 1)
        names = names_in(decode(data)[0]) if len(data) <= _LONGEST_LIST else ()
    except ImportProblem as error:
        raise CannotPrint(str(error)) from error
    except OSError as error:
        raise CannotPrint(
            tr("{path} cannot be read ({why}).").format(path=path, why=error.strerror or error)
        ) from error
    if not names:
        words = tr("{path} is no list of names. It has to be text with one name on each line.")
        raise CannotPrint(words.format(path=path))
    return names


def letter_day(wanted: Wanted) -> date:
    """The day on which a letter is read: that which is wanted, else the one that the group agreed
    on, else 90 days after the session; where that has passed as well, 90 days from today.

    Raises:
        ValueError: where there is no session.
    """
    found = wanted.findings()
    if wanted.day is not None:
        return wanted.day
    due = outcome(found).due(None)
    return due if due >= today() else today() + timedelta(days=DAYS)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def check(handout: Handout, wanted: Wanted) -> None:
    """Say what would keep it from being made.

    Raises:
        CannotPrint: where something would.
    """
    if handout.after and wanted.found is None:
        raise CannotPrint(tr("This is made of a session. Open one, or name it, and try again."))
    if wanted.paper not in handout.papers:
        raise CannotPrint(tr("Only posters are printed on A3. Choose A4 or Letter."))
    if Choice.DAY in handout.takes and wanted.day is not None and wanted.day < today():
        words = tr("{day} has passed. Choose a day ahead for reading the letter.")
        raise CannotPrint(words.format(day=long_date(wanted.day)))
    if Choice.PEOPLE in handout.takes and (len(wanted.names) or wanted.count) > MOST_PEOPLE:
        words = ntr(
            "Print for {n} person at most at a time.",
            "Print for {n} people at most at a time.",
            MOST_PEOPLE,
        )
        raise CannotPrint(words.format(n=MOST_PEOPLE))
    code = next((name for name in wanted.names if is_printed_code(name.strip())), "")
    if code:
        raise CannotPrint(
            tr(
                "“{code}” is a code as slips have it. A slip never stands beside a name: leave it"
                " out of the names."
            ).format(code=code.strip())
        )
