"""Draws a group's cases to both sides of a middle: chosen now, last time, and the round before."""

from dataclasses import dataclass

from workbook.charts.drawing import DESCENT, LABEL, RISE, SMALL, Anchor, Drawing
from workbook.charts.parts.rows import labels, tick
from workbook.charts.pen import Face
from workbook.charts.sizes import BARS_FOOT, CASES_COLUMN, COLUMN, diverging_foot
from workbook.charts.specs import DivergingRow, DivergingSpec
from workbook.model.guide import Side

_THICK, _THIN = 12.0, 5.0  # of the bars for now and for last time
_APART = 1.5  # between those
_GAP = 10.0  # between columns
_NEAR = 4.0  # between a bar and its number
_NOTES = 0.24  # of the width that notes may take
_KEY = 16.0  # the length of a sample beside its name


def draw(drawing: Drawing, spec: DivergingSpec) -> None:
    """Draw people to the left and work to the right of one middle, on one scale.

    Raises:
        ValueError: for a count below 0.
    """
    if any(min(_counts(row)) < 0 for row in spec.rows):
        raise ValueError("a count of answers is 0 or more")
    bottom = drawing.height - diverging_foot(spec)
    pitch = bottom / max(len(spec.rows), 1)
    tops = [at * pitch for at in range(len(spec.rows))]
    # Higher rows have room for two lines, and more to show beside them.
    share = CASES_COLUMN if any(row.last for row in spec.rows) else COLUMN
    column = labels(drawing, [row.label for row in spec.rows], tops, pitch, share)
    end = _notes(drawing, spec, tops, pitch)
    scale = _scale(drawing, spec, column + _GAP if column else 1.0, end)
    for row, top in zip(spec.rows, tops, strict=True):
        _row(drawing, row, scale, _Heights.of(row, top, pitch))
    drawing.stroke(((scale.axis, 0), (scale.axis, bottom)), drawing.palette.ink, 0.8)
    _side_words(drawing, spec, scale.axis, bottom + BARS_FOOT - DESCENT * SMALL - 1)
    if diverging_foot(spec) > BARS_FOOT:
        _key(drawing, spec)


def _counts(row: DivergingRow) -> tuple[int, ...]:
    return row.people, row.work, row.passes, *(row.last or ()), *(row.before or ())


@dataclass(frozen=True, slots=True)
class _Heights:
    """Where in a row the bars lie: the top of that for now, the middles of both."""

    top: float
    now: float
    last: float

    @classmethod
    def of(cls, row: DivergingRow, top: float, pitch: float) -> "_Heights":
        filled = _THICK if row.last is None else max(_THICK, SMALL) + _APART + SMALL
        first = top + (pitch - filled) / 2
        return cls(first, first + _THICK / 2, first + _THICK + _APART + SMALL / 2)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where nobody stands, and how many points one person takes."""

    axis: float
    unit: float


def _scale(drawing: Drawing, spec: DivergingSpec, start: float, end: float) -> _Scale:
    sides = [
        (people, work)
        for row in spec.rows
        for people, work in ((row.people, row.work), (row.last or (0, 0))[:2], row.before or (0, 0))
    ]
    people = max((left for left, _ in sides), default=0)
    work = max((right for _, right in sides), default=0)
    # Numbers stand outside the bars where they do not fit into them.
    number = drawing.measure("0" * len(str(max(people, work)))) + 2 * _NEAR
    unit = max(end - start - 2 * number, 1) / max(people + work, 1)
    return _Scale(start + number + people * unit if people + work else (start + end) / 2, unit)


def _row(drawing: Drawing, row: DivergingRow, scale: _Scale, at: _Heights) -> None:
    palette = drawing.palette
    baseline = at.now + RISE * LABEL
    left, right = row.people * scale.unit, row.work * scale.unit
    drawing.bar(scale.axis - left, at.top, left, _THICK, Side.INSIDE)
    drawing.bar(scale.axis, at.top, right, _THICK, Side.OUTSIDE)
    people, work = row.before or (0, 0)
    for side, count in ((-1, people), (1, work)):
        if count:
            tick(drawing, scale.axis + side * count * scale.unit, at.top, _THICK)
    space = drawing.measure(str(row.people)) + 2 * _NEAR
    within = space <= left and not (row.before and 0 <= row.people - people < space / scale.unit)
    # Beyond the tick of the round before, where it stands beyond the bar.
    before = people if 0 < people - row.people < space / scale.unit else 0
    x = -left + _NEAR if within else -max(left, before * scale.unit) - _NEAR
    colour = palette.surface if within else palette.ink
    drawing.write(
        str(row.people), scale.axis + x, baseline, colour, anchor="left" if within else "right"
    )
    space = drawing.measure(str(row.work)) + 2 * _NEAR
    before = work if 0 < work - row.work < space / scale.unit else 0
    x = max(right, before * scale.unit) + _NEAR
    drawing.write(str(row.work), scale.axis + x, baseline, palette.ink)
    _last_time(drawing, row, scale, at.last)


def _last_time(drawing: Drawing, row: DivergingRow, scale: _Scale, middle: float) -> None:
    if row.last is None:
        return
    palette, baseline = drawing.palette, middle + RISE * SMALL
    for side, count in ((-1, row.last.people), (1, row.last.work)):
        length = count * scale.unit
        if length:
            x = scale.axis - length if side < 0 else scale.axis
            colour = palette.inside if side < 0 else palette.outside
            drawing.outline(x, middle - _THIN / 2, length, _THIN, colour, 1.0)
        anchor: Anchor = "right" if side < 0 else "left"
        x = scale.axis + side * (length + _NEAR)
        drawing.write(str(count), x, baseline, palette.soft, size=SMALL, anchor=anchor)


def _notes(drawing: Drawing, spec: DivergingSpec, tops: list[float], pitch: float) -> float:
    """Write passes, and to how many a case has not happened, at the right; where that begins."""
    widest, space = 0.0, drawing.width * _NOTES
    for row, top in zip(spec.rows, tops, strict=True):
        at = _Heights.of(row, top, pitch)
        never = row.last.never if row.last else 0
        for count, label, middle in (
            (row.passes, spec.pass_label, at.now),
            (never, spec.never_label, at.last),
        ):
            text = drawing.fit(f"{count} {label}", space, size=SMALL) if count else ""
            baseline = middle + RISE * SMALL
            soft = drawing.palette.soft
            drawing.write(text, drawing.width, baseline, soft, size=SMALL, anchor="right")
            widest = max(widest, drawing.measure(text, size=SMALL))
    return drawing.width - widest - (_GAP if widest else 0)


def _side_words(drawing: Drawing, spec: DivergingSpec, axis: float, baseline: float) -> None:
    face = Face.SEMIBOLD
    people = drawing.fit(spec.people_label, axis - 6, face, SMALL)
    work = drawing.fit(spec.work_label, drawing.width - axis - 6, face, SMALL)
    drawing.write(people, axis - 6, baseline, drawing.palette.inside, face, SMALL, "right")
    drawing.write(work, axis + 6, baseline, drawing.palette.outside, face, SMALL)


def _key(drawing: Drawing, spec: DivergingSpec) -> None:
    """Samples of the bars and the tick, in ink as they hold for both sides, with their names."""
    ink = drawing.palette.ink
    middle = drawing.height - SMALL / 2 - 2
    last = any(row.last for row in spec.rows)
    before = any(row.before for row in spec.rows)
    names = [
        spec.chosen_label,
        spec.last_label if last else "",
        spec.before_label if before else "",
    ]
    space = drawing.width / (1 + last + before) - _KEY - _NEAR - _GAP
    samples = [
        (fitted, at, _KEY if at < 2 else 2.0)
        for at, name in enumerate(names)
        if (fitted := drawing.fit(name, space, size=SMALL))
    ]
    needed = sum(drawing.measure(name, size=SMALL) + w + _NEAR + _GAP for name, _, w in samples)
    x = max((drawing.width - needed + _GAP) / 2, 0.0)
    for name, at, width in samples:
        if at == 0:
            drawing.rectangle(x, middle - 3.5, width, 7, ink)
        elif at == 1:
            drawing.outline(x, middle - _THIN / 2, width, _THIN, ink, 1.0)
        else:
            drawing.stroke(((x + 1, middle - 6), (x + 1, middle + 6)), ink, 1.6)
        x += width + _NEAR
        drawing.write(name, x, middle + RISE * SMALL, drawing.palette.soft, size=SMALL)
        x += drawing.measure(name, size=SMALL) + _GAP
