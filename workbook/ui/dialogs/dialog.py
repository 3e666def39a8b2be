"""What every window that asks or tells something has in common: it is as high as its words."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from workbook.ui.widgets.basics import column

_LETTERS = 62  # across: a readable line
_EDGE = 48  # pixels of the screen that a window leaves free, for its frame


class Dialog(QDialog):
    """A dialog of a readable width and of just the height that its words need at that width. It
    follows them when they change and when the text is enlarged.

    Wrapped text has no one height, so Qt alone would leave room for the highest.
    """

    def __init__(self, title: str, parent: QWidget | None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.inside: QVBoxLayout = column(self, margins=(28, 24, 28, 20), gap=gap)
        self.inside.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def space(self) -> QSize:
        """The largest this window can be on its screen."""
        return self.screen().availableGeometry().size() - QSize(_EDGE, _EDGE)

    def fit(self) -> None:
        """Take the size that the words need."""
        self.ensurePolished()
        self.inside.invalidate()
        space = self.space()
        width = max(self.fontMetrics().averageCharWidth() * _LETTERS, self._narrowest())
        width = min(width, space.width())
        self.setFixedSize(width, min(self.inside.totalHeightForWidth(width), space.height()))

    def _narrowest(self) -> int:
        return self.inside.totalMinimumSize().width()

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._keep_on_screen()

    def _keep_on_screen(self) -> None:
        """Where it grew past an edge of the screen its buttons could not be reached: move it."""
        space, frame = self.screen().availableGeometry(), self.frameGeometry()
        left = max(min(frame.left(), space.right() + 1 - frame.width()), space.left())
        top = max(min(frame.top(), space.bottom() + 1 - frame.height()), space.top())
        if (left, top) != (frame.left(), frame.top()):
            self.move(left, top)

    def event(self, event: QEvent) -> bool:
        """Words that have changed may need another height."""
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().event(event)
