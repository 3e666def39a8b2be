"""Sets tables to write in: headers, empty rows, and what can be chosen in a cell, to be circled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit, holding_on
from workbook.printing.forms.marks import BoxedWords, draw_words, rule, words_lines, writing_line
from workbook.printing.forms.parts import Field, Ruled
from workbook.printing.pages.beside import side_by_side
from workbook.printing.pages.slices import Slice, after
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.tags import Tag

_PADDING = 6.0  # left and right in a cell
_HEADER_ROOM = 4.0  # under the headers
_RULE, _THIN = 0.9, 0.5  # under the headers, between columns
_NARROW = 6.5  # em: a column that is narrower takes no handwriting
_LOW, _HIGH = 1.3, 1.9  # how high a row is, in lines to write on: in wide columns, in narrow ones
_WIDE = 11.0  # em


@dataclass(frozen=True, slots=True)
class _Columns:
    """Each column's left edge and width, the first at the edge of the page."""

    fields: tuple[Field, ...]
    lefts: tuple[float, ...]
    widths: tuple[float, ...]


def ruled_slices(kit: Kit, ruled: Ruled, tag: Tag, more: int = 0) -> list[Slice]:
    """The table under what it asks for, with `more` rows than that. Where its columns would be too
    narrow for a hand, each row is a few lines with the names of the columns instead.
    """
    found = kit.label(ruled.label, ruled.help, tag, ruled.side)
    table = tag.add("Table")
    columns = _columns(kit, ruled.fields)
    count = ruled.rows + more
    if min(columns.widths) < _NARROW * kit.look.label.size:
        for _ in range(max(count - 1, 1)):
            found += _stacked(kit, ruled.fields, table)
        return found
    header = replace(holding_on([_header(kit, columns, table)])[0], before=kit.look.near)
    rows = [replace(_row(kit, columns, table), header=header) for _ in range(count)]
    return [*found, header, *rows]


def _columns(kit: Kit, fields: Sequence[Field]) -> _Columns:
    whole = sum(field.share for field in fields)
    widths = tuple(kit.width * field.share / whole for field in fields)
    return _Columns(tuple(fields), tuple(sum(widths[:at]) for at in range(len(widths))), widths)


def _cells(kit: Kit, columns: _Columns, words: Sequence[str], *, header: bool) -> list[BoxedWords]:
    style = kit.look.label if header else kit.look.small
    size = min(style.size, kit.look.small.size)
    own = replace(style, size=size, leading=kit.look.small.leading)
    return [
        kit.boxed_words(each, own, _inside(left, width)[1])
        for each, left, width in zip(words, columns.lefts, columns.widths, strict=True)
    ]


def _inside(left: float, width: float) -> tuple[float, float]:
    """Where the words of a column begin, and how wide they may be."""
    indent = _PADDING if left else 0.0
    return left + indent, width - indent - _PADDING


def _header(kit: Kit, columns: _Columns, table: Tag) -> Slice:
    cells = _cells(kit, columns, [field.label for field in columns.fields], header=True)
    row = table.add("TR")
    tags = [row.add("TH") for _ in cells]
    words = max(cell.height for cell in cells)
    height = words + _HEADER_ROOM

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for cell, tag, left, width in zip(cells, tags, columns.lefts, columns.widths, strict=True):
            indent, space = _inside(left, width)
            draw_words(sheet, kit.look, cell, x + indent, y - words + cell.height, space, tag)
        with sheet.decoration():
            sheet.setStrokeColor(PRINT.soft)
            sheet.setLineWidth(_RULE)
            sheet.line(x, y - height, x + kit.width, y - height)

    return Slice(height, draw, lines=lambda: _cell_lines(kit, columns, cells, tags))


def _row(kit: Kit, columns: _Columns, table: Tag) -> Slice:
    cells = _cells(kit, columns, [" / ".join(f.choices) for f in columns.fields], header=False)
    narrow = min(columns.widths) < _WIDE * kit.look.label.size
    height = kit.look.pitch * (_HIGH if narrow and len(columns.fields) > 3 else _LOW)
    height = max(height, max(cell.height for cell in cells) + 2 * _PADDING)
    row = table.add("TR")
    tags = [row.add("TD") for _ in cells]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for cell, tag, left, width in zip(cells, tags, columns.lefts, columns.widths, strict=True):
            top = y - (height - cell.height) / 2
            indent, space = _inside(left, width)
            draw_words(sheet, kit.look, cell, x + indent, top, space, tag)
        with sheet.decoration():
            rule(sheet, x, y - height, kit.width)
            sheet.setLineWidth(_THIN)
            for left in columns.lefts[1:]:
                sheet.line(x + left, y, x + left, y - height)

    return Slice(height, draw, lines=lambda: _cell_lines(kit, columns, cells, tags))


def _cell_lines(
    kit: Kit, columns: _Columns, cells: Sequence[BoxedWords], tags: Sequence[Tag]
) -> list[Slice]:
    """The words of a row of cells line by line, a line to write on under them."""
    stacks: list[tuple[float, list[Slice]]] = []
    for cell, tag, left, width in zip(cells, tags, columns.lefts, columns.widths, strict=True):
        indent, space = _inside(left, width)
        stacks.append((indent, words_lines(kit.look, cell, space, tag)))
    return [*holding_on(side_by_side(stacks)), writing_line(kit.width, _HEADER_ROOM)]


def _stacked(kit: Kit, fields: Sequence[Field], table: Tag) -> list[Slice]:
    """One record as lines to write on, the name of its column before each."""
    row = table.add("TR")
    found: list[Slice] = []
    for field in fields:
        if field.choices:
            words = tr("{label}: {choices}").format(
                label=field.label, choices=" / ".join(field.choices)
            )
            found += after(kit.text(words, kit.look.body, row, "TD"), kit.look.near)
        else:
            found.append(kit.line_behind(field.label, kit.look.body, row, "TH"))
    return after([*holding_on(found[:-1]), *found[-1:]], kit.look.above)
