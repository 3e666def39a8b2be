"""What the marks of say and do say back: the gap on each scale, the kind of group, the drift."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from workbook.model.kinds import Kind as Kind
from workbook.model.kinds import Leaning as Leaning
from workbook.readings.gap import is_gap

MIDDLE = 5  # of a scale from 0 to 10; above it is high, exactly on it is "on the line"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the purpose map: x for the outside, y for each other, both from 0 to 10."""

    outside: float
    inside: float

    @property
    def kind(self) -> Kind:
        """The kind of group at this place."""
        if MIDDLE in (self.outside, self.inside):
            return Kind.ON_LINE
        if self.inside > MIDDLE:
            return Kind.BOTH if self.outside > MIDDLE else Kind.COMMUNITY
        return Kind.TEAM if self.outside > MIDDLE else Kind.UNCLEAR

    @property
    def leaning(self) -> Leaning:
        """Which sides are high at this place; a mark of exactly 5 is not."""
        if self.inside > MIDDLE:
            return Leaning.BOTH if self.outside > MIDDLE else Leaning.INSIDE
        if self.outside > MIDDLE:
            return Leaning.OUTSIDE
        return Leaning.BETWEEN if MIDDLE in (self.outside, self.inside) else Leaning.NEITHER

    @property
    def borders(self) -> tuple[Kind, ...]:
        """The kinds that meet at this place: one where it is clear, two or four on the line."""
        insides = (0, 10) if self.inside == MIDDLE else (self.inside,)
        outsides = (0, 10) if self.outside == MIDDLE else (self.outside,)
        return tuple(Point(o, i).kind for i in insides for o in outsides)

    def drifts_from(self, other: "Point") -> bool:
        """Whether the two places name different kinds."""
        return self.kind != other.kind or self.borders != other.borders


def middle_point(outside: Sequence[int], inside: Sequence[int]) -> Point:
    """The place of several people's marks: the median on each axis.

    Raises:
        ValueError: where either is empty.
    """
    if not outside or not inside:
        raise ValueError("a place on the map needs marks on both scales")
    return Point(float(median(outside)), float(median(inside)))


@dataclass(frozen=True, slots=True)
class Gap:
    """Say against do on one scale; the difference is do − say, from −10 to 10."""

    say: int
    do: int

    @property
    def difference(self) -> int:
        """do − say."""
        return self.do - self.say

    @property
    def told(self) -> bool:
        """Whether the marks lie so far apart that it is told."""
        return is_gap(self.difference)


class FactCount(NamedTuple):
    """How many written facts point inside and outside."""

    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Purpose:
    """The reading of step one: two gaps, two places on the map, and what the facts point to."""

    inside: Gap
    outside: Gap
    facts_inside: int
    facts_outside: int

    @property
    def apart(self) -> bool:
        """Whether say and do lie apart on either scale; one point of difference is no gap."""
        return self.inside.told or self.outside.told

    @property
    def say(self) -> Point:
        """Where the words put the group."""
        return Point(self.outside.say, self.inside.say)

    @property
    def do(self) -> Point:
        """Where the deeds put the group."""
        return Point(self.outside.do, self.inside.do)

    @property
    def facts(self) -> int:
        """How many facts the marks rest on; none means the reading has to say so."""
        return self.facts_inside + self.facts_outside


@dataclass(frozen=True, slots=True)
class Priority:
    """Trust (0) or performance (10), now and wished, each from 0 to 10."""

    now: int
    wished: int

    @property
    def difference(self) -> int:
        """wished − now: negative means toward trust."""
        return self.wished - self.now

    @property
    def told(self) -> bool:
        """Whether the marks lie so far apart that it is told."""
        return is_gap(self.difference)
