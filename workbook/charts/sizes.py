"""How high a chart wants to be at a width, known before anything is drawn or matplotlib loaded."""

from collections.abc import Iterable
from typing import assert_never

from workbook.charts.specs import (
    BarsSpec,
    ChartSpec,
    ChoicesSpec,
    ColumnsSpec,
    DivergingSpec,
    DotsSpec,
    LadderSpec,
    LineRow,
    LinesSpec,
    MapSpec,
    SharesSpec,
    SpreadsSpec,
)

# All in points.
LEAST_WIDTH = 180.0  # a narrower chart is drawn smaller, type and all
COLUMN = 0.42  # the share of the width that row labels may take
CASES_COLUMN = 0.32  # and where the rows are high enough for two lines

ROW, TWO_LINE_ROW, LEAST_ROW = 20.0, 25.0, 13.0  # of bars
BARS_FOOT = 16.0
LAST_TIME, LEAST_LAST = 30.0, 25.0  # the row of a case with what was done last time
KEY = 15.0  # the names of bars under a chart
CASES_HEAD, CASES_FOOT = 16.0, 18.0
MARK_LABEL, MARK, TICK, POLE, ABOVE = 13.0, 13.0, 12.0, 12.0, 14.0  # the parts of a scale's row
NUMBERS, ENDS = 17.0, 14.0  # under a line with piles: its numbers, and what its ends mean
SPREADS_HEAD = 14.0
SPREAD, LEAST_SPREAD = 40.0, 29.0  # the row of a statement
COLUMNS_HEAD, COLUMNS_KEY = 14.0, 16.0  # the count over the highest column, the names of the rounds
STACKED = 280.0  # below this width a scale's name stands above its line
_LETTER = 4.4  # a letter's usual width in a label


def natural_height(spec: ChartSpec, width: float) -> float:
    """The height in points at which a chart of this width, in points, looks best; never 0."""
    return max(_natural(spec, width), LEAST_ROW)


def _natural(spec: ChartSpec, width: float) -> float:
    match spec:
        case MapSpec():
            return max(130.0, min(0.82 * width, 320.0))
        case LinesSpec():
            return least_height(spec, width) + 8 * len(spec.rows)
        case DivergingSpec():
            if any(row.last for row in spec.rows):
                return len(spec.rows) * LAST_TIME + diverging_foot(spec)
            return len(spec.rows) * _row((r.label for r in spec.rows), width) + diverging_foot(spec)
        case ChoicesSpec():
            row = _row((r.label for r in spec.rows), width) + 1
            return CASES_HEAD + len(spec.rows) * row + CASES_FOOT
        case BarsSpec():
            return len(spec.rows) * _row((r.label for r in spec.rows), width) + bars_foot(spec)
        case LadderSpec():
            return max(120.0, min(0.4 * width, 200.0))
        case DotsSpec():
            # One round alone needs no room below its line.
            return max(130.0, min((0.34 if spec.before else 0.26) * width, 240.0))
        case SpreadsSpec():
            return len(spec.rows) * SPREAD + _spreads_rest(spec)
        case SharesSpec():
            return len(spec.rows) * (TWO_LINE_ROW + 3) + BARS_FOOT
        case ColumnsSpec():
            return max(130.0, min(0.36 * width, 220.0))
        case _:
            assert_never(spec)


def least_height(spec: ChartSpec, width: float) -> float:
    """The height in points below which a chart is drawn smaller, type and all."""
    match spec:
        case MapSpec() | LadderSpec():
            return 115.0
        case LinesSpec():
            return sum(scale_height(row, width) for row in spec.rows)
        case DivergingSpec():
            last = any(row.last for row in spec.rows)
            return len(spec.rows) * (LEAST_LAST if last else LEAST_ROW) + diverging_foot(spec)
        case ChoicesSpec():
            return CASES_HEAD + len(spec.rows) * (LEAST_ROW + 2) + CASES_FOOT
        case BarsSpec():
            return len(spec.rows) * LEAST_ROW + bars_foot(spec)
        case DotsSpec():
            return 125.0 if spec.before else 95.0
        case SpreadsSpec():
            return len(spec.rows) * LEAST_SPREAD + _spreads_rest(spec)
        case SharesSpec():
            return len(spec.rows) * LEAST_ROW + BARS_FOOT
        case ColumnsSpec():
            return 115.0
        case _:
            assert_never(spec)


def scale_height(row: LineRow, width: float) -> float:
    """The height in points that a scale fills on a chart of this width."""
    above = ABOVE if row.label and width < STACKED else 0.0
    poles = POLE if row.low_label or row.high_label else 0.0
    return above + MARK_LABEL + MARK + TICK + poles


def bars_foot(spec: BarsSpec) -> float:
    """The height in points of the names under bars, 0 where they need none."""
    return BARS_FOOT if spec.value_name or spec.outline_name else 0.0


def diverging_foot(spec: DivergingSpec) -> float:
    """The height in points of the names under cases: of the sides, and where there are other bars
    than those for the choice, of all of them.
    """
    return BARS_FOOT + (KEY if any(row.last or row.before for row in spec.rows) else 0.0)


def _spreads_rest(spec: SpreadsSpec) -> float:
    return SPREADS_HEAD + NUMBERS + (ENDS if spec.low_label or spec.high_label else 0.0)


def _row(labels: Iterable[str], width: float) -> float:
    """Judged by the number of letters, as measuring them would load the fonts."""
    longest = max((len(label) for label in labels), default=0)
    return TWO_LINE_ROW if longest * _LETTER > COLUMN * width else ROW
