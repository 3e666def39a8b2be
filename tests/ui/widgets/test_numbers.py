"""Reading the numbers people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.ui.widgets.numbers import number_text, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), (" 3 ", 3), ("2.5", 2.5), ("2,5", 2.5), ("2.125", 2.125), ("٣", 3), ("007", 7)],
)
def test_numbers_are_read(text: str, value: float) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["", "a", "1,000", "-3", "3 h", "1.2.3", "1e9", "9" * 13, "½"])
def test_what_is_no_number_for_certain_is_not_guessed(text: str) -> None:
    assert read_number(text) is None


@given(st.one_of(st.integers(0, 10**12 - 1), st.integers(0, 10**9).map(lambda n: n / 1000)))
def test_a_number_is_shown_so_that_it_is_read_back(value: float) -> None:
    assert read_number(number_text(value)) == value
