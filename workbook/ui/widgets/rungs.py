"""The rungs of a story as stairs: each row says what comes first there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbook.model.guide import NEVER, RungsQuestion, Side
from workbook.ui.theme import Theme
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.option_button import OptionButton, swatch

_STEP = 14  # how much further each stair reaches, in pixels before enlarging


class RungButton(OptionButton):
    """One rung: a stair at the left, its words, and at the right what comes first on it."""

    def __init__(
        self, choice: str, text: str, theme: Theme, parent: QWidget, *, stairs: int
    ) -> None:
        super().__init__(choice, text, theme, parent=parent)
        self._stairs = stairs  # of how many steps the highest stair is made
        self.height_of_stair = 0  # in steps; 0 draws none
        self.first = ""  # what comes first here, "" while nothing was chosen
        self.first_side = Side.NEITHER
        self.solid = False

    def show_first(self, words: str, side: Side, *, solid: bool) -> None:
        """Say what comes first on this rung."""
        self.first, self.first_side, self.solid = words, side, solid
        self.setAccessibleDescription(words)
        self.update()

    def height_at(self, width: int) -> int:
        space = max(self._words_box(width).width(), 1)
        flags = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value
        words = self._metrics().boundingRect(0, 0, space, 10_000, flags, self.text())
        return max(self.theme.px(36), words.height() + self.theme.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_box(painter)
        ink = self._word_color()
        left = theme.px(12)
        for step in range(self.height_of_stair):
            tall = theme.px(5 + 4 * step)
            box = QRectF(
                left + step * theme.px(8), self.height() / 2 + theme.px(9) - tall, theme.px(5), tall
            )
            painter.fillRect(box, ink)
        words = self._words_box(self.width())
        painter.setFont(self._font(bold=self.isChecked()))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(words, flags, self.text())
        if self.first:
            self._paint_first(painter)

    def _paint_first(self, painter: QPainter) -> None:
        theme = self.theme
        color = self._word_color() if self.isChecked() else theme.side_color(self.first_side)
        box = self._first_box(self.width())
        small = theme.px(12)
        swatch(
            painter,
            QRectF(box.left(), box.center().y() - small / 2, small, small),
            color,
            solid=self.solid,
        )
        painter.setPen(color)
        painter.setFont(theme.font(13, bold=True))
        painter.drawText(
            box.adjusted(small + theme.px(6), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.first,
        )

    def _first_box(self, width: int) -> QRect:
        wide = self.first_width()
        return QRect(width - wide - self.theme.px(12), 0, wide, self.height())

    def first_width(self) -> int:
        """The room kept at the right for what comes first."""
        return self._width_of_words

    def keep_width(self, width: int) -> None:
        """Keep so much room at the right, the same on every rung."""
        self._width_of_words = width

    _width_of_words = 0

    def _words_box(self, width: int) -> QRect:
        left = self.theme.px(12 + 8 * self._stairs + 8)
        right = self.theme.px(12) + self.first_width() + self.theme.px(12)
        return QRect(left, 0, max(width - left - right, 1), self.height())


class Rungs(ChoiceGroup):
    """The rungs from the least to the most, then "never"; one is chosen or none."""

    def __init__(self, question: RungsQuestion, theme: Theme, parent: QWidget) -> None:
        self._question, self._theme = question, theme
        self.rows: tuple[RungButton, ...] = ()
        super().__init__("", question.prompt, parent)

    def make_buttons(self) -> Sequence[OptionButton]:
        theme, steps = self._theme, len(self._question.rungs)
        rows = [
            RungButton(rung.id, rung.label, theme, self, stairs=steps)
            for rung in self._question.rungs
        ]
        for at, made in enumerate(rows, 1):
            made.height_of_stair = at
        never = RungButton(NEVER, self._question.never_label, theme, self, stairs=steps)
        self.rows = (*rows, never)
        self._keep_width()
        return self.rows

    def set_value(self, choice: str | None) -> None:
        super().set_value(choice)
        question, ids = self._question, [rung.id for rung in self._question.rungs]
        value = self.value()
        turn = len(ids) if value == NEVER or value is None else ids.index(value)
        for at, made in enumerate(self.rows):
            above = at >= turn and made.choice != NEVER
            words = question.above_label if above else question.below_label
            if value is None or (made.choice == NEVER and value != NEVER):
                words = ""
            side = question.above_side if above else question.below_side
            made.show_first(words, side, solid=side is not Side.OUTSIDE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [made.height_at(width) for made in self.rows]
        return sum(heights) + self._theme.px(4) * (len(heights) - 1)

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(36) * len(self.rows))

    def place(self) -> None:
        self._keep_width()
        y = 0
        for made in self.rows:
            tall = made.height_at(self.width())
            made.setGeometry(0, y, self.width(), tall)
            y += tall + self._theme.px(4)

    def _keep_width(self) -> None:
        metrics = QFontMetrics(self._theme.font(13, bold=True))
        labels = (self._question.above_label, self._question.below_label)
        width = max(metrics.horizontalAdvance(words) for words in labels) + self._theme.px(18)
        for made in self.rows:
            made.keep_width(width)
