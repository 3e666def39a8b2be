"""Turns the blocks of a document into slices of a width, ready to be put on pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbook.charts.palette import PRINT
from workbook.documents.blocks import (
    Banner,
    Block,
    Chart,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.model.guide import Side
from workbook.printing.pages.paragraphs import Box, line_slices, space, styled_lines
from workbook.printing.pages.slices import Hold, Slice, after, height_of, held
from workbook.printing.pages.style import (
    KICKER,
    PART,
    QUESTION,
    QUOTE,
    SECTION,
    SMALL,
    SOFT,
    STRONG,
    TEXT_STYLES,
    Style,
)
from workbook.printing.pages.tables import facts_slices, table_slices
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag

_COLUMN_GAP = 27.0
_HEADINGS = {1: (PART, "H1", 30.0), 2: (SECTION, "H2", 19.0), 3: (QUESTION, "H3", 14.0)}
# Room above a block, less where it belongs to the words right above it.
_ABOVE: dict[type[Block], float] = {Text: 7.0, Facts: 9.0, Table: 9.0, Chart: 10.0, Columns: 9.0}
_UNDER_HEADING = {1: 9.0, 2: 5.0, 3: 2.0}
_UNDER_LABEL = 1.5
_LABEL = 12.0  # room above a label
_COLOPHON = 24.0  # and above the small words that end a document
_RULE = (24.0, 2.0, 9.0)  # the mark at the beginning of a step: its size, and the room below it
_READING = Box(left=14.0, bar=PRINT.edge, bar_width=1.8)


class Flow:
    """Sets blocks. `page_height` is what fits on a page, `outline` takes the bookmarks."""

    def __init__(
        self,
        fonts: Fonts,
        page_height: float,
        outline: Callable[[Sheet, str, int, float], None],
        tick: Callable[[], None],
        chart_scale: float = 1.0,
        chart_more: float = 0.0,
    ) -> None:
        """`outline` is called with the sheet, the words, the level and the height on the page
        when a heading is drawn; `tick` often, and may raise to stop. `chart_scale` makes charts
        lower, but for `chart_more` points.
        """
        self._chart_scale = chart_scale
        self._chart_more = chart_more
        self._fonts = fonts
        self._page_height = page_height
        self._outline = outline
        self._tick = tick

    def slices(self, blocks: Sequence[Block], width: float, tag: Tag) -> list[Slice]:
        """The blocks under each other, `width` points wide, their parts added to the tag."""
        found: list[Slice] = []
        new_page = False
        last: Block | None = None
        for block in blocks:
            self._tick()
            if isinstance(block, PageBreak):
                new_page = True
                continue
            pieces = self._block(block, width, tag)
            if (above := _above(block, last)) is not None:
                pieces = after(pieces, above)
            last = block if pieces else last
            if pieces and new_page:
                pieces[0] = replace(pieces[0], new_page=True)
                new_page = False
            found += pieces
        return found

    def _block(self, block: Block, width: float, tag: Tag) -> list[Slice]:
        match block:
            case Heading():
                return self._heading(block, width, tag)
            case Text():
                style = TEXT_STYLES[block.style].in_color(_color(block))
                pieces = self._text(block.text, style, width, tag.add("P"))
                return _holding_on(pieces) if block.style == "label" else pieces
            case Banner():
                return self._banner(block, width, tag)
            case Facts():
                return facts_slices(self._fonts, block, width, tag)
            case Table():
                return table_slices(self._fonts, block, width, tag)
            case Reading():
                return self._reading(block, width, tag)
            case Chart():
                return [self._chart(block, width, tag)]
            case Columns():
                return self._columns(block, width, tag)
            case Together():
                pieces = held(self.slices(block.blocks, width, tag), Hold.SOFT)
                return _opening_more(pieces) if _ends_in_lead(block) else pieces
            case PageBreak():
                return []

    def _text(self, text: str, style: Style, width: float, tag: Tag) -> list[Slice]:
        return line_slices(styled_lines(self._fonts, text, style, width), width, tag)

    def _heading(self, heading: Heading, width: float, tag: Tag) -> list[Slice]:
        style, role, above = _HEADINGS[heading.level]
        kicker = clean(heading.kicker).upper()
        pieces = self._text(kicker, KICKER, width, tag.add("P")) if kicker else []
        words = self._text(heading.text, style, width, tag.add(role))
        if words and heading.level < 3:
            words[0] = self._bookmarked(words[0], heading)
        pieces += after(words, 2.0 if pieces else 0.0)
        if heading.level == 1:
            pieces = [_step_mark(), *pieces]
        return after(_holding_on(pieces), above)

    def _bookmarked(self, piece: Slice, heading: Heading) -> Slice:
        def draw(sheet: Sheet, x: float, y: float) -> None:
            self._outline(sheet, heading.text, heading.level, y)
            piece.draw(sheet, x, y)

        return replace(piece, draw=draw)

    def _banner(self, banner: Banner, width: float, tag: Tag) -> list[Slice]:
        tint = PRINT.inside_tint if banner.side is Side.INSIDE else PRINT.tint(banner.side)
        box = Box(19.5, 19.5, tint, PRINT.side(banner.side), 3.0)
        inner = width - box.left - box.right
        large = styled_lines(self._fonts, banner.text, QUOTE, inner)
        small = styled_lines(self._fonts, banner.small, SMALL, inner)
        pieces = [space(12.0, width, box, joined=True)]
        pieces += line_slices(large, width, tag.add("BlockQuote"), box, more=True)
        if small:
            pieces += _holding_on([space(4.0, width, box, joined=True)])
            pieces += line_slices(small, width, tag.add("P"), box, more=True)
        pieces[-1] = replace(pieces[-1], hold=Hold.HARD)
        pieces.append(space(12.5, width, box))
        return after(held(pieces, Hold.SOFT), 14.0)

    def _reading(self, reading: Reading, width: float, tag: Tag) -> list[Slice]:
        inner = width - _READING.left
        pieces = [space(2.0, width, _READING, joined=True)]
        lead = styled_lines(self._fonts, reading.lead, STRONG, inner)
        reason = styled_lines(self._fonts, reading.reason, SOFT, inner)
        part = tag.add("Note")
        pieces += line_slices(lead, width, part, _READING, more=True)
        if reason and lead:
            pieces = _holding_on(pieces)
        pieces += line_slices(reason, width, part, _READING, more=True)
        pieces[-1] = replace(pieces[-1], hold=Hold.HARD)
        pieces.append(space(2.0, width, _READING))
        return after(pieces, 11.0)

    def _chart(self, chart: Chart, width: float, tag: Tag) -> Slice:
        figure = tag.add("Figure", clean(chart.alt))
        lower = chart.height * self._chart_scale + self._chart_more
        height = min(lower, chart.height, self._page_height)

        def draw(sheet: Sheet, x: float, y: float) -> None:
            from workbook.printing.pages.charts import draw_chart  # the charts load matplotlib

            with sheet.tagged(figure):
                draw_chart(sheet, chart.spec, x, y - height, width, height)

        return Slice(height, draw)

    def _columns(self, columns: Columns, width: float, tag: Tag) -> list[Slice]:
        """Side by side as one slice; under each other where a page is too short for that."""
        usable = width - _COLUMN_GAP
        share = min(max(columns.share, 0.2), 0.8)
        parts = [tag.add("Div"), tag.add("Div")]
        left = self.slices(columns.left, usable * share, parts[0])
        right = self.slices(columns.right, usable * (1 - share), parts[1])
        if self._chart_scale < 1 and height_of(left) < height_of(right):
            # What stands beside the chart needs the room anyway.
            parts[0].content.clear()
            left = self._with_more(height_of(right) - height_of(left)).slices(
                columns.left, usable * share, parts[0]
            )
        height = max(height_of(left), height_of(right))
        if height > self._page_height:
            del tag.content[-2:]
            return self.slices([*columns.left, *columns.right], width, tag)

        def draw(sheet: Sheet, x: float, y: float) -> None:
            _draw_stack(left, sheet, x, y)
            _draw_stack(right, sheet, x + usable * share + _COLUMN_GAP, y)

        return [Slice(height, draw)] if left or right else []

    def _with_more(self, points: float) -> "Flow":
        return Flow(
            self._fonts, self._page_height, self._outline, self._tick, self._chart_scale, points
        )


def _above(block: Block, last: Block | None) -> float | None:
    """The room above a block; None where it knows by itself."""
    if isinstance(block, Together) and _is_small(block.blocks[:1]):
        return _COLOPHON
    if type(block) not in _ABOVE:
        return None
    if isinstance(block, Columns):
        for first in (*block.left[:1], *block.right[:1]):
            if isinstance(first, Heading):
                return _HEADINGS[first.level][2]
    if isinstance(last, Heading):
        return _UNDER_HEADING[last.level]
    if isinstance(block, Text) and block.style == "label":
        return _LABEL
    if isinstance(last, Text) and last.style == "label":
        return _UNDER_LABEL if isinstance(block, Text) else _UNDER_HEADING[2]
    return _ABOVE[type(block)]


def _ends_in_lead(block: Together) -> bool:
    """Whether it ends in the sentence that opens a step: alone at a foot it would be an orphan."""
    last = block.blocks[-1:]
    return any(isinstance(each, Text) and each.style == "lead" for each in last)


def _opening_more(pieces: list[Slice]) -> list[Slice]:
    return [*pieces[:-1], *(replace(piece, hold=Hold.SOFT) for piece in pieces[-1:])]


def _is_small(blocks: Sequence[Block]) -> bool:
    return all(isinstance(block, Text) and block.style == "small" for block in blocks)


def _step_mark() -> Slice:
    width, height, below = _RULE

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            sheet.ink(PRINT.ink)
            sheet.rect(x, y - height, width, height, stroke=0, fill=1)

    return Slice(height + below, draw)


def _draw_stack(slices: Sequence[Slice], sheet: Sheet, x: float, y: float) -> None:
    for i, piece in enumerate(slices):
        y -= piece.before if i else 0.0
        piece.draw(sheet, x, y)
        y -= piece.height


def _holding_on(slices: Sequence[Slice]) -> list[Slice]:
    """The slices holding firmly together and on to whatever follows."""
    return [replace(piece, hold=Hold.HARD) for piece in slices]


def _color(text: Text) -> str:
    return TEXT_STYLES[text.style].color if text.side is Side.NEITHER else PRINT.side(text.side)
