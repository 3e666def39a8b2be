"""Draws charts with Qt's painter: with the letters of the window, and several times as fast as
matplotlib's own picture, which spends most of its time on words.

It loads matplotlib, which costs a second, so it is imported when a chart is to be drawn.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from workbook.charts.drawing import draw_with
from workbook.charts.figures import figure
from workbook.charts.palette import Palette
from workbook.charts.pen import UNKNOWN, Face, Fill, Pen, Step, Stroke, trace
from workbook.charts.specs import ChartSpec
from workbook.ui.theme import SANS

_EM = 64  # pixels of the type that is measured and then scaled: hinting would change its widths
_WEIGHTS = {Face.REGULAR: QFont.Weight.Normal, Face.SEMIBOLD: QFont.Weight.DemiBold}
_CAPS = {
    "butt": Qt.PenCapStyle.FlatCap,
    "round": Qt.PenCapStyle.RoundCap,
    "projecting": Qt.PenCapStyle.SquareCap,
}
_JOINS = {
    "miter": Qt.PenJoinStyle.MiterJoin,
    "round": Qt.PenJoinStyle.RoundJoin,
    "bevel": Qt.PenJoinStyle.BevelJoin,
}
_LEVEL = 1e-4  # points by which a level line may rise: what a float loses


def draw_onto(
    image: QImage, spec: ChartSpec, palette: Palette, size: tuple[float, float], point: float
) -> None:
    """Draw a chart of this width and height in points over the whole picture, whose device-
    independent pixels make up a point by so many.
    """
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ratio = image.devicePixelRatio()
    painter.translate(0, image.height() / ratio)
    painter.scale(point, -point)
    pen = PainterPen(painter, point * ratio)
    draw_with(pen, figure(spec, palette, *size, pen))
    painter.end()


class PainterLettering:
    """Measures as Qt draws; it finds a font for every script that the machine has one for."""

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of one line of text at a size in points."""
        return _width(text, face) * size

    def drawable(self, text: str) -> str:
        """The text with what could not be drawn replaced by something that can be seen."""
        return text if text.isprintable() else "".join(map(_seen, text))


class PainterPen(PainterLettering, Pen):
    """The pen that draws on a picture; see `workbook.charts.pen.Pen`.

    One unit of its painter is a point, its origin is the chart's lower left and the corner of a
    pixel, and y is upwards. Edges that run along the pixels are drawn onto them, so that they are
    crisp.
    """

    def __init__(self, painter: QPainter, pixels: float) -> None:
        """A pen on a painter for which a point is so many pixels of the screen."""
        self._painter, self._pixels = painter, pixels

    def path(
        self,
        steps: Sequence[Step],
        fill: Fill | None,
        stroke: Stroke | None,
        clips: Sequence[Sequence[Step]],
    ) -> None:
        """Draw a path within the clips."""
        painter = self._painter
        if clips:
            painter.save()
        for clip in clips:
            painter.setClipPath(_outline(clip), Qt.ClipOperation.IntersectClip)
        painter.setBrush(_colour(fill.colour, fill.alpha) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(stroke) if stroke else Qt.PenStyle.NoPen)
        width = stroke.width * self._pixels if stroke else 0.0
        painter.drawPath(_outline(self._on_pixels(steps, width)))
        if clips:
            painter.restore()

    def _on_pixels(self, steps: Sequence[Step], width: float) -> Sequence[Step]:
        """The same with edges on whole pixels, lines of an odd width in pixels in the middle of
        them; a path that does not run along the pixels as it is.
        """
        if not _is_upright(steps):
            return steps
        pixels, half = self._pixels, 0.5 if round(width) % 2 else 0.0
        return [
            (name, tuple((floor(at * pixels + 0.5 - half) + half) / pixels for at in numbers))
            for name, numbers in steps
        ]

    def words(
        self, text: str, face: Face, size: float, x: float, y: float, angle: float, fill: Fill
    ) -> None:
        """Write a line of text from its baseline's left end, turned anticlockwise."""
        painter = self._painter
        painter.save()
        painter.translate(x, y)
        if angle:
            painter.rotate(angle)
        painter.scale(size / _EM, -size / _EM)
        painter.setFont(_font(face))
        painter.setPen(_colour(fill.colour, fill.alpha))
        painter.drawText(QPointF(0, 0), text)
        painter.restore()


@lru_cache(8192)
def _width(text: str, face: Face) -> float:
    """The width of a text, in ems."""
    return QFontMetricsF(_font(face)).horizontalAdvance(text) / _EM


@lru_cache(2)
def _font(face: Face) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(_EM)
    font.setWeight(_WEIGHTS[face])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _seen(character: str) -> str:
    return UNKNOWN if unicodedata.category(character) in ("Cc", "Cs") else character


def _colour(colour: tuple[float, float, float], alpha: float) -> QColor:
    return QColor.fromRgbF(*colour, alpha)


def _pen(stroke: Stroke) -> QPen:
    pen = QPen(_colour(stroke.colour, stroke.alpha), stroke.width)
    pen.setCapStyle(_CAPS[stroke.cap])
    pen.setJoinStyle(_JOINS[stroke.join])
    if stroke.dashes:  # Qt counts them in widths of the line
        pen.setDashPattern([dash / stroke.width for dash in stroke.dashes])
        pen.setDashOffset(stroke.offset / stroke.width)
    return pen


def _is_upright(steps: Sequence[Step]) -> bool:
    """Whether all lines of a path run along the pixels, closing ones too."""
    x = y = first_x = first_y = 0.0
    for name, numbers in steps:
        if name == "C":
            return False
        to_x, to_y = numbers or (first_x, first_y)
        if name == "M":
            first_x, first_y = to_x, to_y
        elif abs(to_x - x) > _LEVEL and abs(to_y - y) > _LEVEL:
            return False
        x, y = to_x, to_y
    return True


def _outline(steps: Sequence[Step]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # as matplotlib fills what crosses itself
    trace(steps, path.moveTo, path.lineTo, path.cubicTo, path.closeSubpath)
    return path
