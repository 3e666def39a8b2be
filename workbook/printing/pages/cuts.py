"""Cut marks: where a sheet is cut into cards, and where each card lies on it."""

from dataclasses import dataclass

from workbook.charts.palette import PRINT
from workbook.printing.pages.margins import EDGE, SIDE
from workbook.printing.type.canvas import Sheet

_TICK = 11.0  # how long the firm ends of a cut are
_FIRM, _FINE = 0.8, 0.5
_DASHES = (2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Cards:
    """So many cards beside and over each other on paper of a size, in points; `padding` is kept
    free on both sides of a cut. The outer edges lie on the margins of the paper.
    """

    size: tuple[float, float]
    across: int
    down: int
    padding: float

    @property
    def count(self) -> int:
        """How many there are on a page."""
        return self.across * self.down

    @property
    def width(self) -> float:
        """Of what stands on a card."""
        free = self.size[0] - 2 * SIDE - 2 * self.padding * (self.across - 1)
        return free / self.across

    @property
    def height(self) -> float:
        """Of what stands on a card."""
        free = self.size[1] - 2 * EDGE - 2 * self.padding * (self.down - 1)
        return free / self.down

    def place(self, number: int) -> tuple[float, float]:
        """The upper left of what stands on a card; they are numbered from 0 in reading order."""
        row, column = divmod(number, self.across)
        left = SIDE + column * (self.width + 2 * self.padding)
        return left, self.size[1] - EDGE - row * (self.height + 2 * self.padding)

    def draw(self, sheet: Sheet) -> None:
        """The cuts: a dotted line over the whole page, firm at its ends."""
        right, top = self.size[0] - SIDE, self.size[1] - EDGE
        with sheet.decoration():
            for column in range(1, self.across):
                x = self.place(column)[0] - self.padding
                _cut(sheet, (x, EDGE), (x, top))
            for row in range(1, self.down):
                y = self.place(row * self.across)[1] + self.padding
                _cut(sheet, (SIDE, y), (right, y))


def _cut(sheet: Sheet, start: tuple[float, float], end: tuple[float, float]) -> None:
    sheet.saveState()
    sheet.setStrokeColor(PRINT.edge)
    sheet.setLineWidth(_FINE)
    sheet.setDash(list(_DASHES))
    sheet.line(*start, *end)
    sheet.setStrokeColor(PRINT.ink)
    sheet.setLineWidth(_FIRM)
    sheet.setDash()
    along = (_TICK, 0.0) if start[1] == end[1] else (0.0, _TICK)
    sheet.line(*start, start[0] + along[0], start[1] + along[1])
    sheet.line(*end, end[0] - along[0], end[1] - along[1])
    sheet.restoreState()
