"""Writes what was answered as a CSV file for spreadsheets and statistics: a line an answer.

The columns are stable and stand in README. Cells are separated by commas and every text is quoted
(RFC 4180), in UTF-8 with a byte order mark, without which Excel takes it for something else.

A spreadsheet runs a cell that begins like a formula. Such texts get an apostrophe before the sign
that would make them one (OWASP, "CSV Injection"), also full-width ones, also behind blanks, quotes
and whatever cannot be seen. A program that reads the file with another separator than it has, as
Excel does in half of Europe, finds cells also behind semicolons, tabs and line ends, so there too.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from workbook.catalogue.choices import counted
from workbook.exchange.exportable import Leaving, questions_of
from workbook.model.answers import Cell, Record, Value, voice_of
from workbook.model.guide import PASS, Question
from workbook.readings.shown import ShownRound

COLUMNS = (
    "session", "group", "mode", "step", "question", "question_words", "mark", "round",
    "respondent", "value", "people", "state",
)  # fmt: skip
WRITTEN, REVEALED, WITHHELD = "written", "revealed", "withheld"

_SIGNS = "=+\\-@\N{MINUS SIGN}＝＋－＠﹦﹢﹣﹫⁺⁻⁼"
_UNSEEN = r"\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\""
_BEGINS = re.compile(rf"(\A|[;\t\r\n])([{_UNSEEN}]*)(?='*[{_SIGNS}])")
_CONTROL = re.compile(r"'*[\t\r\n\x00]")

_Row = tuple[str | int | float, ...]


def answers_csv(found: Leaving) -> bytes:
    """All answers, step by step: what was written, then the counts of its rounds."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(found):
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would begin to run it. Apostrophes that
    stand there already get one more, so that taking one away gives the text back.
    """
    text = _BEGINS.sub(r"\1\2'", text)
    return f"'{text}" if _CONTROL.match(text) else text


def _rows(found: Leaving) -> Iterator[_Row]:
    voice = voice_of(found.mode)
    for step in found.guide.steps:
        for question in questions_of(found.guide, step):
            for mark, value in found.answered(question):
                for place, cell in _cells(mark, value):
                    about = _about(found, step.id, question, place)
                    yield (*about, "", voice, _number(cell), "", WRITTEN)
        for round_ in found.rounds_of(step.id):
            yield from _of_round(found, round_)


def _about(found: Leaving, step: str, question: Question, mark: str) -> _Row:
    """The cells that a line begins with."""
    return found.id, found.group, found.mode.value, step, question.id, question.prompt, mark


def _of_round(found: Leaving, round_: ShownRound) -> Iterator[_Row]:
    """Counts: a line for each answer that somebody gave; of what is withheld, that it is."""
    for spot in round_.spots:
        question = found.guide.questions[spot.question]
        begin = (*_about(found, round_.step, question, spot.mark), round_.number, "")
        if spot in round_.few:
            yield (*begin, "", "", WITHHELD)
        for choice, people in counted(found.guide, round_, spot):
            yield (*begin, choice, people, REVEALED)
        if round_.passes.get(spot):
            yield (*begin, PASS, round_.passes[spot], REVEALED)
    for name, id_, mark, value in round_.by_name:
        for place, cell in _cells(mark, value):
            about = _about(found, round_.step, found.guide.questions[id_], place)
            yield (*about, round_.number, name, _number(cell), "", REVEALED)


def _cells(mark: str, value: Value) -> Iterator[tuple[str, Cell]]:
    """A value as single cells, each with its place: "2" is the second of an order, "1.what" the
    column "what" of the first record.
    """
    if not isinstance(value, tuple):
        yield mark, value
        return
    items: tuple[str | Record, ...] = value
    for number, each in enumerate(items, 1):
        if isinstance(each, str):
            yield str(number), each
        else:
            yield from ((f"{number}.{column}", cell) for column, cell in each.items())


def _number(cell: Cell) -> Cell:
    """A number without decimals that say nothing."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
