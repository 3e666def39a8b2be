"""Keys that a text would keep reach the window; the others stay with the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.text_keys import TextKeys

KEYS = {
    "next": "PgDown",
    "back": "PgUp",
    "undo": QKeySequence.StandardKey.Undo,
    "redo": QKeySequence.StandardKey.Redo,
}


class Window(QMainWindow):
    """A window with two texts, and commands that note what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        inside = QWidget()
        layout = QVBoxLayout(inside)
        self.line, self.text = QLineEdit(), QPlainTextEdit("\n".join("abcdefghijklmnop"))
        layout.addWidget(self.line)
        layout.addWidget(self.text)
        self.setCentralWidget(inside)
        for name, keys in KEYS.items():
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, name=name: self.done.append(name))
            self.addAction(action)
        self.watch = TextKeys(self)

    def press(self, name: str) -> None:
        """Press the keys of a command where the focus is."""
        combination = QKeySequence(KEYS[name])[0]
        QTest.keyClick(self.windowHandle(), combination.key(), combination.keyboardModifiers())


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("field", ["line", "text"])
@pytest.mark.parametrize("name", ["next", "back"])
def test_page_keys_turn_pages_in_any_text(window: Window, field: str, name: str) -> None:
    getattr(window, field).setFocus()
    window.press(name)
    assert window.done == [name]


@pytest.mark.parametrize("field", ["line", "text"])
def test_undo_is_the_texts_while_it_has_something_to_undo(
    qtbot: QtBot, window: Window, field: str
) -> None:
    widget = getattr(window, field)
    widget.setFocus()
    window.press("undo")
    assert window.done == ["undo"]
    qtbot.keyClicks(widget, "x")
    window.press("undo")
    window.press("redo")
    assert window.done == ["undo"]
    window.press("redo")
    assert window.done == ["undo", "redo"]


def test_page_keys_with_shift_still_select_in_the_text(window: Window) -> None:
    window.text.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert window.done == []
    assert window.text.textCursor().hasSelection()


def test_a_text_that_is_deleted_while_it_has_the_focus_leaves_no_trace(
    qtbot: QtBot, window: Window
) -> None:
    window.text.setFocus()
    window.text.deleteLater()
    qtbot.waitSignal(window.text.destroyed)
    window.line.setFocus()
    window.press("next")
    assert window.done == ["next"]


def test_another_window_keeps_its_keys(qtbot: QtBot, window: Window) -> None:
    other = QPlainTextEdit("\n".join("abcdefghijklmnop" * 4))
    qtbot.addWidget(other)
    other.resize(100, 60)
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_PageDown)
    assert window.done == []
    assert other.textCursor().position() > 0
