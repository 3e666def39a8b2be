"""Which steps of a workshop could give minutes, so that it ends as promised."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workbook.model.agenda import (
    BREAK,
    UNIT,
    Agenda,
    agenda,
    boxes_of,
    buffer,
    minutes_of,
    planned_minutes,
    position,
)
from workbook.model.guide import Guide, Step
from workbook.model.sharing import share_out
from workbook.model.timing import late, minutes_late
from workbook.model.workshop import Clock, Setup


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
    planned = planned_minutes(guide, setup)
    return {
        step: max(0, minutes - _least(guide.step(step), planned[step]))
        for step, minutes in minutes_of(guide, setup).items()
        if step in steps and step in planned
    }


def _least(step: Step, planned: int) -> int:
    """The fewest whole minutes in which a step keeps its firm phases as in its planned minutes and
    a unit for every other one; at least a minute, because only people leave a step out.
    """
    boxes = boxes_of(step, planned, planned)
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
