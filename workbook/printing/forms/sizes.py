"""How large everything is on a sheet that is filled in by hand; all in points."""

from dataclasses import dataclass, replace

from workbook.charts.palette import PRINT
from workbook.printing.pages.style import Style
from workbook.printing.type.fonts import Face

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Look:
    """One set of sizes. `pitch` is from one line to write on to the next, `circle` a diameter."""

    headline: Style
    section: Style
    lead: Style
    label: Style
    body: Style
    small: Style
    kicker: Style
    marginal: Style
    digit: Style
    pitch: float
    circle: float
    box: float
    above: float  # room above a part
    near: float  # between the lines of one
    grid: bool = False  # whether boxes stand under each other in columns
    compact: bool = False  # whether a ladder is a list, and a case passes beside its title


def _look(
    headline: float, section: float, text: float, small: float, head: float, leading: float,
    pitch: float, circle: float, box: float, above: float, near: float, lead: float = 0.0,
    *, grid: bool = False, compact: bool = False,
) -> Look:  # fmt: skip
    """A look from the sizes of its letters; `leading` is a line's height as a share of them."""
    lead = lead or text
    return Look(
        Style(Face.SERIF_SEMIBOLD, headline, headline * 1.24),
        Style(Face.SERIF_SEMIBOLD, section, section * 1.26),
        Style(Face.SANS, lead, lead * leading, PRINT.soft, hyphens=True),
        Style(Face.SANS_SEMIBOLD, text, text * leading),
        Style(Face.SANS, text, text * leading, hyphens=True),
        Style(Face.SANS, small, small * leading, PRINT.soft, hyphens=True),
        Style(Face.SANS, head, head * 1.3, PRINT.soft, tracking=0.075),
        Style(Face.SANS, head, head * 1.3, PRINT.soft),
        Style(Face.SANS, min(text, 10.5) if text < 18 else text, text * leading),
        pitch,
        circle,
        box,
        above,
        near,
        grid,
        compact,
    )


# The usual worksheet, and the one for who reads large type: nothing in it is under 18 points.
NORMAL = _look(22.5, 15.5, 11, 9.75, 9.25, 1.38, 9 * MM, 22, 10.5, 19, 5, 12, grid=True)
LARGE = _look(29, 23, 18, 18, 18, 1.3, 13 * MM, 36, 18, 26, 8)
LARGE_CARD = replace(LARGE, compact=True)
# Ballots, four to a page: as large as their questions let them be.
BIG_CARD = _look(17, 14, 12, 10.25, 9.5, 1.28, 8 * MM, 19, 11, 16, 5, compact=True)
CARD = _look(14, 12, 10.25, 9, 9, 1.28, 8 * MM, 17.5, 9.5, 10, 3.5, compact=True)
SMALL_CARD = _look(12, 10.5, 9, 8.75, 8.75, 1.22, 8 * MM, 16.5, 8.5, 6, 2, compact=True)
TIGHT_CARD = _look(11.5, 10, 8.75, 8.5, 8.5, 1.16, 8 * MM, 15.5, 8.25, 3, 0.7, compact=True)
