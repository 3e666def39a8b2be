"""A room is named by most of its people and by nothing else."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.kinds import Kind
from workbook.readings.map_of_room import CORNERS, RoomOnMap, Standing, room_by_margins, room_on_map

COMMUNITY, BOTH, TEAM, UNCLEAR, LINE = (2, 9), (8, 8), (9, 2), (2, 2), (5, 7)


def room(*places: tuple[tuple[int, int], int], people: int = 0) -> RoomOnMap:
    return room_on_map([(x, y, n) for (x, y), n in places], people)


@pytest.mark.parametrize(
    ("places", "people", "kind", "standing"),
    [
        # Both medians are low, and only one person is.
        ([(COMMUNITY, 5), (TEAM, 5), (UNCLEAR, 1)], 11, None, "divided"),
        ([(COMMUNITY, 4), (BOTH, 4), (TEAM, 4)], 12, None, "divided"),
        ([(COMMUNITY, 6), (TEAM, 6)], 12, None, "divided"),
        ([(COMMUNITY, 7), (TEAM, 5)], 12, Kind.COMMUNITY, "named"),
        ([(COMMUNITY, 7), (TEAM, 5)], 14, None, "divided"),
        ([(BOTH, 12)], 12, Kind.BOTH, "named"),
        ([(UNCLEAR, 3)], 5, Kind.UNCLEAR, "named"),
        # Nobody differs, but half of the room or more has not marked.
        ([(TEAM, 6)], 12, None, "unsaid"),
        ([], 12, None, "unsaid"),
        # On the line is never the name of a room.
        ([(LINE, 12)], 12, None, "unsaid"),
        ([(LINE, 7), (BOTH, 5)], 12, None, "divided"),
    ],
)
def test_what_a_room_is_called(places, people: int, kind: Kind | None, standing: str) -> None:
    found = room(*places, people=people)
    assert found.kind is kind
    assert found.standing == standing


def test_how_many_stand_in_each_corner() -> None:
    found = room((COMMUNITY, 5), (TEAM, 4), (LINE, 2), (UNCLEAR, 1), people=14)
    assert [found.count(kind) for kind in (*CORNERS, Kind.ON_LINE)] == [5, 0, 4, 1, 2]
    assert (found.marked, found.people) == (12, 14)


def test_more_who_marked_than_were_counted_are_the_room() -> None:
    assert room((COMMUNITY, 5), (TEAM, 4), people=6).people == 9
    assert room((COMMUNITY, 4), (TEAM, 5), people=6).kind is Kind.TEAM


marks = st.integers(0, 10)
places = st.lists(st.tuples(marks, marks), max_size=30)


def corner(outside: int, inside: int) -> Kind:
    """The corner of a place, written otherwise than the program does."""
    if outside == 5 or inside == 5:
        return Kind.ON_LINE
    return {
        (False, True): Kind.COMMUNITY,
        (True, True): Kind.BOTH,
        (True, False): Kind.TEAM,
        (False, False): Kind.UNCLEAR,
    }[outside >= 6, inside >= 6]


@given(places, st.integers(0, 10))
def test_a_name_is_that_of_more_than_half(people, absent: int) -> None:
    here = Counter(corner(x, y) for x, y in people)
    there = len(people) + absent
    found = room_on_map([(x, y, 1) for x, y in people], there)
    most = [kind for kind in CORNERS if here[kind] > there / 2]
    assert found.kind == (most[0] if most else None)
    assert all(found.count(kind) == here[kind] for kind in Kind)
    if found.standing is Standing.DIVIDED:
        assert len(set(here)) > 1


@given(places, st.integers(0, 10))
def test_counts_of_each_scale_never_say_more_than_the_places_do(people, absent: int) -> None:
    there = len(people) + absent
    outside, inside = (Counter(str(place[at]) for place in people) for at in (0, 1))
    found = room_by_margins(outside, inside, there)
    truly = room_on_map([(x, y, 1) for x, y in people], there)
    if found is None:
        assert not people
        return
    assert not found.exact
    assert all(found.count(kind) <= truly.count(kind) for kind in CORNERS)
    assert found.kind in (None, truly.kind)
    assert found.standing is not Standing.DIVIDED


def test_counts_of_each_scale_name_a_clear_room() -> None:
    found = room_by_margins({"2": 11, "7": 1}, {"9": 11, "4": 1}, 12)
    assert found is not None
    assert found.kind is Kind.COMMUNITY
    assert found.count(Kind.COMMUNITY) == 10
    assert room_by_margins({}, {"9": 11}, 12) is None
