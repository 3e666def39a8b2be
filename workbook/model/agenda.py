"""The agenda of a workshop: the minutes of its steps, parted into timeboxes. Lengths in seconds."""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbook.model.guide import Guide, Phase, Step
from workbook.model.sharing import share_out
from workbook.model.workshop import Setup

BREAK = "break"  # the phase of the break before a step; no phase of a guide may have this id
UNIT = 15  # seconds that every phase is a multiple of: nobody keeps time closer than that
_UNITS = 60 // UNIT  # in a minute


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
    planned = planned_minutes(guide, setup)
    boxes: list[Timebox] = []
    rest = 0
    for step in guide.steps:
        rest += breaks.get(step.id, 0)
        if step.id not in minutes:
            continue
        if rest:
            boxes.append(Timebox(step.id, BREAK, rest * 60, firm=True))
            rest = 0
        boxes += boxes_of(step, minutes[step.id], planned.get(step.id, minutes[step.id]))
    return tuple(boxes)


def planned_minutes(guide: Guide, setup: Setup) -> Mapping[str, int]:
    """The minutes by which a step's firm phases are measured: those of the plan, and for a step
    that it sends home those of the shortest plan that holds it.
    """
    plan = guide.plan(setup.plan)
    others = sorted((p for p in guide.plans if p.mode is plan.mode), key=lambda p: p.total)
    return dict(ChainMap(*(dict(found.minutes) for found in (plan, *others))))


def boxes_of(step: Step, minutes: int, planned: int) -> Iterable[Timebox]:
    """A step's minutes as timeboxes, where so many were planned for it."""
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
