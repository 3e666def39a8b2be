"""Makes ballots of a form's answers, and lists everything that it could not read, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.catalogue.words import shorten
from workbook.exchange.cells import CellReader, tidy
from workbook.exchange.private import private_columns, why_private
from workbook.exchange.problems import ImportProblem
from workbook.exchange.table import Sheet, TableRow
from workbook.model.guide import Guide
from workbook.model.slips import SlipFault, read_slip, slip_fault
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot

_SHOWN = 60  # characters of a cell that could not be read


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that was not read: its row as a spreadsheet counts them, the line of the file where
    that begins, the header of its column, and why.

    Where a whole row was not read both column and cell are "".
    """

    row: int
    line: int
    column: str
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A column of which nothing was read, and why."""

    index: int
    header: str
    reason: str


@dataclass(frozen=True)
class Imported:
    """What a table gives. Each row of it is one ballot, or counted in `empty`, or slipped.

    A cell that could not be read leaves its spot unanswered and the rest of its row counts.
    """

    ballots: Counter[Ballot]
    unreadable: tuple[Unreadable, ...]
    unmapped: tuple[Unmapped, ...]
    empty: int  # rows without any answer that could be read
    slipped: int  # rows with more cells than headers, each of them in `unreadable` too


def to_ballots(
    guide: Guide,
    questions: Sequence[str],
    sheet: Sheet,
    mapping: Mapping[int, Spot],
    slip_column: int | None = None,
) -> Imported:
    """The ballots of a table, in no order.

    Args:
        guide: what was asked.
        questions: the ids of those that are voted on.
        sheet: the table.
        mapping: which column answers which spot. Several columns may answer the same one, as they
            do where a form asks in several languages: then one of them may be filled in a row.
        slip_column: the column with the codes that join two rounds.

    Raises:
        ImportProblem: where a column is chosen that says who answered or when, or one is chosen
            for a spot of another question.
    """
    _check(guide, questions, sheet, mapping, slip_column)
    readers = _readers(guide, sheet, mapping)
    ballots: Counter[Ballot] = Counter()
    unreadable = [_slipped(sheet, row) for row in sheet.slipped]
    empty = sheet.blank
    for row in sheet.rows:
        choices: dict[Spot, str] = {}
        for index, reader in readers.items():
            choice, problem = reader.read(row.cells[index])
            spot = mapping[index]
            if choice and choices.get(spot, choice) != choice:
                problem = tr("Another column of this row answers the same, and differently.")
            elif choice:
                choices[spot] = choice
            if problem:
                unreadable.append(_unreadable(sheet, row, index, problem))
        slip, problem = _slip("" if slip_column is None else row.cells[slip_column])
        if problem and slip_column is not None:
            unreadable.append(_unreadable(sheet, row, slip_column, problem))
        if choices:
            ballots[Ballot.of(choices, slip)] += 1
        else:
            empty += 1
    return Imported(
        ballots,
        tuple(sorted(unreadable, key=lambda each: each.line)),
        tuple(_unmapped(sheet, mapping, slip_column)),
        empty,
        len(sheet.slipped),
    )


def _check(
    guide: Guide,
    questions: Sequence[str],
    sheet: Sheet,
    mapping: Mapping[int, Spot],
    slip_column: int | None,
) -> None:
    asked = {spot for question in questions for spot in spots(guide.questions[question])}
    if not set(mapping.values()) <= asked:
        raise ImportProblem(tr("A column is chosen for a question that is not voted on here."))
    private = private_columns(sheet)
    for index in [*mapping, *([] if slip_column is None else [slip_column])]:
        if index in private:
            raise ImportProblem(
                tr("The column “{header}” cannot be chosen. {reason}").format(
                    header=sheet.headers[index], reason=why_private(private[index])
                )
            )
    if slip_column is not None and slip_column in mapping:
        raise ImportProblem(
            tr("The column “{header}” is chosen for slips and for answers. Choose one.").format(
                header=sheet.headers[slip_column]
            )
        )


def _readers(guide: Guide, sheet: Sheet, mapping: Mapping[int, Spot]) -> dict[int, CellReader]:
    cells: dict[str, list[str]] = {}
    for index, spot in mapping.items():
        cells.setdefault(spot.question, []).extend(sheet.column(index))
    return {index: CellReader(guide, spot, cells[spot.question]) for index, spot in mapping.items()}


def _slip(cell: str) -> tuple[str, str]:
    """The code on a slip, "" where there is none, and what is wrong with it."""
    code = read_slip(tidy(cell))
    if code is not None:
        return code, ""
    if slip_fault(tidy(cell)) is SlipFault.CHECK:
        return "", tr("The signs of this code do not belong together. The answers are read.")
    return "", tr(
        "This is no slip: expected a printed code, or four letters or figures. The answers are "
        "read."
    )


def _unreadable(sheet: Sheet, row: TableRow, index: int, reason: str) -> Unreadable:
    cell = shorten(row.cells[index], _SHOWN)
    return Unreadable(row.number, row.line, sheet.headers[index], cell, reason)


def _slipped(sheet: Sheet, row: TableRow) -> Unreadable:
    reason = tr(
        "This row has {cells} cells and there are {headers} headers: a quotation mark is missing. "
        "Nothing of it was read."
    ).format(cells=len(row.cells), headers=len(sheet.headers))
    return Unreadable(row.number, row.line, "", "", reason)


def _unmapped(
    sheet: Sheet, mapping: Mapping[int, Spot], slip_column: int | None
) -> Iterator[Unmapped]:
    private = private_columns(sheet)
    for index, header in enumerate(sheet.headers):
        if index in private:
            yield Unmapped(index, header, why_private(private[index]))
        elif index not in mapping and index != slip_column:
            yield Unmapped(index, header, tr("No question is chosen for this column."))
