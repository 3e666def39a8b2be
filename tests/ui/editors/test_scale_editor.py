"""Placing and moving marks on a scale."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show, Shown
from workbook.ui.editors.scale_editor import ScaleEditor
from workbook.ui.theme import Theme
from workbook.ui.widgets.scale_line import ScaleLine
from workbook.ui.widgets.scale_mark import ScaleMark


def line_of(shown: Shown) -> ScaleLine:
    assert isinstance(shown.editor, ScaleEditor)
    return shown.editor.line


def mark_of(shown: Shown, mark: str) -> ScaleMark:
    return next(each for each in line_of(shown).marks if each.mark.id == mark)


def at(shown: Shown, value: float) -> QPoint:
    line = line_of(shown)
    return QPoint(round(line.x_of(value)), round(line.y_line()))


@pytest.mark.parametrize("digit", "0123456789")
def test_a_digit_places_the_mark_at_once(show: Show, digit: str) -> None:
    shown = show(q.SCALE)
    shown.press(digit)
    assert shown.told == [("say", int(digit), False)]


def test_plus_is_ten(show: Show) -> None:
    shown = show(q.SCALE)
    shown.press("+")
    assert shown.told == [("say", 10, False)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Up, 6),
        (Qt.Key.Key_Left, 4),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 10),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Backspace, None),
    ],
)
def test_keys_move_a_mark_or_take_it_away(show: Show, key: Qt.Key, value: int | None) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 5})
    shown.press(key)
    assert shown.told == [("say", value, False)]


def test_a_mark_stops_at_the_ends(show: Show) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 10, "do": 0})
    shown.press(Qt.Key.Key_Right)
    shown.editor.focus_mark("do")
    shown.press(Qt.Key.Key_Left)
    assert shown.told == []


def test_a_waiting_mark_comes_in_at_the_low_end(show: Show) -> None:
    shown = show(q.SCALE)
    shown.press(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert shown.told == [("say", 0, False), ("say", 1, False)]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_page_keys_turn_the_page_and_move_nothing(show: Show, key: Qt.Key) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 5})
    shown.press(key)
    assert shown.window.turned == 1
    assert shown.told == []


def test_tab_visits_each_mark(show: Show) -> None:
    shown = show(q.SCALE)
    assert shown.editor.current_mark() == "say"
    shown.tab()
    assert shown.editor.current_mark() == "do"


def test_values_set_are_silent(show: Show) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 5, "do": 8})
    shown.editor.set_values({"do": 3})
    assert shown.told == []
    assert [mark.placed() for mark in line_of(shown).marks] == [None, 3]


def test_a_click_on_the_line_places_the_waiting_marks_in_turn(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    qtbot.mouseClick(line_of(shown), Qt.MouseButton.LeftButton, pos=at(shown, 5))
    qtbot.mouseClick(line_of(shown), Qt.MouseButton.LeftButton, pos=at(shown, 8))
    assert shown.told == [("say", 5, False), ("do", 8, False)]


def test_a_click_places_the_waiting_mark_that_has_the_focus(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    shown.editor.focus_mark("do")
    qtbot.mouseClick(line_of(shown), Qt.MouseButton.LeftButton, pos=at(shown, 2))
    assert shown.told == [("do", 2, False)]


def test_once_all_are_placed_a_click_moves_the_one_with_the_focus(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 1, "do": 9})
    shown.editor.focus_mark("do")
    qtbot.mouseClick(line_of(shown), Qt.MouseButton.LeftButton, pos=at(shown, 3))
    assert shown.told == [("do", 3, False)]


def test_else_a_click_moves_the_nearest(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 1, "do": 9})
    mark_of(shown, "say").clearFocus()
    qtbot.mouseClick(line_of(shown), Qt.MouseButton.LeftButton, pos=at(shown, 7))
    assert shown.told == [("do", 7, False)]
    assert mark_of(shown, "do").hasFocus()


def test_dragging_tells_each_value_once(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 5, "do": 8})
    line = line_of(shown)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=at(shown, 5))
    for value in (5.1, 5.2, 5.9, 6.0, 6.1, 7.0):
        qtbot.mouseMove(line, at(shown, value))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(shown, 7))
    assert shown.told == [("say", 6, False), ("say", 7, False)]
    qtbot.mouseMove(line, at(shown, 1))
    assert len(shown.told) == 2


def test_a_waiting_mark_can_be_dragged_onto_the_line(show: Show, qtbot: QtBot) -> None:
    shown = show(q.SCALE)
    line, waiting = line_of(shown), mark_of(shown, "do").geometry().topLeft() + QPoint(12, 12)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=waiting)
    assert shown.told == []
    qtbot.mouseMove(line, at(shown, 4))
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=at(shown, 4))
    assert shown.told[-1] == ("do", 4, False)


def test_assistive_technology_meets_a_slider_with_its_name_and_value(show: Show) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"do": 8})
    do = QAccessible.queryAccessibleInterface(mark_of(shown, "do"))
    assert do.role() == QAccessible.Role.Slider
    assert do.text(QAccessible.Text.Name) == "For each other, what we do"
    assert do.text(QAccessible.Text.Description) == "8 of 10"
    assert do.valueInterface().currentValue() == 8
    say = QAccessible.queryAccessibleInterface(mark_of(shown, "say"))
    assert say.text(QAccessible.Text.Description) == "not placed"


def test_assistive_technology_can_place_a_mark_even_at_nought(show: Show) -> None:
    shown = show(q.SCALE)
    say = QAccessible.queryAccessibleInterface(mark_of(shown, "say"))
    say.valueInterface().setCurrentValue(0)
    assert shown.told == [("say", 0, False)]
    assert say.text(QAccessible.Text.Description) == "0 of 10"


def test_marks_at_one_value_stand_one_above_the_other(show: Show) -> None:
    shown = show(q.SCALE)
    shown.editor.set_values({"say": 5, "do": 5})
    say, do = mark_of(shown, "say").geometry(), mark_of(shown, "do").geometry()
    assert say.center().x() == do.center().x()
    assert say.center().y() < do.center().y()


def test_waiting_marks_are_seen_under_the_prompt_and_apart(show: Show) -> None:
    for question in (q.SCALE, q.PRIORITY):
        shown = show(question)
        first, second = (mark.geometry() for mark in line_of(shown).marks)
        assert not first.intersects(second)
        assert line_of(shown).rect().contains(first)
        assert line_of(shown).rect().contains(second)


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("width", [500, 540, 676])
@pytest.mark.parametrize("question", [q.SCALE, q.PRIORITY])
def test_every_value_can_be_told_apart_at_every_size(
    show: Show, theme: Theme, question: object, width: int, scale: float
) -> None:
    theme.choose(scale=scale)
    shown = show(question, width=width)
    QApplication.processEvents()
    line = line_of(shown)
    assert line.width() <= width
    assert [line.value_at(line.x_of(value)) for value in range(11)] == list(range(11))
    assert line.x_of(1) - line.x_of(0) >= 20
    assert line.x_of(10) < line.width()
