"""How late a workshop is, and which steps could give minutes for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.agendas import (
    GUIDE,
    NINETY,
    NOON,
    PLANNED,
    STEPS,
    ends,
    late,
    seconds,
    setups,
    skip,
)
from workbook.model import timing
from workbook.model.agenda import BREAK, Timebox, agenda, position
from workbook.model.replanning import replan
from workbook.model.workshop import Clock, Setup

# --------------------------------------------------------------------------------- when it will end


@given(setups)
def test_who_keeps_to_the_agenda_ends_as_promised(setup: Setup) -> None:
    boxes, now = agenda(GUIDE, setup), NOON
    clock = timing.begin(GUIDE, setup, now)
    for box in boxes:
        assert late(setup, clock, now) == late(setup, clock, now + seconds(box.seconds)) == 0
        now += seconds(box.seconds)
        clock = skip(boxes, clock, now)


def test_lateness_eats_the_buffer_first() -> None:
    clock = timing.begin(GUIDE, NINETY, NOON)
    first = agenda(GUIDE, NINETY)[0].seconds
    assert late(NINETY, clock, NOON + seconds(first + 300)) == 0
    assert late(NINETY, clock, NOON + seconds(first + 360)) == 60
    assert ends(NINETY, clock, NOON + seconds(first + 360)) == NOON + timedelta(minutes=91)


def test_who_is_ahead_ends_earlier_and_who_pauses_later() -> None:
    boxes = agenda(GUIDE, NINETY)
    clock = timing.begin(GUIDE, NINETY, NOON)
    assert late(NINETY, skip(boxes, clock, NOON), NOON) == -boxes[0].seconds
    standing = timing.pause(clock, NOON)
    assert late(NINETY, standing, NOON + timedelta(minutes=9)) == 240


def test_before_it_begins_nothing_is_late() -> None:
    assert late(NINETY, Clock(), NOON) == 0
    assert ends(NINETY, Clock(), NOON) == NOON + timedelta(minutes=90)


@pytest.mark.parametrize(
    ("late_by", "minutes"),
    [(0, 0), (1e-7, 0), (1, 1), (60, 1), (60.0000001, 1), (61, 2), (-59, 0), (-60, -1), (-119, -1)],
)
def test_whole_minutes_late(late_by: float, minutes: int) -> None:
    assert timing.minutes_late(late_by) == minutes


# -------------------------------------------------------------------------------- changing half-way


def test_a_step_left_out_while_it_runs_gives_way_to_the_next() -> None:
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "rare", "talk", NOON)
    without = replace(NINETY, minutes={"rare": 0})
    later = NOON + seconds(50)
    moved = timing.settle(GUIDE, without, clock, later)
    assert (moved.step, moved.phase, moved.since) == ("wrong", "write", later)
    nothing_after = replace(NINETY, minutes=dict.fromkeys(STEPS[STEPS.index("rare") :], 0))
    moved = timing.settle(GUIDE, nothing_after, clock, later)
    assert (moved.step, moved.phase) == ("optimising", "sentence")


def test_a_break_that_another_plan_has_not_gives_way_to_its_step() -> None:
    three_hours = Setup("180", 14)
    clock = timing.go_to(timing.begin(GUIDE, three_hours, NOON), "rare", BREAK, NOON)
    moved = timing.settle(GUIDE, NINETY, clock, NOON)
    assert (moved.step, moved.phase) == ("rare", "write")


@given(setups, setups, st.data())
def test_a_changed_set_up_never_loses_the_clock(
    setup: Setup, other: Setup, data: st.DataObject
) -> None:
    boxes, changed = agenda(GUIDE, setup), agenda(GUIDE, other)
    clock = timing.begin(GUIDE, setup, NOON)
    if boxes:
        box = data.draw(st.sampled_from(boxes))
        clock = timing.go_to(clock, box.step, box.phase, NOON)
    settled = timing.settle(GUIDE, other, clock, NOON)
    if (clock.step, clock.phase) in [(b.step, b.phase) for b in changed] or not changed:
        assert settled == clock
    else:
        assert position(changed, settled.step, settled.phase) is not None
    assert timing.settle(GUIDE, other, Clock(), NOON) == Clock()


# ----------------------------------------------------------------------------------- giving it back


def test_the_steps_that_give_first_give_first() -> None:
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "optimising", "write", NOON)
    now = NOON + timedelta(minutes=39)  # 30 were planned before, and the buffer is 5
    clock = timing.go_to(clock, "optimising", "write", now)
    found = replan(GUIDE, NINETY, clock, now)
    assert [(give.step, give.before, give.after) for give in found.gives] == [("rare", 8, 4)]
    assert (found.late_before, found.late_after, found.minutes) == (240, 0, 4)
    assert found.setup == replace(NINETY, minutes={"rare": 4})


def test_the_others_give_in_proportion_and_what_stays_late_is_said() -> None:
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "optimising", "write", NOON)
    clock = timing.go_to(clock, "optimising", "write", NOON + timedelta(minutes=47))
    found = replan(GUIDE, NINETY, clock, NOON + timedelta(minutes=47))
    gives = {give.step: give.minutes for give in found.gives}
    assert gives == {"rare": 4, "wrong": 1, "impact": 6, "statement": 1}
    assert found.late_after == 0
    much = NOON + timedelta(minutes=120)
    hopeless = replan(GUIDE, NINETY, timing.go_to(clock, "optimising", "talk", much), much)
    assert hopeless.minutes > found.minutes
    assert hopeless.late_after == hopeless.late_before - hopeless.minutes * 60 > 0


def test_on_time_or_ahead_there_is_nothing_to_do() -> None:
    clock = timing.begin(GUIDE, NINETY, NOON)
    for at in (clock, timing.go_to(clock, "wrong", "write", NOON), Clock()):
        found = replan(GUIDE, NINETY, at, NOON)
        assert found.gives == ()
        assert found.setup is NINETY
        assert found.late_after == found.late_before <= 0


def test_in_the_break_before_it_a_step_can_still_give() -> None:
    setup = Setup("180", 14)
    clock = timing.go_to(timing.begin(GUIDE, setup, NOON), "rare", BREAK, NOON)
    now = NOON + timedelta(minutes=90)
    clock = timing.go_to(clock, "rare", BREAK, now)
    found = replan(GUIDE, setup, clock, now)
    assert found.gives[0].step == "rare"
    assert Timebox("rare", BREAK, 900, firm=True) in agenda(GUIDE, found.setup)


def test_an_ended_workshop_gives_nothing() -> None:
    clock = timing.end(timing.begin(GUIDE, NINETY, NOON), NOON + timedelta(hours=3))
    assert replan(GUIDE, NINETY, clock, NOON + timedelta(hours=3)).gives == ()


@given(setups, st.integers(0, 12000), st.data())
def test_a_new_plan_keeps_what_is_firm_past_or_running(
    setup: Setup, gone: int, data: st.DataObject
) -> None:
    boxes = agenda(GUIDE, setup)
    if not boxes:
        return
    here = data.draw(st.sampled_from(boxes))
    now = NOON + seconds(gone)
    clock = timing.go_to(timing.begin(GUIDE, setup, NOON), here.step, here.phase, now)
    found = replan(GUIDE, setup, clock, now)
    changed = agenda(GUIDE, found.setup)
    assert [(b.step, b.phase) for b in changed] == [(b.step, b.phase) for b in boxes]

    reached = boxes.index(here)
    planned = {(b.step, b.phase): b.seconds for b in PLANNED[setup.plan]}
    for at, (old, new) in enumerate(zip(boxes, changed, strict=True)):
        if at <= reached or (old.step == here.step and here.phase != BREAK):
            assert new == old
        # A step that the plan sends home is measured by another plan.
        if old.firm and (old.step in GUIDE.plan(setup.plan).minutes or old.phase == BREAK):
            assert new.seconds >= min(old.seconds, planned.get((old.step, old.phase), old.seconds))
        assert new.seconds or not old.seconds

    assert found.late_before == late(setup, clock, now)
    assert found.late_after == late(found.setup, clock, now)
    assert found.minutes <= max(0, timing.minutes_late(found.late_before))
    if found.late_after > 0:  # then there is nothing left that could give
        again = replan(GUIDE, found.setup, clock, now)
        assert again.gives == ()
