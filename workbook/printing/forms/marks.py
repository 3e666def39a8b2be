"""What is marked by hand: circles with numbers in them, boxes, lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.charts.palette import PRINT
from workbook.printing.forms.sizes import Look
from workbook.printing.pages.beside import side_by_side
from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.slices import Hold, Slice
from workbook.printing.pages.style import Style
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag
from workbook.printing.type.text import Line, one_line, show

EDGE = 0.9  # how thick circles and boxes are drawn
RULE = 0.6  # and lines to write on
_LEAST_GAP = 2.8  # between circles
_MOST_PITCH = 66.0  # from one circle to the next
_DIGITS_HALF = 0.325  # of their size: figures are drawn this far under their middle
_CAPITALS_HALF = 0.33


def writing_line(width: float, height: float) -> Slice:
    """Room for one line of handwriting, the line at its foot."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            rule(sheet, x, y - height, width)

    return Slice(height, draw)


def rule(sheet: Sheet, x: float, y: float, width: float) -> None:
    """A line to write on; grey enough to be left behind by ink, dark enough for a copier."""
    sheet.setStrokeColor(PRINT.edge)
    sheet.setLineWidth(RULE)
    sheet.line(x, y, x + width, y)


def ring(sheet: Sheet, x: float, y: float, diameter: float, *, white: bool = False) -> None:
    """A circle around x, y; `white` hides what is under it."""
    sheet.setStrokeColor(PRINT.soft)
    sheet.setLineWidth(EDGE)
    if white:
        sheet.ink(PRINT.paper)
    sheet.circle(x, y, diameter / 2, stroke=1, fill=int(white))


def square(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A box with its lower left at x, y."""
    sheet.setStrokeColor(PRINT.soft)
    sheet.setLineWidth(EDGE)
    sheet.rect(x, y, size, size, stroke=1, fill=0)


@dataclass(frozen=True, slots=True)
class Circles:
    """Numbers in circles, in one row or, where they do not stand in one, in several."""

    digits: tuple[Line, ...]
    look: Look
    pitch: float
    in_row: int
    centred: float  # the middle of the first, from the left

    @property
    def height(self) -> float:
        """Of all rows."""
        count = -(-len(self.digits) // self.in_row)
        return count * self.look.circle + (count - 1) * _LEAST_GAP

    def draw(self, sheet: Sheet, x: float, y: float, tag: Tag) -> None:
        """Draws them from x, their top at y."""
        size, radius = self.look.circle, self.look.circle / 2
        places = [
            (
                x + self.centred + (i % self.in_row) * self.pitch,
                y - radius - (i // self.in_row) * (size + _LEAST_GAP),
            )
            for i in range(len(self.digits))
        ]
        with sheet.decoration():
            for across, up in places:
                ring(sheet, across, up, size)
        style = self.look.digit
        with sheet.tagged(tag):
            sheet.ink(style.color)
            for digit, (across, up) in zip(self.digits, places, strict=True):
                left = across - digit.advance * style.size / 2
                sheet.addLiteral(show(digit, left, up - _DIGITS_HALF * style.size, style.size))


def circles(fonts: Fonts, look: Look, numbers: Sequence[str], width: float, pitch: float = 0.0
            ) -> Circles:  # fmt: skip
    """Circles over the width, or `pitch` points from one to the next."""
    digits = tuple(one_line(fonts, number, look.digit.face) for number in numbers)
    fitting = max(1, int((width + _LEAST_GAP) // (look.circle + _LEAST_GAP)))
    in_row = min(len(digits), fitting)
    spread = (width - look.circle) / max(in_row - 1, 1)
    return Circles(digits, look, min(pitch or _MOST_PITCH, spread), in_row, look.circle / 2)


@dataclass(frozen=True, slots=True)
class BoxedWords:
    """Words behind a box or, without one, just words; how wide it all is."""

    rows: tuple[StyledLine, ...]
    boxed: bool
    width: float

    @property
    def height(self) -> float:
        """Of its lines."""
        return sum(row.height for row in self.rows)


def boxed_words(
    fonts: Fonts, look: Look, words: str, style: Style, width: float, *, boxed: bool
) -> BoxedWords:
    """Words in a width, a box before them where `boxed`."""
    indent = box_indent(look) if boxed else 0.0
    found = tuple(styled_lines(fonts, words, style, width - indent))
    widest = max((row.line.advance * row.style.size * row.line.scale for row in found), default=0.0)
    return BoxedWords(found, boxed, widest + indent)


def box_indent(look: Look) -> float:
    """How far the words behind a box stand from its left."""
    return look.box * 1.55


def draw_words(
    sheet: Sheet, look: Look, drawn: BoxedWords, x: float, y: float, width: float, tag: Tag
) -> None:
    """Draws words with their top at y; they are the tag's."""
    if drawn.boxed:
        width = min(width, drawn.width)  # right-to-left words, too, stand behind their box
        style, first = look.body, drawn.rows[0] if drawn.rows else None
        baseline = first.baseline if first else style.baseline
        middle = y - baseline + _CAPITALS_HALF * style.size
        with sheet.decoration():
            square(sheet, x, middle - look.box / 2, look.box)
    indent = box_indent(look) if drawn.boxed else 0.0
    for row in drawn.rows:
        with sheet.tagged(tag):
            row.draw(sheet, x + indent, y, width - indent)
        y -= row.height


def words_lines(look: Look, drawn: BoxedWords, width: float, tag: Tag) -> list[Slice]:
    """Words line by line; their box stands beside the first."""
    indent = box_indent(look) if drawn.boxed else 0.0
    within = min(width, drawn.width) if drawn.boxed else width
    return [
        _words_line(
            look, BoxedWords((row,), drawn.boxed and not at, drawn.width), indent, within, tag
        )
        for at, row in enumerate(drawn.rows)
    ]


def _words_line(look: Look, line: BoxedWords, indent: float, width: float, tag: Tag) -> Slice:
    left = 0.0 if line.boxed else indent

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_words(sheet, look, line, x + left, y, width - left, tag)

    return Slice(line.height, draw)


Placed = tuple[float, BoxedWords, float]  # from the left, what, how wide its place is


def words_slice(look: Look, placed: Sequence[Placed], tag: Tag) -> Slice:
    """Words beside each other as one slice, each a paragraph in the tag."""
    marked = [(left, each, width, tag.add("P")) for left, each, width in placed]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for left, each, width, own in marked:
            draw_words(sheet, look, each, x + left, y, width, own)

    height = max([each.height for _, each, _ in placed] + [look.box + 2 * EDGE])
    return Slice(
        height,
        draw,
        hold=Hold.HARD,
        lines=lambda: side_by_side(
            [(left, words_lines(look, each, width, own)) for left, each, width, own in marked]
        ),
    )
