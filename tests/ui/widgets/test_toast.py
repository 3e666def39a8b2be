"""The bar that says what was done and takes it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.widgets.toast import STAYS, Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def toast(qtbot: QtBot, page: QWidget) -> Toast:
    made = Toast()
    QVBoxLayout(page).addWidget(made)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return made


def test_it_is_not_there_until_it_says_something(toast: Toast) -> None:
    assert not toast.isVisible()
    toast.say("Moved to trash.")
    assert toast.isVisible()
    assert toast.accessibleName() == toast.text == "Moved to trash."
    assert not toast.undo_button.isVisible()


def test_undo_is_done_once_and_closes_it(qtbot: QtBot, toast: Toast) -> None:
    done: list[int] = []
    toast.say("Moved to trash.", lambda: done.append(1))
    qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not toast.isVisible()
    assert not toast.undo()
    assert done == [1]


@pytest.mark.parametrize(
    ("key", "modifier", "undone"),
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, [1]),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, []),
    ],
)
def test_keys(
    qtbot: QtBot, toast: Toast, key: Qt.Key, modifier: Qt.KeyboardModifier, undone: list[int]
) -> None:
    done: list[int] = []
    toast.say("Moved to trash.", lambda: done.append(1))
    toast.undo_button.setFocus()
    qtbot.keyClick(toast.undo_button, key, modifier)
    assert done == undone
    assert not toast.isVisible()


def test_closing_gives_the_focus_back(qtbot: QtBot, toast: Toast) -> None:
    toast.say("Moved to trash.", lambda: None)
    toast.close_button.setFocus()
    with qtbot.waitSignal(toast.closed):
        toast.close_button.click()


def test_it_stays_ten_seconds_and_while_the_focus_is_in_it(qtbot: QtBot, toast: Toast) -> None:
    assert STAYS >= 10_000
    toast.say("Moved to trash.", lambda: None)
    toast.undo_button.setFocus()
    toast._timer.timeout.emit()
    assert toast.isVisible()
    toast.undo_button.clearFocus()
    toast._timer.timeout.emit()
    assert not toast.isVisible()
