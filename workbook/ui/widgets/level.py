"""Heads of fields that stand beside each other and end at the same height."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workbook.ui.widgets.basics import column


class LevelHead(QWidget):
    """What stands above a field; as high as the highest of those beside it.

    Those beside each other must be equally wide. Fill `layout_`, from the top.
    """

    def __init__(self, parent: QWidget, *, gap: int) -> None:
        super().__init__(parent)
        self._inner = QWidget(self)
        self.layout_: QVBoxLayout = column(self._inner, gap=gap)
        self._beside: tuple[LevelHead, ...] = (self,)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(head.own_height(width) for head in self._beside)

    def own_height(self, width: int) -> int:
        """How high it is by itself at a width."""
        return self.layout_.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        size = self.layout_.totalSizeHint()
        return QSize(size.width(), self.heightForWidth(max(self.width(), size.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.layout_.totalMinimumSize().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        # Without a layout of its own it hears here that something in it changed its size.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange):
            self._settle()
            for head in self._beside:
                head.updateGeometry()
        return super().event(event)

    def _settle(self) -> None:
        self._inner.setGeometry(0, 0, self.width(), self.own_height(self.width()))

    @staticmethod
    def level(heads: Sequence["LevelHead"]) -> None:
        """Let these heads, which stand beside each other, be equally high."""
        for head in heads:
            head._beside = tuple(heads)
            head.updateGeometry()
