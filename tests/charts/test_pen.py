from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.pen import (
    LONGEST,
    Face,
    ScreenLettering,
    cut,
    elided,
    face_of,
    one_line,
    properties,
    trace,
    wrapped,
)
from workbook.printing.type.fonts import dejavu_folder

LETTERING = ScreenLettering()


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


def test_steps_are_led_to_what_a_toolkit_calls_them():
    heard: list = []
    trace(
        [("M", (1, 2)), ("L", (3, 4)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())],
        *(lambda *numbers, name=name: heard.append((name, numbers)) for name in "MLCZ"),
    )
    assert heard == [("M", (1, 2)), ("L", (3, 4)), ("C", (1, 2, 3, 4, 5, 6)), ("Z", ())]


# matplotlib's own letters


def test_widths_grow_with_the_size_and_the_weight():
    one = LETTERING.width("community", Face.REGULAR, 9)
    assert LETTERING.width("community", Face.REGULAR, 18) == pytest.approx(2 * one)
    assert LETTERING.width("community", Face.SEMIBOLD, 9) > one
    assert LETTERING.width("", Face.REGULAR, 9) == 0


def test_letters_that_the_shipped_fonts_have_stay():
    for text in ("for each other →", "say · 5", "Tomé’s café", "שלום", "مرحبا", "☎"):
        assert LETTERING.drawable(text) == text


def test_what_has_no_font_becomes_a_box_that_is_seen():
    assert LETTERING.drawable("a\ue123b\x07\ud800") == "a□b□□"


def test_signs_without_a_look_leave_no_box():
    assert LETTERING.drawable("a\u202eb\ufe0fc\u2060") == "abc"


@pytest.mark.parametrize("face", Face)
def test_a_face_is_known_again_by_its_fonts(face):
    assert face_of(properties("abc", face, 9)) is face


def test_fonts_made_elsewhere_are_no_face():
    from matplotlib.font_manager import FontProperties

    with pytest.raises(KeyError):
        face_of(FontProperties(family="serif"))


def test_matplotlibs_list_of_fonts_is_where_it_was():
    """It is not documented: another version may keep it elsewhere, or its folder."""
    from matplotlib import get_data_path
    from matplotlib.font_manager import findfont, fontManager

    found = findfont(properties("abc", Face.SEMIBOLD, 9), fallback_to_default=False)
    assert found.endswith("SourceSansPro-Semibold.ttf")
    assert "Workbook semibold" in {entry.name for entry in fontManager.ttflist}
    assert dejavu_folder() == Path(get_data_path(), "fonts", "ttf")
