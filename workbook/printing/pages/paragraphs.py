"""Paragraphs as slices: their lines, who holds on to whom, and the boxes some of them stand in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbook.printing.pages.slices import Hold, Slice
from workbook.printing.pages.style import Style
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag
from workbook.printing.type.text import Line, break_lines, show

_MOST_IN_A_LINE = 400  # characters, more than any line holds


@dataclass(frozen=True, slots=True)
class StyledLine:
    """A line of a style: its height, and where its baseline lies under its top."""

    line: Line
    style: Style
    height: float
    baseline: float

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Shows the line between x and x + width, its top at y."""
        style = self.style
        advance = self.line.advance * style.size * self.line.scale
        if style.right or self.line.right_to_left:
            x += width - advance
        sheet.ink(style.color)
        sheet.addLiteral(show(self.line, x, y - self.baseline, style.size))


def styled_lines(fonts: Fonts, text: str, style: Style, width: float) -> list[StyledLine]:
    """A text in lines no wider than `width` points; higher ones where its ink needs it."""
    found: list[StyledLine] = []
    space = width / style.size
    for line in break_lines(fonts, text, style.face, space, style.tracking, hyphens=style.hyphens):
        size = style.size * line.scale
        above = max(style.baseline, line.above * size)
        below = max(style.leading - style.baseline, -line.below * size)
        found.append(StyledLine(line, style, above + below, above))
    return found


def first_line(fonts: Fonts, text: str, style: Style, width: float) -> StyledLine | None:
    """As much of a text as one line holds, with an ellipsis where more follows."""
    shorter = text = text[:_MOST_IN_A_LINE]
    found = styled_lines(fonts, text, style, width)
    while len(found) > 1:
        shorter = found[0].line.text if shorter == text else shorter[:-1]
        found = styled_lines(fonts, shorter.rstrip(" -") + "…", style, width)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Box:
    """What lines stand in: room at the left and right, a ground and a bar at the left edge."""

    left: float = 0.0
    right: float = 0.0
    ground: str = ""
    bar: str = ""
    bar_width: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
        """Draws ground and bar from y down."""
        if not (self.ground or self.bar):
            return
        with sheet.decoration():
            if self.ground:
                sheet.ink(self.ground)
                sheet.rect(x, y - height, width, height, stroke=0, fill=1)
            if self.bar:
                sheet.ink(self.bar)
                sheet.rect(x, y - height, self.bar_width, height, stroke=0, fill=1)


NO_BOX = Box()
# The grounds of neighbouring lines overlap a little: viewers show hairlines between them else.
_OVERLAP = 0.4


def line_slices(
    lines: Sequence[StyledLine], width: float, tag: Tag, box: Box = NO_BOX, *, more: bool = False
) -> list[Slice]:
    """Each line a slice; the first two and the last two hold together. `more` says that the box
    goes on below the last.
    """
    last = len(lines) - 1
    return [
        Slice(
            row.height,
            _line_drawer(row, width, tag, box, joined=more or i < last),
            hold=Hold.HARD if last and i in (0, last - 1) else Hold.FREE,
        )
        for i, row in enumerate(lines)
    ]


def _line_drawer(
    row: StyledLine, width: float, tag: Tag, box: Box, *, joined: bool
) -> Callable[[Sheet, float, float], None]:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        box.draw(sheet, x, y, width, row.height + (_OVERLAP if joined else 0.0))
        with sheet.tagged(tag):
            row.draw(sheet, x + box.left, y, width - box.left - box.right)

    return draw


def space(height: float, width: float, box: Box, *, joined: bool = False) -> Slice:
    """An empty strip of a box, holding on to what follows if `joined`."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        box.draw(sheet, x, y, width, height + (_OVERLAP if joined else 0.0))

    return Slice(height, draw, hold=Hold.HARD if joined else Hold.FREE)
