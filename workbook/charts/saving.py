"""Writes charts as SVG and PNG files: one under the other on white, each under its title."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from matplotlib import rc_context
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from workbook.catalogue import tr
from workbook.charts.alt import alt_text
from workbook.charts.drawing import Drawing
from workbook.charts.figures import Figure, figure
from workbook.charts.palette import PRINT
from workbook.charts.pen import Face, ScreenLettering
from workbook.charts.sizes import natural_height
from workbook.charts.specs import ChartSpec

WIDTH = 490.0  # of a chart, in points: as wide as the summary has them
MARGIN, GAP = 18.0, 26.0
TITLE, TITLE_SIZE = 14.0, 11.0  # the height of a line, and its type
TITLE_LINES = 3  # at most
DPI = 300
MOST_PIXELS = 16_000  # of a PNG's height: image programs refuse more unless told otherwise
CREATOR = "Community Purpose Workbook"


class Titled(NamedTuple):
    """A chart with the words that stand over it."""

    title: str
    spec: ChartSpec


def as_svg(charts: Sequence[Titled]) -> bytes:
    """The charts as an SVG file; the same ones give the same bytes.

    Letters are drawn as outlines: the fonts that the widths were measured in are hardly ever on the
    machine that shows the file. What the charts say stands in words in its description.

    Raises:
        ValueError: where there is no chart.
    """
    file = BytesIO()
    words = {"Title": _titles(charts), "Description": _description(charts)}
    canvas: Any = FigureCanvasSVG(_Sheet(charts))
    with rc_context({"svg.hashsalt": CREATOR, "svg.fonttype": "path", "svg.image_inline": True}):
        canvas.print_svg(file, metadata={**words, "Creator": CREATOR, "Date": None})
    return _described(file.getvalue(), words["Description"])


def as_png(charts: Sequence[Titled]) -> bytes:
    """The charts as a PNG file with 300 dots an inch, or fewer where it would be too high; the
    same ones give the same bytes.

    Raises:
        ValueError: where there is no chart.
    """
    file = BytesIO()
    sheet = _Sheet(charts)
    sheet.dpi = min(DPI, int(MOST_PIXELS / sheet.get_figheight()))
    words = {"Title": _titles(charts), "Description": _description(charts)}
    canvas: Any = FigureCanvasAgg(sheet)
    canvas.print_png(file, metadata={**words, "Software": CREATOR})
    return file.getvalue()


def _described(svg: bytes, words: str) -> bytes:
    """The SVG as one picture with a description, which screen readers say after its title."""
    said = f"</title>\n <desc>{escape(words)}</desc>".encode()
    svg = svg.replace(b"</title>", said, 1)
    return svg.replace(b' version="1.1">', b' version="1.1" role="img">', 1)


def _titles(charts: Sequence[Titled]) -> str:
    return _printable("; ".join(" ".join(chart.title.split()) for chart in charts))


def _description(charts: Sequence[Titled]) -> str:
    """All charts in words, each after its title."""
    # Translators: a chart's title, and all of the chart in words.
    words = tr("{title}. {said}")
    said = (words.format(title=chart.title, said=alt_text(chart.spec)) for chart in charts)
    return _printable(" ".join(" ".join(said).split()))


def _printable(text: str) -> str:
    """The text without control characters, which neither format may hold."""
    return "".join(c for c in text if c.isprintable())


class _Sheet(Figure):
    """A white figure on which others stand, each of which draws itself in its own place."""

    def __init__(self, charts: Sequence[Titled]) -> None:
        if not charts:
            raise ValueError("there is no chart to draw")
        self._parts: list[tuple[Figure, float]] = []  # with the distance of its foot from the top
        y = MARGIN
        for chart in charts:
            for part in _parts(chart):
                y += part.get_figheight() * 72
                self._parts.append((part, y))
            y += GAP
        y += MARGIN - GAP
        size = (WIDTH + 2 * MARGIN) / 72, y / 72
        super().__init__(figsize=size, dpi=72, facecolor=PRINT.paper, edgecolor="none")
        self.set_layout_engine("none")

    def draw(self, renderer: RendererBase) -> None:
        """Draw the ground, then every part; their own measures are points from their lower left."""
        super().draw(renderer)
        for part, foot in self._parts:
            pixels = self.dpi / 72
            up = (self.get_figheight() * 72 - foot) * pixels
            part.dpi_scale_trans.clear().scale(self.dpi).translate(MARGIN * pixels, up)
            part.draw(renderer)


def _parts(chart: Titled) -> tuple[Figure, ...]:
    drawn = figure(chart.spec, PRINT, WIDTH, natural_height(chart.spec, WIDTH))
    return (_heading(chart.title), drawn) if chart.title.strip() else (drawn,)


def _heading(title: str) -> Figure:
    measure = Drawing(WIDTH, TITLE, 1.0, PRINT, ScreenLettering())
    lines = measure.wrap(title, WIDTH, TITLE_LINES, Face.SEMIBOLD, TITLE_SIZE)
    height = TITLE * len(lines) + 8.0
    drawing = Drawing(WIDTH, height, 1.0, PRINT, ScreenLettering())
    for number, line in enumerate(lines):
        drawing.write(line, 0, TITLE * number + TITLE_SIZE, PRINT.ink, Face.SEMIBOLD, TITLE_SIZE)
    return drawing.figure
