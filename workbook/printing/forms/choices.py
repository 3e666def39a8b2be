"""Sets what is chosen: cases with boxes, a ladder of rungs, things to put in order, consent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit, holding_on
from workbook.printing.forms.marks import (
    BoxedWords,
    Placed,
    circles,
    draw_words,
    ring,
    square,
    words_lines,
    words_slice,
    writing_line,
)
from workbook.printing.forms.parts import Boxes, Choice, CircleRow, Ladder, Levels, Ranks
from workbook.printing.pages.beside import side_by_side
from workbook.printing.pages.slices import Hold, Slice, after
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.tags import Tag

_COLUMNS = 4  # of a grid: what the row is about, and three boxes
_CELL_GAP = 10.0
_ITEM_GAP = 1.1  # em, between boxes in a row
_RAILS = 2.3  # how wide a ladder is, in circles
_RAIL = 1.6  # how thick
_RUNG_ROOM = 12.0  # above and below the words of a rung together


def choice_slices(kit: Kit, choice: Choice, tag: Tag, more: int = 0) -> list[Slice]:
    """A case or a question with boxes to tick, and `more` lines for its reason than it asks for."""
    look = kit.look
    found, aside = _title(kit, choice, tag)
    found += holding_on(kit.text(choice.story, look.body, tag))
    for at, row in enumerate(choice.rows):
        options = [*row.options, *([aside] if aside and not at else [])]
        lines = _grid(kit, row.lead, options) if look.grid else _flow(kit, row, options)
        pieces = [words_slice(look, placed, tag) for placed in lines]
        found += after(pieces, look.near * (1.4 if look.grid else 1.0))
    if choice.reason:
        found += after(holding_on(kit.text(choice.reason, look.label, tag)), look.above * 0.6)
        found += [writing_line(kit.width, look.pitch) for _ in range(choice.lines + more)]
    return [*holding_on(found[:-1]), *_last(found)]


def _last(found: Sequence[Slice]) -> list[Slice]:
    return [replace(piece, hold=Hold.FREE) for piece in found[-1:]]


def _title(kit: Kit, choice: Choice, tag: Tag) -> tuple[list[Slice], str]:
    """The title, and the box aside where it does not stand beside it."""
    look = kit.look
    if choice.blank:
        return holding_on([kit.line_behind(choice.title, look.label, tag)]), choice.aside
    if not (look.compact and choice.aside):
        return kit.label(choice.title, "", tag), choice.aside
    aside = kit.boxed_words(choice.aside, look.body, kit.width / 3, boxed=True)
    space = kit.width - aside.width
    title = kit.boxed_words(choice.title, look.label, space - _CELL_GAP)
    return [words_slice(look, [(0.0, title, space), (space, aside, aside.width)], tag)], ""


def _grid(kit: Kit, lead: str, options: Sequence[str]) -> Iterator[list[Placed]]:
    """Boxes under those of the rows before and after, what the row is about in front."""
    column = kit.width / _COLUMNS
    cell = column - _CELL_GAP
    first = int(bool(lead))
    in_row = _COLUMNS - first
    for start in range(0, len(options), in_row):
        placed: list[Placed] = []
        if lead and not start:
            soft = kit.look.body.in_color(PRINT.soft)
            placed.append((0.0, kit.boxed_words(lead, soft, cell), cell))
        for at, words in enumerate(options[start : start + in_row], first):
            placed.append(
                (at * column, kit.boxed_words(words, kit.look.body, cell, boxed=True), cell)
            )
        yield placed


def _flow(kit: Kit, row: Boxes, options: Sequence[str]) -> Iterator[list[Placed]]:
    """Boxes one behind the other, on a new line where one does not fit."""
    look = kit.look
    soft, gap = look.body.in_color(PRINT.soft), look.body.size * _ITEM_GAP
    lead = [kit.boxed_words(row.lead, soft, kit.width)] if row.lead else []
    boxes = [kit.boxed_words(words, look.body, kit.width, boxed=True) for words in options]
    items = [*lead, *boxes]
    if lead and sum(each.width + gap for each in items) - gap > kit.width:
        yield [(0.0, lead[0], kit.width)]
        items = boxes
    line: list[Placed] = []
    left = 0.0
    for each in items:
        if line and left + each.width > kit.width:
            yield line
            line, left = [], 0.0
        line.append((left, each, min(each.width, kit.width - left)))
        left += each.width + gap
    if line:
        yield line


def ladder_slices(kit: Kit, ladder: Ladder, how: str, tag: Tag) -> list[Slice]:
    """Rungs from the mildest down to the worst, a circle on each, "never" under the ladder; on a
    ballot a list of boxes. `how` says what marking a rung means.
    """
    look = kit.look
    found = kit.label(ladder.label, "", tag)
    if look.compact:
        words = [*(rung.lead for rung in ladder.rungs), ladder.never]
        half = (kit.width - _CELL_GAP) / 2
        boxes = [kit.boxed_words(each, look.body, half, boxed=True) for each in words]
        pairs = [boxes[at : at + 2] for at in range(0, len(boxes), 2)]
        for pair in pairs:
            found += after([words_slice(look, _pair(pair, half), tag)], look.near)
        return [*holding_on(found[:-1]), *_last(found)]
    found += holding_on(kit.text(ladder.story, look.body, tag))
    found += after(holding_on(kit.text(how, look.small, tag)), look.near)
    rungs = [_rung(kit, rung, tag, inside=True) for rung in ladder.rungs]
    found += after(holding_on(rungs), look.near * 1.6)
    if ladder.never:
        found += after([_rung(kit, CircleRow(ladder.never), tag, inside=False)], look.near)
    return found


def _pair(boxes: Sequence[BoxedWords], width: float) -> list[Placed]:
    return [(at * (width + _CELL_GAP), each, width) for at, each in enumerate(boxes)]


def _rung(kit: Kit, rung: CircleRow, tag: Tag, *, inside: bool) -> Slice:
    """A rung between its rails, a circle in its middle, its words beside it."""
    look = kit.look
    rails = look.circle * _RAILS
    left = rails + look.circle * 0.6
    width = kit.width - left
    lead = kit.boxed_words(rung.lead, look.label, width)
    words = kit.boxed_words(rung.words, look.small, width)
    tags = [tag.add("P"), tag.add("P")]
    high = lead.height + words.height
    height = max(look.circle, high) + _RUNG_ROOM

    def draw(sheet: Sheet, x: float, y: float) -> None:
        middle = y - height / 2
        with sheet.decoration():
            if inside:
                _rails(sheet, x, y, rails, height)
            ring(sheet, x + rails / 2, middle, look.circle, white=True)
        top = middle + high / 2
        draw_words(sheet, look, lead, x + left, top, width, tags[0])
        draw_words(sheet, look, words, x + left, top - lead.height, width, tags[1])

    def circle(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            ring(sheet, x + rails / 2, y - look.circle / 2, look.circle)

    def lines() -> list[Slice]:
        said = words_lines(look, lead, width, tags[0]) + words_lines(look, words, width, tags[1])
        return side_by_side([(0.0, [Slice(look.circle, circle)]), (left, said)])

    return Slice(height, draw, lines=lines)


def _rails(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    sheet.setStrokeColor(PRINT.edge)
    sheet.setLineWidth(_RAIL)
    for rail in (x + _RAIL, x + width - _RAIL):
        sheet.line(rail, y, rail, y - height)
    sheet.line(x + _RAIL, y - height / 2, x + width - _RAIL, y - height / 2)


def ranks_slices(kit: Kit, ranks: Ranks, tag: Tag) -> list[Slice]:
    """Things to put in order, a box for a number before each."""
    look = kit.look
    size = look.circle
    left = size * 1.5
    found = kit.label(ranks.label, "", tag)
    for each in ranks.options:
        style = look.label.in_color(PRINT.side(each.side))
        words = kit.boxed_words(each.lead, style, kit.width - left)
        found += after([_ranked(kit, words, size, left, tag.add("P"))], look.near * 1.6)
    return found


def _ranked(kit: Kit, words: BoxedWords, size: float, left: float, own: Tag) -> Slice:
    height = max(size, words.height)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            square(sheet, x, y - (height + size) / 2, size)
        top = y - (height - words.height) / 2
        draw_words(sheet, kit.look, words, x + left, top, kit.width - left, own)

    def box(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            square(sheet, x, y - size, size)

    def lines() -> list[Slice]:
        said = words_lines(kit.look, words, kit.width - left, own)
        return side_by_side([(0.0, [Slice(size, box)]), (left, said)])

    return Slice(height, draw, lines=lines)


def levels_slices(kit: Kit, levels: Levels, tag: Tag) -> list[Slice]:
    """Numbers to circle under each other, what each means beside it."""
    look = kit.look
    left = look.circle * 1.5
    found = kit.label(levels.label, levels.help, tag)
    for number, words in levels.levels:
        found += after([_level(kit, number, words, left, tag)], look.near * 1.3)
    return found


def _level(kit: Kit, number: str, words: str, left: float, tag: Tag) -> Slice:
    made = circles(kit.fonts, kit.look, [number], kit.width)
    said = kit.boxed_words(words, kit.look.body, kit.width - left)
    tags = [tag.add("P"), tag.add("P")]
    height = max(made.height, said.height)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        made.draw(sheet, x, y - (height - made.height) / 2, tags[0])
        top = y - (height - said.height) / 2
        draw_words(sheet, kit.look, said, x + left, top, kit.width - left, tags[1])

    def circle(sheet: Sheet, x: float, y: float) -> None:
        made.draw(sheet, x, y, tags[0])

    def lines() -> list[Slice]:
        own = words_lines(kit.look, said, kit.width - left, tags[1])
        return side_by_side([(0.0, [Slice(made.height, circle)]), (left, own)])

    return Slice(height, draw, lines=lines)
