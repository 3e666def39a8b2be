"""Stacks of slices side by side, as one slice."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from workbook.printing.pages.slices import Hold, Slice, height_of
from workbook.printing.type.canvas import Sheet

Stack = tuple[float, Sequence[Slice]]  # so many points from the left


def beside(stacks: Sequence[Stack], below: float = 0.0) -> Slice:
    """Each stack so many points from the left, top aligned, with room `below` the highest."""
    height = max((height_of(stack) for _, stack in stacks), default=0.0) + below

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for left, stack in stacks:
            top = y
            for at, piece in enumerate(stack):
                top -= piece.before if at else 0.0
                piece.draw(sheet, x + left, top)
                top -= piece.height

    return Slice(height, draw, lines=lambda: side_by_side(stacks))


def side_by_side(stacks: Sequence[Stack]) -> list[Slice]:
    """The stacks line by line: the first of each beside each other, then the second of each. The
    first two and the last two hold together.
    """
    lefts = [left for left, _ in stacks]
    bands = list(zip_longest(*(stack for _, stack in stacks)))
    found = [_band(lefts, band) for band in bands]
    last = len(found) - 1
    return [
        replace(piece, hold=Hold.HARD) if last and at in (0, last - 1) else piece
        for at, piece in enumerate(found)
    ]


def _band(lefts: Sequence[float], band: Sequence[Slice | None]) -> Slice:
    shown = [(left, piece) for left, piece in zip(lefts, band, strict=True) if piece is not None]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for left, piece in shown:
            piece.draw(sheet, x + left, y)

    height = max(piece.height for _, piece in shown)
    return Slice(height, draw, before=max(piece.before for _, piece in shown))
