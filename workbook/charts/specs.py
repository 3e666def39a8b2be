"""What a chart shows, as plain values with their words; knows nothing of matplotlib."""

from dataclasses import dataclass

from workbook.model.guide import Side


@dataclass(frozen=True, slots=True)
class MapSpec:
    """The purpose map. Points are (outside, inside) from 0 to 10; `others` are people's points."""

    do: tuple[float, float] | None
    say: tuple[float, float] | None
    do_label: str
    say_label: str
    x_label: str  # for the outside →
    y_label: str  # for each other →
    corners: tuple[str, str, str, str]  # top left, top right, bottom left, bottom right
    others: tuple[tuple[float, float], ...] = ()


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


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """Counts for people (left) and work (right), passes apart."""

    label: str
    people: int
    work: int
    passes: int = 0


@dataclass(frozen=True, slots=True)
class DivergingSpec:
    """Cases of a group as diverging bars: solid for people, hatched for work."""

    rows: tuple[DivergingRow, ...]
    people_label: str
    work_label: str
    pass_label: str  # stands behind the number of passes


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


ChartSpec = MapSpec | LinesSpec | DivergingSpec | ChoicesSpec | BarsSpec | LadderSpec
