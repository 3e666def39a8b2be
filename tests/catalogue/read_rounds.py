"""Readings of rounds to be put in words."""

from workbook.catalogue.rounds import (
    room_words,
)
from workbook.catalogue.words import Words
from workbook.model.guide import Side
from workbook.readings.change import Moved
from workbook.readings.distribution import Distribution, distribution
from workbook.readings.group import (
    MapOfRoom,
    Spread,
    SpreadList,
)
from workbook.readings.map_of_room import room_on_map
from workbook.readings.purpose import Point, middle_point
from workbook.readings.shape import shape_of

FIRST = [1, 1, 2, 2, 2, 3, 3, 5, 7, 8, 8, 8, 9, 9]
SECOND = [2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8]
NEITHER = Side.NEITHER


def lying(marks: list[int], low: int = 0, high: int = 10) -> Distribution | None:
    return distribution(marks, low, high)


def spread(marks: list[int], **more: object) -> Spread:
    ends = ("trust", "results", Side.INSIDE, Side.OUTSIDE, 0, 10)
    now = lying(marks)
    before = more.get("before")
    fields: dict[str, object] = {
        "passes": 0,
        "withheld": False,
        "label": "now",
        "shape": shape_of(now) if now else None,
        "shape_before": shape_of(before) if isinstance(before, Distribution) else None,
        **more,
    }
    return Spread("q", "now", "where we stand now", *ends, now=now, **fields)  # type: ignore[arg-type]


def moved(joined: int, closer: int, further: int, across: int = 0, answered: int = 0) -> Moved:
    went = closer + further + across
    return Moved(joined, closer, further, across, went, 0, 3.5, answered or joined)


def rated(title: str, *marks: int, withheld: bool = False) -> Spread:
    now = lying(list(marks), 0, 4)
    return Spread(
        "q",
        title,
        title,
        "",
        "",
        NEITHER,
        NEITHER,
        0,
        4,
        now,
        0,
        withheld,
        shape=shape_of(now) if now else None,
    )


def listed(*items: Spread, role: str = "pressures") -> Words:
    return room_words(SpreadList("q", role, "How much is this us?", items))


def on_map(*points: tuple[int, int, int], people: int, say: Point | None = None) -> MapOfRoom:
    marks = [(x, y) for x, y, n in points for _ in range(n)]
    do = middle_point([x for x, _ in marks], [y for _, y in marks])
    return MapOfRoom(points, do, say, False, room=room_on_map(points, people))
