"""Draws the purpose map: four fields, what a group does and says in them, labels kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from workbook.charts.drawing import ASCENT, DESCENT, DOTS, SMALL, THIN, Anchor, Drawing
from workbook.charts.parts.boxes import Box, around
from workbook.charts.parts.crowd import Group, draw_groups, groups, reach, write_numbers
from workbook.charts.parts.placing import Line, Mark, Place, Surroundings, place_labels
from workbook.charts.pen import Face
from workbook.charts.specs import MapSpec

LOW, HIGH = 0.0, 10.0
_AXIS = 17.0  # room for an axis's words
_BAND = 17.0  # room at the top and bottom of the frame for the corners' words: no dot stands there
_INSET = 6.0  # of the corners' words from the frame
_DOT = 6.5
_RING = 6.5
_CROSS = 4.0  # half of the cross where do stood in the round before


def draw(drawing: Drawing, spec: MapSpec) -> None:
    """Draw the map over the whole figure.

    Raises:
        ValueError: for a point outside 0 to 10, or a place where nobody stands.
    """
    places = [(x, y) for x, y, _ in spec.others]
    for point in (spec.do, spec.say, spec.before, *places):
        if point is not None and not all(LOW <= value <= HIGH for value in point):
            raise ValueError(f"a point of the map lies from 0 to 10 both ways, not at {point}")
    if any(people < 1 for _, _, people in spec.others):
        raise ValueError("at a place of the map stands one person or more")
    frame = Box(_AXIS, THIN, drawing.width - THIN, drawing.height - _AXIS)
    _frame(drawing, spec, frame)
    corners = _corners(drawing, spec, frame)
    field = _field(spec, frame)
    people = groups([(field.place((x, y)), n) for x, y, n in spec.others], field.reach)
    _link(drawing, spec, field)
    draw_groups(drawing, people)
    marks = _marks(drawing, spec, field, {group.at: group for group in people})
    numbers = write_numbers(drawing, people, field.place(spec.do) if spec.do else None)
    ends = [field.place(point) for point in (spec.do, spec.say) if point]
    surroundings = Surroundings(
        Box(frame.left + 2, frame.top + 2, frame.right - 2, frame.bottom - 2),
        (*corners, *numbers),
        _middle_lines(frame),
        (ends[0], ends[1]) if len(ends) == 2 else None,
        tuple(around(*group.at, group.radius) for group in people),
    )
    _labels(drawing, marks, surroundings)


def _labels(drawing: Drawing, marks: list[tuple[str, Mark]], there: Surroundings) -> None:
    """Write the labels of the marks where they cover least; on people on a ground of their own."""
    palette = drawing.palette
    boxes = place_labels([mark for _, mark in marks], SMALL, there)
    for (text, _), box in zip(marks, boxes, strict=True):
        if any(box.overlaps(dot) for dot in there.dots):
            width = box.right - box.left + 2
            drawing.rectangle(box.left - 1, box.top, width, SMALL, palette.paper)
        drawing.write(text, box.left, box.top + ASCENT * SMALL, palette.ink, Face.SEMIBOLD, SMALL)


def _frame(drawing: Drawing, spec: MapSpec, frame: Box) -> None:
    palette = drawing.palette
    width, height = frame.right - frame.left, frame.bottom - frame.top
    drawing.rectangle(frame.left, frame.top, width, height, palette.paper)
    middle_x, middle_y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    for ends in _middle_lines(frame):
        drawing.stroke(ends, palette.edge)
    drawing.rectangle(frame.left, frame.top, width, height, None, palette.edge)
    words = drawing.fit(spec.x_label, width, Face.SEMIBOLD, SMALL)
    baseline = drawing.height - DESCENT * SMALL - 1
    drawing.write(words, middle_x, baseline, palette.outside, Face.SEMIBOLD, SMALL, "center")
    words = drawing.fit(spec.y_label, height, Face.SEMIBOLD, SMALL)
    baseline = ASCENT * SMALL + 1
    drawing.write(words, baseline, middle_y, palette.inside, Face.SEMIBOLD, SMALL, "center", 90)


def _middle_lines(frame: Box) -> tuple[Line, Line]:
    x, y = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
    return ((x, frame.top), (x, frame.bottom)), ((frame.left, y), (frame.right, y))


def _corners(drawing: Drawing, spec: MapSpec, frame: Box) -> list[Box]:
    """Write the corners' words; the boxes they take."""
    space = (frame.right - frame.left) / 2 - 2 * _INSET
    boxes = []
    for at, typed in enumerate(spec.corners):
        text = drawing.fit(typed, space, size=SMALL)
        width = drawing.measure(text, size=SMALL)
        top = frame.top + 4 if at < 2 else frame.bottom - 4 - SMALL
        anchor: Anchor = "right" if at % 2 else "left"
        x = frame.right - _INSET if at % 2 else frame.left + _INSET
        drawing.write(
            text, x, top + ASCENT * SMALL, drawing.palette.faint, size=SMALL, anchor=anchor
        )
        left = x - width if at % 2 else x
        boxes.append(Box(left, top, left + width, top + SMALL))
    return boxes


@dataclass(frozen=True, slots=True)
class _Field:
    """The part of the frame where points stand; 5 is in its middle as in that of the frame."""

    left: float
    top: float
    right: float
    bottom: float
    reach: float  # the radius of the largest circle that people get

    def place(self, point: Place) -> Place:
        """Where a point (outside, inside) stands on the drawing."""
        share_x, share_y = (value / HIGH for value in point)
        x = self.left + share_x * (self.right - self.left)
        return x, self.bottom - share_y * (self.bottom - self.top)


def _field(spec: MapSpec, frame: Box) -> _Field:
    width, height = frame.right - frame.left, frame.bottom - frame.top
    largest = reach(width - 6, height - 2 * _BAND) if spec.others else 0.0
    side, foot = max(_DOT, largest) + 3, _BAND + max(_DOT, largest)
    return _Field(
        frame.left + side, frame.top + foot, frame.right - side, frame.bottom - foot, largest
    )


def _link(drawing: Drawing, spec: MapSpec, field: _Field) -> None:
    """A line between do and say, under everything else: no number shall be struck through."""
    if spec.do and spec.say:
        do, say = field.place(spec.do), field.place(spec.say)
        if hypot(do[0] - say[0], do[1] - say[1]) > _DOT + _RING:
            drawing.stroke((do, say), drawing.palette.ink, 0.8, DOTS)


def _marks(
    drawing: Drawing, spec: MapSpec, field: _Field, people: Mapping[Place, Group]
) -> list[tuple[str, Mark]]:
    """Draw say and do; their labels as they fit, with what they belong to.

    Where people stand, their circle is filled for do and gets a ring for say, so that their number
    is still read; between places the mark is small enough to leave the numbers beside it alone.
    """
    ink, paper = drawing.palette.ink, drawing.palette.paper
    do = field.place(spec.do) if spec.do else None
    say = field.place(spec.say) if spec.say else None
    same = do == say
    lone = min(_DOT, max(0.55 * field.reach, 2.6)) if people else _DOT
    dot, ring = (max(lone, people[at].radius) if at and at in people else lone for at in (do, say))
    ring += 2.6 if say in people else 0.0
    if same:
        ring, dot = (max(ring, dot + 2.6), dot) if people else (_RING + 1.5, _DOT - 2)
    before = field.place(spec.before) if spec.before and spec.before != spec.do else None
    if before:
        _cross(drawing, before)
    if say:
        drawing.circle(*say, ring, None if say in people else paper, ink)
    if do:
        drawing.circle(*do, dot, ink)
    space = (field.right - field.left) * 0.45
    marks = []
    for at, label, radius, below in (
        (do, spec.do_label, ring if same else dot, True),
        (say, spec.say_label, ring, False),
        (before, spec.before_label, _CROSS, False),
    ):
        if at:
            text = drawing.fit(label, space, Face.SEMIBOLD, SMALL)
            width = drawing.measure(text, Face.SEMIBOLD, SMALL)
            marks.append((text, Mark(at, radius, width, below)))
    return marks


def _cross(drawing: Drawing, at: Place) -> None:
    """A cross that is seen on people as well as beside them."""
    (x, y), palette = at, drawing.palette
    for width, colour in ((4.0, palette.paper), (1.6, palette.ink)):
        for way in (-_CROSS, _CROSS):
            drawing.stroke(((x - way, y - _CROSS), (x + way, y + _CROSS)), colour, width)
