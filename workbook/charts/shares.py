"""Draws the breaking point of a room: at each rung how many still put people first."""

from workbook.catalogue import tr
from workbook.charts.drawing import DESCENT, LABEL, RISE, SMALL, Drawing
from workbook.charts.parts.rows import labels, tick
from workbook.charts.pen import Face
from workbook.charts.sizes import BARS_FOOT
from workbook.charts.specs import SharesSpec
from workbook.model.guide import Side

_GAP = 10.0  # between columns
_NEAR = 6.0  # between a bar and its number
_THICK = 0.62  # of a row
_THICKEST = 22.0
_SAMPLE = 8.0  # of the sample of a tick, with what is between it and its name


def draw(drawing: Drawing, spec: SharesSpec) -> None:
    """Draw a bar of everyone for each rung: people first to the left, work first to the right.

    Raises:
        ValueError: where nobody answered, or more people are at a rung than answered.
    """
    if spec.answered < 1 or any(not 0 <= row.people <= spec.answered for row in spec.rows):
        raise ValueError(f"at a rung there are 0 to {spec.answered} people, and one in all or more")
    if not spec.rows:
        return
    bottom = drawing.height - BARS_FOOT
    pitch = bottom / len(spec.rows)
    tops = [at * pitch for at in range(len(spec.rows))]
    column = labels(drawing, [row.label for row in spec.rows], tops, pitch)
    start = column + _GAP if column else 1.0
    percents = [tr("{percent} %").format(percent=spec.percent(row)) for row in spec.rows]
    counts = [
        tr("{value} of {whole}").format(value=row.people, whole=spec.answered) for row in spec.rows
    ]
    counts_from = drawing.width - max(drawing.measure(text, size=SMALL) for text in counts)
    percents_to = counts_from - _NEAR
    end = percents_to - max(drawing.measure(text, Face.SEMIBOLD) for text in percents) - _NEAR
    thick = min(_THICK * pitch, _THICKEST)
    palette = drawing.palette
    for row, top, share, count in zip(spec.rows, tops, percents, counts, strict=True):
        at, middle = top + (pitch - thick) / 2, top + pitch / 2
        still = row.people / spec.answered * (end - start)
        drawing.bar(start, at, still, thick, Side.INSIDE)
        drawing.bar(start + still, at, end - start - still, thick, Side.OUTSIDE)
        if row.before is not None:
            tick(drawing, start + row.before * (end - start), at, thick)
        baseline = middle + RISE * LABEL
        drawing.write(share, percents_to, baseline, palette.ink, Face.SEMIBOLD, anchor="right")
        drawing.write(count, drawing.width, baseline, palette.soft, size=SMALL, anchor="right")
    _words(drawing, spec, start, end)


def _words(drawing: Drawing, spec: SharesSpec, start: float, end: float) -> None:
    """What the solid and the hatched part mean, under where they begin and end."""
    baseline = drawing.height - DESCENT * SMALL - 1
    named = any(row.before is not None for row in spec.rows) and spec.before_label
    space = (end - start) / (3 if named else 2) - 4
    face, palette = Face.SEMIBOLD, drawing.palette
    people = drawing.fit(spec.people_label, space, face, SMALL)
    work = drawing.fit(spec.work_label, space, face, SMALL)
    drawing.write(people, start, baseline, palette.inside, face, SMALL)
    drawing.write(work, end, baseline, palette.outside, face, SMALL, "right")
    if named:
        name = drawing.fit(spec.before_label, space - _SAMPLE, size=SMALL)
        x = (start + end - drawing.measure(name, size=SMALL) - _SAMPLE) / 2
        middle = baseline - RISE * SMALL
        drawing.stroke(((x + 1, middle - 6), (x + 1, middle + 6)), palette.ink, 1.6)
        drawing.write(name, x + _SAMPLE, baseline, palette.soft, size=SMALL)
