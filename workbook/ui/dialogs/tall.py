"""A window whose middle scrolls where its words need more height than the screen has."""

from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.scroll import Scroll

_EDGE = 24  # pixels of what is around it that are seen too
_BAR = 14  # pixels at the edge of what scrolls, for the bar


class TallDialog(Dialog):
    """A dialog with a head, a middle that scrolls where it has to, and a foot.

    `head` and `foot` are layouts of what always shows, `middle` that of what may scroll.
    `wide` is its width in pixels before enlarging, where the screen has it. It is never larger
    than the window over which it opens, so that it stays on one screen with it.
    """

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None, *, wide: int, gap: int = 8
    ) -> None:
        super().__init__(title, parent, gap=0)
        self.theme, self._wide = theme, wide
        self.head: QVBoxLayout = column(gap=4)
        self.inside.addLayout(self.head)
        self.inside.addSpacing(12)
        self.area = Scroll("paper", self)
        self.middle: QVBoxLayout = column(self.area.inner, margins=(2, 2, _BAR, 2), gap=gap)
        self.area.setFixedHeight(1)
        self.inside.addWidget(self.area, 1)
        self.inside.addSpacing(8)
        self.foot: QVBoxLayout = column(gap=10)
        self.inside.addLayout(self.foot)

    def space(self) -> QSize:
        space = super().space()
        over = self.parentWidget()
        return space.boundedTo(over.window().size()) if over is not None else space

    def fit(self) -> None:
        """All of the middle at once where there is height for it; else it scrolls."""
        self.ensurePolished()
        margins = self.inside.contentsMargins()
        width = min(max(self.theme.px(self._wide), self._narrowest()), self.space().width())
        across = width - margins.left() - margins.right()
        self.inside.invalidate()
        rest = self.inside.totalHeightForWidth(width) - self.area.minimumHeight()
        self.middle.invalidate()
        needed = self.middle.totalHeightForWidth(across)
        self.area.setFixedHeight(max(min(needed, self.space().height() - rest), 1))
        self.inside.invalidate()
        height = self.inside.totalHeightForWidth(width)
        self.setFixedSize(width, min(height, self.space().height()))

    def bring_in(self, widget: QWidget) -> None:
        """Scroll so that a part of the middle is seen, also one that was hidden just now: it has
        its place once the layouts have been told of it.
        """
        self.fit()
        QTimer.singleShot(0, self, partial(self._scroll_to, widget))

    def _scroll_to(self, widget: QWidget) -> None:
        self.area.measure()
        self.area.ensureWidgetVisible(widget, 0, _EDGE)
