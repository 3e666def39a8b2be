"""Draws the line that marks stand on: its numbers, the median, the middle half, and its ends."""

from collections.abc import Sequence

from workbook.charts.drawing import ASCENT, LABEL, LEADING, Anchor, Drawing
from workbook.charts.pen import Face
from workbook.charts.sizes import NUMBERS
from workbook.charts.specs import DotsSpec, Marks, SpreadsSpec
from workbook.model.guide import Side

_MARGIN = 0.46  # of the room for one place, before the first and after the last
_TICK_ROOM = 13.0  # least width of a number
_TRIANGLE = (3.2, 4.6)  # half the width, and the height


class Places:
    """Where the whole numbers of a scale stand between two points of the width."""

    def __init__(self, low: int, high: int, left: float, right: float) -> None:
        """The places of a scale.

        Raises:
            ValueError: for a scale without length.
        """
        if low >= high:
            raise ValueError(f"a scale runs upwards, not from {low} to {high}")
        self.low, self.high, self.left, self.right = low, high, left, right
        self.pitch = (right - left) / (high - low + 2 * _MARGIN)
        self.xs = [self.x(value) for value in range(low, high + 1)]

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.left + (value - self.low + _MARGIN) * self.pitch

    def check(self, marks: Marks) -> None:
        """Tell marks that are none of this scale.

        Raises:
            ValueError: where there is not one count for each number, or a count is below 0, or the
                median or the middle half lies elsewhere.
        """
        steps = self.high - self.low + 1
        if len(marks.counts) != steps or min(marks.counts) < 0:
            raise ValueError(f"this scale has {steps} counts of 0 or more, not {marks.counts}")
        middle = () if marks.median is None else (marks.median,)
        for value in (*middle, *(marks.half or ())):
            if not self.low <= value <= self.high:
                raise ValueError(
                    f"a mark of this scale lies from {self.low} to {self.high}, not at {value}"
                )


def draw_axis(drawing: Drawing, places: Places, marks: Marks, y: float) -> None:
    """Draw the line with the middle half upon it and the median below it."""
    palette = drawing.palette
    drawing.stroke(((places.left, y), (places.right, y)), palette.edge, 0.8)
    if marks.half is not None:
        start, end = (places.x(value) for value in marks.half)
        drawing.stroke(((start - 1.5, y), (end + 1.5, y)), palette.ink, 2.2)
    if marks.median is not None:
        x, (half, height) = places.x(marks.median), _TRIANGLE
        top = y + 1.8
        drawing.polygon(((x, top), (x + half, top + height), (x - half, top + height)), palette.ink)


def write_numbers(drawing: Drawing, places: Places, top: float) -> None:
    """Write every number where there is room, else the ends and, if whole, the middle."""
    steps = places.high - places.low
    numbers = list(range(places.low, places.high + 1))
    if places.pitch < _TICK_ROOM:
        numbers = [places.low, *([places.low + steps // 2] if steps % 2 == 0 else []), places.high]
    baseline = top + NUMBERS - 3
    for value in numbers:
        drawing.write(str(value), places.x(value), baseline, drawing.palette.soft, anchor="center")


def ends(
    drawing: Drawing, spec: DotsSpec | SpreadsSpec, width: float, lines: int
) -> list[tuple[str, ...]]:
    """The words for both ends, on at most so many lines of half this width; none for no words."""
    space = width / 2 - 5
    typed = spec.low_label, spec.high_label
    return [drawing.wrap(text, space, lines, Face.SEMIBOLD) for text in typed]


def ends_height(lines: Sequence[Sequence[str]]) -> float:
    """The height of the words for both ends."""
    rows = max(len(line) for line in lines)
    return rows * LABEL * LEADING + 3 if rows else 0.0


def write_ends(
    drawing: Drawing,
    lines: Sequence[Sequence[str]],
    places: Places,
    top: float,
    sides: tuple[Side, Side],
) -> None:
    """Write the words for both ends under the line's ends, each in its side's colour."""
    anchors: tuple[Anchor, Anchor] = ("left", "right")
    for rows, x, anchor, side in zip(
        lines, (places.left, places.right), anchors, sides, strict=True
    ):
        colour = drawing.palette.soft if side is Side.NEITHER else drawing.palette.side(side)
        baseline = top + 2 + ASCENT * LABEL
        for text in rows:
            drawing.write(text, x, baseline, colour, Face.SEMIBOLD, LABEL, anchor)
            baseline += LABEL * LEADING
