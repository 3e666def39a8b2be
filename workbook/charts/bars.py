"""Draws bars on one scale: ratings and hours, with labels beside them."""

from collections.abc import Sequence

from workbook.charts.drawing import LABEL, LEADING, RISE, SMALL, Drawing
from workbook.charts.sizes import COLUMN, bars_foot
from workbook.charts.specs import BarRow, BarsSpec

_THICK = 12.0
_GAP = 10.0  # between columns
_NEAR = 4.0  # between a bar and its number
_STUB = 14.0  # a line behind a bar that is shorter than this looks like a dash
_KEY = (16.0, 7.0)  # a sample of a bar beside its name
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
    room = min(widest + 0.5, drawing.width * share)
    lines = 2 if pitch >= 2 * LABEL * LEADING else 1
    for text, top in zip(texts, tops, strict=True):
        wrapped = drawing.wrap(text, room, lines)
        drawing.write_lines(wrapped, 0, top + pitch / 2, drawing.palette.ink)
    return room if widest else 0.0


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


def _rows(count: int, height: float) -> tuple[list[float], float]:
    """Where rows begin, and their pitch."""
    pitch = height / max(count, 1)
    return [at * pitch for at in range(count)], pitch


def draw_bars(drawing: Drawing, spec: BarsSpec) -> None:
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


def tick(drawing: Drawing, x: float, top: float, thick: float) -> None:
    """Where the round before ended, seen on bars of either side."""
    palette = drawing.palette
    ends = ((x, top - _TICK), (x, top + thick + _TICK))
    drawing.stroke(ends, palette.surface, 4.0)
    drawing.stroke(ends, palette.ink, 1.6)


def _key(drawing: Drawing, spec: BarsSpec, x: float) -> None:
    """Samples of the two bars with their names."""
    width, height = _KEY
    names = [name for name in map(drawing.line, (spec.value_name, spec.outline_name)) if name]
    beside = (width + _NEAR + _GAP) * len(names)
    needed = beside + sum(drawing.measure(name, size=SMALL) for name in names)
    # Under the bars where there is room, else as far to the left as it needs.
    x = max(min(x, drawing.width - needed), 0.0)
    room = drawing.width if x else (drawing.width - beside) / 2
    middle = drawing.height - SMALL / 2 - 1
    for name, filled in ((spec.value_name, True), (spec.outline_name, False)):
        text = drawing.fit(name, room, size=SMALL)
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
