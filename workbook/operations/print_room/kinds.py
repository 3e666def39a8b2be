"""The table of everything that the print room, the command and the exports can print."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from workbook.documents.wanted import Choice, Wanted, balloted_steps, written_steps
from workbook.model.paper import SHEETS, Paper

# What draws is loaded only when something is drawn: the table is read long before.
if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Job
    from workbook.printing.pages.writer import Drawn

POSTER_PAPERS = (Paper.A3, *SHEETS)


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table."""

    id: str  # what commands call it, and its folder in printing/handouts
    draw: "Callable[[Wanted, Job], Drawn]"
    takes: frozenset[Choice] = frozenset()  # what can be chosen for it beside the paper
    papers: tuple[Paper, ...] = SHEETS  # the usual one first
    after: bool = False  # whether it is made of a session, for after the workshop
    steps: Callable[[Wanted], tuple[str, ...]] | None = None  # among which can be chosen
    first_look: bool = False  # whether its first pages are worth a look while the rest is made
    exported: bool = False  # whether the command that makes it is `export`, not `handout`


def _worksheet(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.worksheet import content, drawing

    return drawing.draw(content.worksheet(wanted), job, large=wanted.large)


def _ballots(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.ballots import content, drawing

    return drawing.draw(content.ballots(wanted), job, large=wanted.large)


def _slips(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.slips import content, drawing

    return drawing.draw(content.slips(wanted), job)


def _run_sheet(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.run_sheet import content, drawing

    return drawing.draw(content.run_sheet(wanted), job)


def _poster(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.poster import content, drawing

    return drawing.draw(content.posters(wanted), job)


def _statement(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.statement import content, drawing

    return drawing.draw(content.statement(wanted), job)


def _letter(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.letter import content, drawing

    return drawing.draw(content.letter(wanted), job)


def _take_home(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.take_home import content, drawing

    return drawing.draw(content.take_home(wanted), job)


def _summary(wanted: Wanted, job: "Job") -> "Drawn":
    from workbook.printing.handouts.summary import content, drawing

    return drawing.draw(content.document(wanted), job)


class Handout(Enum):
    """A kind of paper, in the order in which they are offered; each value is its row."""

    WORKSHEET = Kind(
        "worksheet",
        _worksheet,
        takes=frozenset({Choice.PLAN, Choice.STEPS, Choice.PEOPLE, Choice.NAMES, Choice.LARGE}),
        steps=written_steps,
        first_look=True,
    )
    BALLOTS = Kind(
        "ballots",
        _ballots,
        takes=frozenset(
            {Choice.PLAN, Choice.STEPS, Choice.PEOPLE, Choice.LARGE, Choice.SLIPS, Choice.CODES}
        ),
        steps=balloted_steps,
        first_look=True,
    )
    SLIPS = Kind("slips", _slips, takes=frozenset({Choice.PEOPLE}))
    RUN_SHEET = Kind(
        "run-sheet", _run_sheet, takes=frozenset({Choice.PLAN, Choice.PEOPLE, Choice.START})
    )
    POSTER = Kind("poster", _poster, takes=frozenset({Choice.POSTER}), papers=POSTER_PAPERS)
    STATEMENT = Kind(
        "statement",
        _statement,
        takes=frozenset({Choice.SIGNED}),
        papers=POSTER_PAPERS,
        after=True,
    )
    LETTER = Kind("letter", _letter, takes=frozenset({Choice.DAY}), after=True)
    TAKE_HOME = Kind("take-home", _take_home, after=True)
    SUMMARY = Kind("summary", _summary, after=True, exported=True)

    @classmethod
    def named(cls, name: str) -> "Handout":
        """The kind that commands call so.

        Raises:
            KeyError: where there is none.
        """
        return {each.id: each for each in cls}[name]

    @property
    def id(self) -> str:
        """What commands call it."""
        return self.value.id

    @property
    def takes(self) -> frozenset[Choice]:
        """What can be chosen for it beside the paper."""
        return self.value.takes

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The sizes on which it can be printed; the usual one first."""
        return self.value.papers

    @property
    def after(self) -> bool:
        """Whether it is made of a session; the others need nothing but a guide."""
        return self.value.after

    def steps(self, wanted: Wanted) -> tuple[str, ...]:
        """The ids of the steps among which can be chosen; () where none are chosen."""
        return self.value.steps(wanted) if self.value.steps else ()
