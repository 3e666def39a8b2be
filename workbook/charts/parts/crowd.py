"""The people of a room on the purpose map: circles that grow with how many stand at a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.charts.drawing import RISE, SMALL, Drawing
from workbook.charts.parts.boxes import Box
from workbook.charts.parts.placing import Place

_ONE = 3.2  # the radius of one person's dot, where there is room
_LARGEST = 16.0
_NUMBER = 6.8  # least size of a number, in points
_EDGE = 0.8


@dataclass(frozen=True, slots=True)
class Group:
    """The people at one place of the drawing, and the circle they get."""

    at: Place
    people: int
    radius: float


def reach(width: float, height: float) -> float:
    """The radius at which circles at neighbouring places of a map of this size just touch."""
    return min(width, height, 2 * 11 * _LARGEST) / (2 * 11)


def groups(places: Sequence[tuple[Place, int]], reach: float) -> list[Group]:
    """Circles whose area grows with the number of people, from a dot for one to `reach` for the
    most, or to the area of as many dots where that is less.
    """
    most = max((people for _, people in places), default=1)
    one = min(_ONE, 0.6 * reach)
    # A circle for two or more has room for its number.
    two, largest = min(_NUMBER * 0.72, reach), min(reach, max(2 * one, one * most**0.5 * 1.4))
    found = []
    for at, people in places:
        share = (people - 2) / max(most - 2, 1)
        area = two**2 + share * max(largest**2 - two**2, 0)
        found.append(Group(at, people, one if people == 1 else area**0.5))
    return found


def draw_groups(drawing: Drawing, found: Sequence[Group]) -> None:
    """Draw the circles."""
    line, past = drawing.palette.line, drawing.palette.past
    drawing.discs([g.at for g in found if g.people == 1], _radius_of_one(found), past)
    for group in found:
        if group.people > 1:
            drawing.circle(*group.at, group.radius, line, past, _EDGE)


def write_numbers(drawing: Drawing, found: Sequence[Group], filled: Place | None) -> list[Box]:
    """Write how many people stand in each circle, as large as it lets; the boxes of the digits.
    One circle may be filled with ink.
    """
    boxes = []
    for group in found:
        if group.people > 1:
            text, (x, y) = str(group.people), group.at
            wide = drawing.measure(text, size=1.0)
            # The digits' corners lie on a circle a little smaller than the group's.
            size = min(SMALL, 1.84 * group.radius / (wide**2 + (2 * RISE) ** 2) ** 0.5)
            colour = drawing.palette.paper if group.at == filled else drawing.palette.ink
            drawing.write(text, x, y + RISE * size, colour, size=size, anchor="center")
            half, rise = wide * size / 2, RISE * size
            boxes.append(Box(x - half, y - rise, x + half, y + rise))
    return boxes


def _radius_of_one(found: Sequence[Group]) -> float:
    return next((group.radius for group in found if group.people == 1), _ONE)
