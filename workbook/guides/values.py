"""Whether a value answers a question, or a choice its ballot; if not, what was expected."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from workbook.model.answers import Value
from workbook.model.guide import PASS, Column, ColumnType, Option, Question
from workbook.model.marks import (
    InColumns,
    InOrder,
    OneOf,
    OnLevels,
    OnLine,
    Takes,
    Written,
    choices_at,
    marks_of,
)

_NO_MARK = "no such mark"


def expected_value(question: Question, mark: str, value: Value) -> str:
    """What was expected instead of this value at this mark of the question; "" where it fits."""
    asked = [each for each in marks_of(question) if each.asked]
    at = next((each for each in asked if each.id == mark), None)
    if at is None:
        return _no_mark([each.id for each in asked])
    return _expected(at.takes, value)


def _expected(takes: Takes, value: Value) -> str:
    match takes:
        case Written():
            return "" if isinstance(value, str) else "expected a text"
        case OnLine(low, high):
            return _number(value, low, high)
        case OnLevels(levels):
            numbers = [int(level.id) for level in levels]
            return _number(value, min(numbers), max(numbers))
        case OneOf(options=options):
            return _choice(value, [*_ids(options), *([PASS] if takes.passing else [])])
        case InOrder(options):
            ids = _ids(options)
            fits = isinstance(value, tuple) and sorted(map(str, value)) == sorted(ids)
            return "" if fits else "expected each of " + ", ".join(ids) + " once"
        case InColumns(columns):
            return _records(columns, value)
        case _:
            assert_never(takes)


def expected_choice(question: Question, mark: str, choice: str) -> str:
    """What was expected instead of this choice on a ballot, at this mark of the question; ""
    where it is one.

    A choice is the text of a number, the id of an option or a rung, "never", or "pass".
    """
    voted = [each for each in marks_of(question) if each.voted]
    if not voted:
        return "this question is not voted on"
    at = next((each for each in voted if each.id == mark), None)
    if at is None:
        return _no_mark([each.id for each in voted])
    choices = choices_at(at.takes)
    passing = [] if at.fact else [PASS]
    if isinstance(at.takes, OnLine):
        fits = choice in [*choices, *passing]
        return "" if fits else f"expected {choices[0]} to {choices[-1]}, or {PASS}"
    return _choice(choice, [*choices, *passing])


def _ids(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options]


def _no_mark(marks: Iterable[str]) -> str:
    among = [mark for mark in marks if mark]
    if among:
        return f"{_NO_MARK}; expected one of " + ", ".join(among)
    return f"{_NO_MARK}; this question has a single answer"


def _choice(value: Value, options: list[str]) -> str:
    return "" if value in options else "expected one of " + ", ".join(options)


def _number(value: Value, low: int, high: int) -> str:
    fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return "" if fits else f"expected a whole number from {low} to {high}"


def _records(offered: Iterable[Column], value: Value) -> str:
    columns = {column.id: column for column in offered}
    if not isinstance(value, tuple) or not all(isinstance(row, Mapping) for row in value):
        return "expected a list of records"
    for number, row in enumerate(value, start=1):
        assert isinstance(row, Mapping)  # noqa: S101 - told above, for the type checker
        for id_, cell in row.items():
            at = f"record {number}, {id_}: "
            if id_ not in columns:
                return f"{at}no such column; expected one of " + ", ".join(columns)
            if columns[id_].type is ColumnType.NUMBER:
                if isinstance(cell, bool) or not isinstance(cell, int | float):
                    return f"{at}expected a number"
            elif not isinstance(cell, str):
                return f"{at}expected a text"
            elif columns[id_].type is ColumnType.CHOICE:
                wrong = _choice(cell, _ids(columns[id_].options))
                if wrong:
                    return at + wrong
    return ""
