"""What counts alone allow to be claimed, against every way the ballots could have been."""

from collections import Counter
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.bounds import at_least_above, at_least_both, at_least_changed

few_marks = st.lists(st.integers(0, 10), min_size=1, max_size=6)


@st.composite
def two_marks(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Two marks of each of one to six people."""
    first = draw(few_marks)
    return first, draw(st.lists(st.integers(0, 10), min_size=len(first), max_size=len(first)))


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_that_many_gave_both_whoever_they_were(first: set[int], second: set[int]) -> None:
    assert at_least_both(len(first), len(second), 10) <= len(first & second)


def test_of_ten_seven_and_eight_have_five_in_common() -> None:
    assert at_least_both(7, 8, 10) == 5
    assert at_least_both(3, 4, 10) == 0


@given(two_marks(), st.integers(1, 4))
def test_of_all_ways_to_join_two_marks_the_least_is_claimed(marks, by: int) -> None:
    higher, lower = marks
    least = min(
        sum(high >= low + by for high, low in zip(higher, joined, strict=True))
        for joined in set(permutations(lower))
    )
    assert at_least_above(higher, lower, by, len(higher)) == least


@given(st.lists(st.tuples(st.integers(0, 10) | st.none(), st.integers(0, 10) | st.none())))
def test_who_left_a_mark_empty_is_never_counted_among_them(people) -> None:
    higher = [high for high, _ in people if high is not None]
    lower = [low for _, low in people if low is not None]
    truly = sum(None not in pair and pair[0] >= pair[1] + 2 for pair in people)
    assert at_least_above(higher, lower, 2, len(people)) <= truly


def test_nobody_is_above_where_a_mark_is_missing() -> None:
    assert at_least_above([], [3], 2, 4) == 0
    assert at_least_above([3], [], 2, 4) == 0


answers = st.sampled_from(["2", "3", "9", "pass"])


@given(st.lists(st.tuples(answers, answers), max_size=12), st.lists(answers), st.booleans())
def test_never_more_are_claimed_to_have_changed_than_did(stayed, others, came: bool) -> None:
    before = Counter(first for first, _ in stayed)
    after = Counter(second for _, second in stayed)
    (after if came else before).update(others)
    changed = sum(first != second for first, second in stayed)
    assert at_least_changed(before, after) <= changed


@given(st.dictionaries(answers, st.integers(1, 5)), st.dictionaries(answers, st.integers(1, 5)))
def test_as_many_are_claimed_as_some_ballots_could_show(before, after) -> None:
    """Whoever can keep their answer keeps it; the rest change, and the surplus came or left."""
    kept = (Counter(before) & Counter(after)).total()
    changed = min(sum(before.values()), sum(after.values())) - kept
    assert at_least_changed(before, after) == changed


def test_ten_who_all_went_from_two_to_nine_changed_whoever_came() -> None:
    assert at_least_changed({"2": 10}, {"9": 11}) == 10
    assert at_least_changed({"2": 10}, {"2": 10, "9": 1}) == 0
    assert at_least_changed({"2": 10}, {"2": 6, "3": 4}) == 4
    assert at_least_changed({}, {"2": 3}) == 0
