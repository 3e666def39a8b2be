"""Sets a small purpose map to put one cross on: an axis at two sides, a name in each corner."""

from dataclasses import replace

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit, holding_on, moved
from workbook.printing.forms.marks import BoxedWords, draw_words
from workbook.printing.forms.parts import Map, OwnMap
from workbook.printing.pages.beside import beside
from workbook.printing.pages.slices import Slice, after
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.tags import Tag

_SIDE = 9.0  # of the map, in circles
_NUMBERS = 1.7  # how wide the column of numbers is, in their size
_GAP = 20.0
_LEAST_WORDS = 9.0  # how wide the words beside the map are at least, in their size
_FIRM, _FINE = 1.0, 0.5
_GROUND = 2.0  # white around a name


def own_map_slices(kit: Kit, part: OwnMap, tag: Tag) -> list[Slice]:
    """The map, and what to do with it at its right where there is room, else above."""
    width = _width(kit) + _GAP
    right = Kit(kit.fonts, kit.look, kit.width - width)
    if right.width < _LEAST_WORDS * kit.look.label.size:
        return [*kit.label(part.label, part.help, tag), *_stack(kit, part, tag)]
    words = right.label(part.label, part.help, tag)
    return [beside([(width, words), (0.0, _stack(replace(kit, width=width - _GAP), part, tag))])]


def _width(kit: Kit) -> float:
    """Of the map and the numbers at its left."""
    look = kit.look
    return min(look.circle * _SIDE + look.small.size * _NUMBERS, kit.width)


def _stack(kit: Kit, part: OwnMap, tag: Tag) -> list[Slice]:
    """What is further up, the map, and what is further right."""
    look, drawing = kit.look, part.drawing
    left = look.small.size * _NUMBERS
    within = Kit(kit.fonts, look, kit.width - left)
    # Translators: the name of an axis, which grows upwards.
    up = tr("↑ {name}").format(name=drawing.up.words)
    # Translators: the name of an axis, which grows this way.
    across = tr("{name} →").format(name=drawing.across.words)
    above = within.text(up, look.label.in_color(PRINT.side(drawing.up.side)), tag)
    below = within.text(across, look.label.in_color(PRINT.side(drawing.across.side)), tag)
    return [
        *(moved(each, left) for each in holding_on(above)),
        *after(holding_on([_map(kit, drawing, left, tag)]), 2.0),
        *(moved(each, left) for each in below),
    ]


def _map(kit: Kit, drawing: Map, left: float, tag: Tag) -> Slice:
    """The square with its numbers, those of the outside under it."""
    look = kit.look
    side = min(look.circle * _SIDE, kit.width - left)
    field = side / (drawing.high - drawing.low + 1)
    figure = tag.add("Figure", tr("An empty map with numbers on both sides, to put a cross on."))
    names = [kit.boxed_words(words, look.small, side / 2 - field) for words in drawing.corners]
    own = [tag.add("P") for _ in names]
    numbers = range(drawing.low, drawing.high + 1)
    items = [kit.boxed_words(str(number), look.small, field * 2) for number in numbers]
    upwards, across = tag.add("P"), tag.add("P")
    row = look.small.leading

    def draw(sheet: Sheet, x: float, y: float) -> None:
        edge = x + left
        with sheet.tagged(figure):
            _grid(sheet, edge, y, field, len(items))
        for at, (name, part) in enumerate(zip(names, own, strict=True)):
            across_by = side - field * 0.5 - name.width if at % 2 else field * 0.5
            down_by = field * 0.5 if at < 2 else side - field * 0.5 - name.height
            _name(sheet, kit, name, edge + across_by, y - down_by, part)
        for at, each in enumerate(items):
            middle = (at + 0.5) * field
            beside = edge - each.width - 3.0
            draw_words(sheet, look, each, beside, y - side + middle + row / 2, field * 2, upwards)
        for at, each in enumerate(items):
            under = edge + (at + 0.5) * field - each.width / 2
            draw_words(sheet, look, each, under, y - side - 1.0, field * 2, across)

    return Slice(side + row + 1.0, draw)


def _grid(sheet: Sheet, x: float, y: float, field: float, count: int) -> None:
    """A fine line at each number, firm ones through the middle and around it all."""
    side = field * count
    sheet.setStrokeColor(PRINT.line)
    sheet.setLineWidth(_FINE)
    for at in range(count):
        by = (at + 0.5) * field
        sheet.line(x + by, y, x + by, y - side)
        sheet.line(x, y - by, x + side, y - by)
    sheet.setStrokeColor(PRINT.soft)
    sheet.setLineWidth(_FIRM)
    sheet.line(x + side / 2, y, x + side / 2, y - side)
    sheet.line(x, y - side / 2, x + side, y - side / 2)
    sheet.rect(x, y - side, side, side, stroke=1, fill=0)


def _name(sheet: Sheet, kit: Kit, name: BoxedWords, x: float, y: float, tag: Tag) -> None:
    """A corner's name on white, so that no line runs through it."""
    with sheet.decoration():
        sheet.ink(PRINT.paper)
        wide = name.width + 2 * _GROUND
        sheet.rect(x - _GROUND, y - name.height, wide, name.height, stroke=0, fill=1)
    draw_words(sheet, kit.look, name, x, y, name.width, tag)
