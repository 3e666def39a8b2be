"""From every place one comes to the next and back again, also from a step that went home."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.guides import load_guide
from workbook.model.agenda import BREAK, Timebox, agenda
from workbook.model.places import following, preceding
from workbook.model.workshop import Setup

GUIDE = load_guide()
STEPS = [step.id for step in GUIDE.steps]

Place = tuple[str, str]

setups = st.builds(
    Setup,
    st.sampled_from(["60", "90", "180"]),
    st.just(9),
    st.dictionaries(st.sampled_from(STEPS), st.integers(0, 20), max_size=4),
)


def place(box: Timebox | None) -> Place | None:
    """Where a timebox is."""
    return None if box is None else (box.step, box.phase)


def walk(setup: Setup, start: Place) -> list[Place]:
    """All places from a start to the end."""
    boxes = agenda(GUIDE, setup)
    found = [start]
    while (onward := place(following(GUIDE, boxes, *found[-1]))) is not None:
        found.append(onward)
    return found


@given(setups)
def test_forward_goes_through_the_agenda_and_back_the_same_way(setup: Setup) -> None:
    boxes = agenda(GUIDE, setup)
    if not boxes:
        return
    places = [(box.step, box.phase) for box in boxes]
    assert walk(setup, places[0]) == places
    for one, other in pairwise(places):
        assert place(preceding(GUIDE, boxes, *other)) == one
    assert preceding(GUIDE, boxes, *places[0]) is None


def test_a_step_that_went_home_is_gone_through_and_then_left_for_the_next_one() -> None:
    setup = Setup("60", 9)
    phases = [("rare", phase.id) for phase in GUIDE.step("rare").phases]
    found = walk(setup, phases[0])
    assert found[: len(phases)] == phases
    assert found[len(phases)] == ("wrong", "write")
    boxes = agenda(GUIDE, setup)
    assert place(preceding(GUIDE, boxes, *phases[0])) == ("optimising", "sentence")


@pytest.mark.parametrize("plan", ["60", "90"])
def test_a_break_that_is_not_there_any_more_stands_where_its_step_begins(plan: str) -> None:
    boxes = agenda(GUIDE, Setup(plan, 9))
    first, second = (phase.id for phase in GUIDE.step("rare").phases[:2])
    assert place(following(GUIDE, boxes, "rare", BREAK)) == ("rare", second)
    assert preceding(GUIDE, boxes, "rare", BREAK) == preceding(GUIDE, boxes, "rare", first)


def test_after_the_last_step_of_all_there_is_nothing() -> None:
    setup = Setup("90", 9, {"statement": 0})
    last = GUIDE.step("statement").phases[-1].id
    assert following(GUIDE, agenda(GUIDE, setup), "statement", last) is None
