"""Dates as Britain writes them, read only where nothing has to be guessed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.catalogue.dates import long_date, number, read_date, short_date, time_of_day, when

TODAY = date(2026, 11, 23)


def local(*parts: int) -> datetime:
    """A moment on this machine's clock, as it is stored: in UTC."""
    return datetime(*parts).astimezone(UTC)  # type: ignore[arg-type]


def test_a_date_in_full() -> None:
    assert long_date(date(2026, 11, 22)) == "22 November 2026"


def test_a_short_date_has_its_year_only_where_it_is_another() -> None:
    assert short_date(date(2026, 11, 3), TODAY) == "3 Nov"
    assert short_date(date(2025, 11, 3), TODAY) == "3 Nov 2025"


def test_a_moment_is_told_by_this_machines_clock() -> None:
    now = local(2026, 11, 23, 18, 0)
    assert when(local(2026, 11, 23, 14, 3), now) == "Today 14:03"
    assert when(local(2026, 11, 22, 23, 59), now) == "22 Nov"
    assert when(local(2025, 11, 22, 14, 3), now) == "22 Nov 2025"
    assert time_of_day(local(2026, 11, 23, 9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3, "3"),
        (3.0, "3"),
        (4.5, "4.5"),
        (-0.5, "−0.5"),
        (-3, "−3"),
        (2.25, "2.25"),
        (0.001, "0"),
        (10, "10"),
    ],
)
def test_numbers_say_no_more_than_they_need(value: float, words: str) -> None:
    assert number(value) == words


@pytest.mark.parametrize(
    "text",
    [
        "1 February 2027",
        " 1 february 2027 ",
        "1st Feb 2027",
        "1 Feb. 2027",
        "February 1, 2027",
        "Feb 1 2027",
        "2027-02-01",
        "1/2/2027",
        "01.02.2027",
        "1. 2. 2027",
        "1-2-2027",
    ],
)
def test_a_date_is_read_day_first(text: str) -> None:
    assert read_date(text) == date(2027, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 Feb",
        "next spring",
        "1/2/27",
        "2/13/2027",
        "31 February 2027",
        "1 Ju 2027",
        "1 J 2027",
        "0 May 2027",
        "1 Foo 2027",
        "before the newsletter",
        "1/2-2027",
        "1 May 0000",
    ],
)
def test_a_date_is_never_guessed(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(min_value=date(1002, 1, 1)))
def test_what_the_program_writes_it_can_read(day: date) -> None:
    assert read_date(long_date(day)) == day
    assert read_date(short_date(day, day - timedelta(days=366))) == day
    assert read_date(day.isoformat()) == day


@given(st.text())
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    assert read_date(text) is None or len(text) >= 8
