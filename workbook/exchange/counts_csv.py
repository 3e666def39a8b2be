"""Reads counted answers, a line an answer: `mark,answer,count`, or `answer,count`."""

from collections import Counter
from collections.abc import Sequence

from workbook.catalogue import tr
from workbook.catalogue.words import quoted
from workbook.exchange.cells import CellReader
from workbook.exchange.decoding import decode
from workbook.exchange.folding import fold
from workbook.exchange.names import mark_names
from workbook.exchange.problems import ImportProblem
from workbook.exchange.table import MOST_ROWS, TableRow, parse
from workbook.model.guide import Guide
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot

_TOLD = 10  # problems; whoever has more mends these first


def read_counts(text: str | bytes, guide: Guide, question: str) -> Counter[Ballot]:
    """The ballots that counted answers stand for, each with one spot: what was answered together
    is not known. The same answer may stand in several lines. A first line with headers is allowed.

    Args:
        text: the lines, with any delimiter of a CSV file; bytes are decoded as those of a file.
        guide: what was asked.
        question: the id of the question that was voted on.

    Raises:
        ImportProblem: naming the lines that cannot be read and what was expected there; then
            nothing is taken of any line.
    """
    counts = _Counts(guide, question)
    rows = parse((decode(text)[0] if isinstance(text, bytes) else text).lstrip("\ufeff")).rows
    if rows and counts.is_header(rows[0].cells):
        rows = rows[1:]
    if not rows:
        raise ImportProblem(tr("There are no counts. {expected}").format(expected=counts.expected))
    problems = []
    for row in rows:
        if problem := counts.add(row):
            problems.append(tr("Line {line}: {problem}").format(line=row.line, problem=problem))
    if counts.ballots.total() > MOST_ROWS:
        problems.append(tr("These are more than 20,000 answers."))
    if problems:
        raise ImportProblem("\n".join(problems[:_TOLD]))
    return counts.ballots


class _Counts:
    """Adds up the lines of one question."""

    def __init__(self, guide: Guide, question_id: str) -> None:
        question = guide.questions[question_id]
        asked = spots(question)
        self.readers = {spot: CellReader(guide, spot) for spot in asked}
        self.named = {name: spot for spot in asked for name in mark_names(question, spot.mark)}
        self.ballots: Counter[Ballot] = Counter()
        marks = ", ".join(quoted(spot.mark) for spot in asked)
        self.expected = (
            tr("Expected “answer,count”, as in “7,3”.")
            if len(asked) == 1
            else tr("Expected “mark,answer,count”; the marks are {marks}.").format(marks=marks)
        )

    def is_header(self, cells: Sequence[str]) -> bool:
        """Whether no cell of a line could be a part of a count."""
        return not any(self._spot(cell) or _whole(cell) is not None for cell in cells) and all(
            reader.read(cells[0]).problem for reader in self.readers.values()
        )

    def add(self, row: TableRow) -> str:
        """Add a line, or say what is wrong with it."""
        cells = [cell.strip() for cell in row.cells]
        while len(cells) > 2 and not cells[-1]:  # a delimiter at its end
            cells.pop()
        spot = next(iter(self.readers)) if len(self.readers) == 1 else None
        if len(cells) == 3:
            spot = self._spot(cells.pop(0))
        if len(cells) != 2 or spot is None:
            return self.expected
        answer, counted = cells
        choice, problem = self.readers[spot].read(answer)
        if problem or not choice:
            return problem or tr("There is no answer. {expected}").format(expected=self.expected)
        count = _whole(counted)
        if count is None:
            return tr("{count} is no count. Expected a whole number from 0 on.").format(
                count=quoted(counted)
            )
        if count:
            self.ballots[Ballot.of({spot: choice})] += count
        return ""

    def _spot(self, cell: str) -> Spot | None:
        return self.named.get(fold(cell))


def _whole(cell: str) -> int | None:
    text = cell.strip()
    return int(text) if text.isdecimal() and len(text) <= 9 else None
