"""Draws the purpose map: four fields, what a group does and says in them, labels kept apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from workbook.charts.boxes import Box, around
from workbook.charts.drawing import ASCENT, DESCENT, DOTS, SMALL, THIN, Anchor, Drawing
from workbook.charts.pen import Face
from workbook.charts.specs import MapSpec

LOW, HIGH = 0.0, 10.0
_AXIS = 17.0  # room for an axis's words
_BAND = 17.0  # room at the top and bottom of the frame for the corners' words: no dot stands there
_INSET = 6.0  # of the corners' words from the frame
_DOT = 6.5
_RING = 6.5
_OTHER = 3.0
_CLEAR = 2.0  # between a label and what stands beside it

_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    at: _Place  # of the mark
    radius: float
    below: bool  # where it is tried first; else above


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
    labels = _marks(drawing, spec, frame)
    boxes = _labels(drawing, labels, frame, corners, others)
    for label, box in zip(labels, boxes, strict=True):
        text = drawing.fit(label.text, _room(frame), Face.SEMIBOLD, SMALL)
        drawing.write(
            text, box.left, box.top + ASCENT * SMALL, drawing.palette.ink, Face.SEMIBOLD, SMALL
        )


def _frame(drawing: Drawing, spec: MapSpec, frame: Box) -> None:
    palette = drawing.palette
    width, height = frame.right - frame.left, frame.bottom - frame.top
    drawing.rectangle(frame.left, frame.top, width, height, palette.paper)
    middle_x, middle_y = _place((5, 5), frame)
    for ends in (
        ((middle_x, frame.top), (middle_x, frame.bottom)),
        ((frame.left, middle_y), (frame.right, middle_y)),
    ):
        drawing.stroke(ends, palette.edge)
    drawing.rectangle(frame.left, frame.top, width, height, None, palette.edge)
    words = drawing.fit(spec.x_label, width, Face.SEMIBOLD, SMALL)
    baseline = drawing.height - DESCENT * SMALL - 1
    drawing.write(words, middle_x, baseline, palette.outside, Face.SEMIBOLD, SMALL, "center")
    words = drawing.fit(spec.y_label, height, Face.SEMIBOLD, SMALL)
    baseline = ASCENT * SMALL + 1
    drawing.write(words, baseline, middle_y, palette.inside, Face.SEMIBOLD, SMALL, "center", 90)


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


def _place(point: _Place, frame: Box) -> _Place:
    """Where a point (outside, inside) stands on the drawing; 5 is the middle of the frame."""
    side = _DOT + 3
    foot = _BAND + _DOT
    share_x, share_y = (value / HIGH for value in point)
    x = frame.left + side + share_x * (frame.right - frame.left - 2 * side)
    y = frame.bottom - foot - share_y * (frame.bottom - frame.top - 2 * foot)
    return x, y


def _others(spec: MapSpec, frame: Box) -> list[_Place]:
    """Places of people's points; those at one place stand around it, so that each is seen."""
    met: dict[_Place, int] = {}
    places = []
    for point in spec.others:
        nth = met[point] = met.get(point, 0) + 1
        x, y = _place(point, frame)
        # The sunflower's spiral: steps of the golden angle, evenly dense.
        radius, angle = 1.3 * _OTHER * (nth - 1) ** 0.5, (nth - 1) * pi * (3 - 5**0.5)
        places.append((x + radius * cos(angle), y + radius * sin(angle)))
    return places


def _marks(drawing: Drawing, spec: MapSpec, frame: Box) -> list[_Label]:
    """Draw say, do and the line between; the labels they want."""
    ink, paper = drawing.palette.ink, drawing.palette.paper
    do = _place(spec.do, frame) if spec.do else None
    say = _place(spec.say, frame) if spec.say else None
    same = do == say
    ring, dot = (_RING + 1.5, _DOT - 2) if same else (_RING, _DOT)
    labels = []
    if do and say and hypot(do[0] - say[0], do[1] - say[1]) > _DOT + _RING:
        drawing.stroke((do, say), ink, 0.8, DOTS)
    if do:
        labels.append(_Label(spec.do_label, do, ring if same else dot, below=True))
    if say:
        drawing.circle(*say, ring, paper, ink)
        labels.append(_Label(spec.say_label, say, ring, below=False))
    if do:
        drawing.circle(*do, dot, ink)
    return [label for label in labels if drawing.line(label.text)]


def _room(frame: Box) -> float:
    return (frame.right - frame.left) * 0.45


def _labels(
    drawing: Drawing,
    labels: Sequence[_Label],
    frame: Box,
    corners: Sequence[Box],
    others: Sequence[_Place],
) -> list[Box]:
    """A box for each label that touches no mark, corner, frame or other label. Among those, one
    near its mark that crosses few lines and covers few people is taken.
    """
    inner = Box(frame.left + 2, frame.top + 2, frame.right - 2, frame.bottom - 2)
    taken = [*corners, *(around(*label.at, label.radius) for label in labels)]
    line = (labels[0].at, labels[1].at) if len(labels) == 2 else None
    middle = _place((5, 5), frame)
    axes = (
        ((middle[0], frame.top), (middle[0], frame.bottom)),
        ((frame.left, middle[1]), (frame.right, middle[1])),
    )
    boxes: list[Box] = []
    for label in labels:
        text = drawing.fit(label.text, _room(frame), Face.SEMIBOLD, SMALL)
        width = drawing.measure(text, Face.SEMIBOLD, SMALL)
        best, least = None, float("inf")
        for cost, box in _candidates(label, width, inner):
            if not box.within(inner) or any(box.overlaps(other) for other in taken):
                continue
            cost += 6 * sum(box.overlaps(around(*place, _OTHER)) for place in others)
            cost += 4 * sum(box.crossed_by(*axis) for axis in axes)
            cost += 14 if line and box.crossed_by(*line) else 0
            if cost < least:
                best, least = box, cost
        # With neither a place near nor far (a frame as small as a stamp) it stands by its mark.
        box = best or _candidate_below(label, width)
        boxes.append(box)
        taken.append(Box(box.left - _CLEAR, box.top, box.right + _CLEAR, box.bottom))
    return boxes


def _candidate_below(label: _Label, width: float) -> Box:
    x, top = label.at[0] - width / 2, label.at[1] + label.radius + _CLEAR
    return Box(x, top, x + width, top + SMALL)


def _candidates(label: _Label, width: float, inner: Box) -> Iterator[tuple[float, Box]]:
    """Boxes with the cost of standing there, in points of distance: beside the mark, then a grid
    over the whole frame.
    """
    x, y = label.at
    away = label.radius + _CLEAR
    below, above = y + away, y - away - SMALL
    tops = (below, above) if label.below else (above, below)
    right, left_of = x + _CLEAR, x - _CLEAR - width
    centred = min(max(x - width / 2, inner.left), max(inner.right - width, inner.left))
    for cost, left, top in (
        (0, centred, tops[0]),
        (2, centred, tops[1]),
        (3, x + away + 1, y - SMALL / 2),
        (3, x - away - 1 - width, y - SMALL / 2),
        (3, right, tops[0]),
        (3, left_of, tops[0]),
        (4, right, tops[1]),
        (4, left_of, tops[1]),
    ):
        yield cost, Box(left, top, left + width, top + SMALL)
    step = 4.0
    for row in range(int((inner.bottom - inner.top - SMALL) / step) + 1):
        for column in range(int((inner.right - inner.left - width) / step) + 1):
            left, top = inner.left + column * step, inner.top + row * step
            box = Box(left, top, left + width, top + SMALL)
            gap_x = max(box.left - x, x - box.right, 0)
            gap_y = max(box.top - y, y - box.bottom, 0)
            yield 8 + 2 * hypot(gap_x, gap_y) - away, box
