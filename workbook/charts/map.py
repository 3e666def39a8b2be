"""Draws the purpose map: four fields, what a group does and says in them, labels kept apart."""

from math import cos, hypot, pi, sin

from workbook.charts.boxes import Box, around
from workbook.charts.drawing import ASCENT, DESCENT, DOTS, SMALL, THIN, Anchor, Drawing
from workbook.charts.pen import Face
from workbook.charts.placing import Line, Mark, Place, Surroundings, place_labels
from workbook.charts.specs import MapSpec

LOW, HIGH = 0.0, 10.0
_AXIS = 17.0  # room for an axis's words
_BAND = 17.0  # room at the top and bottom of the frame for the corners' words: no dot stands there
_INSET = 6.0  # of the corners' words from the frame
_DOT = 6.5
_RING = 6.5
_OTHER = 3.0


def draw(drawing: Drawing, spec: MapSpec) -> None:
    """Draw the map over the whole figure.

    Raises:
        ValueError: for a point outside 0 to 10.
    """
    for point in (spec.do, spec.say, *spec.others):
        if point is not None and not all(LOW <= value <= HIGH for value in point):
            raise ValueError(f"a point of the map lies from 0 to 10 both ways, not at {point}")
    frame = Box(_AXIS, THIN, drawing.width - THIN, drawing.height - _AXIS)
    _frame(drawing, spec, frame)
    corners = _corners(drawing, spec, frame)
    others = _others(spec, frame)
    for x, y in others:
        drawing.circle(x, y, _OTHER, drawing.palette.edge)
    marks = _marks(drawing, spec, frame)
    inner = Box(frame.left + 2, frame.top + 2, frame.right - 2, frame.bottom - 2)
    ends = tuple(place for place in (spec.do, spec.say) if place)
    surroundings = Surroundings(
        inner,
        tuple(corners),
        _middle_lines(frame),
        (_place(ends[0], frame), _place(ends[1], frame)) if len(ends) == 2 else None,
        tuple(around(x, y, _OTHER) for x, y in others),
    )
    boxes = place_labels([mark for _, mark in marks], SMALL, surroundings)
    for (text, _), box in zip(marks, boxes, strict=True):
        baseline = box.top + ASCENT * SMALL
        drawing.write(text, box.left, baseline, drawing.palette.ink, Face.SEMIBOLD, SMALL)


def _frame(drawing: Drawing, spec: MapSpec, frame: Box) -> None:
    palette = drawing.palette
    width, height = frame.right - frame.left, frame.bottom - frame.top
    drawing.rectangle(frame.left, frame.top, width, height, palette.paper)
    middle_x, middle_y = _place((5, 5), frame)
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
    x, y = _place((5, 5), frame)
    return ((x, frame.top), (x, frame.bottom)), ((frame.left, y), (frame.right, y))


def _corners(drawing: Drawing, spec: MapSpec, frame: Box) -> list[Box]:
    """Write the corners' words; the boxes they take."""
    room = (frame.right - frame.left) / 2 - 2 * _INSET
    boxes = []
    for at, typed in enumerate(spec.corners):
        text = drawing.fit(typed, room, size=SMALL)
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


def _place(point: Place, frame: Box) -> Place:
    """Where a point (outside, inside) stands on the drawing; 5 is the middle of the frame."""
    side = _DOT + 3
    foot = _BAND + _DOT
    share_x, share_y = (value / HIGH for value in point)
    x = frame.left + side + share_x * (frame.right - frame.left - 2 * side)
    y = frame.bottom - foot - share_y * (frame.bottom - frame.top - 2 * foot)
    return x, y


def _others(spec: MapSpec, frame: Box) -> list[Place]:
    """Places of people's points; those at one place stand around it, so that each is seen."""
    met: dict[Place, int] = {}
    places = []
    for point in spec.others:
        nth = met[point] = met.get(point, 0) + 1
        x, y = _place(point, frame)
        # The sunflower's spiral: steps of the golden angle, evenly dense.
        radius, angle = 1.3 * _OTHER * (nth - 1) ** 0.5, (nth - 1) * pi * (3 - 5**0.5)
        places.append((x + radius * cos(angle), y + radius * sin(angle)))
    return places


def _marks(drawing: Drawing, spec: MapSpec, frame: Box) -> list[tuple[str, Mark]]:
    """Draw say, do and the line between; their labels as they fit, with what they belong to."""
    ink, paper = drawing.palette.ink, drawing.palette.paper
    do = _place(spec.do, frame) if spec.do else None
    say = _place(spec.say, frame) if spec.say else None
    same = do == say
    ring, dot = (_RING + 1.5, _DOT - 2) if same else (_RING, _DOT)
    if do and say and hypot(do[0] - say[0], do[1] - say[1]) > _DOT + _RING:
        drawing.stroke((do, say), ink, 0.8, DOTS)
    if say:
        drawing.circle(*say, ring, paper, ink)
    if do:
        drawing.circle(*do, dot, ink)
    room = (frame.right - frame.left) * 0.45
    marks = []
    for at, label, radius, below in (
        (do, spec.do_label, ring if same else dot, True),
        (say, spec.say_label, ring, False),
    ):
        if at:
            text = drawing.fit(label, room, Face.SEMIBOLD, SMALL)
            width = drawing.measure(text, Face.SEMIBOLD, SMALL)
            marks.append((text, Mark(at, radius, width, below)))
    return marks
