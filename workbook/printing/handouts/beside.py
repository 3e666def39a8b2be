"""Stacks of slices side by side, as one slice."""

from collections.abc import Sequence

from workbook.printing.sheet import Sheet
from workbook.printing.slices import Slice, height_of


def beside(stacks: Sequence[tuple[float, Sequence[Slice]]], below: float = 0.0) -> Slice:
    """Each stack so many points from the left, top aligned, with room `below` the highest."""
    height = max((height_of(stack) for _, stack in stacks), default=0.0) + below

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for left, stack in stacks:
            top = y
            for at, piece in enumerate(stack):
                top -= piece.before if at else 0.0
                piece.draw(sheet, x + left, top)
                top -= piece.height

    return Slice(height, draw)
