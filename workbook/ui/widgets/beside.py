"""Two widgets beside each other where both fit, else the second under the first."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.ui.theme import Theme


class Beside(QWidget):
    """`first` takes what `second` leaves, if that is at least `least` pixels before enlarging."""

    def __init__(self, first: QWidget, second: QWidget, theme: Theme, *, least: int) -> None:
        super().__init__()
        self._first, self._second, self._theme, self._least = first, second, theme, least
        first.setParent(self)
        second.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        first, second = self._places(width)
        return max(first.bottom(), second.bottom()) + 1

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        first, second = self._first.minimumSizeHint(), self._second.minimumSizeHint()
        return first.expandedTo(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self._settle()

    def _settle(self) -> None:
        for widget, place in zip(
            (self._first, self._second), self._places(self.width()), strict=True
        ):
            if self.isRightToLeft():
                place.moveRight(self.width() - 1 - place.left())
            widget.setGeometry(place)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        px, wide = self._theme.px, self._second.sizeHint().width()
        space = width - wide - px(16)
        if space < px(self._least):
            first = QRect(0, 0, width, self._first.heightForWidth(width))
            tall = self._second.heightForWidth(width)
            return first, QRect(0, first.height() + px(4), width, tall)
        first = QRect(0, 0, space, self._first.heightForWidth(space))
        second = QRect(width - wide, 0, wide, self._second.heightForWidth(wide))
        high = max(first.height(), second.height())
        first.moveTop((high - first.height()) // 2)
        second.moveTop((high - second.height()) // 2)
        return first, second
