"""The shape of a distribution: each word where it is true, and none where one answer decides."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.rooms.recount import shape_holds
from workbook.readings.distribution import distribution
from workbook.readings.shape import Group, Shape, ShapeFound, shape_of


def shape(values: list[int], low: int = 0, high: int = 10) -> ShapeFound:
    found = distribution(values, low, high)
    assert found is not None
    return shape_of(found)


@pytest.mark.parametrize("each", [3, 150])
@pytest.mark.parametrize(("lower", "upper"), [(2, 8), (3, 7), (0, 10), (6, 9)])
def test_two_places_are_two_groups_however_many_people(each: int, lower: int, upper: int) -> None:
    found = shape([lower] * each + [upper] * each)
    assert found.shape is Shape.TWO_GROUPS
    assert found.groups == (Group(lower, lower, each), Group(upper, upper, each))


def test_two_camps_with_neighbours_keep_all_of_them() -> None:
    found = shape([2, 2, 2, 1, 3, 2, 8, 8, 8, 9, 7, 8])
    assert found.groups == (Group(1, 3, 6), Group(7, 9, 6))


def test_who_stands_far_from_both_is_in_neither() -> None:
    found = shape([2] * 6 + [5] + [8] * 6)
    assert found.groups == (Group(2, 2, 6), Group(8, 8, 6))


def test_all_from_two_to_eight_is_spread_and_does_not_lean() -> None:
    found = shape([2, 3, 4, 5, 6, 7, 8])
    assert (found.shape, found.side, found.groups) == (Shape.SPREAD, 0, ())
    assert shape(list(range(11))).shape is Shape.SPREAD
    assert shape(list(range(11)) * 20).shape is Shape.SPREAD


def test_fours_and_sixes_stand_on_both_sides_of_the_middle() -> None:
    found = shape([4] * 7 + [6] * 7)
    assert (found.below, found.above, found.both_sides, found.side) == (7, 7, True, 0)
    assert found.shape is Shape.TOGETHER


@pytest.mark.parametrize(
    ("values", "low", "high", "word", "side"),
    [
        ([7, 7, 8, 9, 9, 10, 6, 8], 0, 10, "leaning", 1),
        ([0, 1, 3, 4, 2, 3, 1, 4], 0, 10, "leaning", -1),
        ([8, 8, 9, 8, 8], 0, 10, "together", 1),
        ([5, 5, 5, 4, 6], 0, 10, "together", 0),
        ([3] * 5 + [9], 0, 10, "together", -1),
        ([1, 1, 1, 5, 5, 5], 1, 5, "two_groups", 0),
        ([1, 2, 3, 4, 5] * 4, 1, 5, "spread", 0),
        ([4, 4, 5, 5, 4, 5], 1, 5, "together", 1),
        ([0, 0, 1, 0, 3, 0], 0, 4, "together", -1),
    ],
)
def test_words_on_scales_of_any_length(values, low: int, high: int, word: str, side: int) -> None:
    found = shape(values, low, high)
    assert (found.shape, found.side) == (word, side)


@pytest.mark.parametrize(
    "values",
    [
        [5],
        [2, 8],
        [2, 2, 8, 8],  # without one of them there are no two groups
        [2, 2, 2, 2, 8, 8],
        [2, 2, 2, 9],
        [0] * 12 + [9] * 4,  # a quarter, and not without one of them
        [0] * 6 + [5] * 6 + [10] * 6,  # three groups
        [0] * 6 + [5] * 3 + [10] * 6,
        [0, 0, 0, 3, 3, 9, 9, 9, 9, 9],
        [5] * 8 + [0] * 3 + [10] * 3,
    ],
)
def test_no_word_is_said_where_one_answer_decides_or_none_fits(values: list[int]) -> None:
    found = shape(values)
    assert found.shape is Shape.UNCLEAR
    assert found.groups == ()


def test_one_far_from_the_rest_changes_nothing() -> None:
    rest = shape([3] * 9)
    for far in range(11):
        found = shape([3] * 9 + [far])
        assert (found.shape, found.side, found.groups) == (rest.shape, rest.side, ())
        assert not found.both_sides


@st.composite
def rooms(draw: st.DrawFn) -> list[int]:
    """Marks of rooms as they are: anything, or around one, two or three places."""
    places = draw(st.lists(st.integers(0, 10), min_size=1, max_size=3))
    around = st.builds(
        lambda place, off: min(10, max(0, place + off)),
        st.sampled_from(places),
        st.sampled_from([0, 0, 0, 1, -1, 2]),
    )
    return draw(st.lists(around | st.integers(0, 10), min_size=1, max_size=60))


@given(rooms())
@example([2] * 3 + [8] * 3)
@example(list(range(2, 9)))
@example([4] * 7 + [6] * 7)
def test_each_word_is_true_of_the_answers_and_without_any_one(values: list[int]) -> None:
    found = shape(values)
    assert shape_holds(values, 0, 10, found.shape, found.groups, found.side)
    if found.both_sides:
        for at in range(len(values)):
            some = values[:at] + values[at + 1 :]
            for group in ([v for v in some if v < 5], [v for v in some if v > 5]):
                assert len(group) >= max(2, len(some) / 4)


@given(rooms())
def test_where_the_groups_are_and_how_many_they_are(values: list[int]) -> None:
    found = shape(values)
    assert (len(found.groups) == 2) == (found.shape is Shape.TWO_GROUPS)
    for group in found.groups:
        assert sum(group.low <= value <= group.high for value in values) == group.people
        assert {group.low, group.high} <= set(values)
    assert found.below == sum(value < 5 for value in values)
    assert found.above == sum(value > 5 for value in values)


@given(rooms(), st.randoms())
def test_a_shape_reads_alike_from_both_ends_and_in_any_order(values, random) -> None:
    found = shape(values)
    turned = shape([10 - value for value in values])
    assert (turned.shape, turned.side, turned.both_sides) == (
        found.shape,
        -found.side,
        found.both_sides,
    )
    assert (turned.below, turned.above) == (found.above, found.below)
    random.shuffle(values)
    assert shape(values) == found


@given(st.sampled_from([2, 3]), st.sampled_from([7, 8]), st.integers(3, 250), st.integers(0, 250))
def test_two_places_are_two_groups_while_both_hold_a_quarter(low, high, each, more) -> None:
    values = [low] * (each + more) + [high] * each
    found = shape(values)
    steady = each - 1 >= (len(values) - 1) / 4 and each >= 3
    assert (found.shape is Shape.TWO_GROUPS) == steady


@given(rooms())
def test_a_shape_does_not_depend_on_where_the_scale_begins(values: list[int]) -> None:
    moved = shape([value + 7 for value in values], 7, 17)
    found = shape(values)
    assert Counter(g.people for g in moved.groups) == Counter(g.people for g in found.groups)
    assert (moved.shape, moved.side) == (found.shape, found.side)
