"""Draws the marks of a room on one scale: a round above the line, the round before below it."""

from workbook.charts.drawing import RISE, SMALL, Drawing
from workbook.charts.parts.axis import (
    Places,
    draw_axis,
    ends,
    ends_height,
    write_ends,
    write_numbers,
)
from workbook.charts.parts.piles import SMALLER, draw_piles, grain, hang_piles, many
from workbook.charts.sizes import NUMBERS
from workbook.charts.specs import DotsSpec

_ABOVE = 4.0  # between the line and the piles on it
_BELOW = 3.0  # between the numbers and the piles under them
_GAP = 8.0  # between the scale and the names of the rounds
_ROUNDS = 0.24  # of the width that those may take
_LARGEST = 0.075  # a dot's diameter, of the height
_UP = 0.62  # where the line likes to be, of the room for piles


def draw(drawing: Drawing, spec: DotsSpec) -> None:
    """Draw the marks over the whole figure.

    Raises:
        ValueError: for a scale without length, or marks that are not on it.
    """
    names = _names(drawing, spec)
    widest = max(drawing.measure(name, size=SMALL) for name in names)
    places = Places(spec.low, spec.high, 0, drawing.width - (widest + _GAP if widest else 0))
    rounds = [spec.now] if spec.before is None else [spec.now, spec.before]
    for marks in rounds:
        places.check(marks)
    words = ends(drawing, spec, places.right - places.left, 2)
    below = _BELOW if spec.before else 0.0
    free = drawing.height - _ABOVE - NUMBERS - below - ends_height(words)
    most = [max(marks.counts) for marks in rounds]
    sizes = list(zip(most, (1.0, SMALLER), strict=False))
    largest = max(10.0, _LARGEST * drawing.height)
    size = grain(sizes, free, places.pitch, largest, columns=many(rounds))
    down = size.height(most[1], SMALLER) if spec.before else 0.0
    up = max(size.height(most[0]), min(_UP * free, free - down)) if spec.before else free
    line = up + _ABOVE
    draw_axis(drawing, places, spec.now, line)
    write_numbers(drawing, places, line)
    draw_piles(drawing, spec.now.counts, places.xs, up, size)
    hang = line + NUMBERS + _BELOW
    if spec.before:
        hang_piles(drawing, spec.before.counts, places.xs, hang, size)
    for name, y in zip(names, (line - SMALL * 0.8, hang + SMALL * 0.5), strict=True):
        baseline = y + RISE * SMALL
        drawing.write(
            name, drawing.width, baseline, drawing.palette.soft, size=SMALL, anchor="right"
        )
    top = drawing.height - ends_height(words)
    write_ends(drawing, words, places, top, (spec.low_side, spec.high_side))


def _names(drawing: Drawing, spec: DotsSpec) -> tuple[str, str]:
    """The names of both rounds; a round that is alone needs none."""
    if spec.before is None:
        return "", ""
    space = drawing.width * _ROUNDS
    now = drawing.fit(spec.now_label, space, size=SMALL)
    return now, drawing.fit(spec.before_label, space, size=SMALL)
