"""How the kinds of text in a document look: face, size, line height, colour; all in points."""

from dataclasses import dataclass, replace

from workbook.charts.palette import PRINT
from workbook.printing.type.fonts import Face

# Where Source Sans and Source Serif have the baseline in a line set solid, in em.
_ASCENT, _DESCENT = 0.984, 0.273


@dataclass(frozen=True, slots=True)
class Style:
    """One look of text."""

    face: Face
    size: float
    leading: float
    color: str = PRINT.ink
    right: bool = False  # at the right edge, as right-to-left paragraphs always are
    tracking: float = 0.0  # room added behind each letter, in em
    hyphens: bool = False  # whether words are parted where a line would stay short without

    @property
    def baseline(self) -> float:
        """How far the baseline lies under the top of a line."""
        return (self.leading - (_ASCENT + _DESCENT) * self.size) / 2 + _ASCENT * self.size

    def at_right(self) -> "Style":
        """The same look at the right edge."""
        return replace(self, right=True)

    def in_color(self, color: str) -> "Style":
        """The same look in another colour ("#rrggbb")."""
        return replace(self, color=color)


BODY = Style(Face.SANS, 10.5, 15.25, hyphens=True)
LEAD = Style(Face.SANS, 12, 18, PRINT.soft, hyphens=True)
SOFT = Style(Face.SANS, 10.5, 15.25, PRINT.soft, hyphens=True)
SMALL = Style(Face.SANS, 9.25, 13.25, PRINT.soft, hyphens=True)
LABEL = Style(Face.SANS_SEMIBOLD, 9.75, 14)
STRONG = Style(Face.SANS_SEMIBOLD, 10.5, 15.25)
TITLE = Style(Face.SERIF_SEMIBOLD, 28.5, 34)
PART = Style(Face.SERIF_SEMIBOLD, 20, 25)
SECTION = Style(Face.SERIF_SEMIBOLD, 13, 18)
QUESTION = Style(Face.SANS_SEMIBOLD, 10.5, 15.25)
KICKER = Style(Face.SANS, 9.25, 13, PRINT.soft, tracking=0.075)
QUOTE = Style(Face.SERIF_ITALIC, 17.25, 22.5)
CELL = Style(Face.SANS, 10, 14.25, hyphens=True)
CELL_SOFT = Style(Face.SANS, 10, 14.25, PRINT.soft, hyphens=True)
VALUE = Style(Face.SANS_BOLD, 10, 14.25)
HEADER = Style(Face.SANS_SEMIBOLD, 8.75, 12.5, PRINT.faint)
MARGINAL = Style(Face.SANS, 9.25, 13, PRINT.soft)

TEXT_STYLES = {"body": BODY, "lead": LEAD, "soft": SOFT, "small": SMALL, "label": LABEL}
