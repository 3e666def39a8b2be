"""One point is no gap, and most people say more than they do only where that is certain."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.gap import GapOfRoom, gap_of_room, is_gap

marks = st.integers(0, 10)


@pytest.mark.parametrize(
    ("difference", "gap"),
    [(0, False), (1, False), (-1, False), (1.5, False), (2, True), (-2, True), (10, True)],
)
def test_two_points_are_a_gap(difference: float, gap: bool) -> None:
    assert is_gap(difference) is gap


def counted(values: list[int]) -> Counter[str]:
    return Counter(map(str, values))


def gap(say: list[int], do: list[int], people: int = 0) -> GapOfRoom:
    found = gap_of_room(counted(say), counted(do), people)
    assert found is not None
    return found


def test_most_say_more_than_they_do() -> None:
    found = gap([9, 9, 9, 10, 9, 9, 8, 9, 9], [2, 3, 3, 3, 3, 4, 3, 3, 3])
    assert (found.say, found.do, found.difference) == (9, 3, -6)
    assert found.told
    assert found.most
    assert found.say_more == found.people == 9
    assert found.do_more == 0


def test_seven_with_one_point_between_have_no_gap() -> None:
    found = gap([6] * 7, [5] * 7)
    assert not found.told
    assert not found.most


def test_medians_apart_are_not_most_people_apart() -> None:
    """Half say 9 and half 5, half do 9 and half 5: perhaps everybody does what they say."""
    found = gap([9, 9, 9, 5, 5], [9, 9, 5, 5, 5])
    assert found.told
    assert not found.most


def test_passes_keep_a_majority_from_being_one() -> None:
    assert not gap([9, 9, 9, 9], [3, 3, 3, 3], people=8).most
    assert gap([9] * 5, [3] * 5, people=5).most


def test_a_mark_that_nobody_placed_has_no_gap() -> None:
    assert gap_of_room({}, {"3": 4}, 4) is None
    assert gap_of_room({"3": 4}, {}, 4) is None


@given(st.lists(st.tuples(marks, marks), min_size=1), st.integers(0, 5))
def test_what_is_said_of_most_is_true_of_most(people, absent: int) -> None:
    say, do = [s for s, _ in people], [d for _, d in people]
    found = gap(say, do, len(people) + absent)
    if found.most:
        way = 1 if found.difference < 0 else -1
        differ = sum((s - d) * way >= 2 for s, d in people)
        assert 2 * differ > len(people) + absent
    turned = gap(do, say, len(people) + absent)
    assert (turned.most, turned.told) == (found.most, found.told)
