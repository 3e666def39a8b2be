"""What every part of a sheet is set with: fonts, sizes, a width, and text in all of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbook.charts.palette import PRINT
from workbook.model.guide import Side
from workbook.printing.forms.marks import (
    RULE,
    BoxedWords,
    boxed_words,
    draw_words,
    rule,
    words_lines,
    writing_line,
)
from workbook.printing.forms.sizes import Look
from workbook.printing.pages.paragraphs import line_slices, styled_lines
from workbook.printing.pages.slices import Hold, Slice, smaller
from workbook.printing.pages.style import Style
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag

_MOST_HEADER = 0.3  # of a page, for what stands again over what goes on
_WORD_GAP = 0.6  # em, between words and the line behind them


@dataclass(frozen=True, slots=True)
class Kit:
    """Fonts and sizes of a sheet, and how wide its parts are, in points."""

    fonts: Fonts
    look: Look
    width: float

    def text(self, text: str, style: Style, tag: Tag, role: str = "P") -> list[Slice]:
        """A paragraph over the whole width; nothing for an empty one."""
        lines = styled_lines(self.fonts, text, style, self.width) if text else []
        return line_slices(lines, self.width, tag.add(role)) if lines else []

    def label(self, label: str, helping: str, tag: Tag, side: Side = Side.NEITHER) -> list[Slice]:
        """What is asked and the help under it, holding on to what follows."""
        found = self.text(label, self.look.label.in_color(PRINT.side(side)), tag)
        return holding_on(found + self.text(helping, self.look.small, tag))

    def line_behind(self, words: str, style: Style, tag: Tag, role: str = "P") -> Slice:
        """A line to write on behind a few words, as high as a line of handwriting."""
        said = self.boxed_words(words, style, self.width / 2)
        own = tag.add(role)
        height = max(self.look.pitch, said.height + self.look.near)
        left = said.width + (style.size * _WORD_GAP if words else 0.0)

        def draw(sheet: Sheet, x: float, y: float) -> None:
            draw_words(sheet, self.look, said, x, y - height + said.height, self.width / 2, own)
            with sheet.decoration():
                rule(sheet, x + left, y - height + RULE, self.width - left)

        def lines() -> list[Slice]:
            return [
                *holding_on(words_lines(self.look, said, self.width / 2, own)),
                writing_line(self.width, self.look.pitch),
            ]

        return Slice(height, draw, lines=lines)

    def boxed_words(
        self, words: str, style: Style, width: float, *, boxed: bool = False
    ) -> BoxedWords:
        """Words in a width, a box before them where `boxed`."""
        return boxed_words(self.fonts, self.look, words, style, width, boxed=boxed)


def holding_on(slices: Sequence[Slice]) -> list[Slice]:
    """The slices holding firmly together and on to whatever follows."""
    return [replace(piece, hold=Hold.HARD) for piece in slices]


def fitted(slices: Sequence[Slice], height: float) -> list[Slice]:
    """The slices, those that are higher than a page in lines, which flow on over several. Only a
    single line that is higher than a page gets smaller.
    """
    found: list[Slice] = []
    for each in slices:
        tall_header = each.header is not None and each.header.height > _MOST_HEADER * height
        piece = replace(each, header=None) if tall_header else each
        space = height - (piece.header.height + piece.before if piece.header else 0.0)
        found += [piece] if piece.height <= space else _in_lines(piece, space)
    return found


def _in_lines(piece: Slice, height: float) -> list[Slice]:
    """A slice's lines, the first where it stood, the last holding on as it did."""
    lines = piece.lines() if piece.lines is not None else [piece]
    lines = [
        replace(smaller([each], height / each.height)[0], header=piece.header)
        if each.height > height
        else replace(each, header=piece.header)
        for each in lines
    ]
    lines[0] = replace(lines[0], before=piece.before, new_page=piece.new_page)
    lines[-1] = replace(lines[-1], hold=piece.hold)
    return lines


def moved(piece: Slice, right: float) -> Slice:
    """The slice drawn so far to the right."""
    made = piece.lines

    def draw(sheet: Sheet, x: float, y: float) -> None:
        piece.draw(sheet, x + right, y)

    lines = None if made is None else lambda: [moved(each, right) for each in made()]
    return replace(piece, draw=draw, lines=lines)
