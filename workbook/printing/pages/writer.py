"""Draws a whole document: text on pages, heads and feet around it, and what the file says of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from workbook.charts.palette import PRINT
from workbook.documents.blocks import Block, Chart, Columns, Document, PageBreak
from workbook.printing.pages.flow import Flow
from workbook.printing.pages.paragraphs import StyledLine, first_line, line_slices, styled_lines
from workbook.printing.pages.slices import Placed, Slice, after, fill, height_of, nearer, smaller
from workbook.printing.pages.style import KICKER, LEAD, MARGINAL, TITLE
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Fonts

MARGIN = 45.0  # points, 15.9 mm: at the sides
_MARGIN = 43.0  # points, 15.2 mm: above the head and below the foot
_HEAD = 16.0  # from the margin to the line under the head
_FIRST_TOP = 32.0  # from the margin to the text, on the first page
_TOP = 31.0  # on every other one
_BOTTOM = 22.0  # from the text down to the margin; the foot stands in it
_RULE = 2.25
# How the first page is made to fit: how high charts are, how much room there is between blocks,
# and how large all of it is; the smallest is for names and texts in the widest letters.
_FITS = (
    (1.0, 1.0, 1.0), (0.93, 1.0, 1.0), (0.93, 0.85, 1.0), (0.86, 0.8, 1.0), (0.79, 0.75, 1.0),
    (0.78, 0.62, 1.0), *((0.79, 0.7, 1.0 - step / 20) for step in range(1, 11)),
)  # fmt: skip
_SPARE = 8.0  # left free at the foot of the first page
# The room between blocks on the other pages, of the usual; which of them fills pages best is used.
_SPACES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 1.04, 1.08, 1.12)
_CHARTS = (1.0, 0.88, 0.78)  # how high charts on them are, of the usual, tried likewise
_MANY = 3000  # lines and rows
_LEAST_ON_LAST = 0.2  # of a page; with less on it the last one looks forgotten


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document as the bytes of a PDF file."""

    data: bytes | bytearray
    pages: int
    undrawable: tuple[str, ...]


def draw_document(
    document: Document,
    size: tuple[float, float],
    progress: Callable[[int, int], None],
    tick: Callable[[], None],
) -> Drawn:
    """A document on as many pages as it needs, in fonts for its language.

    Args:
        document: what to write.
        size: of a page, in points.
        progress: hears of each finished page.
        tick: is called often and may raise to stop.
    """
    fonts = Fonts(tick=tick, language=document.language)
    return Writer(document, size, fonts, progress, tick).draw()


class Writer:
    """Draws one document on paper of one size."""

    def __init__(
        self,
        document: Document,
        size: tuple[float, float],
        fonts: Fonts,
        progress: Callable[[int, int], None],
        tick: Callable[[], None],
    ) -> None:
        """`size` in points. `progress` hears of each finished page; `tick` is called often and
        may raise to stop.
        """
        self._document = document
        self._size = size
        self._fonts = fonts
        self._progress = progress
        self._tick = tick
        self._width = size[0] - 2 * MARGIN
        self._target = BytesIO()
        self._sheet = Sheet(self._target, size, fonts, lang=plain(document.language) or None)
        self._level = 0  # of the last bookmark
        self._bookmarks = 0

    def draw(self) -> Drawn:
        """The finished file."""
        self._describe()
        pages = self._pages()
        for number, page in enumerate(pages):
            self._progress(number, len(pages))
            self._draw_page(page, number, len(pages))
        self._sheet.save()
        self._progress(len(pages), len(pages))
        return Drawn(self._target.getvalue(), len(pages), self._fonts.undrawable)

    def _text_height(self, page: int) -> float:
        top = _TOP if page else _FIRST_TOP
        return self._size[1] - 2 * _MARGIN - top - _BOTTOM

    def _pages(self) -> list[list[Placed]]:
        """The slices on pages, with charts as high, and as much room between all of it, as fills
        the pages best.
        """
        blocks = self._document.blocks
        breaks = [i for i, block in enumerate(blocks) if isinstance(block, PageBreak)]
        opening = breaks[0] if breaks else 0
        first, content = self._opening(blocks[:opening]), self._sheet.root.content
        begun = len(content)
        best, least, parts = [], float("inf"), content[begun:]
        drawn = any(isinstance(block, Chart | Columns) for block in blocks[opening:])
        for charts in _CHARTS if opening and drawn else (1.0,):
            del content[begun:]
            rest = self._flow(charts).slices(blocks[opening:], self._width, self._sheet.root)
            if len(first) + len(rest) > _MANY:  # long texts fill pages by themselves
                return fill([*first, *rest], self._text_height)
            for space in _SPACES:
                found = fill([*first, *nearer(rest, space)], self._text_height)
                waste = self._waste(found) + abs(1 - space) / 3 + (1 - charts) / 3
                if waste < least:
                    best, least, parts = found, waste, content[begun:]
        content[begun:] = parts
        return best

    def _waste(self, pages: Sequence[Sequence[Placed]]) -> float:
        """How much of pages is left empty; large holes weigh most, and so does a short last page.
        Of the first page nothing counts, as it is what it is.
        """
        empty = [1 - _used(page) / self._text_height(i) for i, page in enumerate(pages)]
        holes = sum(share * share for share in empty[1:-1])
        short = len(pages) > 1 and empty[-1] > 1 - _LEAST_ON_LAST
        return round(len(pages) + holes + (1.5 if short else 0.0), 2)

    def _opening(self, blocks: Sequence[Block]) -> list[Slice]:
        """The title, and what stands before the first page break. Where that is more than a page,
        charts get lower, then everything smaller, until it is one; if even that does not help, it
        flows over pages like all else.
        """
        if blocks:
            for charts, between, scale in _FITS:
                found = self._first(blocks, charts, between, scale)
                if height_of(found) <= self._text_height(0) - _SPARE:
                    return found
        return self._first(blocks, 1.0, 1.0, 1.0)

    def _first(
        self, blocks: Sequence[Block], charts: float, between: float, scale: float
    ) -> list[Slice]:
        root, width = self._sheet.root, self._width / scale
        root.content.clear()
        found = self._head_of_all(width)
        found += nearer(self._flow(charts).slices(blocks, width, root), between)
        return smaller(found, scale) if scale < 1 else found

    def _head_of_all(self, width: float) -> list[Slice]:
        root = self._sheet.root
        title = styled_lines(self._fonts, self._document.title, TITLE, width)
        lead = styled_lines(self._fonts, self._document.subtitle, LEAD, width)
        found = line_slices(title, width, root.add("Title"))
        return found + after(line_slices(lead, width, root.add("P")), 3.0)

    def _flow(self, chart_scale: float = 1.0) -> Flow:
        height = min(self._text_height(0), self._text_height(1))
        return Flow(self._fonts, height, self._bookmark, self._tick, chart_scale)

    def _describe(self) -> None:
        """What a reader shows beside the pages: title, author, language, bookmarks, date."""
        document, sheet = self._document, self._sheet
        sheet.setTitle(plain(document.title))
        sheet.setAuthor(plain(document.author))
        sheet.setSubject(plain(document.subject))
        sheet.setCreator(plain(document.kicker))
        sheet.set_created(datetime.fromisoformat(document.created))
        sheet.setViewerPreference("DisplayDocTitle", "true")
        sheet.showOutline()

    def _bookmark(self, sheet: Sheet, words: str, level: int, y: float) -> None:
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        # A bookmark can only stand one level under the last.
        self._level = min(level, self._level + 1)
        sheet.bookmarkHorizontal(key, 0, y + 6)
        sheet.addOutlineEntry(plain(words), key, self._level - 1, closed=False)

    def _draw_page(self, page: list[Placed], number: int, count: int) -> None:
        sheet = self._sheet
        top = self._size[1] - _MARGIN
        with sheet.decoration():
            if number:
                self._head(self._document.title, plain_line=True)
            else:
                self._head(clean(self._document.kicker).upper(), plain_line=False)
        top -= _TOP if number else _FIRST_TOP
        for placed in page:
            self._tick()
            placed.slice.draw(sheet, MARGIN, top - placed.top)
        with sheet.decoration():
            self._foot(f"{number + 1} / {count}")
        if count == 1 and not self._bookmarks:
            self._bookmark(sheet, self._document.title, 1, top)
        sheet.showPage()

    def _head(self, words: str, *, plain_line: bool) -> None:
        sheet, top = self._sheet, self._size[1] - _MARGIN
        date = first_line(self._fonts, self._document.date, MARGINAL.at_right(), self._width / 2)
        taken = date.line.advance * MARGINAL.size + 18 if date else 0.0
        style = MARGINAL if plain_line else KICKER
        left = first_line(self._fonts, words, style, self._width - taken)
        self._both(left, date, top)
        y = top - _HEAD - _RULE
        if plain_line:
            sheet.ink(PRINT.line)
            sheet.rect(MARGIN, y + _RULE, self._width, 0.6, stroke=0, fill=1)
            return
        half = self._width / 2
        for color, x in ((PRINT.inside, MARGIN), (PRINT.outside, MARGIN + half)):
            sheet.ink(color)
            sheet.rect(x, y, half, _RULE, stroke=0, fill=1)

    def _foot(self, numbers: str) -> None:
        y = _MARGIN + MARGINAL.leading
        right = first_line(self._fonts, numbers, MARGINAL.at_right(), self._width / 2)
        taken = right.line.advance * MARGINAL.size + 18 if right else 0.0
        left = first_line(self._fonts, self._document.footer, MARGINAL, self._width - taken)
        self._both(left, right, y)

    def _both(self, left: StyledLine | None, right: StyledLine | None, y: float) -> None:
        for row in (left, right):
            if row is not None:
                row.draw(self._sheet, MARGIN, y, self._width)


def _used(page: Sequence[Placed]) -> float:
    """How far down a page its text goes."""
    return max((placed.top + placed.slice.height for placed in page), default=0.0)
