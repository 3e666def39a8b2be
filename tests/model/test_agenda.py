"""The minutes of a plan add up to the second, the clock tells the truth, late rooms catch up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from itertools import pairwise

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
    of_step,
    seconds,
    setups,
    skip,
)
from workbook.model import timing
from workbook.model.agenda import (
    BREAK,
    UNIT,
    Agenda,
    Timebox,
    after,
    agenda,
    before,
    minutes_of,
    total,
)
from workbook.model.timing import Level
from workbook.model.workshop import Clock, Setup

# ------------------------------------------------------------------------------------ the timeboxes


def test_the_phases_share_the_minutes_of_their_step() -> None:
    assert of_step(agenda(GUIDE, NINETY), "optimising") == {
        "write": 120,
        "reveal": 60,
        "talk": 240,
        "second": 60,
        "sentence": 120,
    }


def test_a_step_without_phases_is_one_box() -> None:
    boxes = agenda(GUIDE, NINETY)
    assert [box for box in boxes if box.step == "kind"] == [Timebox("kind", "", 180, firm=False)]


@given(setups)
def test_phases_add_up_to_the_minutes_of_their_step(setup: Setup) -> None:
    boxes = agenda(GUIDE, setup)
    planned = GUIDE.plan(setup.plan).minutes
    for step in STEPS:
        minutes = setup.minutes.get(step, planned.get(step, 0))
        inside = [box for box in boxes if box.step == step and box.phase != BREAK]
        assert sum(box.seconds for box in inside) == minutes * 60
        assert bool(inside) == (minutes > 0)
    assert all(box.seconds % UNIT == 0 for box in boxes)
    assert [box.step for box in boxes] == sorted((b.step for b in boxes), key=STEPS.index)


@given(setups)
def test_every_phase_has_some_time_from_two_minutes_on(setup: Setup) -> None:
    held = minutes_of(GUIDE, setup)
    assert all(box.seconds for box in agenda(GUIDE, setup) if held[box.step] >= 2)


@given(setups)
def test_firm_phases_keep_their_time_while_the_others_have_any(setup: Setup) -> None:
    boxes = agenda(GUIDE, setup)
    for planned in PLANNED[setup.plan]:
        now = of_step(boxes, planned.step)
        if not planned.firm or planned.phase == BREAK or not now:
            continue
        rest = [b.seconds for b in boxes if b.step == planned.step and not b.firm]
        kept = now[planned.phase] >= planned.seconds
        assert kept or set(rest) <= {0, UNIT}, "taken only where nothing else can give"
        if sum(now.values()) < sum(of_step(PLANNED[setup.plan], planned.step).values()):
            assert now[planned.phase] <= planned.seconds


def test_a_shorter_step_takes_from_talk_and_sentence() -> None:
    boxes = agenda(GUIDE, replace(NINETY, minutes={"optimising": 5}))
    found = of_step(boxes, "optimising")
    assert (found["write"], found["second"]) == (120, 60)
    assert found["talk"] > found["sentence"] > 0


def test_a_step_of_no_minutes_is_left_out_and_one_with_its_own_comes_in() -> None:
    boxes = agenda(GUIDE, Setup("short", 14, {"wrong": 0, "kind": 4}))
    assert {box.step for box in boxes} == {"kind", "optimising"}


def test_a_break_keeps_its_minutes_and_outlives_its_step() -> None:
    setup = Setup("180", 14)
    found = [box for box in agenda(GUIDE, setup) if box.phase == BREAK]
    assert found == [Timebox("rare", BREAK, 900, firm=True)]
    without = agenda(GUIDE, replace(setup, minutes={"rare": 0}))
    assert Timebox("wrong", BREAK, 900, firm=True) in without
    after_all = dict.fromkeys(["rare", "wrong", "impact", "statement"], 0)
    assert not [b for b in agenda(GUIDE, replace(setup, minutes=after_all)) if b.phase == BREAK]


@pytest.mark.parametrize(("plan", "minutes"), [("90", 90), ("180", 180), ("short", 24)])
def test_the_whole_takes_what_the_plan_says(plan: str, minutes: int) -> None:
    assert total(GUIDE, Setup(plan, 14)) == minutes * 60


def test_an_unknown_plan_is_told() -> None:
    with pytest.raises(KeyError):
        agenda(GUIDE, Setup("nope", 3))


# ---------------------------------------------------------------------------------------- the clock


def walk(boxes: Agenda, clock: Clock) -> Iterator[tuple[str, str]]:
    """The places from where the clock is to the end."""
    while True:
        yield clock.step, clock.phase
        onward = skip(boxes, clock, NOON)
        if onward == clock:
            return
        clock = onward


def test_it_begins_in_the_first_phase_and_promises_the_end() -> None:
    clock = timing.begin(GUIDE, NINETY, NOON)
    assert (clock.step, clock.phase, clock.since) == ("setting", "write", NOON)
    assert clock.promised == NOON + timedelta(minutes=90)


@given(setups)
def test_skipping_passes_every_timebox_once(setup: Setup) -> None:
    boxes = agenda(GUIDE, setup)
    if boxes:
        clock = timing.begin(GUIDE, setup, NOON)
        assert list(walk(boxes, clock)) == [(box.step, box.phase) for box in boxes]


def test_neighbours() -> None:
    boxes = agenda(GUIDE, NINETY)
    for one, other in pairwise(boxes):
        assert after(boxes, one.step, one.phase) == other
        assert before(boxes, other.step, other.phase) == one
    assert after(boxes, "statement", "check-out") is None
    assert before(boxes, "setting", "write") is None
    assert after(boxes, "elsewhere", "") is before(boxes, "elsewhere", "") is None


def test_time_runs_stands_and_is_added() -> None:
    boxes = agenda(GUIDE, NINETY)
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "optimising", "write", NOON)
    assert timing.left(boxes, clock, NOON + seconds(30)) == 90
    standing = timing.pause(clock, NOON + seconds(30))
    assert timing.pause(standing, NOON + seconds(60)) == standing
    assert timing.left(boxes, standing, NOON + seconds(500)) == 90
    running = timing.start(timing.add_minute(standing), NOON + seconds(500))
    assert timing.start(running, NOON + seconds(900)) == running
    assert timing.left(boxes, running, NOON + seconds(560)) == 90
    assert timing.whole(boxes, running) == 180
    assert timing.left(boxes, running, NOON + seconds(700)) == -50


def test_another_phase_begins_anew_and_keeps_the_clock_as_it_is() -> None:
    clock = timing.add_minute(timing.begin(GUIDE, NINETY, NOON))
    later = NOON + seconds(40)
    gone = timing.go_to(clock, "rare", "talk", later)
    assert (gone.spent, gone.added, gone.since) == (0, 0, later)
    standing = timing.go_to(timing.pause(clock, later), "rare", "talk", later)
    assert standing.since is None


def test_an_ended_workshop_stands_and_can_go_on() -> None:
    clock = timing.end(timing.begin(GUIDE, NINETY, NOON), NOON + seconds(60))
    assert (clock.spent, clock.since) == (60, None)
    assert timing.end(clock, NOON + seconds(90)) == clock
    assert ends(NINETY, clock, NOON + seconds(500)) == NOON + seconds(60)
    again = timing.start(clock, NOON + seconds(90))
    assert (again.ended, again.since, again.spent) == (None, NOON + seconds(90), 60)


@pytest.mark.parametrize(
    ("remaining", "said"),
    [
        (100, Level.CALM),
        (20.1, Level.CALM),
        (20, Level.AMBER),
        (5.1, Level.AMBER),
        (5, Level.RED),
        (0.1, Level.RED),
        (0, Level.OVER),
        (-80, Level.OVER),
    ],
)
def test_levels(remaining: float, said: Level) -> None:
    assert timing.level(remaining, 100) is said


@given(
    st.lists(st.sampled_from(["pause", "start", "minute", "read"]), max_size=12),
    st.lists(st.integers(0, 4000), min_size=12, max_size=12),
)
def test_what_is_left_is_what_ran_off_whoever_reads_it(did: list[str], gaps: list[int]) -> None:
    """The clock is a value that any later program reads alike: a crash or a sleep is but a gap."""
    boxes = agenda(GUIDE, NINETY)
    clock, now, ran, added = timing.begin(GUIDE, NINETY, NOON), NOON, 0, 0
    moves = {"pause": timing.pause, "start": timing.start}
    for what, gap in zip(did, gaps, strict=False):
        ran += gap if clock.since else 0
        now += seconds(gap)
        clock = moves[what](clock, now) if what in moves else clock
        if what == "minute":
            clock, added = timing.add_minute(clock), added + 60
        assert timing.left(boxes, clock, now) == boxes[0].seconds + added - ran
        elsewhere = now.astimezone(timezone(timedelta(hours=9)))
        assert timing.left(boxes, clock, elsewhere) == timing.left(boxes, clock, now)
        assert ends(NINETY, clock, elsewhere) == ends(NINETY, clock, now)


@given(st.integers(0, 10**6))
def test_a_computers_clock_set_back_never_gives_time(back: int) -> None:
    boxes = agenda(GUIDE, NINETY)
    clock = timing.begin(GUIDE, NINETY, NOON)
    assert timing.left(boxes, clock, NOON - seconds(back)) == boxes[0].seconds
    assert timing.pause(clock, NOON - seconds(back)).spent == 0
