"""Draws bars on one scale: ratings and hours, with labels beside them."""

from workbook.charts.drawing import LABEL, RISE, SMALL, Drawing
from workbook.charts.parts.rows import labels
from workbook.charts.sizes import bars_foot
from workbook.charts.specs import BarRow, BarsSpec

_THICK = 12.0
_GAP = 10.0  # between columns
_NEAR = 4.0  # between a bar and its number
_STUB = 14.0  # a line behind a bar that is shorter than this looks like a dash
_KEY = (16.0, 7.0)  # a sample of a bar beside its name


def _rows(count: int, height: float) -> tuple[list[float], float]:
    """Where rows begin, and their pitch."""
    pitch = height / max(count, 1)
    return [at * pitch for at in range(count)], pitch


def draw(drawing: Drawing, spec: BarsSpec) -> None:
    """Draw the bars over the whole figure.

    Raises:
        ValueError: for a value outside the scale, or a scale without length.
    """
    if not spec.low < spec.high:
        raise ValueError(f"a scale runs upwards, not from {spec.low} to {spec.high}")
    for row in spec.rows:
        for end in (row.value, spec.low if row.outline is None else row.outline):
            if not spec.low <= end <= spec.high:
                raise ValueError(
                    f"a bar of this scale ends from {spec.low} to {spec.high}, not at {end}"
                )
    tops, pitch = _rows(len(spec.rows), drawing.height - bars_foot(spec))
    column = labels(drawing, [row.label for row in spec.rows], tops, pitch)
    start = column + _GAP if column else 1.0
    values = [drawing.fit(row.value_label, drawing.width * 0.3) for row in spec.rows]
    end = drawing.width - max(map(drawing.measure, values), default=0) - _NEAR - 2
    for row, value, top in zip(spec.rows, values, tops, strict=True):
        _bar(drawing, spec, row, value, (start, top + (pitch - _THICK) / 2, end))
    if spec.rows:
        foot = drawing.height - bars_foot(spec)
        drawing.stroke(((start, 0), (start, foot)), drawing.palette.edge, 0.8)
    if bars_foot(spec):
        _key(drawing, spec, start)


def _bar(
    drawing: Drawing, spec: BarsSpec, row: BarRow, value: str, place: tuple[float, float, float]
) -> None:
    start, top, end = place

    def length(amount: float) -> float:
        return (amount - spec.low) / (spec.high - spec.low) * (end - start)

    filled, open_ = length(row.value), length(spec.low if row.outline is None else row.outline)
    middle = top + _THICK / 2
    if row.outline is None:
        drawing.stroke(((start, middle), (end, middle)), drawing.palette.line, 1.0)
        drawing.bar(start, top, filled, _THICK, spec.side)
    else:
        if open_:
            drawing.outline(start, top, open_, _THICK, drawing.palette.ink, 1.0)
        drawing.bar(start, top + 2.5, filled, _THICK - 5, spec.side)
    x = start + max(filled, open_) + _NEAR
    # The line behind would strike through the number; what is left of it would look like a dash.
    if row.outline is None:
        left, right = x - _NEAR + 0.6, x + drawing.measure(value) + _NEAR / 2
        right = right if end - right > _STUB else max(right, end + 0.6)
        drawing.rectangle(left, middle - 1, right - left, 2, drawing.palette.surface)
    drawing.write(value, x, middle + RISE * LABEL, drawing.palette.ink)


def _key(drawing: Drawing, spec: BarsSpec, x: float) -> None:
    """Samples of the two bars with their names."""
    width, height = _KEY
    names = [name for name in map(drawing.line, (spec.value_name, spec.outline_name)) if name]
    beside = (width + _NEAR + _GAP) * len(names)
    needed = beside + sum(drawing.measure(name, size=SMALL) for name in names)
    # Under the bars where there is room, else as far to the left as it needs.
    x = max(min(x, drawing.width - needed), 0.0)
    space = drawing.width if x else (drawing.width - beside) / 2
    middle = drawing.height - SMALL / 2 - 1
    for name, filled in ((spec.value_name, True), (spec.outline_name, False)):
        text = drawing.fit(name, space, size=SMALL)
        if not text:
            continue
        top = middle - height / 2
        if filled:
            drawing.bar(x, top, width, height, spec.side)
        else:
            drawing.outline(x, top, width, height, drawing.palette.ink, 1.0)
        x += width + _NEAR
        drawing.write(text, x, middle + RISE * SMALL, drawing.palette.soft, size=SMALL)
        x += drawing.measure(text, size=SMALL) + _GAP
