"""Tables and rows of facts as slices: a thin line under each row, headers again on each page."""

from collections.abc import Sequence
from dataclasses import replace

from workbook.charts.palette import PRINT
from workbook.documents.blocks import Facts, Table
from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.slices import Hold, Slice, height_of, held
from workbook.printing.pages.style import CELL, CELL_SOFT, HEADER, VALUE, Style
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag

_GAP = 14.0  # between columns
_PADDING = 4.6  # above and below the text of a row
_RULE = 0.6
_A_LITTLE = 1.3
_LONGEST = 200  # characters of a cell that are measured to see how wide its column would be
_WHOLE = 200.0  # a row up to this height stays whole; a longer one flows on over the page
_TOGETHER = 150.0  # and so does a table up to this one
_LEAST_SHARE = 0.08  # so that no column becomes too narrow for a word


class _Cells:
    """One row of cells, which can be drawn whole or line by line."""

    def __init__(self, cells: Sequence[Sequence[StyledLine]], places: Sequence[tuple[float, float]],
                 tags: Sequence[Tag], width: float) -> None:  # fmt: skip
        self._cells = cells
        self._places = places
        self._tags = tags
        self._width = width

    def slices(self) -> list[Slice]:
        """The row as one slice, or one for each line where it is long."""
        count = max((len(cell) for cell in self._cells), default=0)
        heights = [max((c[i].height for c in self._cells if i < len(c)), default=0.0)
                   for i in range(count)]  # fmt: skip
        whole = sum(heights) + 2 * _PADDING
        if whole <= _WHOLE:
            return [self._slice(0, heights, top=True, bottom=True)]
        last = count - 1
        return [
            replace(
                self._slice(i, [heights[i]], top=i == 0, bottom=i == last),
                hold=Hold.HARD if i in (0, last - 1) else Hold.FREE,
            )
            for i in range(count)
        ]

    def _slice(self, first: int, heights: Sequence[float], *, top: bool, bottom: bool) -> Slice:
        padding = _PADDING if top else 0.0
        height = sum(heights) + padding + (_PADDING if bottom else 0.0)

        def draw(sheet: Sheet, x: float, y: float) -> None:
            for cell, (left, width), tag in zip(self._cells, self._places, self._tags, strict=True):
                at = y - padding
                for row, line_height in zip(cell[first:], heights, strict=False):
                    with sheet.tagged(tag):
                        row.draw(sheet, x + left, at, width)
                    at -= line_height
            if bottom:
                _rule(sheet, x, y - height, self._width)

        return Slice(height, draw)


def _rule(sheet: Sheet, x: float, y: float, width: float) -> None:
    with sheet.decoration():
        sheet.setStrokeColor(PRINT.line)
        sheet.setLineWidth(_RULE)
        sheet.line(x, y + _RULE / 2, x + width, y + _RULE / 2)


def facts_slices(fonts: Fonts, facts: Facts, width: float, parent: Tag) -> list[Slice]:
    """Labels at the left, their values at the right; a long value stands left in its half."""
    table = parent.add("Table")
    slices: list[Slice] = []
    for label, value in facts.rows:
        labels = styled_lines(fonts, label, CELL_SOFT, width * 0.55)
        used = max((r.line.advance * CELL_SOFT.size for r in labels), default=0.0)
        left = used + _GAP
        values = styled_lines(fonts, value, VALUE, width - left)
        if len(values) > 2:
            left = max(left, width * 0.4)
            values = styled_lines(fonts, value, CELL, width - left)
        else:
            values = [replace(row, style=VALUE.at_right()) for row in values]
        tags = _row_tags(table, "TH", "TD")
        cells = _Cells([labels, values], [(0, used), (left, width - left)], tags, width)
        slices += cells.slices()
    return _together(slices)


def table_slices(fonts: Fonts, table: Table, width: float, parent: Tag) -> list[Slice]:
    """A table's rows; each carries the headers for the case that it begins a page."""
    tag = parent.add("Table")
    count = max([len(table.headers), *map(len, table.rows)], default=0)
    styles = [CELL, *[CELL_SOFT] * (count - 1)]
    places = _places(_shares(fonts, table, styles, width), count, width)
    header: Slice | None = None
    slices: list[Slice] = []
    if any(table.headers):
        tags = _row_tags(tag, *["TH"] * count)
        header = _row(fonts, table.headers, [HEADER] * count, table, places, tags, width)[0]
        slices.append(replace(header, hold=Hold.HARD))
    for cells in table.rows:
        tags = _row_tags(tag, *["TD"] * count)
        for piece in _row(fonts, cells, styles, table, places, tags, width):
            slices.append(replace(piece, header=header))
    return _together(slices)


def _together(slices: list[Slice]) -> list[Slice]:
    """A short table keeps together; of a long one, no row stands alone at its ends."""
    if height_of(slices) <= _TOGETHER:
        return held(slices, Hold.SOFT)
    first = min(3 if slices[0].hold is Hold.HARD else 2, len(slices) - 1)  # 3 with the headers
    last = max(first, len(slices) - 2)
    middle = slices[first:last]
    return [*held(slices[:first], Hold.SOFT), *middle, *held(slices[last:], Hold.SOFT)]


def _row(
    fonts: Fonts, cells: Sequence[str], styles: Sequence[Style], table: Table,
    places: Sequence[tuple[float, float]], tags: Sequence[Tag], width: float,
) -> list[Slice]:  # fmt: skip
    full = [*cells, *[""] * (len(places) - len(cells))]
    set_cells = [
        styled_lines(fonts, text, style.at_right() if i in table.numeric else style, places[i][1])
        for i, (text, style) in enumerate(zip(full, styles, strict=True))
    ]
    return _Cells(set_cells, places, tags, width).slices()


def _row_tags(table: Tag, *roles: str) -> list[Tag]:
    row = table.add("TR")
    return [row.add(role) for role in roles]


def _shares(fonts: Fonts, table: Table, styles: Sequence[Style], width: float) -> list[float]:
    """The columns' shares of the width. Where not every cell stands on one line in its share, the
    columns that need less than theirs leave the rest to the others.
    """
    count = len(styles)
    shares = [*table.widths, *[1.0] * count][:count]
    least = _LEAST_SHARE * width
    needed = [max(least, _needed(fonts, table, i, s, width)) for i, s in enumerate(styles)]
    settled: dict[int, float] = {}
    while len(settled) < count:
        left = width - _GAP * (count - 1) - sum(settled.values())
        whole = sum(share for i, share in enumerate(shares) if i not in settled)
        fair = {i: left * shares[i] / (whole or 1.0) for i in range(count) if i not in settled}
        content = {i: needed[i] for i, share in fair.items() if needed[i] <= share}
        if len(content) == count:
            break
        if not content:  # one may take a little from the others if it then needs no second line
            near = min(fair, key=lambda i: needed[i] / fair[i])
            if len(fair) < 2 or needed[near] > fair[near] * _A_LITTLE:
                break
            content = {near: needed[near]}
        settled |= content
    return [settled.get(i, fair.get(i, 0.0)) for i in range(count)]


def _needed(fonts: Fonts, table: Table, column: int, style: Style, width: float) -> float:
    """How wide a column would be with every cell on one line, as far as that matters."""
    widest = 0.0
    cells = [(row[column], style) for row in table.rows if column < len(row)]
    if column < len(table.headers):
        cells.append((table.headers[column], HEADER))
    for text, look in cells:
        lines = styled_lines(fonts, text[:_LONGEST], look, width)
        widest = max([widest, *(row.line.advance * look.size for row in lines)])
        if len(lines) > 1 or len(text) > _LONGEST:
            return width
    return widest + 0.5


def _places(shares: Sequence[float], count: int, width: float) -> list[tuple[float, float]]:
    """Each column's left edge and width."""
    given = [*shares, *[1.0] * count][:count]
    total = sum(given) or 1.0
    kept = [max(share / total, _LEAST_SHARE) for share in given]
    gap = min(_GAP, width / (3 * count)) if count else _GAP
    usable = width - gap * (count - 1)
    places: list[tuple[float, float]] = []
    left = 0.0
    for share in kept:
        column = usable * share / sum(kept)
        places.append((left, column))
        left += column + gap
    return places
