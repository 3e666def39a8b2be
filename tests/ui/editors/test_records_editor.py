"""Writing rows of records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show
from tests.ui.editors.records import FACT, OTHER, cell, filled, rows, warnings
from workbook.model.answers import Record
from workbook.ui.editors.records_editor import RecordsEditor
from workbook.ui.text_keys import can_undo
from workbook.ui.theme import Theme
from workbook.ui.widgets.cells import ChoiceCell, NumberCell, TextCell


def test_the_cross_is_named_by_its_row(show: Show) -> None:
    shown = filled(show, OTHER)
    assert rows(shown)[0].remove.accessibleName() == "Remove Nine evenings of eleven."


# Choices


def test_a_choice_made_with_the_keyboard_is_told_at_once(show: Show) -> None:
    shown = show(q.FACTS)
    shown.press(Qt.Key.Key_Down)
    assert shown.told == [("", ({"source": "calendar"},), False)]
    shown.press(Qt.Key.Key_Down)
    assert shown.told[-1] == ("", ({"source": "money"},), False)
    shown.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert shown.told[-1] == ("", ({"source": "calendar"},), False)


def test_a_letter_chooses(show: Show) -> None:
    shown = show(q.FACTS)
    shown.press("m")
    assert shown.told == [("", ({"source": "money"},), False)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_choice_can_be_taken_back(show: Show, key: Qt.Key) -> None:
    shown = filled(show, FACT)
    cell(shown, 0, "side").setFocus()
    shown.press(key)
    assert shown.told == [("", ({"source": "money", "fact": FACT["fact"]},), False)]


def test_the_list_opens_and_the_dash_takes_the_choice_back(show: Show, qtbot: QtBot) -> None:
    shown = filled(show, FACT)
    source = cell(shown, 0, "source")
    assert isinstance(source, ChoiceCell)
    qtbot.mouseClick(source, Qt.MouseButton.LeftButton)
    view = source.view()
    qtbot.waitUntil(view.isVisible)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert shown.told == [("", ({"fact": FACT["fact"], "side": "inside"},), False)]


def test_scrolling_the_page_chooses_nothing(show: Show) -> None:
    shown = filled(show, FACT)
    source = cell(shown, 0, "source")
    where = QPointF(5, 5)
    wheel = QWheelEvent(
        where,
        source.mapToGlobal(where),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(source, wheel)
    assert shown.told == []


# Numbers


@pytest.mark.parametrize(
    ("typed", "read"), [("3", 3), ("2.5", 2.5), ("2,5", 2.5), (" 4 ", 4), ("0", 0)]
)
def test_a_number_is_told_as_a_number(show: Show, typed: str, read: float) -> None:
    shown = show(q.HOURS)
    cell(shown, 0, "needed").setFocus()
    shown.press(typed)
    assert shown.told[-1] == ("", ({"needed": read},), True)
    cell(shown, 0, "given").setFocus()
    assert warnings(shown) == []


@pytest.mark.parametrize("typed", ["a few", "1,000", "-3", "3 h"])
def test_what_is_no_number_is_kept_and_said(show: Show, typed: str) -> None:
    shown = show(q.HOURS)
    cell(shown, 0, "needed").setFocus()
    shown.press(typed)
    assert shown.told[-1] == ("", ({"needed": typed},), True)
    assert warnings(shown) == []
    cell(shown, 0, "given").setFocus()
    [said] = warnings(shown)
    assert typed in said
    cell(shown, 0, "needed").setFocus()
    shown.press(Qt.Key.Key_A, control=True)
    shown.press("3")
    cell(shown, 0, "given").setFocus()
    assert warnings(shown) == []


# Keys


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_page_keys_turn_the_page_from_every_cell(show: Show, key: Qt.Key) -> None:
    for question in (q.FACTS, q.HOURS):
        shown = show(question)
        for each in rows(shown)[0].cells:
            each.setFocus()
            shown.press(key)
        assert shown.window.turned == 3
        assert shown.told == []


def test_tab_goes_through_the_rows_in_order(show: Show) -> None:
    shown = filled(show, FACT, OTHER)
    after = QLineEdit(shown.window)
    after.show()
    stops: list[QWidget] = [cell for row in rows(shown) for cell in row.cells]
    for stop in (*stops[1:], after):
        assert shown.tab() is stop


def test_typing_on_after_the_last_cell_removes_no_row(show: Show) -> None:
    shown = filled(show, FACT, OTHER)
    cell(shown, 0, "side").setFocus()
    shown.press(Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Tab, "x ")
    assert [row.blank() for row in rows(shown)] == [False, False, True]


def test_tab_from_a_row_begun_now_goes_to_the_next(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    shown.press("a")
    assert shown.tab() is cell(shown, 0, "side")
    assert shown.tab() is cell(shown, 1, "source")


def test_a_line_end_that_is_pasted_becomes_a_space(show: Show) -> None:
    shown = show(q.FACTS)
    QApplication.clipboard().setText("one\ntwo")
    cell(shown, 0, "fact").setFocus()
    shown.press(Qt.Key.Key_V, control=True)
    assert shown.told[-1] == ("", ({"fact": "one two"},), True)


def test_every_cell_is_named_with_its_role_and_value(show: Show) -> None:
    shown = filled(show, FACT)
    for each in rows(shown)[0].cells:
        met = QAccessible.queryAccessibleInterface(each)
        combo = isinstance(each, ChoiceCell)
        role = QAccessible.Role.ComboBox if combo else QAccessible.Role.EditableText
        assert met.role() == role
        # On some systems Qt speaks what a combo box holds as its name.
        said = (met.text(QAccessible.Text.Name), met.text(QAccessible.Text.Description))
        assert each.column.label in said
    source = QAccessible.queryAccessibleInterface(cell(shown, 0, "source"))
    assert source.text(QAccessible.Text.Value) == "Money"


# Nothing is lost

texts = st.text(min_size=1).filter(str.strip)
facts = st.fixed_dictionaries(
    {"fact": texts},
    optional={
        "source": st.sampled_from(["calendar", "money", "an option of another guide"]),
        "side": st.sampled_from(["inside", "outside"]),
        "a column of another guide": st.one_of(texts, st.integers(0, 9)),
    },
)
hours = st.fixed_dictionaries(
    {"promise": texts},
    optional={
        "needed": st.one_of(st.integers(0, 10**9), st.floats(0, 10**6), texts),
        "given": st.one_of(st.integers(0, 10**9), texts),
    },
)


@pytest.mark.parametrize(
    ("question", "records", "column"), [(q.FACTS, facts, "fact"), (q.HOURS, hours, "promise")]
)
def test_what_was_stored_is_told_again_unchanged(
    theme: Theme, qtbot: QtBot, question: object, records: st.SearchStrategy[Record], column: str
) -> None:
    editor = RecordsEditor(question, theme)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(lambda mark, value, typing: told.append(value))

    @given(st.lists(records, max_size=4))
    def round_trip(stored: list[Record]) -> None:
        told.clear()
        editor.set_values({"": tuple(stored)})
        assert told == []
        last = editor.rows[-1]
        typed = next(each for each in last.cells if each.column.id == column)
        assert isinstance(typed, TextCell)
        typed.insertPlainText("x")
        assert told.pop() == (*stored, {column: "x"})

    round_trip()


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [500, 540, 676])
@pytest.mark.parametrize("question", [q.FACTS, q.HOURS, q.PROJECTS])
def test_every_cell_is_wide_enough_to_be_read(
    show: Show, theme: Theme, question: object, width: int, scale: float
) -> None:
    theme.choose(scale=scale)
    shown = show(question, width=width, height=900)
    QApplication.processEvents()
    row = rows(shown)[0]
    boxes = [each.geometry() for each in row.cells]
    assert all(row.rect().contains(box) for box in boxes)
    assert not any(
        one.intersects(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :]
    )
    least = {TextCell: 110, NumberCell: 76, ChoiceCell: 70}
    assert all(each.width() >= theme.px(least[type(each)]) for each in row.cells)


def test_a_long_text_is_shown_on_up_to_three_lines(show: Show, qtbot: QtBot) -> None:
    shown = filled(show, {"fact": "short"}, {"fact": "a long fact about money " * 4})
    qtbot.waitUntil(lambda: rows(shown)[1].height() > rows(shown)[0].height())
    assert cell(shown, 1, "fact").height() > cell(shown, 0, "fact").height()


# Undoing: the rows are undone as a whole, by the window


@pytest.mark.parametrize(("column", "text"), [("promise", "abc"), ("needed", "12")])
def test_a_cell_has_no_undo_of_its_own(show: Show, column: str, text: str) -> None:
    shown = show(q.HOURS)
    written = cell(shown, 0, column)
    written.setFocus()
    shown.press(text, Qt.Key.Key_Left)
    told = len(shown.told)
    assert not can_undo(written)
    shown.press(Qt.Key.Key_Z, control=True)
    assert len(shown.told) == told
    shown.press("3")
    assert isinstance(written, TextCell | NumberCell)
    assert written.text() == text[:-1] + "3" + text[-1]


def test_another_step_of_typing_is_told_before_it(show: Show) -> None:
    shown = show(q.FACTS)
    cell(shown, 0, "fact").setFocus()
    at_start = shown.left
    shown.press("abc")
    assert shown.left == at_start + 1
    shown.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert shown.left == at_start + 2


def test_rows_that_are_set_leave_the_focus_in_the_column(show: Show) -> None:
    shown = filled(show, FACT, OTHER)
    cell(shown, 2, "fact").setFocus()
    shown.editor.set_values({"": (FACT,)})
    assert cell(shown, 1, "fact").hasFocus()
    shown.editor.set_values({})
    assert cell(shown, 0, "fact").hasFocus()
    shown.editor.set_values({"": (FACT, OTHER)})
    assert cell(shown, 0, "fact").hasFocus()
    assert shown.told == []
