"""The minutes of a plan add up to the second, the clock tells the truth, late rooms catch up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timed_guide import timed_guide
from workbook.model import agenda as timing
from workbook.model.agenda import BREAK, UNIT, Agenda, Level, Timebox
from workbook.model.workshop import Clock, Setup

GUIDE = timed_guide()
STEPS = [step.id for step in GUIDE.steps]
NINETY = Setup("90", 14)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLANNED = {plan.id: timing.agenda(GUIDE, Setup(plan.id, 14)) for plan in GUIDE.plans}

own_minutes = st.dictionaries(st.sampled_from(STEPS), st.integers(0, 40))
setups = st.builds(Setup, st.sampled_from(sorted(PLANNED)), st.just(14), own_minutes)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def of_step(boxes: Agenda, step: str) -> dict[str, int]:
    return {box.phase: box.seconds for box in boxes if box.step == step}


def late(setup: Setup, clock: Clock, now: datetime) -> float:
    return timing.late(timing.agenda(GUIDE, setup), clock, now, timing.buffer(GUIDE, setup))


def ends(setup: Setup, clock: Clock, now: datetime) -> datetime:
    return timing.ends(timing.agenda(GUIDE, setup), clock, now, timing.buffer(GUIDE, setup))


# ------------------------------------------------------------------------------------ the timeboxes


def test_the_phases_share_the_minutes_of_their_step() -> None:
    assert of_step(timing.agenda(GUIDE, NINETY), "optimising") == {
        "write": 120,
        "reveal": 60,
        "talk": 240,
        "second": 60,
        "sentence": 120,
    }


def test_a_step_without_phases_is_one_box() -> None:
    boxes = timing.agenda(GUIDE, NINETY)
    assert [box for box in boxes if box.step == "kind"] == [Timebox("kind", "", 180, firm=False)]


@given(setups)
def test_phases_add_up_to_the_minutes_of_their_step(setup: Setup) -> None:
    boxes = timing.agenda(GUIDE, setup)
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
    held = timing.minutes_of(GUIDE, setup)
    assert all(box.seconds for box in timing.agenda(GUIDE, setup) if held[box.step] >= 2)


@given(setups)
def test_firm_phases_keep_their_time_while_the_others_have_any(setup: Setup) -> None:
    boxes = timing.agenda(GUIDE, setup)
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
    boxes = timing.agenda(GUIDE, replace(NINETY, minutes={"optimising": 5}))
    found = of_step(boxes, "optimising")
    assert (found["write"], found["second"]) == (120, 60)
    assert found["talk"] > found["sentence"] > 0


def test_a_step_of_no_minutes_is_left_out_and_one_with_its_own_comes_in() -> None:
    boxes = timing.agenda(GUIDE, Setup("short", 14, {"wrong": 0, "kind": 4}))
    assert {box.step for box in boxes} == {"kind", "optimising"}


def test_a_break_keeps_its_minutes_and_outlives_its_step() -> None:
    setup = Setup("180", 14)
    found = [box for box in timing.agenda(GUIDE, setup) if box.phase == BREAK]
    assert found == [Timebox("rare", BREAK, 900, firm=True)]
    without = timing.agenda(GUIDE, replace(setup, minutes={"rare": 0}))
    assert Timebox("wrong", BREAK, 900, firm=True) in without
    after_all = dict.fromkeys(["rare", "wrong", "impact", "statement"], 0)
    assert not [
        b for b in timing.agenda(GUIDE, replace(setup, minutes=after_all)) if b.phase == BREAK
    ]


@pytest.mark.parametrize(("plan", "minutes"), [("90", 90), ("180", 180), ("short", 24)])
def test_the_whole_takes_what_the_plan_says(plan: str, minutes: int) -> None:
    assert timing.total(GUIDE, Setup(plan, 14)) == minutes * 60


def test_an_unknown_plan_is_told() -> None:
    with pytest.raises(KeyError):
        timing.agenda(GUIDE, Setup("nope", 3))


# ---------------------------------------------------------------------------------------- the clock


def skip(boxes: Agenda, clock: Clock, now: datetime) -> Clock:
    """The clock in the next timebox; in the last one, it stays."""
    onward = timing.after(boxes, clock.step, clock.phase)
    return timing.go_to(clock, onward.step, onward.phase, now) if onward else clock


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
    boxes = timing.agenda(GUIDE, setup)
    if boxes:
        clock = timing.begin(GUIDE, setup, NOON)
        assert list(walk(boxes, clock)) == [(box.step, box.phase) for box in boxes]


def test_neighbours() -> None:
    boxes = timing.agenda(GUIDE, NINETY)
    for one, other in pairwise(boxes):
        assert timing.after(boxes, one.step, one.phase) == other
        assert timing.before(boxes, other.step, other.phase) == one
    assert timing.after(boxes, "statement", "check-out") is None
    assert timing.before(boxes, "setting", "write") is None
    assert timing.after(boxes, "elsewhere", "") is timing.before(boxes, "elsewhere", "") is None


def test_time_runs_stands_and_is_added() -> None:
    boxes = timing.agenda(GUIDE, NINETY)
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
    boxes = timing.agenda(GUIDE, NINETY)
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
    boxes = timing.agenda(GUIDE, NINETY)
    clock = timing.begin(GUIDE, NINETY, NOON)
    assert timing.left(boxes, clock, NOON - seconds(back)) == boxes[0].seconds
    assert timing.pause(clock, NOON - seconds(back)).spent == 0


# ------------------------------------------------------------------------------- when it will end


@given(setups)
def test_who_keeps_to_the_agenda_ends_as_promised(setup: Setup) -> None:
    boxes, now = timing.agenda(GUIDE, setup), NOON
    clock = timing.begin(GUIDE, setup, now)
    for box in boxes:
        assert late(setup, clock, now) == late(setup, clock, now + seconds(box.seconds)) == 0
        now += seconds(box.seconds)
        clock = skip(boxes, clock, now)


def test_lateness_eats_the_buffer_first() -> None:
    clock = timing.begin(GUIDE, NINETY, NOON)
    first = timing.agenda(GUIDE, NINETY)[0].seconds
    assert late(NINETY, clock, NOON + seconds(first + 300)) == 0
    assert late(NINETY, clock, NOON + seconds(first + 360)) == 60
    assert ends(NINETY, clock, NOON + seconds(first + 360)) == NOON + timedelta(minutes=91)


def test_who_is_ahead_ends_earlier_and_who_pauses_later() -> None:
    boxes = timing.agenda(GUIDE, NINETY)
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


# ------------------------------------------------------------------------------- changing half-way


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
    boxes, changed = timing.agenda(GUIDE, setup), timing.agenda(GUIDE, other)
    clock = timing.begin(GUIDE, setup, NOON)
    if boxes:
        box = data.draw(st.sampled_from(boxes))
        clock = timing.go_to(clock, box.step, box.phase, NOON)
    settled = timing.settle(GUIDE, other, clock, NOON)
    if (clock.step, clock.phase) in [(b.step, b.phase) for b in changed] or not changed:
        assert settled == clock
    else:
        assert timing.position(changed, settled.step, settled.phase) is not None
    assert timing.settle(GUIDE, other, Clock(), NOON) == Clock()


# ----------------------------------------------------------------------------------- giving it back


def test_the_steps_that_give_first_give_first() -> None:
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "optimising", "write", NOON)
    now = NOON + timedelta(minutes=39)  # 30 were planned before, and the buffer is 5
    clock = timing.go_to(clock, "optimising", "write", now)
    found = timing.replan(GUIDE, NINETY, clock, now)
    assert [(give.step, give.before, give.after) for give in found.gives] == [("rare", 8, 4)]
    assert (found.late_before, found.late_after, found.minutes) == (240, 0, 4)
    assert found.setup == replace(NINETY, minutes={"rare": 4})


def test_the_others_give_in_proportion_and_what_stays_late_is_said() -> None:
    clock = timing.go_to(timing.begin(GUIDE, NINETY, NOON), "optimising", "write", NOON)
    clock = timing.go_to(clock, "optimising", "write", NOON + timedelta(minutes=47))
    found = timing.replan(GUIDE, NINETY, clock, NOON + timedelta(minutes=47))
    gives = {give.step: give.minutes for give in found.gives}
    assert gives == {"rare": 4, "wrong": 1, "impact": 6, "statement": 1}
    assert found.late_after == 0
    much = NOON + timedelta(minutes=120)
    hopeless = timing.replan(GUIDE, NINETY, timing.go_to(clock, "optimising", "talk", much), much)
    assert hopeless.minutes > found.minutes
    assert hopeless.late_after == hopeless.late_before - hopeless.minutes * 60 > 0


def test_on_time_or_ahead_there_is_nothing_to_do() -> None:
    clock = timing.begin(GUIDE, NINETY, NOON)
    for at in (clock, timing.go_to(clock, "wrong", "write", NOON), Clock()):
        found = timing.replan(GUIDE, NINETY, at, NOON)
        assert found.gives == ()
        assert found.setup is NINETY
        assert found.late_after == found.late_before <= 0


def test_in_the_break_before_it_a_step_can_still_give() -> None:
    setup = Setup("180", 14)
    clock = timing.go_to(timing.begin(GUIDE, setup, NOON), "rare", BREAK, NOON)
    now = NOON + timedelta(minutes=90)
    clock = timing.go_to(clock, "rare", BREAK, now)
    found = timing.replan(GUIDE, setup, clock, now)
    assert found.gives[0].step == "rare"
    assert Timebox("rare", BREAK, 900, firm=True) in timing.agenda(GUIDE, found.setup)


def test_an_ended_workshop_gives_nothing() -> None:
    clock = timing.end(timing.begin(GUIDE, NINETY, NOON), NOON + timedelta(hours=3))
    assert timing.replan(GUIDE, NINETY, clock, NOON + timedelta(hours=3)).gives == ()


@given(setups, st.integers(0, 12000), st.data())
def test_a_new_plan_keeps_what_is_firm_past_or_running(
    setup: Setup, gone: int, data: st.DataObject
) -> None:
    boxes = timing.agenda(GUIDE, setup)
    if not boxes:
        return
    here = data.draw(st.sampled_from(boxes))
    now = NOON + seconds(gone)
    clock = timing.go_to(timing.begin(GUIDE, setup, NOON), here.step, here.phase, now)
    found = timing.replan(GUIDE, setup, clock, now)
    changed = timing.agenda(GUIDE, found.setup)
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
        again = timing.replan(GUIDE, found.setup, clock, now)
        assert again.gives == ()
