"""A scale as one line with its numbers, and the marks that stand on it or wait beside it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from workbook.catalogue import tr
from workbook.model.guide import ScaleQuestion, Side
from workbook.ui.theme import Theme
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.widgets.spread import spread

_LABELS, _LINE, _NUMBERS, _ENDS, _WAITING = (
    12,
    35,
    56,
    74,
    80,
)  # heights of the middles, from the top
_COLUMN = 150  # where the line begins when the prompt stands before it
_RADIUS = 11


class ScaleLine(QWidget):
    """Draws a scale; `moved(mark, value)` tells what a person did to a mark.

    The prompt stands before the line, so that scales above each other begin at the same place;
    above it where the ends are two sides of a contrast, or where it is narrow. Marks that are
    not placed wait in outline under the prompt. A click on the line places the mark that has the
    focus, else the first that waits, else moves the nearest; dragging goes on from there.
    """

    moved = Signal(str, object)
    _ready = False  # Qt already tells of a style while the scale is being made

    def __init__(
        self, question: ScaleQuestion, theme: Theme, prompt: QLabel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._question, self._theme, self._prompt = question, theme, prompt
        self._dragged: ScaleMark | None = None
        self._ends_named = bool(question.low_label or question.high_label)
        # The two ends of a contrast are what the question is about; else they only explain.
        self._contrast = Side.NEITHER not in (question.low_side, question.high_side)
        prompt.setParent(self)
        self.marks = tuple(
            ScaleMark(mark, question.prompt, question.low, question.high, self)
            for mark in question.marks
        )
        for mark in self.marks:
            mark.moved.connect(self._mark_moved)
            mark.focused.connect(self.update)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ready = True

    # Where things stand

    def _beside(self, width: int) -> bool:
        return not self._contrast and width >= self._theme.px(_COLUMN + 230)

    def _prompt_height(self, width: int) -> int:
        return max(self._prompt.heightForWidth(width), self._prompt.sizeHint().height())

    def _top(self, width: int) -> int:
        """How far the line's own drawing is moved down by the prompt."""
        px = self._theme.px
        if self._beside(width):
            return max(0, self._prompt_height(px(_COLUMN - 12)) - px(_LINE + 10))
        return self._prompt_height(width) + px(8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = 76
        if self._beside(width):
            rows = 90 if self._ends_named else 76
        elif self._wait_below(width):
            rows = 118
        elif self._ends_named or self._anybody_waits():
            rows = 94
        return self._top(width) + self._theme.px(rows)

    def _anybody_waits(self) -> bool:
        return any(mark.placed() is None for mark in self.marks)

    def _wait_below(self, width: int) -> bool:
        """Whether the marks that wait find no room between the names of the ends."""
        if not self._ends_named or self._beside(width) or not self._anybody_waits():
            return False
        question, gap = self._question, self._theme.px(24)
        ends = self._end_width(question.low_label) + self._end_width(question.high_label)
        return ends + self._waiting_width() + 2 * gap > width

    def _waiting_width(self) -> float:
        metrics, px = QFontMetricsF(self._theme.font(12, bold=True)), self._theme.px
        waiting = [mark for mark in self.marks if mark.placed() is None]
        return sum(metrics.horizontalAdvance(_asking(mark)) + px(35) for mark in waiting)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(76))

    def x_of(self, value: float) -> float:
        """Where a value stands on the line, in pixels from the left."""
        left, right = self._ends()
        span = max(self._question.high - self._question.low, 1)
        return left + (right - left) * (value - self._question.low) / span

    def y_line(self) -> float:
        """How far from the top the line stands, in pixels."""
        return self._top(self.width()) + self._theme.px(_LINE)

    def value_at(self, x: float) -> int:
        """The value nearest to a place on the line, the end where it lies beyond."""
        left, right = self._ends()
        low, high = self._question.low, self._question.high
        share = (x - left) / max(right - left, 1)
        return min(max(round(low + share * (high - low)), low), high)

    def _ends(self) -> tuple[float, float]:
        pad = self._theme.px(_RADIUS + 3)
        left = self._theme.px(_COLUMN) if self._beside(self.width()) else pad
        return float(left), float(self.width() - pad)

    def _centre(self, mark: ScaleMark) -> QPointF:
        value = mark.placed()
        if value is None:
            return self._waiting()[mark]
        same = [other for other in self.marks if other.placed() == value]
        offset = (same.index(mark) - (len(same) - 1) / 2) * self._theme.px(15)
        return QPointF(self.x_of(value), self.y_line() + offset)

    def _radius(self, mark: ScaleMark) -> float:
        value = mark.placed()
        alone = value is None or [m.placed() for m in self.marks].count(value) == 1
        return self._theme.px(_RADIUS if alone and value is not None else 8)

    def _waiting(self) -> dict[ScaleMark, QPointF]:
        """The middles of the marks that wait, from the left."""
        px, places = self._theme.px, {}
        x = float(px(13))
        width = self.width()
        y = self._top(width) + px(63 if self._beside(width) else _WAITING)
        if self._wait_below(width):
            y += px(24)
        elif self._ends_named and not self._beside(width):
            x += self._end_width(self._question.low_label) + px(24)
        metrics = QFontMetricsF(self._theme.font(12, bold=True))
        for mark in self.marks:
            if mark.placed() is None:
                places[mark] = QPointF(x, y)
                x += px(8 + 7 + 16) + metrics.horizontalAdvance(_asking(mark)) + px(4)
        return places

    def _end_width(self, text: str) -> float:
        return QFontMetricsF(self._ends_font()).horizontalAdvance(text)

    def _ends_font(self) -> QFont:
        return self._theme.font(13, bold=True) if self._contrast else self._theme.font(12)

    # What a person does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at = event.position()
        mark = self._under(at)
        if mark is None and abs(at.y() - self.y_line()) <= self._theme.px(30):
            mark = self._meant(at) if at.x() >= self._ends()[0] - self._theme.px(16) else None
            if mark is not None:
                mark.place(self.value_at(at.x()))
        if mark is None:
            event.ignore()
            return
        mark.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged = mark

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            return
        x = event.position().x()
        # A waiting mark is not placed by a hand that trembles: it comes in at the line's start.
        if self._dragged.placed() is not None or x >= self._ends()[0] - self._theme.px(16):
            self._dragged.place(self.value_at(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def _under(self, at: QPointF) -> ScaleMark | None:
        reach = self._theme.px(3)
        found = [m for m in self.marks if _far(self._centre(m), at) <= self._radius(m) + reach]
        for mark, place in self._waiting().items():
            width = self._theme.px(60)
            box = QRectF(place.x() - 10, place.y() - 12, width, 24)
            if box.contains(at):
                found.append(mark)
        found.sort(key=lambda mark: _far(self._centre(mark), at))
        return found[0] if found else None

    def _meant(self, at: QPointF) -> ScaleMark | None:
        focus = QApplication.focusWidget()
        waiting = [mark for mark in self.marks if mark.placed() is None]
        for mark in waiting or self.marks:
            if mark is focus:
                return mark
        if waiting:
            return waiting[0]
        return min(self.marks, key=lambda mark: _far(self._centre(mark), at), default=None)

    def _mark_moved(self, mark: str, value: object) -> None:
        self.updateGeometry()
        self.settle()
        self.moved.emit(mark, value)

    # How it is kept in place

    def settle(self) -> None:
        """Put prompt and marks where they stand now."""
        px, width = self._theme.px, self.width()
        if self._beside(width):
            column = px(_COLUMN - 12)
            tall = self._prompt_height(column)
            waits = self._anybody_waits()
            middle = self.y_line() - tall / 2
            top = min(middle, self.y_line() + px(10) - tall) if waits else middle
            self._prompt.setGeometry(0, max(0, round(top)), column, tall)
        else:
            self._prompt.setGeometry(0, 0, width, self._prompt_height(width))
        for mark in self.marks:
            r = self._radius(mark) + px(4)
            box = QRectF(0, 0, 2 * r, 2 * r)
            box.moveCenter(self._centre(mark))
            mark.setGeometry(box.toAlignedRect())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._ready:
            self.updateGeometry()
            self.settle()

    # How it is drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_numbers(painter)
        self._paint_ends(painter)
        self._paint_between(painter)
        for mark in self.marks:
            self._paint_mark(painter, mark)
        self._paint_labels(painter)

    def _color(self) -> QColor:
        return self._theme.side_color(self._question.side)

    def _paint_line(self, painter: QPainter) -> None:
        left, right = self._ends()
        high = 4 if self._theme.scale < 1.5 else 6
        box = QRectF(left, self.y_line() - high / 2, right - left, high)
        painter.setPen(Qt.PenStyle.NoPen)
        question = self._question
        if not self._contrast:
            painter.setBrush(self._faded(self._color()))
        else:
            shade = QLinearGradient(box.topLeft(), box.topRight())
            shade.setColorAt(0, self._faded(self._theme.side_color(question.low_side)))
            shade.setColorAt(1, self._faded(self._theme.side_color(question.high_side)))
            painter.setBrush(shade)
        painter.drawRoundedRect(box, high / 2, high / 2)

    def _faded(self, color: QColor) -> QColor:
        faded = QColor(color)
        faded.setAlphaF(0.28 if not self._theme.high_contrast else 0.6)
        return faded

    def _paint_numbers(self, painter: QPainter) -> None:
        theme, question = self._theme, self._question
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("faint"))
        y = self._top(self.width()) + theme.px(_NUMBERS)
        apart = self.x_of(question.low + 1) - self.x_of(question.low)
        every = 1 if apart >= theme.px(17) else 2
        for value in range(question.low, question.high + 1, every):
            box = QRectF(self.x_of(value) - 20, y - theme.px(9), 40, theme.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _paint_ends(self, painter: QPainter) -> None:
        theme, question, beside = self._theme, self._question, self._beside(self.width())
        painter.setFont(self._ends_font())
        y = self._top(self.width()) + theme.px(_ENDS if beside else _WAITING)
        left = self._ends()[0] - theme.px(4) if beside else 0
        box = QRectF(left, y - theme.px(10), self.width() - left, theme.px(20))
        middle, sides = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag
        for words, side, at in (
            (question.low_label, question.low_side, sides.AlignLeft),
            (question.high_label, question.high_side, sides.AlignRight),
        ):
            painter.setPen(theme.side_color(side) if self._contrast else theme.color("soft"))
            painter.drawText(box, middle | at, words)

    def _paint_between(self, painter: QPainter) -> None:
        placed = [value for mark in self.marks if (value := mark.placed()) is not None]
        if len(placed) < 2:
            return
        color = QColor(self._theme.color("soft"))
        painter.setPen(QPen(color, 2, Qt.PenStyle.DotLine))
        y = self.y_line()
        painter.drawLine(QPointF(self.x_of(min(placed)), y), QPointF(self.x_of(max(placed)), y))

    def _paint_mark(self, painter: QPainter, mark: ScaleMark) -> None:
        theme, centre, r = self._theme, self._centre(mark), self._radius(mark)
        color = self._color()
        waits = mark.placed() is None
        if mark.hasFocus():
            painter.setBrush(theme.color("surface"))
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawEllipse(centre, r + theme.px(3), r + theme.px(3))
        ring = theme.px(3 if not waits else 2)
        style = Qt.PenStyle.DashLine if waits else Qt.PenStyle.SolidLine
        filled = mark.mark.filled and not waits
        pen = QPen(color, ring, style)
        if waits:
            pen.setDashPattern([1.8, 1.4])
        painter.setPen(pen)
        painter.setBrush(color if filled else theme.color("surface"))
        painter.drawEllipse(centre, r - ring / 2, r - ring / 2)
        if waits:
            painter.setFont(theme.font(12, bold=True))
            painter.setPen(theme.color("ink"))
            box = QRectF(centre.x() + r + theme.px(7), centre.y() - 20, 400, 40)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _asking(mark)
            )

    def _paint_labels(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.color("ink"))
        y = self._top(self.width()) + theme.px(_LABELS)
        placed = sorted(
            (value, at) for at, m in enumerate(self.marks) if (value := m.placed()) is not None
        )
        if not placed:
            self._paint_invitation(painter, y)
            return
        texts = [f"{self.marks[at].mark.label} · {value}" for value, at in placed]
        metrics = QFontMetricsF(painter.font())
        wanted = [
            (self.x_of(value), metrics.horizontalAdvance(text))
            for (value, _), text in zip(placed, texts, strict=True)
        ]
        lefts = spread(wanted, 0, self.width(), theme.px(8))
        for left, (_, width), text in zip(lefts, wanted, texts, strict=True):
            box = QRectF(left - 1, y - theme.px(10), width + 2, theme.px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_invitation(self, painter: QPainter, y: float) -> None:
        theme = self._theme
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("faint"))
        left = self._ends()[0] - theme.px(4)
        box = QRectF(left, y - theme.px(10), self.width() - left, theme.px(20))
        words = tr("Click the line or press a number to place “{mark}”").format(
            mark=self.marks[0].mark.label
        )
        shown = QFontMetricsF(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _asking(mark: ScaleMark) -> str:
    # Translators: beside a mark that was not placed yet.
    return tr("{mark} ?").format(mark=mark.mark.label)


def _far(a: QPointF, b: QPointF) -> float:
    return float((a - b).manhattanLength())
