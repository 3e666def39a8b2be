"""Sets scales and ratings: rows of numbers to circle, the words at both ends over them."""

from collections.abc import Sequence
from dataclasses import replace

from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit, holding_on, moved
from workbook.printing.forms.marks import Circles, circles, draw_words, words_lines
from workbook.printing.forms.parts import CircleRow, Pole, Ratings, Scale
from workbook.printing.pages.beside import side_by_side
from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.slices import Slice, after
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.tags import Tag

_PITCH, _CARD_PITCH = 1.45, 1.28  # from one circle of a rating to the next, in diameters
_MOST_BLOCK = 0.55  # of the width, for the circles of ratings
_WORD_GAP = 0.3  # em, between a row's lead and the words behind it
_COLUMN_GAP = 14.0


def scale_slices(kit: Kit, scale: Scale, tag: Tag) -> list[Slice]:
    """A scale's rows, each with its words, the words at the ends, and its circles."""
    look = kit.look
    found = kit.label(scale.label, "", tag)
    made = _circles(kit, scale.low, scale.high, kit.width)
    for at, row in enumerate(scale.rows):
        lead = _row_words(kit, row, tag)
        # On a ballot the words at both ends stand once, on a worksheet with every row.
        poles = [] if look.compact and at else _ends(kit, scale.low, scale.high, kit.width, tag)
        marks = after([_circle_slice(made, tag)], look.near)
        found += after([*lead, *poles, *marks], look.near * 2.4 if found else 0.0)
    return found


def _circles(kit: Kit, low: Pole, high: Pole, width: float, pitch: float = 0.0) -> Circles:
    numbers = [str(number) for number in range(low.value, high.value + 1)]
    return circles(kit.fonts, kit.look, numbers, width, pitch)


def _circle_slice(made: Circles, tag: Tag) -> Slice:
    own = tag.add("P")

    def draw(sheet: Sheet, x: float, y: float) -> None:
        made.draw(sheet, x, y, own)

    return Slice(made.height, draw)


def _row_words(kit: Kit, row: CircleRow, tag: Tag) -> list[Slice]:
    """A row's lead in its side's colour and the words behind it, on one line where they fit."""
    strong = kit.look.label.in_color(PRINT.side(row.side))
    soft = kit.look.body.in_color(PRINT.soft)
    if not (row.lead and row.words):
        style = strong if row.lead else kit.look.body
        return holding_on(kit.text(row.lead or row.words, style, tag))
    lead = styled_lines(kit.fonts, row.lead, strong, kit.width)
    words = styled_lines(kit.fonts, row.words, soft, kit.width)
    used = _widest(lead) + strong.size * _WORD_GAP
    fits = len(lead) == len(words) == 1 and used + _widest(words) <= kit.width
    if not fits or any(each.line.right_to_left for each in (*lead, *words)):
        return holding_on(kit.text(row.lead, strong, tag) + kit.text(row.words, soft, tag))
    own = tag.add("P")

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(own):
            lead[0].draw(sheet, x, y, kit.width)
            words[0].draw(sheet, x + used, y, kit.width - used)

    return holding_on([Slice(max(lead[0].height, words[0].height), draw)])


def _widest(lines: Sequence[StyledLine]) -> float:
    return max((row.line.advance * row.style.size * row.line.scale for row in lines), default=0.0)


def _ends(kit: Kit, low: Pole, high: Pole, width: float, tag: Tag) -> list[Slice]:
    """The words at both ends of a scale, over its first and its last circle."""
    if not (low.words or high.words):
        return []
    half = (width - _COLUMN_GAP) / 2
    small = kit.look.small
    left = kit.boxed_words(low.words, small.in_color(_shade(low)), half)
    right = kit.boxed_words(high.words, small.in_color(_shade(high)).at_right(), half)
    tags = [tag.add("P"), tag.add("P")]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_words(sheet, kit.look, left, x, y, half, tags[0])
        draw_words(sheet, kit.look, right, x + width - half, y, half, tags[1])

    def lines() -> list[Slice]:
        said = words_lines(kit.look, left, half, tags[0])
        return side_by_side(
            [(0.0, said), (width - half, words_lines(kit.look, right, half, tags[1]))]
        )

    height = max(left.height, right.height)
    return holding_on([Slice(height, draw, before=kit.look.near / 2, lines=lines)])


def _shade(pole: Pole) -> str:
    found = PRINT.side(pole.side)
    return PRINT.soft if found == PRINT.ink else found


def ratings_slices(kit: Kit, ratings: Ratings, tag: Tag) -> list[Slice]:
    """Statements at the left, the circles of each at the right, room for a note under it."""
    look = kit.look
    count = ratings.high.value - ratings.low.value
    pitch = look.circle * (_CARD_PITCH if look.compact else _PITCH)
    block = min(count * pitch + look.circle, kit.width * _MOST_BLOCK)
    left = kit.width - block
    found = kit.label(ratings.label, "", tag)
    poles = [moved(p, left) for p in _ends(kit, ratings.low, ratings.high, block, tag)]
    found += poles
    made = _circles(kit, ratings.low, ratings.high, block, pitch)
    for each in ratings.items:
        header = poles[0] if poles else None  # once more where a page begins
        piece = replace(_rated(kit, each, made, left, tag), header=header)
        lines = [kit.line_behind(ratings.hint, kit.look.small, tag)] if ratings.noted else []
        found += after([*holding_on([piece]), *lines] if lines else [piece], look.near * 2)
    return found


def _rated(kit: Kit, row: CircleRow, made: Circles, left: float, tag: Tag) -> Slice:
    """One statement, as high as its words or its circles, both in the middle of it."""
    look, width = kit.look, left - _COLUMN_GAP
    lead = kit.boxed_words(row.lead, look.label, width)
    words = kit.boxed_words(row.words, look.small, width)
    tags = [tag.add("P"), tag.add("P"), tag.add("P")]
    high = lead.height + words.height
    height = max(high, made.height)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        top = y - (height - high) / 2
        draw_words(sheet, look, lead, x, top, width, tags[0])
        draw_words(sheet, look, words, x, top - lead.height, width, tags[1])
        made.draw(sheet, x + left, y - (height - made.height) / 2, tags[2])

    def marks(sheet: Sheet, x: float, y: float) -> None:
        made.draw(sheet, x, y, tags[2])

    def lines() -> list[Slice]:
        said = words_lines(look, lead, width, tags[0]) + words_lines(look, words, width, tags[1])
        return side_by_side([(0.0, said), (left, [Slice(made.height, marks)])])

    return Slice(height, draw, lines=lines)
