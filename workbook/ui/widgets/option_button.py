"""One thing that can be chosen, drawn by the theme: its words wrap, its state never rests on
colour alone, and assistive technology meets it as a radio button.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QRadioButton, QWidget

from workbook.model.guide import Side
from workbook.ui.theme import Theme

_WRAPPED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


class OptionButton(QRadioButton):
    """A button of a `ChoiceGroup`, which handles its keys and knows which one is chosen.

    `joined` draws it as a segment that touches its neighbours; `round_left` and `round_right`
    then tell whether it stands at an end. `quiet` draws no border until it is chosen. `name` is
    what is spoken where it says more than the words drawn.
    """

    def __init__(
        self,
        choice: str,
        text: str,
        theme: Theme,
        *,
        side: Side = Side.NEITHER,
        name: str = "",
        joined: bool = False,
        quiet: bool = False,
        parent: QWidget,
    ) -> None:
        super().__init__(text, parent)
        self.choice = choice
        self.theme = theme
        self.side = side
        self.joined = joined
        self.quiet = quiet
        self.round_left = self.round_right = True
        self._natural = self._least = 0
        self.setAccessibleName(name or text)

    def natural_width(self) -> int:
        """The width that its words need on one line, in pixels."""
        if not self._natural:
            words = self._metrics().horizontalAdvance(self.text())
            self._natural = max(words + 2 * self._pad(), self.theme.px(40))
        return self._natural

    def least_width(self) -> int:
        """The width that its longest word needs, in pixels."""
        if not self._least:
            metrics = self._metrics()
            words = [metrics.horizontalAdvance(word) for word in self.text().split()]
            self._least = max(words, default=0) + 2 * self._pad()
        return self._least

    def height_at(self, width: int) -> int:
        """The height in pixels that its words need when they wrap within a width."""
        least = self.theme.px(36)
        if width >= self.natural_width():
            return least
        space = max(width - 2 * self._pad(), 1)
        words = self._metrics().boundingRect(0, 0, space, 10_000, _WRAPPED, self.text())
        return max(least, words.height() + self.theme.px(16))

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least_width(), self.theme.px(36))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # All keys but Space are the group's, which moves among its buttons; Page Up and Page Down
        # go on to the page.
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def measure_again(self) -> None:
        """Forget how wide the words are, whose font may have changed."""
        self._natural = self._least = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_box(painter)
        painter.setFont(self._font(bold=self.isChecked()))
        painter.setPen(self._word_color())
        pad = self._pad() - 2
        painter.drawText(self.rect().adjusted(pad, 2, -pad, -2), _WRAPPED, self.text())

    def paint_box(self, painter: QPainter) -> None:
        """Draw the ground, the border and, around both, the focus."""
        theme, focus = self.theme, self.hasFocus()
        own = theme.side_color(self.side)
        border = own if self.isChecked() or self.side is not Side.NEITHER else theme.color("edge")
        box = QRectF(self.rect())
        painter.setPen(QPen(border, 1))
        if self.quiet and not self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground(own))
        painter.drawPath(self._shape(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8)))
        if focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("surface"), 2))
            painter.drawPath(self._shape(box.adjusted(3, 3, -3, -3), theme.px(6)))
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawPath(self._shape(box.adjusted(1, 1, -1, -1), theme.px(8)))

    def _ground(self, own: QColor) -> QColor:
        if self.isChecked():
            return own
        if self.quiet and not self.underMouse():
            return QColor(Qt.GlobalColor.transparent)
        return self.theme.color("chip" if self.underMouse() else "surface")

    def _word_color(self) -> QColor:
        if self.isChecked():
            return self.theme.color("surface")
        return self.theme.color("soft") if self.quiet else self.theme.side_color(self.side)

    def _shape(self, box: QRectF, radius: float) -> QPainterPath:
        """The box with round corners, but for an end that touches its neighbour."""
        left = radius if self.round_left else 0
        right = radius if self.round_right else 0
        path = QPainterPath()
        path.moveTo(box.left() + left, box.top())
        path.lineTo(box.right() - right, box.top())
        path.arcTo(box.right() - 2 * right, box.top(), 2 * right, 2 * right, 90, -90)
        path.lineTo(box.right(), box.bottom() - right)
        path.arcTo(box.right() - 2 * right, box.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
        path.lineTo(box.left() + left, box.bottom())
        path.arcTo(box.left(), box.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
        path.lineTo(box.left(), box.top() + left)
        path.arcTo(box.left(), box.top(), 2 * left, 2 * left, 180, -90)
        path.closeSubpath()
        return path

    def _pad(self) -> int:
        return self.theme.px(11 if self.joined else 14)

    def _font(self, *, bold: bool) -> QFont:
        return self.theme.font(14, bold=bold)

    def _metrics(self) -> QFontMetrics:
        # Bold is wider: measured by it, nothing moves when a choice is made.
        return QFontMetrics(self._font(bold=True))


def swatch(painter: QPainter, box: QRectF, color: QColor, *, solid: bool) -> None:
    """A small field, solid or hatched, so that two sides differ on a copier too."""
    painter.setPen(QPen(color, 1.5))
    painter.setBrush(color if solid else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 2, 2)
    if not solid:
        # Rising lines a third apart, cut off by the field's edges.
        wide, tall = box.width(), box.height()
        for third in range(1, 6):
            reach = (wide + tall) * third / 6
            left, over = min(reach, tall), max(0.0, reach - tall)
            right, under = min(reach, wide), max(0.0, reach - wide)
            painter.drawLine(
                box.topLeft() + QPointF(over, left), box.topLeft() + QPointF(right, under)
            )
