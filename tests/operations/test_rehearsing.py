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


def test_a_room_is_spread_over_two_groups_and_somebody_passes() -> None:
    now = Spot("optimising.scale", "now")
    found = invented_ballots(GUIDE, ["optimising.scale"], 200, 1)
    marks = [int(c) for b in found.elements() if (c := b.get(now)) not in (None, PASS)]
    assert 0 < 200 - len(marks) < 30
    assert sum(mark <= 4 for mark in marks) > 40
    assert sum(mark >= 6 for mark in marks) > 40
