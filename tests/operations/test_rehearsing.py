"""Invented answers are ones that a room could give, and nobody has to invent the same twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.guides import load_guide
from workbook.guides.values import expected_choice
from workbook.model.guide import PASS
from workbook.model.spots import spots
from workbook.model.workshop import Spot
from workbook.operations.rehearsing import invented_ballots
from workbook.readings.counting import slips

GUIDE = load_guide()
VOTED = [step for step in GUIDE.steps if step.ballot]


@pytest.mark.parametrize("step", VOTED, ids=lambda step: step.id)
@given(people=st.integers(0, 60), seed=st.integers(0, 2**32))
def test_every_ballot_answers_all_that_is_asked(step, people: int, seed: int) -> None:
    found = invented_ballots(GUIDE, step.ballot, people, seed)
    asked = {spot for q in step.ballot for spot in spots(GUIDE.questions[q])}
    assert found.total() == people
    for ballot in found:
        assert {spot for spot, _ in ballot.choices} == asked
        for spot, choice in ballot.choices:
            assert expected_choice(GUIDE.questions[spot.question], spot.mark, choice) == ""


def test_the_same_seed_invents_the_same_answers() -> None:
    ballot = GUIDE.step("wrong").ballot
    assert invented_ballots(GUIDE, ballot, 14, 3) == invented_ballots(GUIDE, ballot, 14, 3)
    assert invented_ballots(GUIDE, ballot, 14, 3) != invented_ballots(GUIDE, ballot, 14, 4)


@pytest.mark.parametrize("step", VOTED, ids=lambda step: step.id)
@given(people=st.integers(0, 60), late=st.integers(0, 9), seed=st.integers(0, 2**32))
def test_later_rounds_ask_the_same_people_who_have_kept_their_slips(
    step, people: int, late: int, seed: int
) -> None:
    asked = {spot for q in step.ballot for spot in spots(GUIDE.questions[q])}
    first, second, third = (
        invented_ballots(GUIDE, step.ballot, n, seed, number=number, slips=True)
        for number, n in ((1, people), (2, people + late), (3, people))
    )
    assert len(slips(first)) == people
    assert slips(first).keys() == slips(third).keys() <= slips(second).keys()
    assert len(slips(second)) == people + late
    for ballot in (*second, *third):
        for spot, choice in ballot.choices:
            assert spot in asked
            assert expected_choice(GUIDE.questions[spot.question], spot.mark, choice) == ""


def test_who_has_answered_already_is_not_invented_again() -> None:
    asked = GUIDE.step("purpose").ballot
    everyone = invented_ballots(GUIDE, asked, 14, 3, slips=True)
    others = invented_ballots(GUIDE, asked, 10, 3, after=4, slips=True)
    assert others.total() == 10
    assert others < everyone


@pytest.mark.parametrize("people", [9, 14, 40])
def test_some_move_towards_the_others_and_most_stay(people: int) -> None:
    spot = Spot("optimising.scale", "now")
    first, second = (
        slips(invented_ballots(GUIDE, ["optimising.scale"], people, 1, number=n, slips=True))
        for n in (1, 2)
    )
    marks = [(b.get(spot), second[code].get(spot)) for code, b in first.items()]
    went = [(int(a), int(b)) for a, b in marks if a != b and a is not None and b is not None]
    assert 2 <= len(went) < people
    assert all(abs(b - 5) < abs(a - 5) for a, b in went)


def test_a_room_is_spread_over_two_groups_and_somebody_passes() -> None:
    now = Spot("optimising.scale", "now")
    found = invented_ballots(GUIDE, ["optimising.scale"], 200, 1)
    marks = [int(c) for b in found.elements() if (c := b.get(now)) not in (None, PASS)]
    assert 0 < 200 - len(marks) < 30
    assert sum(mark <= 4 for mark in marks) > 40
    assert sum(mark >= 6 for mark in marks) > 40
