"""Draws charts onto a page: lines stay lines, words stay words, in the fonts of the document.

It loads matplotlib, which costs a second, so it is imported where a chart is to be drawn.
"""

from collections.abc import Sequence
from typing import Any

from workbook.charts.drawing import draw_with
from workbook.charts.figures import Figure, figure
from workbook.charts.palette import PRINT, Palette
from workbook.charts.pen import Face, Fill, Pen, Step, Stroke, trace
from workbook.charts.specs import ChartSpec
from workbook.printing.type import fonts
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.text import draw_line

_FACES = {Face.REGULAR: fonts.Face.SANS, Face.SEMIBOLD: fonts.Face.SANS_SEMIBOLD}
_CAPS = {"butt": 0, "round": 1, "projecting": 2}  # the numbers PDF has for them
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_NON_ZERO = 1  # how matplotlib fills a path that crosses itself; ReportLab's own is even–odd


def draw_chart(
    canvas: Sheet,
    spec: ChartSpec,
    x: float,
    y: float,
    width: float,
    height: float,
    palette: Palette = PRINT,
) -> None:
    """Draw a chart with its lower left at x, y; all in points. Words are measured and shaped as
    in the rest of the document, and `canvas.fonts.undrawable` tells of what no font has.

    Raises:
        ValueError: as `workbook.charts.figures.figure`.
    """
    pen = CanvasPen(canvas)
    draw_figure(canvas, figure(spec, palette, width, height, lettering=pen), x, y)


def draw_figure(canvas: Sheet, figure: Figure, x: float, y: float) -> None:
    """Draw a figure of `workbook.charts.figures` with its lower left at x, y, in points.

    Words were fitted by whoever measured when the figure was made; `draw_chart` sees to it that
    this was the document.
    """
    canvas.saveState()
    canvas.translate(x, y)
    draw_with(CanvasPen(canvas), figure)
    canvas.restoreState()


class CanvasPen(Pen):
    """The pen that draws on a page; see `workbook.charts.pen.Pen`."""

    def __init__(self, canvas: Sheet) -> None:
        self._canvas = canvas

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of a line of text in the document's fonts."""
        return self._canvas.fonts.width(text, _FACES[face], size)

    def drawable(self, text: str) -> str:
        """The text as it is: the document's fonts put a sign in the place of what none draws."""
        return text

    def path(
        self,
        steps: Sequence[Step],
        fill: Fill | None,
        stroke: Stroke | None,
        clips: Sequence[Sequence[Step]],
    ) -> None:
        """Draw a path within the clips."""
        canvas = self._canvas
        canvas.saveState()
        for clip in clips:
            canvas.clipPath(self._outline(clip), stroke=0, fill=0, fillMode=_NON_ZERO)
        if fill:
            canvas.setFillColorRGB(*fill.colour, alpha=_alpha(fill.alpha))
        if stroke:
            canvas.setStrokeColorRGB(*stroke.colour, alpha=_alpha(stroke.alpha))
            canvas.setLineWidth(stroke.width)
            canvas.setLineCap(_CAPS[stroke.cap])
            canvas.setLineJoin(_JOINS[stroke.join])
            canvas.setDash(list(stroke.dashes), stroke.offset)
        outline = self._outline(steps)
        canvas.drawPath(outline, stroke=int(bool(stroke)), fill=int(bool(fill)), fillMode=_NON_ZERO)
        canvas.restoreState()

    def words(
        self, text: str, face: Face, size: float, x: float, y: float, angle: float, fill: Fill
    ) -> None:
        """Write a line of text from its baseline's left end, turned anticlockwise."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, y)
        if angle:
            canvas.rotate(angle)
        if fill.alpha < 1:
            canvas.setFillAlpha(fill.alpha)
        draw_line(canvas, text, _FACES[face], size, 0, 0, _hex(fill.colour))
        canvas.restoreState()

    def _outline(self, steps: Sequence[Step]) -> Any:
        path = self._canvas.beginPath()
        trace(steps, path.moveTo, path.lineTo, path.curveTo, path.close)
        return path


def _alpha(alpha: float) -> float | None:
    """What ReportLab is told: nothing where nothing shows through, which keeps files plain."""
    return alpha if alpha < 1 else None


def _hex(colour: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
