"""What tests choose and type in the set-up of a workshop."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbook.guides import load_guide
from workbook.ui.workshop.dialogs.setup import WorkshopDialog

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
GUIDE = load_guide()
OPEN = frozenset({"kind", "statement"})
Show = Callable[..., WorkshopDialog]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)


def retype(qtbot: QtBot, line: QWidget, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def type_lines(qtbot: QtBot, widget: QWidget, *lines: str) -> None:
    widget.setFocus()
    for at, line in enumerate(lines):
        if at:
            qtbot.keyClick(widget, KEY.Key_Return)
        qtbot.keyClicks(widget, line)
