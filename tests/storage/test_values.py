from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.storage.values import (
    time_from_number,
    time_to_number,
    value_from_json,
    value_to_json,
)

# every character there is, halves of characters (lone surrogates) and NUL among them
texts = st.text(st.characters(), max_size=30)
cells = texts | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
records = st.dictionaries(texts, cells, max_size=4)
values = (
    texts
    | st.integers()
    | st.lists(texts, max_size=4).map(tuple)
    | st.lists(records, max_size=4).map(tuple)
)


@given(values)
def test_a_value_is_read_back_as_it_was_written(value: object) -> None:
    stored = value_to_json(value)  # type: ignore[arg-type]
    stored.encode()  # a file can hold it
    assert value_from_json(stored) == value


@pytest.mark.parametrize("value", [1, 1.5, "1"])
def test_a_cell_stays_a_number_or_a_text(value: float | str) -> None:
    ((_, back),) = value_from_json(value_to_json(({"hours": value},)))[0].items()  # type: ignore[index,union-attr]
    assert type(back) is type(value)


@pytest.mark.parametrize(
    "value", [None, True, 1.5, ["a"], ("a", 1), ({"a": None},), ({"a": True},), ({1: "a"},), b"a"]
)
def test_what_no_answer_can_be_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        value_to_json(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_is_none_is_refused_and_its_column_named(number: float) -> None:
    with pytest.raises(ValueError, match="“given” must be finite"):
        value_to_json(({"given": number},))


@pytest.mark.parametrize("text", ["", "{", '{"a":1}', "[1]", "null", "1.5", "true"])
def test_what_was_never_written_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):
        value_from_json(text)


hours = st.timedeltas(timedelta(hours=-23), timedelta(hours=23))


@given(st.datetimes(timezones=st.builds(timezone, hours)))
def test_a_time_keeps_its_moment_to_the_microsecond(time: datetime) -> None:
    back = time_from_number(time_to_number(time))
    assert back == time
    assert back.tzinfo is UTC


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        time_to_number(datetime(2026, 11, 3, 14, 3))


def test_another_zone_is_the_same_moment() -> None:
    there = datetime(2026, 11, 3, 14, 3, tzinfo=timezone(timedelta(hours=2)))
    assert time_from_number(time_to_number(there)) == datetime(2026, 11, 3, 12, 3, tzinfo=UTC)
