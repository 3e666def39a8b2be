"""Kinds, borders, leanings and drift at every edge of the map."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.purpose import Gap, Kind, Leaning, Point, Priority, Purpose, middle_point

marks = st.integers(0, 10)


@pytest.mark.parametrize(
    ("outside", "inside", "kind", "leaning"),
    [
        (4, 6, Kind.COMMUNITY, Leaning.INSIDE),
        (6, 6, Kind.BOTH, Leaning.BOTH),
        (6, 4, Kind.TEAM, Leaning.OUTSIDE),
        (4, 4, Kind.UNCLEAR, Leaning.NEITHER),
        (0, 10, Kind.COMMUNITY, Leaning.INSIDE),
        (10, 0, Kind.TEAM, Leaning.OUTSIDE),
        (5, 8, Kind.ON_LINE, Leaning.INSIDE),
        (9, 5, Kind.ON_LINE, Leaning.OUTSIDE),
        (5, 2, Kind.ON_LINE, Leaning.BETWEEN),
        (5, 5, Kind.ON_LINE, Leaning.BETWEEN),
        (4.5, 5.5, Kind.COMMUNITY, Leaning.INSIDE),
    ],
)
def test_the_kind_and_leaning_at_a_place(outside, inside, kind, leaning) -> None:
    assert Point(outside, inside).kind is kind
    assert Point(outside, inside).leaning is leaning


def test_on_the_line_the_kinds_that_meet_are_named() -> None:
    assert set(Point(5, 8).borders) == {Kind.COMMUNITY, Kind.BOTH}
    assert set(Point(9, 5).borders) == {Kind.TEAM, Kind.BOTH}
    assert set(Point(5, 1).borders) == {Kind.UNCLEAR, Kind.TEAM}
    assert set(Point(5, 5).borders) == set(Kind) - {Kind.ON_LINE}


@given(marks, marks)
def test_a_clear_place_has_its_own_kind_as_only_border(outside: int, inside: int) -> None:
    point = Point(outside, inside)
    on_line = 5 in (outside, inside)
    assert (point.kind is Kind.ON_LINE) == on_line
    assert on_line or point.borders == (point.kind,)
    assert Kind.ON_LINE not in point.borders


@given(st.lists(marks, min_size=1), st.lists(marks, min_size=1), st.randoms())
def test_the_middle_of_a_group_does_not_depend_on_the_order(outside, inside, random) -> None:
    found = middle_point(outside, inside)
    assert found == Point(median(outside), median(inside))
    random.shuffle(outside)
    random.shuffle(inside)
    assert middle_point(outside, inside) == found


def test_the_middle_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="marks on both scales"):
        middle_point([], [1])


def purpose(inside: tuple[int, int], outside: tuple[int, int]) -> Purpose:
    return Purpose(Gap(*inside), Gap(*outside), 1, 0)


def drifts(found: Purpose) -> bool:
    return found.say.drifts_from(found.do)


def test_words_and_deeds_drift_when_they_name_different_kinds() -> None:
    assert drifts(purpose((5, 8), (9, 3)))
    assert not drifts(purpose((7, 9), (2, 4)))


def test_two_places_on_different_lines_drift_too() -> None:
    assert drifts(purpose((5, 8), (9, 5)))
    assert not drifts(purpose((6, 8), (5, 5)))


def test_the_gap_is_deed_minus_word() -> None:
    assert Gap(5, 8).difference == 3
    assert Gap(9, 3).difference == -6


def test_a_wish_for_trust_is_negative() -> None:
    assert Priority(now=7, wished=3).difference == -4
