"""An editor in a window of its own, and what it told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbook.model.guide import Question
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.factory import make_editor
from workbook.ui.theme import Theme

Show = Callable[..., "Shown"]


class Window(QWidget):
    """Holds an editor as a page does; counts the keys that would turn the page."""

    def __init__(self) -> None:
        super().__init__()
        self.turned = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned += 1


class Shown:
    """An editor on the screen: what it told, and keys pressed where the focus is."""

    def __init__(self, qtbot: QtBot, editor: Editor, window: Window) -> None:
        self.editor, self.window, self._qtbot = editor, window, qtbot
        self.told: list[tuple[str, object, bool]] = []
        self.left = 0
        editor.edited.connect(self._tell)
        editor.left.connect(self._leave)

    def _tell(self, mark: str, value: object, typing: bool) -> None:
        self.told.append((mark, value, typing))

    def _leave(self) -> None:
        self.left += 1

    def press(self, *keys: Qt.Key | str, control: bool = False, shift: bool = False) -> None:
        """Press keys, or type words, where the focus is."""
        held = Qt.KeyboardModifier.NoModifier
        if control:
            held |= Qt.KeyboardModifier.ControlModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        for key in keys:
            if isinstance(key, str):
                self._qtbot.keyClicks(QApplication.focusWidget(), key)
            else:
                self._qtbot.keyClick(QApplication.focusWidget(), key, held)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def tab(self) -> QWidget:
        """Press Tab; what has the focus then."""
        self.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Show the editor of a question in a window of a width and give it the focus."""

    def show(question: Question, *, width: int = 676, height: int = 500) -> Shown:
        window = Window()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        editor = make_editor(question, theme, window)
        layout.addWidget(editor)
        layout.addStretch(1)
        qtbot.addWidget(window)
        window.resize(width, height)
        shown = Shown(qtbot, editor, window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        editor.focus_mark("")
        return shown

    return show
