"""Turns what a chart shows into a matplotlib figure, without pyplot and with nothing measured by
guess: every place is worked out in points.
"""

from typing import assert_never

from matplotlib.figure import Figure

from workbook.charts import (
    bars,
    choices,
    columns,
    diverging,
    dots,
    ladder,
    lines,
    map,
    shares,
    spreads,
)
from workbook.charts.drawing import Drawing
from workbook.charts.palette import Palette
from workbook.charts.pen import Lettering, ScreenLettering
from workbook.charts.sizes import LEAST_WIDTH, least_height
from workbook.charts.specs import (
    BarsSpec,
    ChartSpec,
    ChoicesSpec,
    ColumnsSpec,
    DivergingSpec,
    DotsSpec,
    LadderSpec,
    LinesSpec,
    MapSpec,
    SharesSpec,
    SpreadsSpec,
)

__all__ = ["Figure", "figure"]  # who draws figures elsewhere can name them without matplotlib


def figure(
    spec: ChartSpec,
    palette: Palette,
    width: float,
    height: float,
    lettering: Lettering | None = None,
) -> Figure:
    """A figure of a chart on a transparent ground, width × height in points, its dpi 72.

    Type is 8 to 9 points high. For a screen give points, not pixels (a point is 1/72 of an inch; a
    widget of w pixels at 96 dpi has 0.75 w points), then set the figure's dpi: everything in it
    scales. Where there is too little room for a chart (`sizes.least_height`), it is drawn smaller
    as a whole, so that nothing ever runs into each other; `sizes.natural_height` is what it likes.

    Args:
        spec: what to show.
        palette: its colours.
        width: points, above 0.
        height: points, above 0.
        lettering: who measures words where they will be drawn, if not matplotlib on a screen.

    Raises:
        ValueError: for a size of 0 or less, or values that lie outside the spec's scale.
    """
    if not (width > 0 and height > 0):
        raise ValueError(f"a chart needs a width and a height above 0, not {width} × {height}")
    wide = min(1.0, width / LEAST_WIDTH)
    least = least_height(spec, width / wide)
    zoom = min(wide, height / least) if least else wide
    drawing = Drawing(width, height, zoom, palette, lettering or ScreenLettering())
    _draw(drawing, spec)
    return drawing.figure


def _draw(drawing: Drawing, spec: ChartSpec) -> None:
    match spec:
        case MapSpec():
            map.draw(drawing, spec)
        case LinesSpec():
            lines.draw(drawing, spec)
        case DivergingSpec():
            diverging.draw(drawing, spec)
        case ChoicesSpec():
            choices.draw(drawing, spec)
        case BarsSpec():
            bars.draw(drawing, spec)
        case LadderSpec():
            ladder.draw(drawing, spec)
        case DotsSpec():
            dots.draw(drawing, spec)
        case SpreadsSpec():
            spreads.draw(drawing, spec)
        case SharesSpec():
            shares.draw(drawing, spec)
        case ColumnsSpec():
            columns.draw(drawing, spec)
        case _:
            assert_never(spec)
