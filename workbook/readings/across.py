"""Where answers of several steps contradict each other: found as data for one open question.

It asks and never concludes: a contradiction may be a slip, a good reason or the best thing to talk
about. Nothing is read out of free text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbook.model.kinds import Side
from workbook.readings.gap import is_gap

EVERY = 3  # cases at the least, before "in every case" is a word for them
FACTS = 2  # at the least, before they speak against a mark


@dataclass(frozen=True, slots=True)
class Votes:
    """How many put people (or each other) first, and how many work (or the outside)."""

    people: int
    work: int
    of: int  # in the room; 1 alone

    @property
    def side(self) -> Side:
        """The side of more than half of all in the room, passes counted with the room."""
        if 2 * self.people > self.of:
            return Side.INSIDE
        return Side.OUTSIDE if 2 * self.work > self.of else Side.NEITHER


class Across(StrEnum):
    """What contradicts what."""

    CASES_ORDER = "cases_order"  # one side in every case and on every rung, the other in the order
    CASES_LADDER = "cases_ladder"  # one side in every case, the other on every rung
    FACTS_DO = "facts_do"  # the facts point to one side, the marks of "do" to the other
    WISH_ORDER = "wish_order"  # wished for one side, and the other comes first in the order


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers that do not go together. `side` is what the first one speaks for, `against` the
    later one; the figures are those it rests on, 0 where it does not rest on them.
    """

    about: Across
    side: Side
    cases: int = 0
    rungs: int = 0
    facts: int = 0  # that point to `side`
    other_facts: int = 0

    @property
    def against(self) -> Side:
        """The other side."""
        return Side.OUTSIDE if self.side is Side.INSIDE else Side.INSIDE


@dataclass(frozen=True, slots=True)
class ToAsk:
    """The contradiction that is asked about, and whether a room answered so or one person alone."""

    about: Contradiction
    in_room: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers that are held against each other, alone or in a room; what is missing was not
    asked, or is withheld.
    """

    cases: Sequence[Votes] = ()  # in each case
    rungs: Sequence[Votes] = ()  # on each rung, who still puts people first and who work
    order: Votes | None = None  # what comes first on a bad day, as voted, not as written down
    do: Votes | None = None  # whose "do" lies clearly inside, and clearly outside
    wished: Votes | None = None  # who wish clearly for trust, and clearly for performance
    facts_inside: int = 0
    facts_outside: int = 0


def contradictions(answered: Answered) -> tuple[Contradiction, ...]:
    """All contradictions, the one to ask about first; () where everything goes together.

    Method: a side is taken only where one person alone, or more than half of all people in a room,
    took it; on scales only where the two marks are a gap (`gap.is_gap`). "Every case" means three
    at the least and none passed on; facts speak against a mark where two or more, and three
    quarters of all, point to the other side. The shares are ours, so narrow that a page asks too
    seldom rather than wrongly.
    """
    found = (
        _cases_order(answered),
        _facts_do(answered),
        _cases_ladder(answered),
        _wish_order(answered),
    )
    return tuple(each for each in found if each is not None)


def _alike(votes: Sequence[Votes]) -> Side:
    """The side that all of these have, NEITHER where they differ or there are none."""
    sides = {each.side for each in votes}
    return sides.pop() if len(sides) == 1 else Side.NEITHER


def _in_cases(answered: Answered) -> Side:
    return _alike(answered.cases) if len(answered.cases) >= EVERY else Side.NEITHER


def _opposed(side: Side, other: Side) -> bool:
    return Side.NEITHER not in (side, other) and side is not other


def _cases_order(answered: Answered) -> Contradiction | None:
    """People first in every case and on every rung, yet work first in the order; or the reverse.
    Where no ladder was asked, the cases alone.
    """
    side = _in_cases(answered)
    if answered.order is None or not _opposed(side, answered.order.side):
        return None
    if answered.rungs and _alike(answered.rungs) is not side:
        return None
    return Contradiction(
        Across.CASES_ORDER, side, cases=len(answered.cases), rungs=len(answered.rungs)
    )


def _cases_ladder(answered: Answered) -> Contradiction | None:
    side = _in_cases(answered)
    if not _opposed(side, _alike(answered.rungs)):
        return None
    return Contradiction(
        Across.CASES_LADDER, side, cases=len(answered.cases), rungs=len(answered.rungs)
    )


def _facts_do(answered: Answered) -> Contradiction | None:
    inside, outside = answered.facts_inside, answered.facts_outside
    most = max(inside, outside)
    if answered.do is None or most < FACTS or 4 * most < 3 * (inside + outside):
        return None
    side = Side.INSIDE if inside > outside else Side.OUTSIDE
    if not _opposed(side, answered.do.side):
        return None
    return Contradiction(Across.FACTS_DO, side, facts=most, other_facts=min(inside, outside))


def _wish_order(answered: Answered) -> Contradiction | None:
    if answered.wished is None or answered.order is None:
        return None
    side = answered.wished.side
    return Contradiction(Across.WISH_ORDER, side) if _opposed(side, answered.order.side) else None


def votes_on_rungs(rungs: int, turns: Iterable[int | None], people: int) -> tuple[Votes, ...]:
    """Who still puts people first on each rung, and who work.

    Args:
        rungs: how many there are.
        turns: each person's first rung where work comes first, from 0; None for never.
        people: in the room; 1 alone.
    """
    said = list(turns)
    work = [sum(turn is not None and turn <= at for turn in said) for at in range(rungs)]
    return tuple(Votes(len(said) - n, n, max(people, len(said))) for n in work)


def votes_of_do(points: Iterable[tuple[int, int, int]], people: int) -> Votes:
    """Whose "do" lies clearly inside, and whose clearly outside: apart by a gap.

    Args:
        points: (outside, inside, how many people), as the joint counts have them.
        people: in the room; 1 alone.
    """
    inside = outside = marked = 0
    for x, y, there in points:
        marked += there
        if is_gap(y - x):
            inside += there if y > x else 0
            outside += there if x > y else 0
    return Votes(inside, outside, max(people, marked))


def votes_on_scale(marks: Mapping[str, int], middle: float, people: int) -> Votes:
    """Whose mark lies clearly below the middle of a scale from trust to performance, and whose
    clearly above: apart from it by a gap.

    Args:
        marks: how many marked each value ("7" → people).
        middle: of the scale.
        people: in the room; 1 alone.
    """
    apart = [(int(mark) - middle, n) for mark, n in marks.items() if is_gap(int(mark) - middle)]
    below, above = (sum(n for by, n in apart if by * way > 0) for way in (-1, 1))
    return Votes(below, above, max(people, sum(marks.values())))
