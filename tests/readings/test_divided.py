"""The most divided case has the largest smaller side."""

from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.divided import most_divided


def test_sixty_against_fifty_eight_is_more_divided_than_three_against_three() -> None:
    assert most_divided([("a", 3, 3), ("b", 60, 58), ("c", 0, 120)]) == "b"


def test_level_smaller_sides_go_to_the_one_nearest_to_half_then_to_the_first() -> None:
    assert most_divided([("a", 3, 9), ("b", 4, 3), ("c", 3, 4)]) == "b"


def test_where_nobody_disagrees_no_case_is_divided() -> None:
    assert most_divided([("a", 9, 0), ("b", 0, 4), ("c", 0, 0)]) == ""
    assert most_divided([]) == ""


people = st.integers(0, 500)


@given(st.lists(st.tuples(people, people), min_size=1))
def test_no_case_has_a_larger_smaller_side(sides) -> None:
    found = most_divided([(str(at), a, b) for at, (a, b) in enumerate(sides)])
    if found:
        assert min(sides[int(found)]) == max(min(a, b) for a, b in sides) > 0
    else:
        assert all(0 in each for each in sides)
