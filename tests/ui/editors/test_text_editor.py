"""Writing text, dates and numbers."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show, Shown
from workbook.ui.editors.text_editor import TextEditor
from workbook.ui.widgets.fields import GrowingText


def editor_of(shown: Shown) -> TextEditor:
    assert isinstance(shown.editor, TextEditor)
    return shown.editor


def said(shown: Shown) -> str:
    """What is said about how a date or number was read."""
    note = editor_of(shown).note
    assert note is not None
    return note.text()


def start_of(shown: Shown) -> QPushButton:
    start = editor_of(shown).start
    assert start is not None
    return start


def test_typing_tells_the_whole_text_at_each_key(show: Show) -> None:
    shown = show(q.TEXT)
    shown.press("hi")
    assert shown.told == [("", "h", True), ("", "hi", True)]


def test_emptying_a_text_clears_the_mark(show: Show) -> None:
    shown = show(q.TEXT)
    shown.press("a", Qt.Key.Key_Backspace)
    assert shown.told[-1] == ("", None, True)


def test_values_set_are_shown_in_silence(show: Show) -> None:
    shown = show(q.TEXT)
    shown.editor.set_values({"": "Tools are lent."})
    assert editor_of(shown).field.text() == "Tools are lent."
    assert shown.told == []


def test_the_same_value_set_again_leaves_the_cursor_and_the_undo(show: Show) -> None:
    shown = show(q.TEXT)
    shown.press("abc", Qt.Key.Key_Left)
    shown.editor.set_values({"": "abc"})
    shown.press("x")
    assert shown.told[-1] == ("", "abxc", True)
    shown.press(Qt.Key.Key_Z, control=True)
    assert editor_of(shown).field.text() != "abxc"


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("question", [q.TEXT, q.LINE])
def test_page_keys_go_on_to_the_page(show: Show, question: object, key: Qt.Key) -> None:
    shown = show(question)
    shown.press(key)
    assert shown.window.turned == 1


def test_tab_leaves_the_text_and_says_so(show: Show) -> None:
    shown = show(q.REASONED)
    shown.editor.focus_mark("reason")
    shown.press("a", Qt.Key.Key_Tab)
    assert shown.left == 1
    assert shown.told == [("reason", "a", True)]


def test_undo_and_redo_are_the_fields_own(show: Show) -> None:
    shown = show(q.TEXT)
    shown.press("abc")
    shown.press(Qt.Key.Key_Z, control=True)
    assert shown.told[-1][1] != "abc"
    shown.press(Qt.Key.Key_Z, control=True, shift=True)
    assert shown.told[-1] == ("", "abc", True)


def test_a_paste_drops_all_but_the_words(show: Show) -> None:
    shown = show(q.TEXT)
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    field = editor_of(shown).field
    assert isinstance(field, GrowingText)
    field.insertFromMimeData(mime)
    assert shown.told == [("", "bold", True)]


def test_spaces_that_do_not_break_are_kept(show: Show) -> None:
    shown = show(q.TEXT)
    shown.press("10\u00a0km")
    assert shown.told[-1][1] == "10\u00a0km"


@pytest.mark.parametrize(("lines", "shown_lines"), [(1, 3), (3, 3), (5, 5), (10, 10), (40, 10)])
def test_a_text_grows_up_to_ten_lines_then_scrolls(
    show: Show, qtbot: QtBot, lines: int, shown_lines: int
) -> None:
    shown = show(q.TEXT)
    field = editor_of(shown).field
    assert isinstance(field, GrowingText)
    shown.editor.set_values({"": "\n".join("line" for _ in range(lines))})
    line = field.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: field.viewport().height() // line == shown_lines)
    scrolls = field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    assert scrolls == (lines > 10)


def test_a_long_line_wraps_and_grows_too(show: Show, qtbot: QtBot) -> None:
    shown = show(q.TEXT, width=300)
    field = editor_of(shown).field
    before = field.height()
    shown.press("a workshop where nobody has to explain " * 5)
    qtbot.waitUntil(lambda: field.height() > before)


def test_one_line_is_a_line_edit(show: Show) -> None:
    shown = show(q.LINE)
    shown.press("River")
    assert isinstance(editor_of(shown).field, QLineEdit)
    assert shown.told[-1] == ("", "River", True)


def test_arabic_stands_at_the_right(show: Show) -> None:
    shown = show(q.TEXT)
    shown.editor.set_values({"": "تصليح بدل الرمي"})
    field = editor_of(shown).field
    assert isinstance(field, GrowingText)
    line = field.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextRect().left() > field.viewport().width() / 2


def test_the_field_is_named_by_its_prompt_for_assistive_technology(show: Show) -> None:
    for question in (q.TEXT, q.LINE):
        shown = show(question)
        met = QAccessible.queryAccessibleInterface(editor_of(shown).field)
        assert met.role() == QAccessible.Role.EditableText
        assert met.text(QAccessible.Text.Name) == question.prompt


# Dates and numbers


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1/2/2027", "1 February 2027"), ("2027-02-01", "1 February 2027")],
)
def test_a_date_says_how_it_was_read(show: Show, typed: str, read: str) -> None:
    shown = show(q.DATE)
    shown.press(typed)
    assert said(shown) == read
    assert shown.told[-1] == ("", typed, True)


def test_what_is_no_date_is_said_kindly_when_left_and_stays(show: Show) -> None:
    shown = show(q.DATE)
    shown.press("in spring")
    assert said(shown) == ""
    editor_of(shown).field.clearFocus()
    assert said(shown) == (
        "“in spring” is kept as it is; for a date, write for example 1 February 2027."
    )
    assert editor_of(shown).field.text() == "in spring"


def test_a_number_with_a_comma_says_how_it_was_read(show: Show) -> None:
    shown = show(q.NUMBER)
    shown.press("2,5")
    assert said(shown) == "2.5"


def test_a_plain_number_says_nothing(show: Show) -> None:
    shown = show(q.NUMBER)
    shown.press("12")
    assert said(shown) == ""


def test_what_is_no_number_is_said(show: Show) -> None:
    shown = show(q.NUMBER)
    shown.editor.set_values({"": "a dozen"})
    assert said(shown) == "“a dozen” is kept as it is; for a number, write for example 12."


# Drafts


@pytest.mark.parametrize("question", [q.DRAFTED, q.DRAFTED_LINE])
def test_a_draft_is_taken_by_its_button_and_can_be_undone(show: Show, question: object) -> None:
    shown = show(question)
    editor = editor_of(shown)
    assert start_of(shown).isHidden()
    editor.set_draft("We are here for each other.")
    assert not start_of(shown).isHidden()
    shown.click(start_of(shown))
    assert shown.told == [("", "We are here for each other.", True)]
    assert start_of(shown).isHidden()
    assert editor.field.hasFocus()
    shown.press(Qt.Key.Key_Z, control=True)
    assert editor.field.text() == ""
    assert not start_of(shown).isHidden()


@pytest.mark.parametrize("question", [q.DRAFTED, q.DRAFTED_LINE])
def test_the_draft_is_met_before_the_field_and_leaves_the_cursor_in_it(
    show: Show, question: object
) -> None:
    shown = show(question)
    editor = editor_of(shown)
    editor.set_draft("We are here for each other.")
    start_of(shown).setFocus()
    assert shown.tab() is editor.field
    start_of(shown).setFocus()
    shown.press(Qt.Key.Key_Space)
    assert editor.field.hasFocus()
    shown.press(" Always.")
    assert shown.told[-1] == ("", "We are here for each other. Always.", True)


def test_no_draft_is_offered_over_what_is_written(show: Show) -> None:
    shown = show(q.DRAFTED)
    shown.editor.set_values({"": "Mine"})
    editor_of(shown).set_draft("A draft")
    assert start_of(shown).isHidden()


def test_a_question_without_a_draft_offers_none(show: Show) -> None:
    shown = show(q.TEXT)
    editor_of(shown).set_draft("A draft")
    assert editor_of(shown).start is None


@pytest.mark.parametrize("question", [q.TEXT, q.LINE])
def test_a_blank_written_over_a_text_stays_and_can_be_undone(show: Show, question: object) -> None:
    shown = show(question)
    field = editor_of(shown).field
    shown.press("River")
    field.selectAll()
    shown.press(" ")
    shown.editor.set_values({})
    assert field.text() == " "
    shown.press(Qt.Key.Key_Z, control=True)
    assert field.text() == "River"
    assert shown.told[-1] == ("", "River", True)
