"""The list of sessions by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.sessions import clock, light_theme, session
from workbook.ui.home.session_list import SessionList
from workbook.ui.home.sessions_model import SessionsModel

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown_list(qtbot: QtBot, *, opens: bool) -> SessionList:
    model = SessionsModel(clock)
    made = SessionList(model, light_theme(), opens=opens)
    model.setParent(made)
    model.show([session(str(n), f"Group {n}", days_ago=n) for n in range(4)])
    qtbot.addWidget(made)
    made.resize(1152, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def view(qtbot: QtBot) -> SessionList:
    return shown_list(qtbot, opens=True)


def middle(view: SessionList, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def dots(view: SessionList, row: int) -> QPoint:
    rect = view.visualRect(view.model().index(row, 0))
    return QPoint(rect.right() - 29, rect.center().y())


def told(spy: QSignalSpy) -> list[object]:
    return [spy.at(n)[0] for n in range(spy.count())]


def test_a_click_opens(qtbot: QtBot, view: SessionList) -> None:
    opened = QSignalSpy(view.opened)
    qtbot.mouseClick(view.viewport(), LEFT, PLAIN, middle(view, 2))
    assert told(opened) == ["2"]


def test_a_double_click_opens_once(qtbot: QtBot, view: SessionList) -> None:
    opened = QSignalSpy(view.opened)
    qtbot.mouseClick(view.viewport(), LEFT, PLAIN, middle(view, 2))
    qtbot.mouseDClick(view.viewport(), LEFT, PLAIN, middle(view, 2))
    assert told(opened) == ["2"]


def test_a_press_that_wanders_to_another_row_opens_nothing(qtbot: QtBot, view: SessionList) -> None:
    opened = QSignalSpy(view.opened)
    qtbot.mousePress(view.viewport(), LEFT, PLAIN, middle(view, 1))
    qtbot.mouseRelease(view.viewport(), LEFT, PLAIN, middle(view, 2))
    assert told(opened) == []


def test_clicks_with_control_choose_several(qtbot: QtBot, view: SessionList) -> None:
    opened = QSignalSpy(view.opened)
    for row in (3, 1):
        qtbot.mouseClick(
            view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, middle(view, row)
        )
    assert view.chosen() == ["1", "3"]
    assert told(opened) == []


def test_the_dots_ask_for_the_menu_of_their_row(qtbot: QtBot, view: SessionList) -> None:
    wanted, opened = QSignalSpy(view.menu_wanted), QSignalSpy(view.opened)
    qtbot.mouseClick(view.viewport(), LEFT, PLAIN, dots(view, 2))
    assert told(wanted) == ["2"]
    assert told(opened) == []


@pytest.mark.parametrize(
    ("reason", "expected"),
    [(QContextMenuEvent.Reason.Mouse, "2"), (QContextMenuEvent.Reason.Keyboard, "1")],
)
def test_right_click_and_menu_key_ask_for_a_menu(
    view: SessionList, reason: QContextMenuEvent.Reason, expected: str
) -> None:
    view.go_to("1")
    wanted = QSignalSpy(view.menu_wanted)
    at = middle(view, 2)
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert told(wanted) == [expected]


def test_shift_and_f10_are_the_menu_key(qtbot: QtBot, view: SessionList) -> None:
    view.go_to("1")
    wanted = QSignalSpy(view.menu_wanted)
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert told(wanted) == ["1"]


def test_keys(qtbot: QtBot, view: SessionList) -> None:
    spies = {
        Qt.Key.Key_Return: QSignalSpy(view.opened),
        Qt.Key.Key_F2: QSignalSpy(view.rename_wanted),
        Qt.Key.Key_Delete: QSignalSpy(view.removal_wanted),
    }
    view.go_to("0")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    for key in spies:
        qtbot.keyClick(view, key)
    assert [told(spy) for spy in spies.values()] == [["1"], ["1"], [["1"]]]


def test_shift_and_down_choose_several_for_delete(qtbot: QtBot, view: SessionList) -> None:
    removal = QSignalSpy(view.removal_wanted)
    view.go_to("1", select=True)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert told(removal) == [["1", "2"]]


def test_escape_and_undo_are_passed_on(qtbot: QtBot, view: SessionList) -> None:
    escaped, undone = QSignalSpy(view.escaped), QSignalSpy(view.undo_wanted)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (escaped.count(), undone.count()) == (1, 1)


def test_without_rows_no_key_does_anything(qtbot: QtBot, view: SessionList) -> None:
    view._sessions.show([])
    spies = [QSignalSpy(s) for s in (view.opened, view.rename_wanted, view.removal_wanted)]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Delete):
        qtbot.keyClick(view, key)
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_in_a_list_that_does_not_open_a_click_selects(qtbot: QtBot) -> None:
    view = shown_list(qtbot, opens=False)
    opened = QSignalSpy(view.opened)
    qtbot.mouseClick(view.viewport(), LEFT, PLAIN, middle(view, 2))
    assert view.chosen() == ["2"]
    assert told(opened) == []


def test_a_short_list_is_no_higher_than_its_rows(view: SessionList) -> None:
    assert view.sizeHint().height() == 4 * 74 + 2 * view.frameWidth()
