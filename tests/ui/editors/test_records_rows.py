"""Rows of records come with typing and go with a key or the cross."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show
from tests.ui.editors.records import FACT, OTHER, cell, filled, rows
from workbook.ui.widgets.cells import TextCell


def test_there_is_one_empty_row_to_type_into(show: Show) -> None:
    shown = show(q.FACTS)
    assert len(rows(shown)) == 1
    fact = cell(shown, 0, "fact")
    assert isinstance(fact, TextCell)
    assert fact.placeholderText() == "Add what you know…"


def test_typing_tells_the_rows_and_opens_another_empty_one(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    shown.press("ab")
    assert shown.told == [("", ({"fact": "a"},), True), ("", ({"fact": "ab"},), True)]
    assert len(rows(shown)) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_to_the_first_text_of_the_empty_row(show: Show, key: Qt.Key) -> None:
    shown = filled(show, FACT, OTHER)
    for column in ("fact", "source", "side"):
        cell(shown, 0, column).setFocus()
        shown.press(key)
        assert cell(shown, 2, "fact").hasFocus()
    assert shown.told == []


def test_a_sentence_typed_after_enter_is_told_whole(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    shown.press("one", Qt.Key.Key_Return, "two of two")
    assert shown.told[-1] == ("", ({"fact": "one"}, {"fact": "two of two"}), True)


def test_emptying_a_row_tells_the_others_only(show: Show) -> None:
    shown = filled(show, {"fact": "a"}, OTHER)
    cell(shown, 0, "fact").setFocus()
    shown.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    assert shown.told == [("", (OTHER,), True)]


def test_emptying_the_only_row_clears_the_mark(show: Show) -> None:
    shown = filled(show, {"fact": "a"})
    cell(shown, 0, "fact").setFocus()
    shown.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    assert shown.told == [("", None, True)]


def test_the_same_rows_set_again_leave_the_cursor_where_it_is(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    shown.press("abc", Qt.Key.Key_Left)
    shown.editor.set_values({"": ({"fact": "abc"},)})
    shown.press("x")
    assert shown.told[-1] == ("", ({"fact": "abxc"},), True)


def test_values_set_are_silent_and_rows_that_went_are_gone(show: Show) -> None:
    shown = filled(show, FACT, OTHER)
    shown.editor.set_values({"": (OTHER,)})
    assert [row.record() for row in rows(shown)] == [OTHER, {}]
    shown.editor.set_values({})
    assert [row.record() for row in rows(shown)] == [{}]
    assert shown.told == []


@pytest.mark.parametrize("held", ["control", "shift"])
@pytest.mark.parametrize("column", ["source", "fact", "side"])
def test_delete_with_control_or_shift_removes_the_row(show: Show, held: str, column: str) -> None:
    shown = filled(show, FACT, OTHER)
    cell(shown, 0, column).setFocus()
    shown.press(Qt.Key.Key_Delete, **{held: True})
    assert shown.told == [("", (OTHER,), False)]
    assert cell(shown, 0, column).hasFocus()


def test_the_cross_removes_its_row(show: Show) -> None:
    shown = filled(show, FACT, OTHER)
    shown.click(rows(shown)[1].remove)
    assert shown.told == [("", (FACT,), False)]


def test_removing_the_last_record_clears_the_mark_and_can_be_undone(show: Show) -> None:
    shown = filled(show, FACT)
    shown.click(rows(shown)[0].remove)
    assert shown.told == [("", None, False)]
    shown.editor.set_values({"": (FACT,)})
    assert rows(shown)[0].record() == FACT


def test_delete_removes_a_row_that_is_empty_and_says_nothing(show: Show) -> None:
    shown = filled(show, {"fact": "a"}, OTHER)
    cell(shown, 0, "fact").setFocus()
    shown.press(Qt.Key.Key_End, Qt.Key.Key_Backspace)
    before = len(shown.told)
    shown.press(Qt.Key.Key_Delete)
    assert [row.record() for row in rows(shown)] == [OTHER, {}]
    assert len(shown.told) == before


def test_delete_in_an_empty_cell_keeps_a_row_that_says_something(show: Show) -> None:
    shown = filled(show, OTHER)
    cell(shown, 0, "side").setFocus()
    shown.press(Qt.Key.Key_Delete)
    assert shown.told == []
    assert rows(shown)[0].record() == OTHER


def test_the_empty_row_at_the_end_stays(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    shown.press(Qt.Key.Key_Delete)
    shown.press(Qt.Key.Key_Delete, control=True)
    assert len(rows(shown)) == 1
    assert not rows(shown)[0].remove.isVisible()
