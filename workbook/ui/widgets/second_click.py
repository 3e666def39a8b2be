"""Swallows the second half of a double click, so that it does not land on what the first opened."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
)


class SecondClick(QObject):
    """Watches one window for the time of a double click, then goes away.

    Many people double-click everything. Where one click already opens a page, the second would
    press whatever stands at that place on it, and could move a mark there.
    """

    @staticmethod
    def ignore(widget: QWidget, at: QPoint) -> None:
        """Ignore clicks near this place of the screen for the time of a double click."""
        window = widget.window().windowHandle()
        if window is not None:
            SecondClick(window, at)

    def __init__(self, window: QWindow, at: QPoint) -> None:
        super().__init__(window)
        self._at = at
        window.installEventFilter(self)
        QTimer.singleShot(QApplication.doubleClickInterval(), self.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True, which stops the event, for a click near the first."""
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent):
            return False
        near = QGuiApplication.styleHints().mouseDoubleClickDistance()
        return (event.globalPosition().toPoint() - self._at).manhattanLength() <= 2 * near
