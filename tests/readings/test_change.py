"""Who moved is claimed from slips; without them, only what must have changed."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.change import Changed, changed_between, moved_by_slips
from workbook.readings.counting import STAYED

marks = st.integers(0, 10)


def test_everyone_moved_toward_the_middle_of_the_first_round() -> None:
    first = [2, 3, 3, 4, 2, 7, 8, 8]
    second = [4, 5, 5, 5, 4, 5, 6, 6]
    table = Counter((str(a), str(b)) for a, b in zip(first, second, strict=True))
    found = moved_by_slips(table, 3.5, 8)
    assert (found.joined, found.moved, found.all_joined) == (8, 8, True)
    # 2 → 4, 2 → 4 and the three above come closer; 3 → 5, 3 → 5 and 4 → 5 go further.
    assert (found.closer, found.further, found.across, found.middle) == (5, 3, 0, 3.5)
    assert (found.higher, found.lower) == (5, 3)


def test_who_kept_their_mark_did_not_move() -> None:
    found = moved_by_slips({STAYED: 4, ("3", "3"): 1, ("2", "8"): 2}, 5, 9)
    assert (found.joined, found.moved, found.across) == (7, 2, 2)
    assert not found.all_joined


@given(st.lists(st.tuples(marks, marks)), st.integers(0, 20), st.integers(0, 9))
def test_movement_is_what_each_person_did(people, middle_twice: int, without: int) -> None:
    middle = middle_twice / 2
    table = Counter((str(a), str(b)) if a != b else STAYED for a, b in people)
    found = moved_by_slips(table, middle, len(people) + without)
    steps = [abs(b - middle) - abs(a - middle) for a, b in people if a != b]
    assert found.closer == sum(step < 0 for step in steps)
    assert found.further == sum(step > 0 for step in steps)
    assert found.closer + found.further + found.across == found.moved == len(steps)
    assert found.higher == sum(b > a for a, b in people)
    assert found.joined == len(people)


def test_below_a_quarter_of_the_room_it_is_about_as_before() -> None:
    before = {"3": 8}
    assert changed_between(before, {"3": 7, "4": 1}, 8) == Changed(1, 8)
    assert changed_between(before, {"3": 7, "4": 1}, 8).about_as_before
    found = changed_between(before, {"3": 6, "4": 2}, 8)
    assert found.at_least == 2
    assert not found.about_as_before


def test_a_late_comer_has_not_changed_their_mind() -> None:
    assert changed_between({"3": 10}, {"3": 10, "9": 1}, 11) == Changed(0, 11)


def test_more_answers_than_people_are_the_room() -> None:
    assert changed_between({"3": 4}, {"3": 3, "4": 1}, 0) == Changed(1, 4)
