"""Whether a value answers a question, or a choice its ballot; if not, what was expected."""

from collections.abc import Iterable, Mapping

from workbook.model.answers import Value
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    ColumnType,
    ConsentQuestion,
    Option,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
)
from workbook.model.spots import spots

_NO_MARK = "no such mark"
_LAST = "last"  # the mark at which a case asks for a fact, which nobody passes on


def expected_value(question: Question, mark: str, value: Value) -> str:
    """What was expected instead of this value at this mark of the question; "" where it fits."""
    match question:
        case ScaleQuestion():
            marks = [each.id for each in question.marks]
            return _number(mark, marks, value, question.low, question.high)
        case RatingsQuestion():
            items = [item.id for item in question.items]
            if question.notes and mark in [f"{item}.note" for item in items]:
                return _text(value)
            return _number(mark, items, value, question.low, question.high)
        case CaseQuestion():
            options = {"choice": [*_ids(question.options), PASS], _LAST: _ids(question.last_time)}
            return _choice(value, options[mark]) if mark in options else _no_mark(options)
        case ReasonedQuestion():
            if mark == "reason":
                return _text(value)
            fits = mark == "choice"
            return (
                _choice(value, _ids(question.options)) if fits else _no_mark(["choice", "reason"])
            )
    if mark:
        return f"{_NO_MARK}; this question has a single answer"
    match question:
        case RungsQuestion():
            return _choice(value, [*(rung.id for rung in question.rungs), NEVER])
        case ConsentQuestion():
            levels = [int(level.id) for level in question.levels]
            return _number("", [""], value, min(levels), max(levels))
        case OrderQuestion():
            ids = _ids(question.options)
            fits = isinstance(value, tuple) and sorted(map(str, value)) == sorted(ids)
            return "" if fits else "expected each of " + ", ".join(ids) + " once"
        case RecordsQuestion():
            return _records(question, value)
    return _text(value)


def expected_choice(question: Question, mark: str, choice: str) -> str:
    """What was expected instead of this choice on a ballot, at this mark of the question; ""
    where it is one.

    A choice is the text of a number, the id of an option or a rung, "never", or "pass".
    """
    marks = [spot.mark for spot in spots(question)]
    if not marks:
        return "this question is not voted on"
    if mark not in marks:
        return _no_mark(marks) if any(marks) else f"{_NO_MARK}; this question has a single answer"
    passing = [] if isinstance(question, CaseQuestion) and mark == _LAST else [PASS]
    match question:
        case ScaleQuestion() | RatingsQuestion():
            numbers = [str(number) for number in range(question.low, question.high + 1)]
            fits = choice in [*numbers, *passing]
            return "" if fits else f"expected {numbers[0]} to {numbers[-1]}, or {PASS}"
        case CaseQuestion():
            options = _ids(question.last_time if mark == _LAST else question.options)
        case RungsQuestion():
            options = [*(rung.id for rung in question.rungs), NEVER]
        case ReasonedQuestion():
            options = _ids(question.options)
        case ConsentQuestion():
            options = _ids(question.levels)
    return _choice(choice, [*options, *passing])


def _ids(options: Iterable[Option]) -> list[str]:
    return [option.id for option in options]


def _no_mark(marks: Iterable[str]) -> str:
    return f"{_NO_MARK}; expected one of " + ", ".join(marks)


def _text(value: Value) -> str:
    return "" if isinstance(value, str) else "expected a text"


def _choice(value: Value, options: list[str]) -> str:
    return "" if value in options else "expected one of " + ", ".join(options)


def _number(mark: str, marks: list[str], value: Value, low: int, high: int) -> str:
    if mark not in marks:
        return _no_mark(marks)
    fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    return "" if fits else f"expected a whole number from {low} to {high}"


def _records(question: RecordsQuestion, value: Value) -> str:
    columns = {column.id: column for column in question.columns}
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
