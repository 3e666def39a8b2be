"""Where the window stands when it opens: as it was left, or as the screen has room for."""

from PySide6.QtCore import QByteArray, QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

USUAL = QSize(1280, 800)
SMALLEST = QSize(720, 480)
# About what systems put around a window; it is known only once the window is shown.
_FRAME = QMargins(8, 36, 8, 8)


def place(window: QWidget, kept: QByteArray | None) -> None:
    """Give the window its place before it is shown: the kept one, brought onto a screen that is
    there, else the usual size, and the whole screen where that has no room for it.
    """
    window.setMinimumSize(SMALLEST)
    if kept is not None and window.restoreGeometry(kept):
        return
    screen = window.screen().availableGeometry()
    window.setGeometry(first_place(screen))
    if not has_space(screen):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def has_space(screen: QRect) -> bool:
    """Whether the usual window with its frame fits on a screen."""
    return USUAL.boundedTo(screen.marginsRemoved(_FRAME).size()) == USUAL


def first_place(screen: QRect) -> QRect:
    """Where a window of the usual size, or of what there is room for, stands in the middle of a
    screen, its frame on it as well.
    """
    space = screen.marginsRemoved(_FRAME)
    place = QRect(space.topLeft(), USUAL.boundedTo(space.size()).expandedTo(SMALLEST))
    place.moveCenter(space.center())
    return place
