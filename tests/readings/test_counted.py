"""How many have answered is told mark by mark, and most of us is most of the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.workshop import Counts, Spot
from workbook.readings.counted import head_count, majority

NOW, WISHED, THIRD = Spot("scale", "now"), Spot("scale", "wished"), Spot("pulse", "help")


def test_all_of_all_is_said_only_when_every_mark_has_them() -> None:
    full = Counts(answers={NOW: {"3": 120}, WISHED: {"3": 100, "4": 10}}, passes={WISHED: 10})
    found = head_count((NOW, WISHED), full, 120)
    assert found.complete
    assert (found.fewest, found.lacking, found.passes) == (120, (), (0, 10))


def test_a_mark_with_fewer_is_what_is_said() -> None:
    counts = Counts(answers={NOW: {"3": 120}, WISHED: {"3": 100}}, passes={WISHED: 2})
    found = head_count((NOW, WISHED, THIRD), counts, 120)
    assert not found.complete
    assert found.fewest == 0
    assert [(m.spot, m.handed_in) for m in found.lacking] == [(THIRD, 0), (WISHED, 102)]


def test_a_withheld_mark_tells_no_number() -> None:
    counts = Counts(answers={NOW: {"3": 6}}, passes={WISHED: 4}, withheld=frozenset({WISHED}))
    found = head_count((NOW, WISHED), counts, 6)
    assert not found.complete
    assert (found.fewest, found.withheld, found.lacking) == (None, (WISHED,), ())


def test_a_round_without_marks_is_not_complete() -> None:
    assert not head_count((), Counts(), 0).complete
    assert head_count((), Counts(), 0).fewest is None


@pytest.mark.parametrize(
    ("chosen", "passed", "people", "of_room", "of_answers", "everybody"),
    [
        ({"yes": 5, "no": 3}, 0, 8, True, True, False),
        ({"yes": 5, "no": 3}, 2, 10, False, True, False),
        ({"yes": 5, "no": 3, "partly": 4}, 0, 12, False, False, False),
        ({"yes": 4, "no": 4}, 0, 8, False, False, False),
        ({"yes": 8}, 0, 8, True, True, True),
        ({"yes": 5}, 9, 14, False, True, False),
        ({"yes": 5}, 9, 0, False, True, False),
        ({}, 3, 3, False, False, False),
    ],
)
def test_whose_majority_it_is(chosen, passed, people, of_room, of_answers, everybody) -> None:
    found = majority(chosen, passed, people)
    assert (found.of_room, found.of_answers, found.everybody) == (of_room, of_answers, everybody)


def test_level_answers_lead_together() -> None:
    found = majority({"yes": 4, "no": 4, "partly": 0}, 1, 9)
    assert (found.leading, found.n, found.level) == (("yes", "no"), 4, True)
    assert majority({"yes": 0}, 0, 9).leading == ()


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 20)), st.integers(0, 20))
def test_most_of_the_room_is_most_of_the_answers(chosen, passed: int) -> None:
    found = majority(chosen, passed, 0)
    assert found.of_answers or not found.of_room
    assert found.of_room or not found.everybody or not found.people
    assert all(chosen[answer] == found.n for answer in found.leading)
