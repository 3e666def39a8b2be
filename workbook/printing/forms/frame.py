"""What stands around every page of a handout: its kind and number above, group and step below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit
from workbook.printing.pages.margins import EDGE, SIDE
from workbook.printing.pages.paragraphs import StyledLine, first_line, styled_lines
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Face
from workbook.printing.type.text import show

_RULE = 2.25
_UNDER_HEAD = 3.0  # from the head's words to the rule
_TOP = 17.0  # from the rule to the text
_ABOVE_FOOT = 12.0
_GAP = 14.0
_FOOT_SHARE = 0.64  # of the width, for what stands at the left of the foot
_MOST_LINES = 2  # of the foot


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one kind of sheet on paper of a size, in points."""

    kit: Kit
    size: tuple[float, float]
    kicker: str
    footer: str

    @property
    def top(self) -> float:
        """Where the text begins, from the bottom of the paper."""
        return self.size[1] - EDGE - self._head_height - _RULE - _TOP

    @property
    def text_height(self) -> float:
        """How high the text may be."""
        return self.top - EDGE - self._foot_height - _ABOVE_FOOT

    @property
    def _head_height(self) -> float:
        return self.kit.look.kicker.leading + _UNDER_HEAD

    @property
    def _foot_height(self) -> float:
        # A step's title may need as many lines as the group's name.
        lines = 1 if len(self._foot_rows(self.footer, self._foot_width)) < 2 else _MOST_LINES
        return lines * self.kit.look.marginal.leading

    @property
    def _foot_width(self) -> float:
        return self.kit.width * _FOOT_SHARE

    def _foot_rows(
        self, words: str, width: float, *, right: bool = False, most: int = _MOST_LINES
    ) -> list[StyledLine]:
        """Words of the foot in as few lines as they need, the last one cut if those are many."""
        look = self.kit.look.marginal.at_right() if right else self.kit.look.marginal
        found = styled_lines(self.kit.fonts, words, look, width)
        if len(found) <= most:
            return found
        last = " ".join(row.line.text for row in found[most - 1 :])
        cut = first_line(self.kit.fonts, last, look, width)
        return [*found[: most - 1], *([cut] if cut else [])]

    def draw(self, sheet: Sheet, number: int, count: int, titles: Sequence[str]) -> None:
        """Head and foot of one page; `titles` are what its steps are called."""
        with sheet.decoration():
            self._head(sheet, f"{number} / {count}")
            self._foot(sheet, " · ".join(titles))

    def _head(self, sheet: Sheet, numbers: str) -> None:
        kit, y = self.kit, self.size[1] - EDGE
        right = first_line(kit.fonts, numbers, kit.look.marginal.at_right(), kit.width / 3)
        left = self._kicker()
        for row in (left, right):
            if row is not None:
                row.draw(sheet, SIDE, y, kit.width)
        half = kit.width / 2
        for color, x in ((PRINT.inside, SIDE), (PRINT.outside, SIDE + half)):
            sheet.ink(color)
            sheet.rect(x, y - self._head_height - _RULE, half, _RULE, stroke=0, fill=1)

    def _kicker(self) -> StyledLine | None:
        kicker = clean(self.kicker).upper()
        return first_line(self.kit.fonts, kicker, self.kit.look.kicker, self.kit.width * 0.6)

    def _foot(self, sheet: Sheet, titles: str) -> None:
        kit = self.kit
        most = round(self._foot_height / kit.look.marginal.leading)
        left = self._foot_rows(self.footer, self._foot_width)
        # The titles have what the group's name leaves, but no line under the margin.
        used = max((r.line.advance * r.style.size * r.line.scale for r in left), default=0.0)
        right = self._foot_rows(titles, kit.width - used - _GAP, right=True, most=most)
        for found, width in ((left, self._foot_width), (right, kit.width)):
            y = EDGE + self._foot_height
            for row in found:
                row.draw(sheet, SIDE, y, width)
                y -= row.height

    def name(self, words: str, count: int) -> str:
        """The page's operators that show whom a page is for, left of the widest of its numbers."""
        kit = self.kit
        look = kit.look.marginal
        style = replace(look, face=Face.SANS_SEMIBOLD, color=PRINT.ink)
        kicker = self._kicker()
        used = kicker.line.advance * kit.look.kicker.size if kicker else 0.0
        numbers = kit.fonts.width(f"{count} / {count}", look.face, look.size)
        row = first_line(kit.fonts, words, style, kit.width - used - numbers - 2 * _GAP)
        if row is None:
            return ""
        x = SIDE + kit.width - numbers - _GAP - row.line.advance * style.size * row.line.scale
        red, green, blue = (int(style.color[at : at + 2], 16) / 255 for at in (1, 3, 5))
        y = self.size[1] - EDGE - row.baseline
        return f"{red:.3f} {green:.3f} {blue:.3f} rg\n{show(row.line, x, y, style.size)}"
