"""Finds places for the labels of marks so that they touch neither marks, words nor the frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from workbook.charts.parts.boxes import Box, around

_CLEAR = 2.0  # points between a label and what stands beside it
_STEP = 4.0  # of the search for a free place
_LINK, _DOT, _LINE = 14.0, 8.0, 4.0  # what it costs to cover the link, a dot or part of a line

Place = tuple[float, float]
Line = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and the width of its label, which is tried below it first, or above."""

    at: Place
    radius: float
    width: float
    below: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is there beside the marks. Labels stay in the frame and touch no words; they cross the
    link between the marks, the lines and the dots only if they must.
    """

    frame: Box
    words: tuple[Box, ...]
    lines: tuple[Line, ...] = ()
    link: Line | None = None
    dots: tuple[Box, ...] = ()

    def cost(self, box: Box) -> float:
        """How much a label would cover here."""
        crossed = sum(box.crossed_by(*line) for line in self.lines)
        covered = sum(box.overlaps(dot) for dot in self.dots)
        linked = self.link is not None and box.crossed_by(*self.link)
        return _LINE * crossed + _DOT * covered + _LINK * linked


def place_labels(marks: Sequence[Mark], height: float, there: Surroundings) -> list[Box]:
    """A box for each mark's label: the best one beside the mark, else the nearest free one."""
    taken = [*there.words, *(around(*mark.at, mark.radius) for mark in marks)]
    boxes: list[Box] = []
    for mark in marks:
        beside = _beside(mark, height, there.frame)
        free = [(c + there.cost(box), box) for c, box in beside if _is_free(box, there, taken)]
        if not free:
            boxes_there = _everywhere(mark, height, there.frame)
            free = [(c, box) for c, box in boxes_there if _is_free(box, there, taken)]
        # In a frame that is full it stands by its mark all the same: better crowded than missing.
        box = min(free or beside, key=lambda found: found[0])[1]
        boxes.append(box)
        taken.append(Box(box.left - _CLEAR, box.top, box.right + _CLEAR, box.bottom))
    return boxes


def _is_free(box: Box, there: Surroundings, taken: Sequence[Box]) -> bool:
    return box.within(there.frame) and not any(box.overlaps(other) for other in taken)


def _beside(mark: Mark, height: float, frame: Box) -> list[tuple[float, Box]]:
    """Boxes beside the mark, each with a cost: 0 for where labels usually stand."""
    x, y = mark.at
    away = mark.radius + _CLEAR
    below, above = y + away, y - away - height
    first, second = (below, above) if mark.below else (above, below)
    centred = min(max(x - mark.width / 2, frame.left), max(frame.right - mark.width, frame.left))
    right, left = x + _CLEAR, x - _CLEAR - mark.width
    return [
        (cost, Box(at, top, at + mark.width, top + height))
        for cost, at, top in (
            (0, centred, first),
            (2, centred, second),
            (3, x + away + 1, y - height / 2),
            (3, x - away - 1 - mark.width, y - height / 2),
            (3, right, first),
            (3, left, first),
            (4, right, second),
            (4, left, second),
        )
    ]


def _everywhere(mark: Mark, height: float, frame: Box) -> Iterator[tuple[float, Box]]:
    """Boxes all over the frame, each with its distance from the mark."""
    x, y = mark.at
    for row in range(int((frame.bottom - frame.top - height) / _STEP) + 1):
        for column in range(int((frame.right - frame.left - mark.width) / _STEP) + 1):
            left, top = frame.left + column * _STEP, frame.top + row * _STEP
            box = Box(left, top, left + mark.width, top + height)
            gap_x = max(box.left - x, x - box.right, 0)
            gap_y = max(box.top - y, y - box.bottom, 0)
            yield hypot(gap_x, gap_y), box
