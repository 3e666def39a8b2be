"""Two widgets beside each other where both fit, else the second under the first."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.ui.theme import Theme


class Beside(QWidget):
    """The first takes what the second leaves, if that is at least `least` pixels before
    enlarging or, where that is 0, at least what it hints at.

    The two are made as its children and then handed to `hold`, because a widget that changes its
    parent is styled a second time.
    """

    def __init__(self, theme: Theme, parent: QWidget, *, least: int = 0) -> None:
        super().__init__(parent)
        self._theme, self._least = theme, least
        self._pair: tuple[QWidget, QWidget] | None = None
        self._known: dict[int, list[tuple[QWidget, QRect]]] = {}  # by width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, first: QWidget, second: QWidget) -> None:
        """Stand these two beside each other."""
        first.setParent(self)
        second.setParent(self)
        self._pair = first, second
        self._known.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        size = QSize(0, 0)
        for widget in self._pair or ():
            size = size.expandedTo(widget.minimumSizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        # Without a layout of its own it hears here that one of the two changed its size.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._known.clear()
            self.updateGeometry()
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        for widget, place in self._places(self.width()):
            if self.isRightToLeft():
                place = place.translated(self.width() - 1 - place.left() - place.right(), 0)
            widget.setGeometry(place)

    def _places(self, width: int) -> list[tuple[QWidget, QRect]]:
        # Layouts ask many times for the same width.
        if width not in self._known:
            self._known[width] = self._found_places(width)
        return self._known[width]

    def _found_places(self, width: int) -> list[tuple[QWidget, QRect]]:
        if self._pair is None:
            return []
        px, (first, second) = self._theme.px, self._pair
        wide = second.sizeHint().width()
        space = width - wide - px(16)
        if space < (px(self._least) or first.sizeHint().width()):
            above = QRect(0, 0, width, first.heightForWidth(width))
            below = QRect(0, above.height() + px(4), width, second.heightForWidth(width))
            return [(first, above), (second, below)]
        left = QRect(0, 0, space, first.heightForWidth(space))
        right = QRect(width - wide, 0, wide, second.heightForWidth(wide))
        high = max(left.height(), right.height())
        left.moveTop((high - left.height()) // 2)
        right.moveTop((high - right.height()) // 2)
        return [(first, left), (second, right)]
