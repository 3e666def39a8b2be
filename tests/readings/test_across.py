"""Contradictions across steps, alone and in a room, and all that is none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.kinds import Side
from workbook.readings.across import (
    Across,
    Answered,
    Contradiction,
    Votes,
    contradictions,
    votes_of_do,
    votes_on_rungs,
    votes_on_scale,
)

PEOPLE, WORK, NEITHER = Votes(1, 0, 1), Votes(0, 1, 1), Votes(0, 0, 1)
ALONE = Answered(cases=(PEOPLE,) * 6, rungs=(PEOPLE,) * 4, order=WORK)


def test_people_first_everywhere_and_work_first_in_the_order() -> None:
    (found,) = contradictions(ALONE)
    assert found == Contradiction(Across.CASES_ORDER, Side.INSIDE, cases=6, rungs=4)
    assert found.against is Side.OUTSIDE


def test_the_reverse_is_one_too() -> None:
    turned = Answered(cases=(WORK,) * 6, rungs=(WORK,) * 4, order=PEOPLE)
    (found,) = contradictions(turned)
    assert (found.about, found.side, found.against) == ("cases_order", "outside", "inside")


def test_without_the_ladder_the_cases_speak_alone() -> None:
    (found,) = contradictions(replace(ALONE, rungs=()))
    assert found == Contradiction(Across.CASES_ORDER, Side.INSIDE, cases=6)


@pytest.mark.parametrize(
    "answered",
    [
        replace(ALONE, order=PEOPLE),
        replace(ALONE, order=None),
        replace(ALONE, order=NEITHER),
        replace(ALONE, cases=(PEOPLE,) * 5 + (NEITHER,)),
        replace(ALONE, cases=(PEOPLE,) * 5 + (WORK,)),
        replace(ALONE, cases=(PEOPLE,) * 2),
        replace(ALONE, rungs=(PEOPLE, PEOPLE, PEOPLE, WORK)),
        Answered(),
    ],
)
def test_what_goes_together_is_not_asked_about(answered: Answered) -> None:
    assert contradictions(answered) == ()


def test_one_side_in_every_case_and_the_other_on_every_rung() -> None:
    (found,) = contradictions(Answered(cases=(PEOPLE,) * 6, rungs=(WORK,) * 4))
    assert (found.about, found.side) == (Across.CASES_LADDER, Side.INSIDE)


@pytest.mark.parametrize(
    ("inside", "outside", "do", "side"),
    [
        (0, 2, PEOPLE, Side.OUTSIDE),
        (1, 3, PEOPLE, Side.OUTSIDE),
        (3, 0, WORK, Side.INSIDE),
        (0, 1, PEOPLE, None),
        (2, 3, PEOPLE, None),
        (0, 3, WORK, None),
        (0, 3, NEITHER, None),
        (0, 0, PEOPLE, None),
        (2, 2, PEOPLE, None),
    ],
)
def test_marks_of_do_against_the_facts(inside, outside, do: Votes, side: Side | None) -> None:
    found = contradictions(Answered(do=do, facts_inside=inside, facts_outside=outside))
    assert [each.side for each in found] == ([] if side is None else [side])
    for each in found:
        assert (each.facts, each.other_facts) == (max(inside, outside), min(inside, outside))


def test_a_wish_against_the_order() -> None:
    (found,) = contradictions(Answered(wished=PEOPLE, order=WORK))
    assert found == Contradiction(Across.WISH_ORDER, Side.INSIDE)
    assert contradictions(Answered(wished=NEITHER, order=WORK)) == ()
    assert contradictions(Answered(wished=WORK, order=WORK)) == ()


def test_the_one_to_ask_about_comes_first() -> None:
    found = contradictions(replace(ALONE, do=PEOPLE, facts_outside=4, wished=PEOPLE))
    assert [each.about for each in found] == ["cases_order", "facts_do", "wish_order"]


def test_in_a_room_a_side_is_that_of_more_than_half_of_all() -> None:
    assert Votes(6, 5, 11).side is Side.INSIDE
    assert Votes(5, 6, 11).side is Side.OUTSIDE
    assert Votes(6, 0, 12).side is Side.NEITHER
    room = Answered(cases=(Votes(7, 4, 12),) * 3, order=Votes(2, 7, 12))
    assert [each.about for each in contradictions(room)] == ["cases_order"]
    assert contradictions(replace(room, order=Votes(2, 6, 12))) == ()


def test_who_puts_people_first_on_each_rung() -> None:
    assert votes_on_rungs(4, [None], 1) == (PEOPLE,) * 4
    assert votes_on_rungs(4, [0], 1) == (WORK,) * 4
    found = votes_on_rungs(3, [0, 2, None, None], 6)
    assert found == (Votes(3, 1, 6), Votes(3, 1, 6), Votes(2, 2, 6))


def test_whose_do_lies_clearly_on_one_side() -> None:
    found = votes_of_do([(2, 9, 5), (5, 6, 3), (9, 7, 2), (6, 6, 1)], 14)
    assert found == Votes(5, 2, 14)


def test_whose_wish_lies_clearly_on_one_side() -> None:
    assert votes_on_scale({"3": 4, "4": 2, "5": 1, "6": 1, "7": 3, "10": 1}, 5, 12) == Votes(
        4, 4, 12
    )


people = st.integers(0, 10)
votes = st.builds(lambda a, b, more: Votes(a, b, a + b + more), people, people, people)


@given(
    st.builds(
        Answered,
        cases=st.lists(votes, max_size=6),
        rungs=st.lists(votes, max_size=4),
        order=votes | st.none(),
        do=votes | st.none(),
        wished=votes | st.none(),
        facts_inside=people,
        facts_outside=people,
    )
)
def test_what_is_asked_about_is_true(answered: Answered) -> None:
    def most(each: Votes | None, side: Side) -> bool:
        assert each is not None
        return (each.people if side is Side.INSIDE else each.work) > each.of / 2

    for found in contradictions(answered):
        side, against = found.side, found.against
        if found.about in (Across.CASES_ORDER, Across.CASES_LADDER):
            assert all(most(each, side) for each in answered.cases)
            assert found.cases == len(answered.cases) >= 3
        if found.about is Across.CASES_ORDER:
            assert all(most(each, side) for each in answered.rungs)
        if found.about is Across.CASES_LADDER:
            assert answered.rungs
            assert all(most(each, against) for each in answered.rungs)
        if found.about in (Across.CASES_ORDER, Across.WISH_ORDER):
            assert most(answered.order, against)
        if found.about is Across.FACTS_DO:
            assert most(answered.do, against)
            assert found.facts > found.other_facts
