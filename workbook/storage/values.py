"""How answers and times are written in the library: JSON text and microseconds."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.model.answers import Record, Value

from_json = json.JSONDecoder().decode  # json.loads() without its look at the kind of text
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def time_to_number(time: datetime) -> int:
    """An aware time as whole microseconds since 1970 in UTC.

    Raises:
        ValueError: where the time knows no time zone.
    """
    if time.tzinfo is None:
        raise ValueError("a stored time needs its time zone")
    return (time - _EPOCH) // _MICROSECOND


def time_from_number(number: int) -> datetime:
    """The aware time, in UTC, of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=number)


def value_to_json(value: "Value") -> str:
    """An answer's value as JSON text that every file can hold.

    Raises:
        TypeError: where it is no text, whole number, tuple of texts or tuple of records.
        ValueError: where a number in a record is infinite or not a number.
    """
    _check(value)
    return to_json(value)


def to_json(value: object) -> str:
    """Plain data as compact JSON text; half characters (lone surrogates) are escaped, because
    UTF-8 cannot hold them.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_as_dict)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=_as_dict)
    return text


def value_from_json(text: str) -> "Value":
    """The value that `value_to_json` wrote.

    Raises:
        ValueError: where the text is nothing that it writes.
    """
    value = from_json(text)
    if isinstance(value, str):
        return value  # nearly all are: no further look
    if isinstance(value, list):
        value = tuple(value)
    try:
        _check(value)
    except TypeError as error:
        raise ValueError(f"not a stored answer: {text[:40]}") from error
    checked: Value = value
    return checked


def _as_dict(value: object) -> dict[object, object]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} cannot be stored")


def _check(value: object) -> None:
    if isinstance(value, str) or type(value) is int:
        return
    if isinstance(value, tuple):
        if all(isinstance(item, str) for item in value):
            return
        if all(isinstance(item, Mapping) for item in value):
            for item in value:
                _check_record(item)
            return
    raise TypeError("an answer is text, a whole number, a tuple of texts or a tuple of records")


def _check_record(record: "Record") -> None:
    for column, cell in record.items():
        if not isinstance(column, str) or type(cell) not in (str, int, float):
            raise TypeError("a record has texts and numbers in columns that have names")
        if isinstance(cell, float) and not math.isfinite(cell):
            raise ValueError(f"the number in “{column}” must be finite")
