"""What a chart shows, as plain values with their words; knows nothing of matplotlib."""

from dataclasses import dataclass
from typing import NamedTuple

from workbook.model.guide import Side


@dataclass(frozen=True, slots=True)
class MapSpec:
    """The purpose map. Points are (outside, inside) from 0 to 10. `others` are the places of the
    people in a room, each once: outside, inside, and how many stand there.
    """

    do: tuple[float, float] | None
    say: tuple[float, float] | None
    do_label: str
    say_label: str
    x_label: str  # for the outside →
    y_label: str  # for each other →
    corners: tuple[str, str, str, str]  # top left, top right, bottom left, bottom right
    others: tuple[tuple[float, float, int], ...] = ()
    before: tuple[float, float] | None = None  # do, in the round before
    before_label: str = ""
    # Whether the places of do and say name a kind: those of one person do, medians of a room not.
    naming: bool = True


@dataclass(frozen=True, slots=True)
class LineMark:
    """One mark on a line: filled for what is, open for what is said or wished."""

    value: float
    label: str
    filled: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    """One scale with its marks. An empty label takes no room beside it; the ends of the scale may
    stand on sides of their own.
    """

    label: str
    side: Side
    marks: tuple[LineMark, ...]
    low_label: str = ""
    high_label: str = ""
    low_side: Side = Side.NEITHER
    high_side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class LinesSpec:
    """Scales under each other with their marks joined by a dotted line (say–do, now–wished)."""

    rows: tuple[LineRow, ...]
    low: int = 0
    high: int = 10


class LastTime(NamedTuple):
    """How many say that people or work came first last time, or that it has not happened."""

    people: int
    work: int
    never: int = 0


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """Counts for people (left) and work (right), passes apart. `last` is drawn as thinner, open
    bars below, `before`, the people and work of the round before, as ticks.
    """

    label: str
    people: int
    work: int
    passes: int = 0
    last: LastTime | None = None
    before: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class DivergingSpec:
    """Cases of a group as diverging bars: solid for people, hatched for work."""

    rows: tuple[DivergingRow, ...]
    people_label: str
    work_label: str
    pass_label: str  # stands behind the number of passes
    chosen_label: str = ""  # the names of the bars and ticks, where there is more than one kind
    last_label: str = ""
    never_label: str = ""  # stands behind the number of those to whom it has not happened
    before_label: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One case of one person: chosen now (filled), last time (open), None where there is none."""

    label: str
    chosen: Side | None
    last: Side | None
    note: str = ""  # "passed"


@dataclass(frozen=True, slots=True)
class ChoicesSpec:
    """Cases of one person: two columns, people first and work first, marks in them."""

    rows: tuple[ChoiceRow, ...]
    people_label: str
    work_label: str
    chosen_label: str
    last_label: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar; `outline` an optional second, open bar behind it (needed behind given)."""

    label: str
    value: float
    value_label: str
    outline: float | None = None


@dataclass(frozen=True, slots=True)
class BarsSpec:
    """Horizontal bars on one scale from low to high (pressures, pulse, hours)."""

    rows: tuple[BarRow, ...]
    low: float
    high: float
    side: Side = Side.NEITHER
    value_name: str = ""  # legend of the filled bar, where there is an outline
    outline_name: str = ""


@dataclass(frozen=True, slots=True)
class LadderSpec:
    """The breaking point: rungs from the mildest; where work comes first, None for never."""

    rungs: tuple[str, ...]
    breaks_at: int | None
    people_label: str
    work_label: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one round at one spot: how many at each whole number, from the scale's low end
    up, and their middle, each None where it is not drawn.
    """

    counts: tuple[int, ...]
    median: float | None = None
    half: tuple[float, float] | None = None  # where the middle half begins and ends

    @property
    def n(self) -> int:
        """How many people marked."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class DotsSpec:
    """The marks of a room on one scale: a round above the line, the one before below it."""

    low: int
    high: int
    now: Marks
    now_label: str = ""  # which round it is; said where there is another one to tell it from
    before: Marks | None = None
    before_label: str = ""
    low_label: str = ""
    high_label: str = ""
    low_side: Side = Side.NEITHER
    high_side: Side = Side.NEITHER


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One statement with the marks of a room."""

    label: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class SpreadsSpec:
    """Several statements on one scale, each with the marks of a room and their median."""

    rows: tuple[SpreadRow, ...]
    low: int
    high: int
    median_label: str  # stands over the column of medians
    low_label: str = ""
    high_label: str = ""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One rung, with the people for whom people still come first there, of all who answered."""

    label: str
    people: int
    before: float | None = None  # the share from 0 to 1 in the round before


@dataclass(frozen=True, slots=True)
class SharesSpec:
    """The breaking point of a room: rungs from the mildest, each a bar of all who answered, solid
    for those who still put people first and hatched for those who put work first; a tick where the
    two met in the round before.
    """

    rows: tuple[ShareRow, ...]
    answered: int
    people_label: str
    work_label: str
    before_label: str = ""  # the name of the ticks, where there was a round before

    def percent(self, row: ShareRow) -> int:
        """The share of a rung in whole percent; only everyone is 100, and only nobody 0."""
        share = round(100 * row.people / self.answered)
        if 0 < row.people < self.answered:
            return min(max(share, 1), 99)
        return share


@dataclass(frozen=True, slots=True)
class Column:
    """How many chose one thing, and in the round before; a low one is hatched."""

    label: str
    count: int
    head: str = ""  # stands over the label: "0"
    before: int | None = None
    low: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsSpec:
    """Counts of options or of hands beside each other; the round before as open columns."""

    columns: tuple[Column, ...]
    now_label: str = ""  # the names of both rounds, where there are two
    before_label: str = ""


ChartSpec = (
    MapSpec
    | LinesSpec
    | DivergingSpec
    | ChoicesSpec
    | BarsSpec
    | LadderSpec
    | DotsSpec
    | SpreadsSpec
    | SharesSpec
    | ColumnsSpec
)
