from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.pen import LONGEST, Face, cut, elided, one_line, wrapped


class Typewriter:
    """Every letter one point wide."""

    def width(self, text: str, face: Face, size: float) -> float:
        return float(len(text))

    def drawable(self, text: str) -> str:
        return text


def fit(text: str, width: float) -> str:
    return elided(text, width, Face.REGULAR, 1, Typewriter())


def wrap(text: str, width: float, lines: int = 2) -> tuple[str, ...]:
    return wrapped(text, width, lines, Face.REGULAR, 1, Typewriter())


def test_typed_line_ends_and_tabs_become_spaces():
    assert one_line(" two\nlines\t and\r\nmore ") == "two lines and more"


def test_a_text_longer_than_any_chart_is_cut_and_says_so():
    assert one_line("x" * 2000) == "x" * LONGEST + "…"


def test_what_fits_stays_as_it_is():
    assert fit("community", 9) == "community"


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert fit("community", 6) == "commu…"
    assert fit("for the outside", 8) == "for the…"


def test_nothing_is_left_where_not_even_the_ellipsis_fits():
    assert fit("community", 0.5) == ""


def test_a_cut_never_parts_a_letter_from_its_accent_or_a_joined_sign():
    assert cut("cafe\u0301s", 4) == "caf"
    assert cut("a👩\u200d👩", 2) == "a"
    assert cut("a👩\u200d👩", 3) == "a"


def test_lines_break_at_spaces():
    assert wrap("friends are disappointed", 12) == ("friends are", "disappointed")


def test_a_word_wider_than_a_line_breaks_inside():
    assert wrap("abcdefghij", 4) == ("abc", "def…")


def test_the_last_line_is_elided():
    assert wrap("one two three four five", 9) == ("one two", "three fo…")


def test_no_text_takes_no_line():
    assert wrap("", 10) == ()


@given(st.text(max_size=80), st.floats(0, 40), st.integers(1, 3))
def test_lines_are_never_too_wide_nor_too_many(text, width, lines):
    found = wrap(one_line(text), width, lines)
    assert len(found) <= lines
    assert all(len(line) <= width for line in found)


@given(st.text("abc ", max_size=40), st.floats(8, 60))
def test_what_is_not_elided_is_complete(text, width):
    found = wrap(one_line(text), width, 3)
    if not any("…" in line for line in found):
        assert "".join(found).replace(" ", "") == text.replace(" ", "")
