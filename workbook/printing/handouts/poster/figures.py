"""What stands on posters: the questions, a map and a line to stick dots on, a ladder."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.printing.forms.parts import Map
from workbook.printing.forms.poster_sheet import Align, PosterSheet
from workbook.printing.handouts.poster.content import Drawing, Ladder, Line, Questions
from workbook.printing.pages.largest import height_of, sized
from workbook.printing.pages.style import Style
from workbook.printing.type.fonts import Face
from workbook.printing.type.tags import Tag

_QUESTION = Style(Face.SERIF_SEMIBOLD, 47, 56)
_NUMBER = Style(Face.SANS_SEMIBOLD, 19, 23)
_AXIS = Style(Face.SANS_SEMIBOLD, 25, 30)
_CORNER = Style(Face.SANS, 17, 21, PRINT.faint)
_HALF = Style(Face.SANS_SEMIBOLD, 24, 29)
_RUNG = Style(Face.SANS_SEMIBOLD, 30, 36)
_RUNG_TEXT = Style(Face.SANS, 21, 27, PRINT.soft)
_ONE_LINE = 0.75  # of the usual size, at least
_FIRM, _FINE = 1.8, 0.6
_DIGITS_HALF = 0.325  # of their size: figures are drawn this far under their middle
_RING = 46.0
_RAIL = 5.0


@dataclass(frozen=True, slots=True)
class Space:
    """Where something is drawn: from the left, from the bottom, in points."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.bottom + self.height

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width


def draw_figure(poster: PosterSheet, drawing: Drawing, space: Space, tag: Tag) -> None:
    """Draws it over the space."""
    match drawing:
        case Questions():
            _questions(poster, drawing, space, tag)
        case Map():
            _map(poster, drawing, space, tag)
        case Line():
            _line(poster, drawing, space, tag)
        case Ladder():
            _ladder(poster, drawing, space, tag)


# ------------------------------------------------------------------------------------ the questions


def _questions(poster: PosterSheet, drawing: Questions, space: Space, tag: Tag) -> None:
    """All of them in one size, evenly down the page, their numbers before them."""
    count = max(1, len(drawing.questions))
    each = space.height / count
    indent = _QUESTION.size * 1.25
    width = space.width - indent

    def size_in(height: float) -> float:
        found = [poster.fit(q, _QUESTION, 12, width, height) for q in drawing.questions]
        return min((rows[0].style.size for rows in found if rows), default=_QUESTION.size)

    size = size_in(_QUESTION.leading)  # a line each, unless that makes them small
    size = size if size >= _QUESTION.size * _ONE_LINE else size_in(each * 0.8)
    style = sized(_QUESTION, size)
    for at, question in enumerate(drawing.questions):
        own = tag.add("P")
        found = poster.fit(question, style, size, width, each * 0.8)
        y = space.top - at * each - (each - height_of(found)) / 2
        soft = style.in_color(PRINT.soft)
        poster.lines(poster.fit(str(at + 1), soft, 6, indent, each), space.left, y, indent, own)
        poster.lines(found, space.left + indent, y, width, own)
        if at:
            line = space.top - at * each
            _stroke(poster, (space.left, line), (space.right, line), _FINE, PRINT.edge)


# ------------------------------------------------------------------------------------------ the map


def _map(poster: PosterSheet, drawing: Map, space: Space, tag: Tag) -> None:
    """A square as large as the space, half a field wider than its numbers on every side."""
    axis = _AXIS.leading + _NUMBER.leading + 14
    side = min(space.width - axis, space.height - axis)
    left = space.left + axis + (space.width - axis - side) / 2
    bottom = space.top - side - max(0.0, (space.height - axis - side) / 2)
    field = side / (drawing.high - drawing.low + 1)
    square = Space(left, bottom, side, side)
    figure = tag.add("Figure", tr("An empty map with numbers on both sides, to stick dots on."))
    with poster.sheet.tagged(figure):
        _grid(poster, drawing, square, field)
    _numbers(poster, drawing, square, field, tag)
    _corners(poster, drawing, square, field, tag)
    _axes(poster, drawing, square, tag)


def _grid(poster: PosterSheet, drawing: Map, square: Space, field: float) -> None:
    """A fine line at each number; firm ones through the middle and around it all."""
    inset = field / 2
    for at in range(drawing.high - drawing.low + 1):
        x, y = square.left + inset + at * field, square.bottom + inset + at * field
        ends = (square.bottom + inset, square.top - inset)
        _line_of(poster, (x, ends[0]), (x, ends[1]), _FINE, PRINT.edge)
        ends = (square.left + inset, square.right - inset)
        _line_of(poster, (ends[0], y), (ends[1], y), _FINE, PRINT.edge)
    x, y = square.left + square.width / 2, square.bottom + square.height / 2
    _line_of(poster, (x, square.bottom), (x, square.top), _FIRM, PRINT.ink)
    _line_of(poster, (square.left, y), (square.right, y), _FIRM, PRINT.ink)
    poster.sheet.setStrokeColor(PRINT.ink)
    poster.sheet.setLineWidth(_FIRM)
    poster.sheet.rect(square.left, square.bottom, square.width, square.height, stroke=1, fill=0)


def _numbers(poster: PosterSheet, drawing: Map, square: Space, field: float, tag: Tag) -> None:
    across, up = tag.add("P"), tag.add("P")
    for at, number in enumerate(range(drawing.low, drawing.high + 1)):
        middle = (at + 0.5) * field
        found = poster.fit(str(number), _NUMBER, 6, field * 2, _NUMBER.leading)
        poster.lines(found, square.left + middle - field, square.bottom - 5, field * 2, across,
                   "middle")  # fmt: skip
        top = square.bottom + middle + height_of(found) / 2
        poster.lines(found, square.left - field - 8, top, field, up, "right")


def _corners(poster: PosterSheet, drawing: Map, square: Space, field: float, tag: Tag) -> None:
    """The four names, small and grey, between the frame and the first line."""
    half = square.width / 2 - field
    for at, words in enumerate(drawing.corners):
        found = poster.fit(words, _CORNER, 6, half, field * 0.42)
        upper, left = at < 2, at % 2 == 0
        gap = (field / 2 - height_of(found)) / 2
        top = square.top - gap if upper else square.bottom + field / 2 - gap
        x = square.left + field * 0.15 if left else square.right - field * 0.15 - half
        poster.lines(found, x, top, half, tag.add("P"), "left" if left else "right")


def _axes(poster: PosterSheet, drawing: Map, square: Space, tag: Tag) -> None:
    """What is further right, below the numbers, and what is further up, turned, beside them."""
    # Translators: the name of an axis, which grows this way.
    across = tr("{name} →").format(name=drawing.across.words)
    style = _AXIS.in_color(PRINT.side(drawing.across.side))
    found = poster.fit(across, style, 6, square.width, _AXIS.leading)
    low = square.bottom - _NUMBER.leading - 10
    poster.lines(found, square.left, low, square.width, tag.add("P"), "middle")
    up = tr("{name} →").format(name=drawing.up.words)
    style = _AXIS.in_color(PRINT.side(drawing.up.side))
    found = poster.fit(up, style, 6, square.height, _AXIS.leading)
    sheet = poster.sheet
    sheet.saveState()
    sheet.translate(square.left - _NUMBER.leading - 14 - _AXIS.leading, square.bottom)
    sheet.rotate(90)
    poster.lines(found, 0, 0, square.height, tag.add("P"), "middle")
    sheet.restoreState()


# ----------------------------------------------------------------------------------------- the line


def _line(poster: PosterSheet, drawing: Line, space: Space, tag: Tag) -> None:
    """Numbers in rings on a line, with room for columns of dots above it and below."""
    count = drawing.high - drawing.low + 1
    pitch = (space.width - _RING) / max(1, count - 1)
    ring = min(_RING, pitch * 0.8)
    poles = [
        poster.fit(end.words, _AXIS.in_color(PRINT.side(end.side)), 8, space.width / 2 - 20, 62)
        for end in drawing.ends
    ]
    band = max(map(height_of, poles), default=0.0) + 12
    middle = space.bottom + band + ring if not drawing.below else space.bottom + space.height / 2
    places = [space.left + _RING / 2 + at * pitch for at in range(count)]
    foot = middle - ring / 2 - band
    _halves(poster, drawing, space, (middle + ring / 2, foot), places, tag)
    figure = tag.add("Figure", tr("An empty line with numbers, to stick dots over and under."))
    with poster.sheet.tagged(figure):
        _line_of(poster, (places[0], middle), (places[-1], middle), 3.0, PRINT.ink)
        for x in places:
            _circle(poster, x, middle, ring)
    _in_rings(poster, drawing, places, middle, pitch, tag)
    sides: tuple[Align, Align] = ("left", "right")
    for found, align in zip(poles, sides, strict=True):
        poster.lines(found, space.left, middle - ring / 2 - 6, space.width, tag.add("P"), align)


def _halves(
    poster: PosterSheet, drawing: Line, space: Space, line: tuple[float, float],
    places: Sequence[float], tag: Tag,
) -> None:  # fmt: skip
    """What the dots of each half stand for, and fine lines that keep their columns apart."""
    above = poster.fit(drawing.above, _HALF, 8, space.width, 58)
    high = space.top - poster.lines(
        above, space.left, space.top, space.width, tag.add("P"), "middle"
    )
    below = poster.fit(drawing.below, _HALF, 8, space.width, 58)
    low = space.bottom + height_of(below)
    if below:
        poster.lines(below, space.left, low, space.width, tag.add("P"), "middle")
    with poster.sheet.decoration():
        for x in places:
            _line_of(poster, (x, line[0]), (x, high - 10), _FINE, PRINT.edge)
            if below:
                _line_of(poster, (x, line[1]), (x, low + 10), _FINE, PRINT.edge)


def _in_rings(
    poster: PosterSheet,
    drawing: Line,
    places: Sequence[float],
    middle: float,
    pitch: float,
    tag: Tag,
) -> None:
    own = tag.add("P")
    for x, number in zip(places, range(drawing.low, drawing.high + 1), strict=True):
        found = poster.fit(str(number), _NUMBER, 6, pitch, _NUMBER.leading)
        baseline = found[0].baseline if found else 0.0
        top = middle - _DIGITS_HALF * _NUMBER.size + baseline
        poster.lines(found, x - pitch / 2, top, pitch, own, "middle")


# --------------------------------------------------------------------------------------- the ladder


def _ladder(poster: PosterSheet, drawing: Ladder, space: Space, tag: Tag) -> None:
    """Two rails with room for dots between the rungs, the mildest at the foot; never above all."""
    count = len(drawing.rungs) + 1
    each = space.height / count
    words = space.width * 0.56
    rows = [("", drawing.never) if at == 0 else drawing.rungs[-at] for at in range(count)]
    top = space.top - each
    with poster.sheet.decoration():
        rails = space.left + _RAIL / 2, space.right - _RAIL / 2
        for x in rails:
            _line_of(poster, (x, space.bottom), (x, top + 14), _RAIL, PRINT.ink)
        for at in range(1, count + 1):
            y = space.top - at * each + (_RAIL / 2 if at == count else 0.0)
            _line_of(poster, (rails[0], y), (rails[1], y), _RAIL * 0.6, PRINT.ink)
    for at, (label, text) in enumerate(rows):
        y = space.top - at * each
        own = tag.add("P")
        x, width = space.left + 24, words - 24
        lead = poster.fit(label, _RUNG, 8, width, each * 0.4)
        style = _RUNG if not label else _RUNG_TEXT
        more = poster.fit(text, style, 8, width, each * 0.8 - height_of(lead))
        y -= (each - height_of(lead) - height_of(more)) / 2
        y -= poster.lines(lead, x, y, width, own)
        poster.lines(more, x, y, width, own)


# ------------------------------------------------------------------------------------------ strokes


def _stroke(
    poster: PosterSheet,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    color: str,
) -> None:
    with poster.sheet.decoration():
        _line_of(poster, start, end, width, color)


def _line_of(
    poster: PosterSheet,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    color: str,
) -> None:
    poster.sheet.setStrokeColor(color)
    poster.sheet.setLineWidth(width)
    poster.sheet.line(*start, *end)


def _circle(poster: PosterSheet, x: float, y: float, diameter: float) -> None:
    """A ring that hides the line under it."""
    poster.sheet.setStrokeColor(PRINT.ink)
    poster.sheet.setLineWidth(_FIRM)
    poster.sheet.ink(PRINT.paper)
    poster.sheet.circle(x, y, diameter / 2, stroke=1, fill=1)
