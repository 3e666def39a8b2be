"""Agendas of a small guide, and a clock that goes through them."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from tests.timed_guide import timed_guide
from workbook.model import timing
from workbook.model.agenda import Agenda, after, agenda, buffer
from workbook.model.workshop import Clock, Setup

GUIDE = timed_guide()
STEPS = [step.id for step in GUIDE.steps]
NINETY = Setup("90", 14)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PLANNED = {plan.id: agenda(GUIDE, Setup(plan.id, 14)) for plan in GUIDE.plans}
own_minutes = st.dictionaries(st.sampled_from(STEPS), st.integers(0, 40))
setups = st.builds(Setup, st.sampled_from(sorted(PLANNED)), st.just(14), own_minutes)


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def of_step(boxes: Agenda, step: str) -> dict[str, int]:
    return {box.phase: box.seconds for box in boxes if box.step == step}


def late(setup: Setup, clock: Clock, now: datetime) -> float:
    return timing.late(agenda(GUIDE, setup), clock, now, buffer(GUIDE, setup))


def ends(setup: Setup, clock: Clock, now: datetime) -> datetime:
    return timing.ends(agenda(GUIDE, setup), clock, now, buffer(GUIDE, setup))


def skip(boxes: Agenda, clock: Clock, now: datetime) -> Clock:
    """The clock in the next timebox; in the last one, it stays."""
    onward = after(boxes, clock.step, clock.phase)
    return timing.go_to(clock, onward.step, onward.phase, now) if onward else clock
