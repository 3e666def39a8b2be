"""Draws counts as columns beside each other: hands at each level of consent, options chosen."""

from workbook.charts.drawing import ASCENT, LABEL, LEADING, RISE, SMALL, Drawing
from workbook.charts.pen import Face
from workbook.charts.sizes import COLUMNS_HEAD, COLUMNS_KEY
from workbook.charts.specs import Column, ColumnsSpec

_WIDE, _WIDEST = 0.5, 64.0  # a column, of its room, and at most
_BEFORE = 0.55  # the width of the round before, of a column
_APART = 3.0  # between the two
_LEAST = 1.2  # height of a column, so that one of five hundred is seen
_LINES = 2
_KEY = (14.0, 9.0)
_GAP = 14.0


def draw(drawing: Drawing, spec: ColumnsSpec) -> None:
    """Draw the columns over the whole figure.

    Raises:
        ValueError: for a count below 0.
    """
    if any(min(column.count, column.before or 0) < 0 for column in spec.columns):
        raise ValueError("a count of answers is 0 or more")
    if not spec.columns:
        return
    two = any(column.before is not None for column in spec.columns)
    pitch = drawing.width / len(spec.columns)
    labels = [drawing.wrap(c.label, pitch - 4, _LINES, size=SMALL) for c in spec.columns]
    head = LABEL * LEADING if any(column.head for column in spec.columns) else 0.0
    foot = head + max(map(len, labels)) * SMALL * LEADING + 4
    top = COLUMNS_KEY if two else 0.0
    ground = drawing.height - foot
    highest = max(max(c.count, c.before or 0) for c in spec.columns)
    unit = (ground - top - COLUMNS_HEAD) / max(highest, 1)
    palette = drawing.palette
    for at, (column, lines) in enumerate(zip(spec.columns, labels, strict=True)):
        x = (at + 0.5) * pitch
        _column(drawing, column, x, pitch, ground, unit, two=two)
        text = drawing.fit(column.head, pitch - 4, Face.SEMIBOLD)
        baseline = ground + 3 + ASCENT * LABEL
        drawing.write(text, x, baseline, palette.ink, Face.SEMIBOLD, anchor="center")
        middle = ground + 3 + head + len(lines) * SMALL * LEADING / 2
        drawing.write_lines(lines, x, middle, palette.soft, size=SMALL, anchor="center")
    drawing.stroke(((0, ground), (drawing.width, ground)), palette.edge, 0.8)
    if two:
        _key(drawing, spec)


def _column(
    drawing: Drawing,
    column: Column,
    x: float,
    pitch: float,
    ground: float,
    unit: float,
    *,
    two: bool,
) -> None:
    palette = drawing.palette
    wide = min(_WIDE * pitch, _WIDEST)
    thin = _BEFORE * wide if two else 0.0
    left = x - (wide + (thin + _APART if two else 0)) / 2
    height = max(column.count * unit, _LEAST) if column.count else 0.0
    if height and column.low:
        drawing.hatch(left, ground - height, wide, height, palette.ink)
    elif height:
        drawing.rectangle(left, ground - height, wide, height, palette.ink)
    _count(drawing, column.count, left + wide / 2, ground - height, wide, now=True)
    if column.before is not None:
        left += wide + _APART
        height = max(column.before * unit, _LEAST) if column.before else 0.0
        if height:
            drawing.outline(left, ground - height, thin, height, palette.past, 1.2)
        _count(drawing, column.before, left + thin / 2, ground - height, thin, now=False)


def _count(drawing: Drawing, count: int, x: float, top: float, width: float, *, now: bool) -> None:
    """Write a count over its column, as small as it takes."""
    face, size = (Face.SEMIBOLD, LABEL) if now else (Face.REGULAR, SMALL)
    text, palette = str(count), drawing.palette
    size = min(size, size * (width + _APART - 1) / drawing.measure(text, face, size))
    colour = palette.ink if now else palette.soft
    drawing.write(text, x, top - 3, colour, face, size, "center")


def _key(drawing: Drawing, spec: ColumnsSpec) -> None:
    """Samples of both rounds with their names."""
    width, height = _KEY
    space = drawing.width / 2 - width - _GAP
    x, middle = 0.0, SMALL / 2 + 1
    for name, now in ((spec.now_label, True), (spec.before_label, False)):
        text = drawing.fit(name, space, size=SMALL)
        if not text:
            continue
        if now:
            drawing.rectangle(x, middle - height / 2, width, height, drawing.palette.ink)
        else:
            drawing.outline(x, middle - height / 2, width, height, drawing.palette.past, 1.2)
        x += width + 4
        drawing.write(text, x, middle + RISE * SMALL, drawing.palette.soft, size=SMALL)
        x += drawing.measure(text, size=SMALL) + _GAP
