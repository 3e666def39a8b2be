"""What a room may see, for tests of the screen that shows it."""

from datetime import UTC, datetime, timedelta

from workbook.charts.specs import (
    Column,
    ColumnsSpec,
    DivergingRow,
    DivergingSpec,
    DotsSpec,
    LastTime,
    MapSpec,
    Marks,
)
from workbook.documents.wall import Countdown, Picture, WallContent
from workbook.model.guide import Side

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
DOTS = DotsSpec(
    0, 10,
    Marks((0, 0, 2, 4, 1, 2, 2, 2, 1, 0, 0), 4.5, (3, 6)), "second",
    Marks((0, 2, 3, 2, 0, 1, 0, 1, 3, 2, 0), 3, (2, 8)), "first",
    "Trust between us", "Results we deliver", Side.INSIDE, Side.OUTSIDE,
)  # fmt: skip
CROWD = DotsSpec(0, 10, Marks((3, 12, 30, 88, 120, 97, 60, 48, 22, 15, 5), 4.5, (3, 6)))
CASES = DivergingSpec(
    tuple(
        DivergingRow(f"A case that divides us, number {n}", 9 - n, 4 + n, 1, LastTime(4, 9, 1))
        for n in range(6)
    ),
    "people first", "work first", "passed", "chosen now", "done last time", "not happened",
)  # fmt: skip
MAP = MapSpec(
    (3, 8), (6, 7), "do", "say", "for the outside →", "for each other →",
    ("community", "both, rare", "not clear yet", "team or project"), ((3, 8, 4), (5, 9, 1)),
)  # fmt: skip
CONSENT = ColumnsSpec(
    tuple(Column(f"level {n}", n, str(n), 5 - n, n < 3) for n in range(6)), "second", "first"
)
CHARTS = (DOTS, CROWD, CASES, MAP, CONSENT)


def picture(chart: object = DOTS) -> Picture:
    return Picture(
        "now",
        chart,  # type: ignore[arg-type] - one of CHARTS
        "Scattered, was split before.",
        "Middle mark 4.5, half of them from 3 to 6; agreement\N{NO-BREAK SPACE}0.09, "
        "was\N{NO-BREAK SPACE}−0.31.",
        "2 at 2, 4 at 3.",
    )


def countdown(left: float, whole: int = 600) -> Countdown:
    return Countdown(NOW + timedelta(seconds=left), 0, whole)


def value(**more: object) -> WallContent:
    usual: dict[str, object] = {
        "group": "River Street Makers",
        "place": "3 of 7",
        "headline": "What does this group protect first: trust, or results?",
        "line": "Second round, 14 of 14 answers. First round below the line.",
        "invite": "Both ends first, then the middle.",
        "countdown": countdown(400),
        "picture": picture(),
        "sentence": "We protect trust first, and we say out loud when that costs us results.",
    }
    return WallContent(**{**usual, **more})  # type: ignore[arg-type]
