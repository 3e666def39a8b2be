"""Draws scales under each other with their marks: what is filled, what is said or wished open."""

from workbook.catalogue.dates import number
from workbook.charts.drawing import ASCENT, DESCENT, DOTS, LABEL, SMALL, Anchor, Drawing
from workbook.charts.parts.boxes import spread
from workbook.charts.pen import Face
from workbook.charts.sizes import ABOVE, MARK, MARK_LABEL, POLE, STACKED, TICK, scale_height
from workbook.charts.specs import LineMark, LineRow, LinesSpec
from workbook.model.guide import Side

RADIUS = MARK / 2
_TRACK = 3.0
_GAP = 12.0  # between a label and its line
_TICK_ROOM = 13.0  # least width of a tick's number


def draw(drawing: Drawing, spec: LinesSpec) -> None:
    """Draw the rows evenly over the figure.

    Raises:
        ValueError: for a mark outside the scale, or a scale without length.
    """
    if spec.low >= spec.high:
        raise ValueError(f"a scale runs upwards, not from {spec.low} to {spec.high}")
    for row in spec.rows:
        for mark in row.marks:
            if not spec.low <= mark.value <= spec.high:
                raise ValueError(
                    f"a mark of this scale lies from {spec.low} to {spec.high}, not at {mark.value}"
                )
    if not spec.rows:
        return
    left = RADIUS + 1
    if drawing.width >= STACKED:
        widest = max(
            drawing.measure(drawing.line(row.label), Face.SEMIBOLD, LABEL) for row in spec.rows
        )
        left = max(min(widest, drawing.width * 0.32) + _GAP + RADIUS if widest else 0, left)
    line = (left, drawing.width - RADIUS - 2)
    heights = [scale_height(row, drawing.width) for row in spec.rows]
    space = (drawing.height - sum(heights)) / len(heights)
    top = space / 2
    for row, height in zip(spec.rows, heights, strict=True):
        _row(drawing, spec, row, top, line)
        top += height + space


def _row(
    drawing: Drawing, spec: LinesSpec, row: LineRow, top: float, line: tuple[float, float]
) -> None:
    palette, colour = drawing.palette, drawing.palette.side(row.side)
    start, end = line
    if row.label and drawing.width < STACKED:
        text = drawing.fit(row.label, drawing.width, Face.SEMIBOLD, LABEL)
        drawing.write(text, 0, top + ASCENT * LABEL, colour, Face.SEMIBOLD, LABEL)
        top += ABOVE
    y = top + MARK_LABEL + RADIUS
    if row.label and drawing.width >= STACKED:
        lines = drawing.wrap(row.label, start - _GAP - RADIUS, 2, Face.SEMIBOLD, LABEL)
        drawing.write_lines(lines, 0, y, colour, Face.SEMIBOLD, LABEL)
    drawing.stroke(((start, y), (end, y)), palette.track(row.side), _TRACK, round_ends=True)
    places = [_x(mark.value, spec, line) for mark in row.marks]
    _marks(drawing, row, places, y)
    # Beside a name their labels keep to the line, above all of the width is theirs.
    low = start - RADIUS - _GAP / 2 if start > RADIUS + 1 else 0.0
    _mark_labels(drawing, row, places, (low, top + ASCENT * SMALL + 1))
    baseline = y + RADIUS + TICK - DESCENT * SMALL - 1
    for value in _ticks(spec, end - start):
        x = _x(value, spec, line)
        drawing.write(str(value), x, baseline, palette.faint, size=SMALL, anchor="center")
    _poles(drawing, row, line, baseline + POLE)


def _x(value: float, spec: LinesSpec, line: tuple[float, float]) -> float:
    return line[0] + (value - spec.low) / (spec.high - spec.low) * (line[1] - line[0])


def _ticks(spec: LinesSpec, length: float) -> list[int]:
    """Every whole number where there is room, else the ends and, if whole, the middle."""
    steps = spec.high - spec.low
    if length / steps >= _TICK_ROOM:
        return list(range(spec.low, spec.high + 1))
    middle = [(spec.low + spec.high) // 2] if steps % 2 == 0 else []
    return [spec.low, *middle, spec.high]


def _marks(drawing: Drawing, row: LineRow, places: list[float], y: float) -> None:
    palette, colour = drawing.palette, drawing.palette.side(row.side)
    first, last = min(places, default=0), max(places, default=0)
    if last - first > 2 * RADIUS:
        ends = ((first + RADIUS + 1, y), (last - RADIUS - 1, y))
        drawing.stroke(ends, palette.ink, 1.1, DOTS)
    # Open marks lie under filled ones, and around them where both are at one place.
    for mark, x in zip(row.marks, places, strict=True):
        if not mark.filled:
            drawing.circle(x, y, RADIUS, palette.surface, colour, 1.9)
    for mark, x in zip(row.marks, places, strict=True):
        if mark.filled:
            covered = any(
                abs(x - other) < RADIUS and not row.marks[at].filled
                for at, other in enumerate(places)
            )
            drawing.circle(x, y, RADIUS - 3 if covered else RADIUS, colour)


def _mark_labels(
    drawing: Drawing, row: LineRow, places: list[float], corner: tuple[float, float]
) -> None:
    """Write the labels side by side, each as near to its mark as the others let it."""
    low, baseline = corner
    free = (drawing.width - low) / max(len(row.marks), 1) - 8
    texts = [_words(drawing, mark, free) for mark in row.marks]
    widths = [drawing.measure(text, Face.SEMIBOLD, SMALL) for text in texts]
    for text, x in zip(texts, spread(places, widths, low, drawing.width, 7), strict=True):
        drawing.write(text, x, baseline, drawing.palette.ink, Face.SEMIBOLD, SMALL, "center")


def _words(drawing: Drawing, mark: LineMark, free: float) -> str:
    """The mark's label with its value, "say · 5"; what is too long loses of the label."""
    value = number(mark.value)
    if not drawing.line(mark.label):
        return value
    after = f" · {value}"
    label = drawing.fit(
        mark.label, free - drawing.measure(after, Face.SEMIBOLD, SMALL), Face.SEMIBOLD, SMALL
    )
    return f"{label}{after}" if label else value


def _poles(drawing: Drawing, row: LineRow, line: tuple[float, float], baseline: float) -> None:
    free = (line[1] - line[0]) / 2 - 4
    start, end = line[0] - RADIUS / 2, line[1] + RADIUS / 2
    poles: tuple[tuple[str, float, Side, Anchor], ...] = (
        (row.low_label, start, row.low_side, "left"),
        (row.high_label, end, row.high_side, "right"),
    )
    for text, x, side, anchor in poles:
        words = drawing.fit(text, free, Face.SEMIBOLD, SMALL)
        colour = drawing.palette.soft if side is Side.NEITHER else drawing.palette.side(side)
        drawing.write(words, x, baseline, colour, Face.SEMIBOLD, SMALL, anchor)
