"""Makes any of the papers of the print room from one value that says what is wanted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from workbook.catalogue import ntr, tr
from workbook.catalogue.dates import long_date
from workbook.model.agenda import minutes_of
from workbook.model.guide import Guide, Mode, Plan
from workbook.model.handout import BEFORE, CHOICES, Choice, Handout
from workbook.model.opened import OpenSession
from workbook.model.paper import SHEETS, Paper
from workbook.model.people import names_in
from workbook.model.secrecy import voted_steps
from workbook.model.slips import is_printed_code, slip_codes
from workbook.model.workshop import Setup
from workbook.operations.handouts import MOST_PEOPLE
from workbook.printing.pages.pdf import PrintError

# What makes a document is loaded only when one is made.
if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Written

Progress = Callable[[int, int], None] | None
Stop = Callable[[], bool] | None
USUAL_PEOPLE = 12  # where nobody has said how many
USUAL_START = time(14, 0)
_LONGEST_LIST = 1_000_000  # bytes of a file with names
_FIRST = 32  # people of a first look: enough to fill the first page of anything
_POSTERS = (Handout.POSTER, Handout.STATEMENT)


class _Watch(TypedDict):
    """Who is told of progress, and is asked whether to stop."""

    progress: Progress
    cancelled: Stop


class CannotPrint(PrintError):  # noqa: N818  # what is wanted, not the program, is wrong
    """There is no such paper to make; str() is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed. Only what belongs to the kind is looked at (`CHOICES`)."""

    handout: Handout
    guide: Guide
    opened: OpenSession | None = None  # the session that it is for
    plan: str = ""  # the id of one of the guide's; the session's or the usual one if not given
    steps: tuple[str, ...] = ()  # ids; all that there usually are if not given
    people: int = 0  # as many as the session has, or as usual, if not given
    names: tuple[str, ...] = ()  # one worksheet each; for so many people without names if not given
    paper: Paper = Paper.A4
    large: bool = False
    slips: bool = False  # room for a slip's code on ballots
    codes: bool = False  # instead of it a code of its own for each person
    start: time = USUAL_START
    day: date | None = None  # `letter_day` if not given
    signed: bool = False
    posters: tuple[str, ...] = ()  # kinds; all that the guide has something for if not given

    @property
    def group(self) -> str:
        """The name of the session's group, "" without a session."""
        return " ".join(self.opened.session.name.split()) if self.opened else ""

    @property
    def setup(self) -> Setup:
        """How the workshop is held: as in the session where the plan is the same."""
        workshop = self.opened.workshop if self.opened else None
        if workshop is not None and self.plan in ("", workshop.setup.plan):
            return replace(workshop.setup, people=self.count)
        return Setup(self.plan or usual_plan(self.guide).id, self.count)

    @property
    def count(self) -> int:
        """For how many people."""
        workshop = self.opened.workshop if self.opened else None
        return self.people or (workshop.setup.people if workshop else 0) or USUAL_PEOPLE

    @property
    def date(self) -> str:
        """The day of the session's workshop in words, "" while it has not begun."""
        workshop = self.opened.workshop if self.opened else None
        started = workshop.clock.started if workshop else None
        return long_date(started.astimezone().date()) if started else ""


def plans(guide: Guide) -> tuple[Plan, ...]:
    """The guide's plans of workshops."""
    return tuple(plan for plan in guide.plans if plan.mode is Mode.WORKSHOP)


def usual_plan(guide: Guide) -> Plan:
    """The middle one of the plans, where nobody has chosen."""
    found = plans(guide)
    return found[len(found) // 2]


def offered(opened: OpenSession | None) -> tuple[Handout, ...]:
    """What can be printed for a session, or without one."""
    return tuple(each for each in _WRITERS if each in BEFORE or opened is not None)


def papers_of(handout: Handout) -> tuple[Paper, ...]:
    """The sizes on which a kind can be printed; the usual one first."""
    return (Paper.A3, *SHEETS) if handout in _POSTERS else SHEETS


def steps_of(wanted: Wanted) -> tuple[str, ...]:
    """The ids of the steps among which can be chosen for a kind; () where none are chosen."""
    guide = wanted.guide
    if Choice.STEPS not in CHOICES[wanted.handout]:
        return ()
    if wanted.handout is Handout.BALLOTS:
        held = set(minutes_of(guide, wanted.setup))
        return tuple(step.id for step in voted_steps(guide) if step.id in held)
    # The facilitator fills the first one. Where a plan is named, its steps; else those that go
    # home on paper as well.
    all_steps = {step.id for step in guide.steps}
    held = set(minutes_of(guide, wanted.setup)) if wanted.plan else all_steps
    return tuple(step.id for step in guide.steps[1:] if step.id in held)


def posters_of(guide: Guide) -> tuple[str, ...]:
    """The kinds of posters that a guide has something for, in the order in which they come."""
    from workbook.printing.handouts.posters.content import boards

    return tuple(board.kind.value for board in boards(guide))


def first_look(wanted: Wanted) -> Wanted | None:
    """The beginning of something long, which is made sooner and begins with the same pages; None
    where the whole is soon made. Ballots with codes have none: a code that was seen would be
    another one in the whole.
    """
    if wanted.handout not in (Handout.WORKSHEET, Handout.BALLOTS):
        return None
    if wanted.handout is Handout.BALLOTS and wanted.codes:
        return None
    if wanted.names[_FIRST:]:
        return replace(wanted, names=wanted.names[:_FIRST])
    return replace(wanted, people=_FIRST) if not wanted.names and wanted.count > _FIRST else None


def read_names(path: Path) -> tuple[str, ...]:
    """The names in a text file, one a line.

    Raises:
        CannotPrint: where it cannot be read, or holds none.
    """
    from workbook.exchange.decoding import decode
    from workbook.exchange.problems import ImportProblem

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


def keep(wanted: Wanted, made: Path, path: Path) -> tuple[Path, ...]:
    """Keep a file that was made where a person wants it, whole or not at all; what was written.
    Beside a letter goes its day, for a calendar: a file of the same name that ends in .ics.

    Raises:
        PrintError: where it cannot be written; str() is a sentence for people.
    """
    from workbook.printing.pages.pdf import save

    save(made.read_bytes(), path)
    if wanted.handout is not Handout.LETTER:
        return (path,)
    beside = path.with_suffix(".ics")
    save(_invitation(wanted), beside)
    return (path, beside)


def letter_day(wanted: Wanted) -> date:
    """The day on which a letter is read: that which is wanted, else the one that the group agreed
    on, else 90 days after the session; where that has passed as well, 90 days from today.

    Raises:
        CannotPrint: where there is no session.
    """
    from workbook.documents.outcome import DAYS, outcome

    opened = _session(wanted)
    if wanted.day is not None:
        return wanted.day
    found = outcome(opened.session, opened.guide, opened.answers, opened.workshop).due(None)
    return found if found >= today() else today() + timedelta(days=DAYS)


def today() -> date:
    """The day it is here."""
    return datetime.now().astimezone().date()


def _invitation(wanted: Wanted) -> bytes:
    """The day of a letter, and of what was promised, for a calendar."""
    from workbook.exchange.calendar import calendar
    from workbook.exchange.exportable import leaving

    opened = _session(wanted)
    found = leaving(opened.session, opened.guide, opened.answers, opened.workshop)
    dates = calendar(found, letter_day(wanted))
    if dates is None:
        raise ValueError("a letter has a day")
    return dates


def make(
    wanted: Wanted,
    path: Path,
    *,
    progress: Progress = None,
    cancelled: Stop = None,
) -> "Written":
    """Make it as one PDF file, whole or not at all.

    Raises:
        CannotPrint: where it cannot be made of this session, for these names or on this paper.
        KeyError: where the guide has no such plan or step.
        ValueError: where it has nothing for such a poster.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    check(wanted)
    return _WRITERS[wanted.handout](wanted, path, {"progress": progress, "cancelled": cancelled})


def check(wanted: Wanted) -> None:
    """Say what would keep it from being made.

    Raises:
        CannotPrint: where something would.
    """
    if wanted.handout not in BEFORE:
        _session(wanted)
    if wanted.paper not in papers_of(wanted.handout):
        raise CannotPrint(tr("Only posters are printed on A3. Choose A4 or Letter."))
    if wanted.handout is Handout.LETTER and wanted.day is not None and wanted.day < today():
        words = tr("{day} has passed. Choose a day ahead for reading the letter.")
        raise CannotPrint(words.format(day=long_date(wanted.day)))
    asked = Choice.PEOPLE in CHOICES[wanted.handout]
    if asked and (len(wanted.names) or wanted.count) > MOST_PEOPLE:
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


def _worksheets(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.handouts import write_worksheets

    return write_worksheets(
        wanted.guide,
        path,
        steps=wanted.steps or steps_of(wanted),
        people=wanted.names or wanted.count,
        group=wanted.group,
        date=wanted.date,
        paper=wanted.paper,
        large=wanted.large,
        **watch,
    )


def _ballots(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.handouts import write_ballots

    return write_ballots(
        wanted.guide,
        path,
        plan=wanted.setup.plan,
        # Names are nowhere near: whoever asks for both gets the codes alone.
        people=slip_codes(wanted.count) if wanted.codes else wanted.count,
        steps=wanted.steps or steps_of(wanted),
        slips=wanted.slips,
        group=wanted.group,
        date=wanted.date,
        paper=wanted.paper,
        large=wanted.large,
        **watch,
    )


def _slips(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.handouts import write_slips

    language = wanted.guide.language
    return write_slips(path, wanted.count, wanted.paper, language=language, **watch)


def _run_sheet(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.papers import write_run_sheet

    return write_run_sheet(
        wanted.guide,
        path,
        setup=wanted.setup,
        start=wanted.start,
        group=wanted.group,
        date=wanted.date,
        paper=wanted.paper,
        **watch,
    )


def _posters(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.papers import write_posters

    return write_posters(wanted.guide, path, kinds=wanted.posters, paper=wanted.paper, **watch)


def _statement(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.papers import write_statement

    return write_statement(_session(wanted), path, paper=wanted.paper, names=wanted.signed, **watch)


def _letter(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.papers import write_letter

    opened = _session(wanted)
    return write_letter(opened, path, paper=wanted.paper, on=letter_day(wanted), **watch)


def _take_home(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.papers import write_take_home

    opened = _session(wanted)
    return write_take_home(opened, path, paper=wanted.paper, **watch)


def _summary(wanted: Wanted, path: Path, watch: _Watch) -> "Written":
    from workbook.operations.export import export_summary

    opened = _session(wanted)
    return export_summary(opened, path, wanted.paper, **watch)


def _session(wanted: Wanted) -> OpenSession:
    if wanted.opened is None:
        raise CannotPrint(tr("This is made of a session. Open one, or name it, and try again."))
    return wanted.opened


_WRITERS: Mapping[Handout, Callable[[Wanted, Path, _Watch], "Written"]] = {
    Handout.WORKSHEET: _worksheets,
    Handout.BALLOTS: _ballots,
    Handout.SLIPS: _slips,
    Handout.RUN_SHEET: _run_sheet,
    Handout.POSTER: _posters,
    Handout.STATEMENT: _statement,
    Handout.LETTER: _letter,
    Handout.TAKE_HOME: _take_home,
    Handout.SUMMARY: _summary,
}
