"""Piles people's marks on a line: a dot for each of them, or columns with counts for many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from workbook.charts.drawing import ASCENT, LABEL, Drawing
from workbook.charts.specs import Marks

COLUMNS_FROM = 60  # people, from which on nobody counts dots any more
SMALLER = 0.65  # the size of what lies below the line, of what lies above

_PITCH = 1.14  # from dot to dot, of a dot
_FULL = 0.84  # of the room beside each other that a pile may take
_WIDE = 0.62  # of that room that a column takes
_GOOD = 4.5  # a smaller dot is hard to see: then several stand abreast
_ABREAST = 8
_LEAST = 1.2  # height of a column, so that one of five hundred is seen
COUNT = LABEL + 2.5  # room for a count at the end of a column


@dataclass(frozen=True, slots=True)
class Grain:
    """How marks are drawn. All piles of a chart have one grain, so that they can be compared."""

    columns: bool
    unit: float  # a dot's diameter, or a column's height for each person
    abreast: int  # dots beside each other
    width: float  # of a column

    def height(self, most: int, share: float = 1.0) -> float:
        """The height of the highest pile, of this share of the full size, with its count."""
        if not most:
            return 0.0
        if self.columns:
            return max(most * self.unit, _LEAST) + COUNT
        return ceil(most / self.abreast) * self.unit * share * _PITCH


def many(rounds: Sequence[Marks]) -> bool:
    """Whether these are to be drawn as columns, all of them alike."""
    return any(marks.n >= COLUMNS_FROM for marks in rounds)


def grain(
    piles: Sequence[tuple[int, float]],
    height: float,
    pitch: float,
    largest: float,
    *,
    columns: bool,
) -> Grain:
    """The largest grain that fits.

    Args:
        piles: what stands over each other: the most people at one place, and the share of the full
            size in which they are drawn.
        height: points for all of those together.
        pitch: points from place to place.
        largest: the most points that a dot may measure.
        columns: whether columns are drawn.
    """
    found = [(most, share) for most, share in piles if most]
    if columns:
        people = max(sum(most for most, _ in found), 1)
        space = max(height - COUNT * len(found), 1.0)
        return Grain(True, space / people, 1, _WIDE * pitch)
    best = 0.0, 1
    for abreast in range(1, _ABREAST + 1):
        rows = max(sum(ceil(most / abreast) * share for most, share in found), 1)
        space = min(height / rows, _FULL * pitch / abreast)
        best = max(best, (min(largest, space / _PITCH), abreast), key=lambda known: known[0])
        if best[0] >= min(_GOOD, largest):
            break
    return Grain(False, best[0], best[1], _WIDE * pitch)


def draw_piles(
    drawing: Drawing, counts: Sequence[int], xs: Sequence[float], base: float, grain: Grain
) -> None:
    """Pile marks up from a height, in ink.

    Args:
        drawing: where.
        counts: how many people at each place.
        xs: the places.
        base: the height they stand on, y downwards.
        grain: how large they are.
    """
    _draw(drawing, counts, xs, base, grain, up=True)


def hang_piles(
    drawing: Drawing, counts: Sequence[int], xs: Sequence[float], base: float, grain: Grain
) -> None:
    """Hang marks down from a height, smaller and fainter; see `draw_piles`."""
    _draw(drawing, counts, xs, base, grain, up=False)


def _draw(
    drawing: Drawing,
    counts: Sequence[int],
    xs: Sequence[float],
    base: float,
    grain: Grain,
    *,
    up: bool,
) -> None:
    colour = drawing.palette.ink if up else drawing.palette.past
    if grain.columns:
        for count, x in zip(counts, xs, strict=True):
            if count:
                _column(drawing, count, x, base, grain, colour, up=up)
        return
    size = grain.unit * (1.0 if up else SMALLER)
    places = [
        (x + across * size * _PITCH, base + (-1 if up else 1) * (row + 0.5) * size * _PITCH)
        for count, x in zip(counts, xs, strict=True)
        for row, across in _pile(count, grain.abreast)
    ]
    drawing.discs(places, size / 2, colour)


def _pile(count: int, abreast: int) -> Iterator[tuple[int, float]]:
    """Each dot's row from the line, and how many dots it stands right of the middle."""
    for row in range(ceil(count / abreast)):
        here = min(abreast, count - row * abreast)
        yield from ((row, at - (here - 1) / 2) for at in range(here))


def _column(
    drawing: Drawing, count: int, x: float, base: float, grain: Grain, colour: str, *, up: bool
) -> None:
    palette = drawing.palette
    height = max(count * grain.unit, _LEAST)
    width = grain.width * (1.0 if up else SMALLER)
    if up:
        drawing.rectangle(x - width / 2, base - height, width, height, colour)
    else:  # open, so that the two differ on a copier too
        drawing.rectangle(x - width / 2, base, width, height, palette.surface, colour, 1.0)
    text = str(count)
    # Counts of hundreds at narrow places are written as small as it takes.
    size = min(LABEL, LABEL * (grain.width / _WIDE - 1.5) / max(drawing.measure(text), 1))
    baseline = base - height - 2.5 if up else base + height + 2 + ASCENT * size
    drawing.write(
        text, x, baseline, palette.ink if up else palette.soft, size=size, anchor="center"
    )
