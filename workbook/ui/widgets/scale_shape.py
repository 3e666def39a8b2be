"""Where the parts of a scale stand within a width."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel

from workbook.catalogue import tr
from workbook.model.guide import ScaleQuestion, Side
from workbook.ui.theme import Theme
from workbook.ui.widgets.scale_mark import ScaleMark

# Heights of the middles of what stands on and around the line, from the top, before enlarging.
LABELS, LINE, NUMBERS, ENDS_BESIDE, ENDS_BELOW = 12, 35, 56, 74, 80
_COLUMN = 150  # where the line begins when the prompt stands before it
_RADIUS, _SMALL = 11, 8  # of a mark alone on its value; of one that waits or shares it


@dataclass(frozen=True, slots=True)
class ScaleShape:
    """The places of a scale's parts, in pixels from its top left, for marks as they are now.

    The prompt stands before the line, so that scales above each other begin at the same place;
    above it where the ends are two sides of a contrast, or where it is narrow.
    """

    question: ScaleQuestion
    theme: Theme
    prompt: QLabel
    marks: Sequence[ScaleMark]
    width: int

    @property
    def contrast(self) -> bool:
        """Whether the ends are what the question is about; else they only explain."""
        return Side.NEITHER not in (self.question.low_side, self.question.high_side)

    @property
    def beside(self) -> bool:
        """Whether the prompt stands before the line."""
        return not self.contrast and self.width >= self.theme.px(_COLUMN + 230)

    @property
    def waiting(self) -> list[ScaleMark]:
        """The marks that are not placed yet."""
        return [mark for mark in self.marks if mark.placed() is None]

    @property
    def ends(self) -> tuple[float, float]:
        """Where the line begins and ends."""
        pad = self.theme.px(_RADIUS + 3)
        left = self.theme.px(_COLUMN) if self.beside else pad
        return float(left), float(self.width - pad)

    def top(self) -> int:
        """How far the prompt moves all else down."""
        px = self.theme.px
        if self.beside:
            return max(0, self._prompt_height(px(_COLUMN - 12)) - px(LINE + 10))
        return self._prompt_height(self.width) + px(8)

    def y(self, middle: int) -> float:
        """How far from the top a middle is that is named above."""
        return self.top() + self.theme.px(middle)

    def height(self) -> int:
        """The height of it all."""
        named = bool(self.question.low_label or self.question.high_label)
        rows = 76
        if self.beside:
            rows = 90 if named else 76
        elif self._wait_below():
            rows = 118
        elif named or self.waiting:
            rows = 94
        return self.top() + self.theme.px(rows)

    def prompt_box(self) -> QRect:
        """Where the prompt stands: in the middle of the line, higher where marks wait under it."""
        px = self.theme.px
        if not self.beside:
            return QRect(0, 0, self.width, self._prompt_height(self.width))
        column = px(_COLUMN - 12)
        tall = self._prompt_height(column)
        top = self.y(LINE) - tall / 2
        if self.waiting:
            top = min(top, self.y(LINE) + px(10) - tall)
        return QRect(0, max(0, round(top)), column, tall)

    def x_of(self, value: float) -> float:
        """Where a value stands on the line."""
        left, right = self.ends
        span = max(self.question.high - self.question.low, 1)
        return left + (right - left) * (value - self.question.low) / span

    def value_at(self, x: float) -> int:
        """The value nearest to a place on the line, the end where it lies beyond."""
        left, right = self.ends
        low, high = self.question.low, self.question.high
        share = (x - left) / max(right - left, 1)
        return min(max(round(low + share * (high - low)), low), high)

    def centre(self, mark: ScaleMark) -> QPointF:
        """The middle of a mark; marks on one value stand above each other."""
        value = mark.placed()
        if value is None:
            return self._waiting_places()[mark]
        same = [other for other in self.marks if other.placed() == value]
        offset = (same.index(mark) - (len(same) - 1) / 2) * self.theme.px(15)
        return QPointF(self.x_of(value), self.y(LINE) + offset)

    def radius(self, mark: ScaleMark) -> float:
        """How large a mark is drawn."""
        value = mark.placed()
        alone = [other.placed() for other in self.marks].count(value) == 1
        return self.theme.px(_RADIUS if alone and value is not None else _SMALL)

    def box(self, mark: ScaleMark) -> QRectF:
        """All of a mark with its focus, and its words while it waits."""
        r = self.radius(mark) + self.theme.px(4)
        centre = self.centre(mark)
        words = self.asking_width(mark) + self.theme.px(8) if mark.placed() is None else 0
        return QRectF(centre.x() - r, centre.y() - r, 2 * r + words, 2 * r)

    def asking_width(self, mark: ScaleMark) -> float:
        """The width of the words beside a mark that waits."""
        return QFontMetricsF(self.theme.font(12, bold=True)).horizontalAdvance(asking(mark))

    def ends_font(self) -> QFont:
        """The font of the words at the two ends."""
        return self.theme.font(13, bold=True) if self.contrast else self.theme.font(12)

    def _waiting_places(self) -> dict[ScaleMark, QPointF]:
        px, places = self.theme.px, {}
        x, y = float(px(13)), self.y(63 if self.beside else ENDS_BELOW)
        if self._wait_below():
            y += px(24)
        elif not self.beside and self.question.low_label:
            x += self._end_width(self.question.low_label) + px(24)
        for mark in self.waiting:
            places[mark] = QPointF(x, y)
            x += self.asking_width(mark) + px(35)
        return places

    def _wait_below(self) -> bool:
        """Whether the marks that wait find no room between the names of the ends."""
        if self.beside or not self.waiting:
            return False
        px = self.theme.px
        ends = (self.question.low_label, self.question.high_label)
        words = sum(self._end_width(text) for text in ends)
        return (
            words + sum(self.asking_width(m) + px(35) for m in self.waiting) + px(48) > self.width
        )

    def _end_width(self, text: str) -> float:
        return QFontMetricsF(self.ends_font()).horizontalAdvance(text)

    def _prompt_height(self, width: int) -> int:
        return max(self.prompt.heightForWidth(width), self.prompt.sizeHint().height())


def asking(mark: ScaleMark) -> str:
    """What stands beside a mark that waits."""
    # Translators: beside a mark that was not placed yet.
    return tr("{mark} ?").format(mark=mark.mark.label)
