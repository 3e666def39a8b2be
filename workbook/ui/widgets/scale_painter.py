"""Draws a scale: its line, numbers and ends, its marks and what they say."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from workbook.catalogue import tr
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.widgets.scale_shape import (
    ENDS_BELOW,
    ENDS_BESIDE,
    LABELS,
    LINE,
    NUMBERS,
    ScaleShape,
    asking,
)
from workbook.ui.widgets.spread import spread

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_scale(painter: QPainter, shape: ScaleShape) -> None:
    """Draw all of a scale but its prompt."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_line(painter, shape)
    _paint_numbers(painter, shape)
    _paint_ends(painter, shape)
    _paint_between(painter, shape)
    for mark in shape.marks:
        _paint_mark(painter, shape, mark)
    if len(shape.waiting) == len(shape.marks):
        _paint_invitation(painter, shape)
    else:
        _paint_labels(painter, shape)


def _paint_line(painter: QPainter, shape: ScaleShape) -> None:
    theme, question, (left, right) = shape.theme, shape.question, shape.ends
    thick = 4 if theme.scale < 1.5 else 6
    box = QRectF(left, shape.y(LINE) - thick / 2, right - left, thick)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.6 if theme.high_contrast else 0.28
    if shape.contrast:
        shade = QLinearGradient(box.topLeft(), box.topRight())
        shade.setColorAt(0, _faded(theme.side_color(question.low_side), strength))
        shade.setColorAt(1, _faded(theme.side_color(question.high_side), strength))
        painter.setBrush(shade)
    else:
        painter.setBrush(_faded(theme.side_color(question.side), strength))
    painter.drawRoundedRect(box, thick / 2, thick / 2)


def _faded(color: QColor, strength: float) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(strength)
    return faded


def _paint_numbers(painter: QPainter, shape: ScaleShape) -> None:
    theme, low, high = shape.theme, shape.question.low, shape.question.high
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("faint"))
    every = 1 if shape.x_of(low + 1) - shape.x_of(low) >= theme.px(17) else 2
    for value in range(low, high + 1, every):
        box = QRectF(0, 0, theme.px(40), theme.px(18))
        box.moveCenter(QPointF(shape.x_of(value), shape.y(NUMBERS)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))


def _paint_ends(painter: QPainter, shape: ScaleShape) -> None:
    theme, question = shape.theme, shape.question
    painter.setFont(shape.ends_font())
    y = shape.y(ENDS_BESIDE if shape.beside else ENDS_BELOW)
    left = shape.ends[0] - theme.px(4) if shape.beside else 0
    box = QRectF(left, y - theme.px(10), shape.width - left, theme.px(20))
    for words, side, where in (
        (question.low_label, question.low_side, _LEFT),
        (question.high_label, question.high_side, _RIGHT),
    ):
        painter.setPen(theme.side_color(side) if shape.contrast else theme.color("soft"))
        painter.drawText(box, where, words)


def _paint_between(painter: QPainter, shape: ScaleShape) -> None:
    placed = [value for mark in shape.marks if (value := mark.placed()) is not None]
    if len(placed) > 1:
        painter.setPen(QPen(shape.theme.color("soft"), 2, Qt.PenStyle.DotLine))
        start, end = shape.x_of(min(placed)), shape.x_of(max(placed))
        painter.drawLine(QPointF(start, shape.y(LINE)), QPointF(end, shape.y(LINE)))


def _paint_mark(painter: QPainter, shape: ScaleShape, mark: ScaleMark) -> None:
    theme, centre, r = shape.theme, shape.centre(mark), shape.radius(mark)
    color, waits = theme.side_color(shape.question.side), mark.placed() is None
    if mark.hasFocus():
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("ink"), 2))
        painter.drawEllipse(centre, r + theme.px(3), r + theme.px(3))
    pen = QPen(color, theme.px(2 if waits else 3))
    if waits:
        pen.setDashPattern([1.8, 1.4])
    painter.setPen(pen)
    filled = mark.mark.filled and not waits
    painter.setBrush(color if filled else theme.color("surface"))
    painter.drawEllipse(centre, r - pen.widthF() / 2, r - pen.widthF() / 2)
    if waits:
        painter.setFont(theme.font(12, bold=True))
        painter.setPen(theme.color("ink"))
        box = QRectF(centre.x() + r + theme.px(7), centre.y() - 20, shape.width, 40)
        painter.drawText(box, _LEFT, asking(mark))


def _paint_labels(painter: QPainter, shape: ScaleShape) -> None:
    theme = shape.theme
    painter.setFont(theme.font(12, bold=True))
    painter.setPen(theme.color("ink"))
    placed = sorted(
        (value, at) for at, m in enumerate(shape.marks) if (value := m.placed()) is not None
    )
    texts = [f"{shape.marks[at].mark.label} · {value}" for value, at in placed]
    metrics = QFontMetricsF(painter.font())
    wanted = [
        (shape.x_of(value), metrics.horizontalAdvance(text))
        for (value, _), text in zip(placed, texts, strict=True)
    ]
    lefts = spread(wanted, 0, shape.width, theme.px(8))
    for left, (_, width), text in zip(lefts, wanted, texts, strict=True):
        box = QRectF(left - 1, shape.y(LABELS) - theme.px(10), width + 2, theme.px(20))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_invitation(painter: QPainter, shape: ScaleShape) -> None:
    """While nothing is placed, say how a mark is placed."""
    theme = shape.theme
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("faint"))
    left = shape.ends[0] - theme.px(4)
    box = QRectF(left, shape.y(LABELS) - theme.px(10), shape.width - left, theme.px(20))
    words = tr("Click the line or press a number to place “{mark}”").format(
        mark=shape.marks[0].mark.label
    )
    metrics, end = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight
    painter.drawText(box, _LEFT, metrics.elidedText(words, end, box.width()))
