"""Rows under each other: their names at the left, notes at the right, ticks on their bars."""

from collections.abc import Sequence

from workbook.charts.drawing import LABEL, LEADING, RISE, SMALL, Drawing
from workbook.charts.sizes import COLUMN

_GAP = 10.0  # between columns
_TICK = 2.0  # how far the tick of a round before stands out of its bar


def labels(
    drawing: Drawing,
    texts: Sequence[str],
    tops: Sequence[float],
    pitch: float,
    share: float = COLUMN,
) -> float:
    """Write a column of row labels, on two lines where the rows are far enough apart.

    Returns where the column ends, at most at this share of the width; 0 where all are empty.
    """
    widest = max((drawing.measure(drawing.line(text)) for text in texts), default=0.0)
    space = min(widest + 0.5, drawing.width * share)
    lines = 2 if pitch >= 2 * LABEL * LEADING else 1
    for text, top in zip(texts, tops, strict=True):
        wrapped = drawing.wrap(text, space, lines)
        drawing.write_lines(wrapped, 0, top + pitch / 2, drawing.palette.ink)
    return space if widest else 0.0


def side_notes(
    drawing: Drawing, texts: Sequence[str], tops: Sequence[float], pitch: float
) -> float:
    """Write a column of small notes at the right; where it begins."""
    fitted = [drawing.fit(text, drawing.width * 0.2, size=SMALL) for text in texts]
    widest = max((drawing.measure(text, size=SMALL) for text in fitted), default=0.0)
    for text, top in zip(fitted, tops, strict=True):
        baseline = top + pitch / 2 + RISE * SMALL
        drawing.write(
            text, drawing.width, baseline, drawing.palette.soft, size=SMALL, anchor="right"
        )
    return drawing.width - widest - (_GAP if widest else 0)


def tick(drawing: Drawing, x: float, top: float, thick: float) -> None:
    """Where the round before ended, seen on bars of either side."""
    palette = drawing.palette
    ends = ((x, top - _TICK), (x, top + thick + _TICK))
    drawing.stroke(ends, palette.surface, 4.0)
    drawing.stroke(ends, palette.ink, 1.6)
