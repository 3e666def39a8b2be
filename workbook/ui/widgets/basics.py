"""Small makers of labels, buttons and boxes, so that every page says what a thing is, once."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

L = TypeVar("L", bound=QBoxLayout)
Margins = tuple[int, int, int, int]


def label(text: str, kind: str = "body", *, wrap: bool = True) -> QLabel:
    """A label whose text is text, never markup. `kind` is a QLabel kind of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    if wrap:
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made


class Button(QPushButton):
    """A push button that Enter presses as well as the space bar, wherever it stands."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, kind: str = "plain") -> Button:
    """A push button. `kind` is primary (one a screen), plain, quiet, chip, toast or danger."""
    made = Button(text.replace("&", "&&"))
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    return made


def frame(kind: str, parent: QWidget | None = None) -> QFrame:
    """A frame of a kind of the style sheet: card, bar, foot, rail, notes, tint, reading …"""
    made = QFrame(parent)
    made.setProperty("kind", kind)
    return made


def rule() -> QFrame:
    """A thin line across."""
    return frame("rule")


def column(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 8,
) -> QVBoxLayout:
    """A layout from top to bottom; margins are left, top, right, bottom."""
    return _laid(QVBoxLayout(), parent, margins, gap)


def row(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    gap: int = 8,
) -> QHBoxLayout:
    """A layout from left to right; margins are left, top, right, bottom."""
    return _laid(QHBoxLayout(), parent, margins, gap)


def _laid(layout: L, parent: QWidget | None, margins: tuple[int, int, int, int], gap: int) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    if parent is not None:
        parent.setLayout(layout)
    return layout


def show_if(widget: QWidget, visible: bool) -> None:
    """Show or hide a widget, without the layout and styling that Qt does where nothing changes."""
    if widget.isHidden() == visible:
        widget.setVisible(visible)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again after a property it selects by has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget another kind of the style sheet; nothing is styled anew where it has it."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        restyle(widget)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()  # else a show that Qt has queued would make a window of it
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
