"""What a poster is drawn on: a sheet as large as A3 to whoever draws, whatever the paper is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbook.charts.palette import PRINT
from workbook.model.paper import Paper
from workbook.printing.pages.largest import balanced, height_of, largest, sized
from workbook.printing.pages.margins import EDGE, SIDE
from workbook.printing.pages.paragraphs import StyledLine, first_line
from workbook.printing.pages.style import Style
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.tags import Tag

Align = Literal["start", "left", "middle", "right"]  # start: where the text's direction begins
_FULL = Paper.A3.size
_MARGIN = 58.0
_RULE = 5.0
_KICKER = Style(Face.SANS, 13.5, 17, PRINT.soft, tracking=0.075)
_MARGINAL = Style(Face.SANS, 13.5, 17, PRINT.soft)
_GAP = 20.0


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """A page in points of A3: type, lines and margins are as much smaller as the paper is."""

    sheet: Sheet
    fonts: Fonts
    size: tuple[float, float]  # of the paper, in points

    @property
    def scale(self) -> float:
        """How large a point of A3 is on this paper."""
        return min(self.size[0] / _FULL[0], self.size[1] / _FULL[1])

    @property
    def left(self) -> float:
        """Where the text begins, from the left."""
        return max(_MARGIN, SIDE / self.scale)

    @property
    def width(self) -> float:
        """How wide the text may be."""
        return self.size[0] / self.scale - 2 * self.left

    @property
    def top(self) -> float:
        """Where the head begins, from the bottom."""
        return self.size[1] / self.scale - max(_MARGIN, EDGE / self.scale)

    @property
    def bottom(self) -> float:
        """Where the foot ends, from the bottom."""
        return max(_MARGIN, EDGE / self.scale)

    def begin(self) -> None:
        """Makes a point as large as it is here; `end` makes it a point again."""
        self.sheet.saveState()
        self.sheet.scale(self.scale, self.scale)

    def end(self) -> None:
        """Ends the page."""
        self.sheet.restoreState()
        self.sheet.showPage()

    def fit(
        self, text: str, style: Style, least: float, width: float, height: float
    ) -> list[StyledLine]:
        """A text in the largest type that stands in the room, from the style's down to `least`,
        its lines about equally long; smaller still where even that is too large.
        """
        if not text:
            return []
        found = largest(self.fonts, text, style, least, width, height)
        if found and height_of(found) > height:
            small = least * height / height_of(found)
            found = largest(self.fonts, text, style, small, width, height)
        return balanced(self.fonts, text, found[0].style, width) if found else []

    def lines(
        self, found: Sequence[StyledLine], x: float, y: float, width: float, tag: Tag,
        align: Align = "start",
    ) -> float:  # fmt: skip
        """Draws lines from y down; returns how high they stand."""
        top = y
        for row in found:
            advance = row.line.advance * row.style.size * row.line.scale
            free = width - advance
            shift = {"start": 0.0, "left": 0.0, "middle": free / 2, "right": free}[align]
            own = width if align == "start" else advance
            with self.sheet.tagged(tag):
                row.draw(self.sheet, x + shift, top, own)
            top -= row.height
        return y - top

    def head(self, kicker: str, right: str) -> float:
        """Small words over the rule in two colours; returns where the room below it begins."""
        style = _MARGINAL
        share = (self.width - _GAP) / 2
        with self.sheet.decoration():
            left = first_line(self.fonts, clean(kicker).upper(), _KICKER, share)
            beside = first_line(self.fonts, right, style.at_right(), share)
            for row, x in ((left, self.left), (beside, self.left + self.width - share)):
                if row is not None:
                    row.draw(self.sheet, x, self.top, share)
            y = self.top - 17 - 7
            half = self.width / 2
            for color, x in ((PRINT.inside, self.left), (PRINT.outside, self.left + half)):
                self.sheet.ink(color)
                self.sheet.rect(x, y - _RULE, half, _RULE, stroke=0, fill=1)
        return y - _RULE

    def at_foot(self, words: str, size: float = _MARGINAL.size) -> list[StyledLine]:
        """Small words for the foot, which are drawn, and read, last."""
        style = sized(_MARGINAL, size)
        return self.fit(words, style, 6, self.width, 3 * style.leading)

    def above(self, foot: Sequence[StyledLine]) -> float:
        """How far up the room above the foot begins."""
        return self.bottom + height_of(foot)

    def foot(self, foot: Sequence[StyledLine], tag: Tag) -> None:
        """Draws the words of the foot."""
        self.lines(foot, self.left, self.above(foot), self.width, tag.add("P"))
