"""The clock of a workshop in its agenda: what is left, how late it is, and when it will end.

All functions are pure. Moments are aware and in UTC, `now` is always given, durations are seconds.
The clock keeps the moment since which it runs, not a count of seconds, so that it tells the truth
after a crash, a sleep of the computer or a change of time zone.
"""

import math
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from workbook.model.agenda import (
    Agenda,
    Timebox,
    agenda,
    position,
    total,
)
from workbook.model.guide import Guide
from workbook.model.workshop import Clock, Setup

_AMBER, _RED = 0.20, 0.05  # of the timebox


def begin(guide: Guide, setup: Setup, now: datetime) -> Clock:
    """The clock of a workshop that begins now, running in its first timebox, with the end that the
    room is promised.

    Raises:
        KeyError: where the guide has no such plan.
    """
    first = next(iter(agenda(guide, setup)), Timebox("", "", 0, firm=False))
    promised = now + timedelta(seconds=total(guide, setup))
    return Clock(first.step, first.phase, started=now, promised=promised, since=now)


def start(clock: Clock, now: datetime) -> Clock:
    """Let the clock run; also one that was ended too early. A running one is left as it is."""
    return clock if clock.since else replace(clock, since=now, ended=None)


def pause(clock: Clock, now: datetime) -> Clock:
    """Let the clock stand; a standing one is left as it is."""
    return replace(clock, spent=spent(clock, now), since=None) if clock.since else clock


def add_minute(clock: Clock) -> Clock:
    """Give the current phase a minute more."""
    return replace(clock, added=clock.added + 60)


def go_to(clock: Clock, step: str, phase: str, now: datetime) -> Clock:
    """Go to another phase, or begin this one anew: what was spent there before counts as gone.

    A running clock runs on, a standing one stands.
    """
    since = now if clock.since else None
    return replace(clock, step=step, phase=phase, since=since, spent=0.0, added=0)


def settle(guide: Guide, setup: Setup, clock: Clock, now: datetime) -> Clock:
    """The clock after another set-up was chosen half-way: where it stood in a phase that is left
    out now, it goes to its step's first timebox, the next step's, or the last one of all.

    Raises:
        KeyError: where the guide has no such plan, or no such step as the clock stands in.
    """
    boxes = agenda(guide, setup)
    here = (clock.step, clock.phase)
    nowhere = clock.started is None and not clock.step
    if nowhere or not boxes or any((b.step, b.phase) == here for b in boxes):
        return clock
    order = {step.id: at for at, step in enumerate(guide.steps)}
    reached = order[clock.step] if clock.step else 0  # "" is where nothing was to be held
    to = next((box for box in boxes if order[box.step] >= reached), boxes[-1])
    return go_to(clock, to.step, to.phase, now)


def end(clock: Clock, now: datetime) -> Clock:
    """Stop the clock for good; one that was ended before is left as it is."""
    return clock if clock.ended else replace(pause(clock, now), ended=now)


# ----------------------------------------------------------------------------- what the clock says


class Level(StrEnum):
    """How near the end of its timebox a phase is."""

    CALM = "calm"
    AMBER = "amber"  # 20 % left
    RED = "red"  # 5 % left
    OVER = "over"


def level(remaining: float, whole: int) -> Level:
    """How near the end a phase is that has `remaining` of `whole` seconds left."""
    if remaining <= 0:
        return Level.OVER
    if remaining <= whole * _RED:
        return Level.RED
    return Level.AMBER if remaining <= whole * _AMBER else Level.CALM


def spent(clock: Clock, now: datetime) -> float:
    """The seconds spent in the current phase. A computer whose clock was set back adds none."""
    if clock.since is None:
        return clock.spent
    return clock.spent + max(0.0, (now - clock.since).total_seconds())


def whole(boxes: Agenda, clock: Clock) -> int:
    """The seconds that the current phase has, with those added; 0 in a step that is not held."""
    at = position(boxes, clock.step, clock.phase)
    return clock.added + (0 if at is None else boxes[at].seconds)


def left(boxes: Agenda, clock: Clock, now: datetime) -> float:
    """The seconds that the current phase has left, negative over time."""
    return whole(boxes, clock) - spent(clock, now)


def ends(boxes: Agenda, clock: Clock, now: datetime, buffer: int) -> datetime:
    """When the workshop will end, or did: after what is left here and all that follows.

    Lateness eats the buffer first, so that up to that much late it ends as promised; only who is
    ahead of time wins the whole buffer too.

    Args:
        boxes: the agenda.
        clock: where in it the workshop is. Where it is not in it, all of the agenda is to come.
        now: the moment.
        buffer: seconds of the plan that belong to no step.
    """
    if clock.ended:
        return clock.ended
    at = position(boxes, clock.step, clock.phase)
    later = sum(box.seconds for box in boxes[0 if at is None else at + 1 :])
    bare = now + timedelta(seconds=max(0.0, left(boxes, clock, now)) + later)
    with_buffer = bare + timedelta(seconds=buffer)
    return max(bare, min(with_buffer, clock.promised)) if clock.promised else with_buffer


def late(boxes: Agenda, clock: Clock, now: datetime, buffer: int) -> float:
    """The seconds after the promised end at which the workshop will end, negative ahead of time;
    0 before it has begun. The arguments are those of `ends`.
    """
    if clock.promised is None:
        return 0.0
    return (ends(boxes, clock, now, buffer) - clock.promised).total_seconds()


def minutes_late(seconds: float) -> int:
    """Lateness in whole minutes, as it is said and given back: a begun minute late counts, a begun
    minute ahead does not.
    """
    return math.ceil(round(seconds) / 60)  # nobody is late by what a float loses
