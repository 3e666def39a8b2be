"""Charts as the workbook has them, one of each kind and more where a kind has several faces."""

from hypothesis import strategies as st

from workbook.charts.palette import palette_from
from workbook.charts.specs import (
    BarRow,
    BarsSpec,
    ChoiceRow,
    ChoicesSpec,
    Column,
    ColumnsSpec,
    DivergingRow,
    DivergingSpec,
    DotsSpec,
    LadderSpec,
    LastTime,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
    Marks,
    ShareRow,
    SharesSpec,
    SpreadRow,
    SpreadsSpec,
)
from workbook.model.guide import Side

INSIDE, OUTSIDE, NEITHER = Side.INSIDE, Side.OUTSIDE, Side.NEITHER
CORNERS = ("community", "both, rare", "not clear yet", "team or project")
DARK = palette_from(
    {
        "paper": "14181d", "surface": "1c2229", "line": "323a44", "edge": "737c87",
        "ink": "ece8e1", "soft": "b3bac2", "faint": "98a0aa", "inside": "5cbdb7",
        "outside": "e8a06a", "inside_tint": "16312f", "outside_tint": "38261a",
    }
)  # fmt: skip


def map_of(
    do: tuple[float, float] | None,
    say: tuple[float, float] | None,
    others: tuple[tuple[float, float, int], ...] = (),
    do_label: str = "do",
    say_label: str = "say",
) -> MapSpec:
    return MapSpec(
        do, say, do_label, say_label, "for the outside →", "for each other →", CORNERS, others
    )


def scale(say: float, do: float, say_label: str = "say", do_label: str = "do") -> LineRow:
    marks = LineMark(say, say_label, filled=False), LineMark(do, do_label, filled=True)
    return LineRow("For each other", INSIDE, marks)


MAP = map_of((3, 8), (9, 5), ((1, 6, 2), (4, 9, 1)))
LINES = LinesSpec((scale(5, 8), scale(9, 3)))
PRIORITY = LinesSpec(
    (LineRow("", NEITHER, (LineMark(7, "now", True), LineMark(4, "wished", False)),
             "trust", "performance", INSIDE, OUTSIDE),)
)  # fmt: skip
CHOICES = ChoicesSpec(
    (
        ChoiceRow("Co-lead worn out before the event", INSIDE, OUTSIDE),
        ChoiceRow("Best fundraiser belittles newcomers", INSIDE, INSIDE),
        ChoiceRow("Funder wants numbers", None, OUTSIDE, "passed"),
        ChoiceRow("A feud stalls the project", OUTSIDE, None),
    ),
    "people first", "work first", "chosen now", "done last time",
)  # fmt: skip
DIVERGING = DivergingSpec(
    (
        DivergingRow("Co-lead worn out before the event", 10, 3, 1),
        DivergingRow("Funder wants numbers", 6, 8),
        DivergingRow("A feud stalls the project", 0, 5, 2),
    ),
    "people first", "work first", "pass",
)  # fmt: skip
PRESSURES = BarsSpec(
    (BarRow("People come to belong", 4, "4 of 4"), BarRow("The goal is the banner", 0, "0 of 4")),
    0, 4,
)  # fmt: skip
HOURS = BarsSpec(
    (BarRow("Repair café", 18, "18 of 40", 40), BarRow("Newsletter", 9, "9 of 8", 8)),
    0, 40, OUTSIDE, "hours given", "hours needed",
)  # fmt: skip
LADDER = LadderSpec(
    ("Friends are disappointed", "A month’s money is lost", "We fail in public",
     "The group may end"),
    2, "people first", "work first",
)  # fmt: skip


# What rooms say back, of 14 people and of 500.

ENDS = ("Trust between us", "Results we deliver", INSIDE, OUTSIDE)


def dots(now: Marks, before: Marks | None = None) -> DotsSpec:
    return DotsSpec(0, 10, now, "second", before, "first", *ENDS)


def times(marks: Marks, factor: int) -> Marks:
    return Marks(tuple(factor * count for count in marks.counts), marks.median, marks.half)


NOW = Marks((0, 0, 2, 4, 1, 2, 2, 2, 1, 0, 0), 4.5, (3, 6))
BEFORE = Marks((0, 2, 3, 2, 0, 1, 0, 1, 3, 2, 0), 4, (2, 8))
ONE_ROUND = dots(NOW)
TWO_ROUNDS = dots(NOW, BEFORE)
MANY_ROUNDS = dots(times(NOW, 36), times(BEFORE, 35))
CROWD = map_of(
    (3, 7),
    (6.5, 5),
    tuple(
        (x, y, 1 + (3 * x + 5 * y) % 7 * (x + y) // 6) for x in range(11) for y in range(0, 11, 2)
    ),
)
PEOPLE = map_of(
    (3, 7), (6, 5.5), ((1, 6, 1), (2, 7, 3), (3, 7, 4), (3, 8, 2), (4, 9, 1), (8, 3, 2), (9, 2, 1))
)
ROOM_CASES = DivergingSpec(
    (
        DivergingRow("Co-lead worn out before the event", 10, 3, 1, LastTime(4, 8, 2), (7, 7)),
        DivergingRow("Best fundraiser belittles newcomers", 11, 3, 0, LastTime(2, 5, 7), (11, 3)),
        DivergingRow("Funder wants numbers", 6, 8, 0, LastTime(0, 14, 0), (9, 5)),
        DivergingRow("Loyal member never delivers", 13, 1, 0, LastTime(14, 0, 0), (14, 0)),
        DivergingRow("A feud stalls the project", 0, 12, 2, LastTime(1, 1, 12), (1, 13)),
        DivergingRow("Twenty keen newcomers at once", 7, 7, 0, LastTime(6, 6, 2), (6, 8)),
    ),
    "people first", "work first", "passed", "second", "done last time", "not happened", "first",
)  # fmt: skip
MANY_CASES = DivergingSpec(
    tuple(
        DivergingRow(
            row.label, 35 * row.people, 36 * row.work, 9 * row.passes,
            LastTime(*(33 * n for n in row.last)),
        )
        for row in ROOM_CASES.rows if row.last
    ),
    "people first", "work first", "passed", "chosen now", "done last time", "not happened",
)  # fmt: skip
SHARES = SharesSpec(
    tuple(map(ShareRow, LADDER.rungs, (13, 11, 6, 4))), 14, "people first", "work first"
)
SPREADS = SpreadsSpec(
    (
        SpreadRow("It is a spare-time thing", Marks((0, 0, 2, 4, 8), 4, (3, 4))),
        SpreadRow("People come to belong", Marks((0, 1, 5, 5, 3), 3, (2, 3))),
        SpreadRow("Few hands, little money", Marks((1, 4, 4, 3, 2), 2, (1, 3))),
        SpreadRow("The goal is the banner", Marks((6, 5, 2, 0, 1), 1, (0, 1))),
    ),
    0, 4, "median", "not us", "very much us",
)  # fmt: skip
MANY_SPREADS = SpreadsSpec(
    tuple(SpreadRow(row.label, times(row.marks, 36)) for row in SPREADS.rows),
    0, 4, "median", "not us", "very much us",
)  # fmt: skip
LEVELS = ("Block", "No", "Serious reservations", "Go along", "Support", "Strong support")
CONSENT = ColumnsSpec(
    tuple(
        Column(LEVELS[at], now, str(at), before, at < 3)
        for at, (now, before) in enumerate(((0, 1), (1, 2), (1, 3), (3, 4), (6, 3), (3, 1)))
    ),
    "second", "first",
)  # fmt: skip
MANY_CONSENT = ColumnsSpec(
    tuple(
        Column(c.label, c.count * 36, c.head, (c.before or 0) * 36, c.low) for c in CONSENT.columns
    ),
    "second", "first",
)  # fmt: skip
NAMES_FIT = ColumnsSpec((Column("Yes", 9), Column("Partly", 4), Column("No", 1)))
ROOMS = (
    ONE_ROUND, TWO_ROUNDS, MANY_ROUNDS, PEOPLE, CROWD, ROOM_CASES, MANY_CASES, SHARES, SPREADS,
    MANY_SPREADS, CONSENT, MANY_CONSENT, NAMES_FIT,
)  # fmt: skip
ALL = (MAP, LINES, PRIORITY, CHOICES, DIVERGING, PRESSURES, HOURS, LADDER, *ROOMS)
HARD = (
    "",
    "x" * 2000,
    "several words " * 60,
    "$x^2$ & <b>bold</b> \\frac 100%",
    "two\nlines\tand a tab\x07",
    "🎉 party 👩‍👩‍👧 ✅ ☎️",
    "مرحبا بالعالم",
    "שלום abc 12",
    "नमस्ते क्षत्रिय",
    "社区的目的是什么呢社区的目的是什么呢",
    "\ud800 half",
    "\u202eturned\u202c e\u0301",
)

# What people type in Latin letters, short and long, with and without spaces.
LABELS = st.text("abcdefgh ÀÉçßøWMil.,–", max_size=90) | st.sampled_from(HARD[:4])
VALUES = st.integers(0, 20).map(lambda half: half / 2)
POINTS = st.tuples(VALUES, VALUES)
SIZES = st.tuples(st.floats(60, 600), st.floats(60, 500))
