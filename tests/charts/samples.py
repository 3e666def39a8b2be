"""Charts as the workbook has them, one of each kind and more where a kind has several faces."""

from hypothesis import strategies as st

from workbook.charts.palette import palette_from
from workbook.charts.specs import (
    BarRow,
    BarsSpec,
    ChoiceRow,
    ChoicesSpec,
    DivergingRow,
    DivergingSpec,
    LadderSpec,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
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
    others: tuple[tuple[float, float], ...] = (),
    do_label: str = "do",
    say_label: str = "say",
) -> MapSpec:
    return MapSpec(
        do, say, do_label, say_label, "for the outside →", "for each other →", CORNERS, others
    )


def scale(say: float, do: float, say_label: str = "say", do_label: str = "do") -> LineRow:
    marks = LineMark(say, say_label, filled=False), LineMark(do, do_label, filled=True)
    return LineRow("For each other", INSIDE, marks)


MAP = map_of((3, 8), (9, 5), ((1, 6), (1, 6), (4, 9)))
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
    ("Friends are disappointed", "A month's money is lost", "We fail in public",
     "The group may end"),
    2, "people first", "work first",
)  # fmt: skip
ALL = (MAP, LINES, PRIORITY, CHOICES, DIVERGING, PRESSURES, HOURS, LADDER)

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
