"""Draws the breaking point: steps that rise, solid while people come first, hatched for work."""

from workbook.charts.drawing import ASCENT, DESCENT, LEADING, SMALL, Drawing
from workbook.charts.pen import Face
from workbook.charts.specs import LadderSpec
from workbook.model.guide import Side

FOOT = 18.0  # for the words under the steps
LINES = 3
_HEAD = LINES * SMALL * LEADING + 5  # for a label over the highest step
_GAP = 4.0  # between steps
_TREAD = 2.6
_LEAST = 12.0  # the lowest step's height


def draw(drawing: Drawing, spec: LadderSpec) -> None:
    """Draw a step for each rung over the whole figure.

    Raises:
        ValueError: where it breaks at a rung that is not there.
    """
    count = len(spec.rungs)
    if not count:
        return
    if spec.breaks_at is not None and not 0 <= spec.breaks_at < count:
        raise ValueError(f"the rung lies from 0 to {count - 1}, not at {spec.breaks_at}")
    breaks_at = count if spec.breaks_at is None else spec.breaks_at
    ground = drawing.height - FOOT
    width = (drawing.width + _GAP) / count
    rise = (ground - _HEAD - _LEAST) / max(count - 1, 1)
    for at, rung in enumerate(spec.rungs):
        x, top = at * width, ground - _LEAST - at * rise
        _step(
            drawing, x, top, width - _GAP, ground, Side.INSIDE if at < breaks_at else Side.OUTSIDE
        )
        lines = drawing.wrap(rung, width - _GAP, LINES, size=SMALL)
        y = top - DESCENT * SMALL - 3 - (len(lines) - 1) * SMALL * LEADING
        for line in lines:
            drawing.write(line, x, y, drawing.palette.ink, size=SMALL)
            y += SMALL * LEADING
    for label, side, first, last in (
        (spec.people_label, Side.INSIDE, 0, breaks_at),
        (spec.work_label, Side.OUTSIDE, breaks_at, count),
    ):
        if last > first:
            _words(drawing, label, side, first * width, last * width - _GAP, ground)


def _step(drawing: Drawing, x: float, top: float, width: float, ground: float, side: Side) -> None:
    palette = drawing.palette
    drawing.rectangle(x, top, width, ground - top, palette.tint(side))
    if side is Side.OUTSIDE:
        drawing.hatch(x, top, width, ground - top, palette.outside, fine=True)
    else:
        drawing.outline(x, top, width, ground - top, palette.inside)
    drawing.rectangle(x, top, width, _TREAD, palette.side(side))


def _words(
    drawing: Drawing, label: str, side: Side, left: float, right: float, ground: float
) -> None:
    """The words under the steps they hold for, with a line as long as those."""
    colour = drawing.palette.side(side)
    drawing.stroke(((left, ground + 4), (right, ground + 4)), colour, 1.2)
    text = drawing.fit(label, right - left, Face.SEMIBOLD, SMALL)
    baseline = ground + 7 + ASCENT * SMALL
    middle = (left + right) / 2
    drawing.write(text, middle, baseline, colour, Face.SEMIBOLD, SMALL, "center")
