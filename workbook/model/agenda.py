"""The time of a workshop: its timeboxes, its clock, when it will end, and what it can give back.

All functions are pure. Moments are aware and in UTC, `now` is always given, durations are seconds.
The clock keeps the moment since which it runs, not a count of seconds, so that it tells the truth
after a crash, a sleep of the computer or a change of time zone.
"""

import math
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from workbook.model.guide import Guide, Phase, Step
from workbook.model.sharing import share_out
from workbook.model.workshop import Clock, Setup

BREAK = "break"  # the phase of the break before a step; no phase of a guide may have this id
UNIT = 15  # seconds that every phase is a multiple of: nobody keeps time closer than that
_UNITS = 60 // UNIT  # in a minute
_AMBER, _RED = 0.20, 0.05  # of the timebox


@dataclass(frozen=True, slots=True)
class Timebox:
    """One phase of a step with its time; the phase of a step without phases is ""."""

    step: str
    phase: str
    seconds: int
    firm: bool  # whether it keeps its time when time is short


Agenda = tuple[Timebox, ...]


def minutes_of(guide: Guide, setup: Setup) -> Mapping[str, int]:
    """The whole minutes of every step that is held: its own ones, else the plan's.

    Raises:
        KeyError: where the guide has no such plan.
    """
    planned = guide.plan(setup.plan).minutes
    chosen = {step.id: setup.minutes.get(step.id, planned.get(step.id, 0)) for step in guide.steps}
    return {step: minutes for step, minutes in chosen.items() if minutes > 0}


def agenda(guide: Guide, setup: Setup) -> Agenda:
    """All timeboxes in the order in which they are held.

    The phases of a step add up to its minutes exactly. A break is firm: it was promised, people
    have arranged for it, and a room that skips it loses more than it wins. Where its step is left
    out it is taken before the step that comes instead.

    Raises:
        KeyError: where the guide has no such plan.
    """
    breaks = guide.plan(setup.plan).breaks
    minutes = minutes_of(guide, setup)
    planned = _planned(guide, setup)
    boxes: list[Timebox] = []
    rest = 0
    for step in guide.steps:
        rest += breaks.get(step.id, 0)
        if step.id not in minutes:
            continue
        if rest:
            boxes.append(Timebox(step.id, BREAK, rest * 60, firm=True))
            rest = 0
        boxes += _boxes(step, minutes[step.id], planned.get(step.id, minutes[step.id]))
    return tuple(boxes)


def _planned(guide: Guide, setup: Setup) -> Mapping[str, int]:
    """The minutes by which a step's firm phases are measured: those of the plan, and for a step
    that it sends home those of the shortest plan that holds it.
    """
    plan = guide.plan(setup.plan)
    others = sorted((p for p in guide.plans if p.mode is plan.mode), key=lambda p: p.total)
    return dict(ChainMap(*(dict(found.minutes) for found in (plan, *others))))


def _boxes(step: Step, minutes: int, planned: int) -> Iterable[Timebox]:
    if not step.phases:
        return [Timebox(step.id, "", minutes * 60, firm=False)]
    units = _divide(step.phases, minutes * _UNITS, planned * _UNITS)
    return [
        Timebox(step.id, phase.id, count * UNIT, phase.firm)
        for phase, count in zip(step.phases, units, strict=True)
    ]


def _divide(phases: Sequence[Phase], units: int, planned: int) -> list[int]:
    """A step's units over its phases, in order: by share, and where there are fewer than planned,
    with the firm phases as planned as long as every other one keeps a unit.
    """
    shares = [phase.share for phase in phases]
    firm = [at for at, phase in enumerate(phases) if phase.firm]
    loose = [at for at, phase in enumerate(phases) if not phase.firm]
    if units >= planned or not firm or not loose:
        return share_out(units, shares)
    as_planned = share_out(planned, shares)
    rest = units - sum(as_planned[at] for at in firm)
    if rest < len(loose):  # not even that: a unit for every phase comes first
        rest = max(0, min(len(loose), units - len(firm)))
    divided = dict(zip(loose, share_out(rest, [shares[at] for at in loose]), strict=True))
    for_firm = share_out(units - rest, [as_planned[at] for at in firm])
    divided |= dict(zip(firm, for_firm, strict=True))
    return [divided[at] for at in range(len(phases))]


def buffer(guide: Guide, setup: Setup) -> int:
    """The seconds of a plan that belong to no step and that lateness eats first.

    Raises:
        KeyError: where the guide has no such plan.
    """
    return guide.plan(setup.plan).buffer * 60


def total(guide: Guide, setup: Setup) -> int:
    """The seconds of the whole workshop, with breaks and buffer.

    Raises:
        KeyError: where the guide has no such plan.
    """
    return sum(box.seconds for box in agenda(guide, setup)) + buffer(guide, setup)


# ------------------------------------------------------------------------------------- the places


def position(boxes: Agenda, step: str, phase: str) -> int | None:
    """Where in the agenda a place is, from 0. A phase that is not there any more (a break of
    another plan) stands at the beginning of its step; None where the step is not there.
    """
    of_step = [at for at, box in enumerate(boxes) if box.step == step]
    return next((at for at in of_step if boxes[at].phase == phase), next(iter(of_step), None))


def after(boxes: Agenda, step: str, phase: str) -> Timebox | None:
    """The timebox that follows, None at the end and for a step that is not in the agenda."""
    at = position(boxes, step, phase)
    return boxes[at + 1] if at is not None and at + 1 < len(boxes) else None


def before(boxes: Agenda, step: str, phase: str) -> Timebox | None:
    """The timebox before, None at the beginning and for a step that is not in the agenda."""
    at = position(boxes, step, phase)
    return boxes[at - 1] if at else None


# -------------------------------------------------------------------------------------- the clock


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


# ----------------------------------------------------------------------------------- giving it back


@dataclass(frozen=True, slots=True)
class Gives:
    """A step that gives minutes back: what it has, and what it would have."""

    step: str
    before: int
    after: int

    @property
    def minutes(self) -> int:
        """The minutes it gives."""
        return self.before - self.after


@dataclass(frozen=True)
class Replan:
    """A proposal by which a workshop that is late ends as promised, or nearer to it."""

    gives: tuple[Gives, ...]  # in the order of the steps; empty where there is nothing to do
    late_before: float  # seconds, as by `late`
    late_after: float
    setup: Setup  # the set-up that makes it so

    @property
    def minutes(self) -> int:
        """All the minutes given back."""
        return sum(give.minutes for give in self.gives)


def replan(guide: Guide, setup: Setup, clock: Clock, now: datetime) -> Replan:
    """Propose which steps to come give how many minutes, so that it ends as promised.

    The guide's giving steps give first, one after the other, then the others in proportion to what
    they can give. None gives of its firm phases what they have in the plan, or the last 15 seconds
    of any other phase; nor does the current step give, or a break.

    Raises:
        KeyError: where the guide has no such plan.
    """
    boxes, spare = agenda(guide, setup), buffer(guide, setup)
    lateness = late(boxes, clock, now, spare)
    slack = _slack(guide, setup, _to_come(boxes, clock))
    given = {} if clock.ended else _gather(max(0, minutes_late(lateness)), slack, guide.gives)
    minutes = minutes_of(guide, setup)
    gives = tuple(Gives(s, minutes[s], minutes[s] - given[s]) for s in minutes if given.get(s))
    if not gives:
        return Replan((), lateness, lateness, setup)
    shorter = {give.step: give.after for give in gives}
    changed = replace(setup, minutes={**setup.minutes, **shorter})
    return Replan(gives, lateness, late(agenda(guide, changed), clock, now, spare), changed)


def _to_come(boxes: Agenda, clock: Clock) -> set[str]:
    """The steps that have not begun; in the break before a step it has not."""
    at = position(boxes, clock.step, clock.phase)
    if at is None:
        return {box.step for box in boxes}
    begun = {clock.step} if boxes[at].phase != BREAK else set()
    return {box.step for box in boxes[at + 1 :]} - begun


def _slack(guide: Guide, setup: Setup, steps: set[str]) -> dict[str, int]:
    """How many whole minutes each of these steps can give, in the order of the steps. One that no
    plan holds gives none: nobody has said what it needs.
    """
    planned = _planned(guide, setup)
    return {
        step: max(0, minutes - _least(guide.step(step), planned[step]))
        for step, minutes in minutes_of(guide, setup).items()
        if step in steps and step in planned
    }


def _least(step: Step, planned: int) -> int:
    """The fewest whole minutes in which a step keeps its firm phases as in its planned minutes and
    a unit for every other one; at least a minute, because only people leave a step out.
    """
    boxes = _boxes(step, planned, planned)
    needed = sum(box.seconds if box.firm else UNIT for box in boxes)
    return max(1, math.ceil(needed / 60))


def _gather(needed: int, slack: Mapping[str, int], first: Sequence[str]) -> dict[str, int]:
    """The minutes that each step gives, as many as needed or as there are."""
    given: dict[str, int] = {}
    for step in dict.fromkeys(first):
        given[step] = min(needed, slack.get(step, 0))
        needed -= given[step]
    others = {step: can for step, can in slack.items() if step not in given}
    needed = min(needed, sum(others.values()))
    shares = share_out(needed, list(others.values()), each=False)
    return given | dict(zip(others, shares, strict=True))
