from hypothesis import given
from hypothesis import strategies as st

from workbook.printing.type.breaking import units


def test_lines_break_after_spaces() -> None:
    assert list(units("one two  three")) == ["one", " ", "two", "  ", "three"]


def test_hyphens_between_letters_and_dashes_and_slashes_let_go() -> None:
    assert list(units("co-lead and/or this—that")) == [
        "co-", "lead", " ", "and/", "or", " ", "this—", "that",
    ]  # fmt: skip


def test_numbers_and_dates_stay_whole() -> None:
    assert list(units("2026-11-23 -5 3.5")) == ["2026-11-23", " ", "-5", " ", "3.5"]


def test_no_break_spaces_hold() -> None:
    assert list(units("10\u00a0km 国\u00a0国 a\u202fb\u2060c")) == [
        "10\u00a0km", " ", "国\u00a0国", " ", "a\u202fb\u2060c",
    ]  # fmt: skip


def test_chinese_breaks_between_characters() -> None:
    assert list(units("中文文本")) == list("中文文本")


def test_stops_and_brackets_do_not_stand_alone() -> None:
    assert list(units("中「文」本。好")) == ["中", "「文」", "本。", "好"]
    assert list(units("ちょっと、ー")) == ["ちょっ", "と、ー"]


def test_a_letter_before_a_chinese_stop_keeps_it() -> None:
    assert list(units("abc。def")) == ["abc。", "def"]


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(units(text)) == text
