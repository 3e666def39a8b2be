"""Draws statements under each other, each with the marks of a room on one scale."""

from workbook.catalogue.dates import number
from workbook.charts.drawing import ASCENT, LABEL, RISE, SMALL, Drawing
from workbook.charts.parts.axis import Places, draw_axis, ends, write_ends, write_numbers
from workbook.charts.parts.piles import draw_piles, grain, many
from workbook.charts.parts.rows import labels
from workbook.charts.pen import Face
from workbook.charts.sizes import ENDS, NUMBERS, SPREADS_HEAD
from workbook.charts.specs import SpreadsSpec
from workbook.model.guide import Side

_GAP = 10.0  # between columns
_ABOVE, _BELOW = 3.0, 8.0  # the line of a row: from its piles, and from the next row
_LARGEST = 0.4  # a dot's diameter, of the room for piles


def draw(drawing: Drawing, spec: SpreadsSpec) -> None:
    """Draw the rows over the whole figure.

    Raises:
        ValueError: for a scale without length, or marks that are not on it.
    """
    name = drawing.fit(spec.median_label, drawing.width * 0.2, size=SMALL)
    medians = ["" if r.marks.median is None else number(r.marks.median) for r in spec.rows]
    widest = max((drawing.measure(text, Face.SEMIBOLD) for text in medians), default=0.0)
    right = drawing.width - max(drawing.measure(name, size=SMALL), widest) - _GAP
    foot = NUMBERS + (ENDS if spec.low_label or spec.high_label else 0)
    pitch = (drawing.height - SPREADS_HEAD - foot) / max(len(spec.rows), 1)
    tops = [SPREADS_HEAD + at * pitch for at in range(len(spec.rows))]
    column = labels(drawing, [row.label for row in spec.rows], tops, pitch)
    places = Places(spec.low, spec.high, column + _GAP if column else 0, right)
    for row in spec.rows:
        places.check(row.marks)
    if not spec.rows:
        return
    _rows(drawing, spec, places, tops, pitch)
    palette = drawing.palette
    for text, top in zip(medians, tops, strict=True):
        baseline = top + pitch / 2 + RISE * LABEL
        drawing.write(text, drawing.width, baseline, palette.ink, Face.SEMIBOLD, anchor="right")
    drawing.write(name, drawing.width, ASCENT * SMALL + 1, palette.soft, size=SMALL, anchor="right")
    bottom = drawing.height - foot
    write_numbers(drawing, places, bottom)
    words = ends(drawing, spec, places.right - places.left, 1)
    write_ends(drawing, words, places, bottom + NUMBERS, (Side.NEITHER, Side.NEITHER))


def _rows(
    drawing: Drawing, spec: SpreadsSpec, places: Places, tops: list[float], pitch: float
) -> None:
    space = pitch - _ABOVE - _BELOW
    most = max(max(row.marks.counts) for row in spec.rows)
    columns = many([row.marks for row in spec.rows])
    size = grain([(most, 1.0)], space, places.pitch, _LARGEST * space, columns=columns)
    for row, top in zip(spec.rows, tops, strict=True):
        draw_axis(drawing, places, row.marks, top + space + _ABOVE)
        draw_piles(drawing, row.marks.counts, places.xs, top + space, size)
