"""Reading answers that were collected elsewhere. Nothing here stores any of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbook.exchange import ballots_csv, counts_csv, guessing, private, table
from workbook.exchange.ballots_csv import Imported, Unmapped, Unreadable
from workbook.exchange.problems import ImportProblem
from workbook.exchange.table import Sheet, TableRow
from workbook.model.guide import Guide
from workbook.model.workshop import Ballot, Spot

__all__ = [
    "Columns",
    "ImportProblem",
    "Imported",
    "Sheet",
    "TableRow",
    "Unmapped",
    "Unreadable",
    "guess_columns",
    "read_ballots",
    "read_counts",
    "read_sheet",
]


@dataclass(frozen=True)
class Columns:
    """What the columns of a table may be: a guess for a person to confirm or mend.

    `private` says of the columns that cannot be chosen why; they hold who answered, or when.
    """

    spots: Mapping[int, Spot]
    slips: int | None
    private: Mapping[int, str]


def read_sheet(path: Path) -> Sheet:
    """The table in a CSV file, at most 20 MB and 20,000 rows: up to a second, so not while a
    window waits.

    Raises:
        ImportProblem: where it cannot be read.
    """
    return table.read_table(path)


def guess_columns(guide: Guide, questions: Sequence[str], sheet: Sheet) -> Columns:
    """What the columns of a table may be for these questions."""
    return Columns(
        guessing.guess(guide, questions, sheet),
        guessing.guess_slips(sheet),
        {
            index: private.why_private(kind)
            for index, kind in private.private_columns(sheet).items()
        },
    )


def read_ballots(
    guide: Guide,
    questions: Sequence[str],
    sheet: Sheet,
    mapping: Mapping[int, Spot],
    slip_column: int | None = None,
) -> Imported:
    """The ballots of a table whose columns were chosen, and all that could not be read.

    Raises:
        ImportProblem: where a column is chosen that cannot be.
    """
    return ballots_csv.to_ballots(guide, questions, sheet, mapping, slip_column)


def read_counts(text: str | bytes, guide: Guide, question: str) -> Counter[Ballot]:
    """The ballots that lines of `mark,answer,count` or `answer,count` stand for, a spot each.

    Raises:
        ImportProblem: naming the lines that cannot be read; then nothing of the text is.
    """
    return counts_csv.read_counts(text, guide, question)
