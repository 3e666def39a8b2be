"""Widgets under each other, each as high as its words need: nothing is squeezed, ever."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Stack(QWidget):
    """What a layout does for few widgets this does for many: one that is added or changed is
    measured alone, and the others only move.
    """

    def __init__(self, gap: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        self._heights: dict[tuple[QWidget, int], int] = {}  # of a widget at a width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, at: int, widget: QWidget) -> None:
        """Put a new child of mine at a place counted from 0. Call `settle` when all are put."""
        self._widgets.insert(at, widget)
        widget.show()
        widget.installEventFilter(self)

    def take(self, widget: QWidget) -> None:
        """Take a widget out and delete it."""
        self._widgets.remove(widget)
        self._forget(widget)
        widget.removeEventFilter(self)
        widget.hide()
        widget.deleteLater()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [self._height(widget, width) for widget in self._widgets]
        return sum(heights) + self._gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _height(self, widget: QWidget, width: int) -> int:
        if (widget, width) not in self._heights:
            layout = widget.layout()
            if layout is not None:
                layout.activate()
            hint = widget.heightForWidth(width)
            self._heights[widget, width] = hint if hint >= 0 else widget.sizeHint().height()
        return self._heights[widget, width]

    def _forget(self, widget: QWidget) -> None:
        self._heights = {key: height for key, height in self._heights.items() if key[0] != widget}

    def settle(self) -> None:
        """Move every widget to where it belongs."""
        top, width = 0, self.width()
        for widget in self._widgets:
            height = self._height(widget, width)
            widget.setGeometry(0, top, width, height)
            top += height + self._gap
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget that asks for another size is measured anew."""
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            before = self._heights.get((watched, self.width()))
            self._forget(watched)
            if before != self._height(watched, self.width()):
                self.settle()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._heights.clear()
            self.settle()
