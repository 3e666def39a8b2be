"""Reads a CSV file as form programs write it into a plain table of texts with line numbers."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from workbook.catalogue import tr
from workbook.exchange.decoding import decode
from workbook.exchange.problems import ImportProblem

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_COLUMNS = 1_000

DELIMITERS = "\t;,"  # where two fit as well, the earlier: commas stand in texts and numbers too
_PIECE = 500_000  # characters
_SAMPLE = 200  # rows looked at to find the delimiter
_MOST_BLANK = 1_048_576  # a spreadsheet cannot have more rows, and may write out all of them
_SEP = re.compile(r'"?sep=([^\w\s"]|\t)"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)  # a note for Excel
_END = "\0"  # cannot be in the text: it would not have been decoded


class TableRow(NamedTuple):
    """One row of a table: the line of the file where it begins, from 1, its cells, and the number
    that a spreadsheet gives it, which is another one below a cell with line breaks.
    """

    line: int
    cells: tuple[str, ...]
    number: int


class Parsed(NamedTuple):
    """What was found in a text: its delimiter, its rows, and how many empty ones between them."""

    delimiter: str
    rows: list[TableRow]
    blank: int


@dataclass(frozen=True)
class Sheet:
    """A table as it was in a file: each row has as many cells as there are headers.

    A row with too many cells stands in `slipped` instead, as it is: which of its cells belongs
    where cannot be known. Rows without anything in them are only counted.
    """

    headers: tuple[str, ...]
    rows: tuple[TableRow, ...]
    slipped: tuple[TableRow, ...]
    blank: int
    encoding: str
    delimiter: str

    def column(self, index: int) -> Iterator[str]:
        """The cells of a column that hold something, from the top."""
        return (cell for row in self.rows if (cell := row.cells[index].strip()))


def read_table(path: Path) -> Sheet:
    """The table in a file of at most 20 MB, 20,000 rows and 1,000 columns.

    Raises:
        ImportProblem: where it cannot be read, is no table, or holds no answers.
    """
    try:
        if not path.is_file():
            raise ImportProblem(
                tr("There is no file {file}. Choose another one.").format(file=path)
            )
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ImportProblem(
            tr("{file} cannot be read: {reason}. Allow reading it, or choose another one.").format(
                file=path, reason=error.strerror or error
            )
        ) from error
    if len(data) > MOST_BYTES:
        raise ImportProblem(
            tr("This file is larger than 20 MB. Leave out columns that hold files or long texts.")
        )
    text, encoding = decode(data)
    return _sheet(parse(text), encoding)


def _sheet(parsed: Parsed, encoding: str) -> Sheet:
    delimiter, rows, blank = parsed
    if not rows:
        raise ImportProblem(tr("This file is empty. Export the answers again."))
    headers = [" ".join(cell.split()) for cell in rows[0].cells]
    while not headers[-1]:  # a delimiter at the end of each line
        headers.pop()
    if len(headers) > MOST_COLUMNS:
        raise ImportProblem(
            tr("This file has more than 1,000 columns. Choose the export of a form.")
        )
    if len(rows) == 1:
        raise ImportProblem(
            tr("This file has headers and no answers. Wait until people have answered.")
        )
    if len(rows) - 1 > MOST_ROWS:
        raise ImportProblem(tr("This file has more than 20,000 rows. Split it into several files."))
    fitting, slipped = [], []
    for row in rows[1:]:
        if _full(row.cells[len(headers) :]):
            slipped.append(row)
        else:  # programs leave out empty cells at the end, or add some
            padding = ("",) * (len(headers) - len(row.cells))
            fitting.append(TableRow(row.line, row.cells[: len(headers)] + padding, row.number))
    return Sheet(tuple(headers), tuple(fitting), tuple(slipped), blank, encoding, delimiter)


def parse(text: str) -> Parsed:
    """The rows of a text that hold something.

    Raises:
        ImportProblem: where a quotation mark is never closed, or the rows are too many.
    """
    noted = _SEP.match(text)
    if noted:
        text = text[noted.end() :]
    delimiter = noted[1] if noted else _delimiter(text)
    rows: list[TableRow] = []
    blank = passed = 0
    for row in _rows(text, delimiter, 2 if noted else 1):
        if _full(row.cells):
            blank += passed if rows else 0  # neither above the headers nor at the end
            passed = 0
            rows.append(row)
        else:
            passed += 1
        if len(rows) - 1 > MOST_ROWS or blank + passed > _MOST_BLANK:
            raise ImportProblem(
                tr("This file has more than 20,000 rows. Split it into several files.")
            )
    return Parsed(delimiter, rows, blank)


def _rows(text: str, delimiter: str, line: int) -> Iterator[TableRow]:
    """Every row of a text whose first line has this number in the file."""
    # A quotation mark that is never closed gives one long cell up to the end of the text, and
    # the end mark is a part of it.
    lines = chain(_lines(text), ("\n", _END))
    reader = csv.reader(lines, delimiter=delimiter)
    begun = line
    try:
        for number, cells in enumerate(reader, 1):
            if cells == [_END]:
                return
            if cells and cells[-1].endswith(_END):
                break
            yield TableRow(begun, tuple(cells), number)
            begun = line + reader.line_num
    except csv.Error as error:  # a cell of more than 131,072 characters
        raise _endless(begun) from error
    raise _endless(begun)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, taken from pieces of it: all of 20 MB at once would
    keep the window's thread waiting.
    """
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _PIECE) + 1 or len(text)
        yield from StringIO(text[begin:end], newline="")
        begin = end


def _endless(line: int) -> ImportProblem:
    return ImportProblem(
        tr(
            "In line {line} a text begins that never ends: a quotation mark is missing. "
            "Export the answers again, or mend that line."
        ).format(line=line)
    )


def _delimiter(text: str) -> str:
    """The delimiter that gives the most cells in rows as long as the first one.

    Not the standard library's sniffer, which takes blanks and letters for delimiters and needs
    quadratic time for some quotation marks.
    """
    best, most = DELIMITERS[-1], 0.0
    for delimiter in DELIMITERS:
        reader = csv.reader(_lines(text), delimiter=delimiter)
        try:
            widths = [len(cells) for cells in islice(reader, _SAMPLE) if _full(cells)]
        except csv.Error:  # with the right delimiter it is told where the rows are read
            continue
        if not widths or widths[0] < 2:
            continue
        fitting = widths.count(widths[0]) / len(widths)
        if fitting >= 0.5 and fitting * widths[0] > most:
            best, most = delimiter, fitting * widths[0]
    return best


def _full(cells: Sequence[str]) -> bool:
    return any(cell.strip() for cell in cells)
