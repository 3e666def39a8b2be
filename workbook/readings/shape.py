"""The shape of the marks on one scale, found directly, and said only where one answer more or less
would not change it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate

from workbook.readings.distribution import Distribution

FEWEST_FOR_SHAPE = 3  # answers


class Shape(StrEnum):
    """The words for a shape, as data that the catalogue words."""

    TWO_GROUPS = "two_groups"
    TOGETHER = "together"  # close together
    LEANING = "leaning"  # to one side of the scale's middle
    SPREAD = "spread"
    UNCLEAR = "unclear"  # no clear shape: look at the dots


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the answers: those from one mark to another, both included."""

    low: int
    high: int
    people: int


@dataclass(frozen=True, slots=True)
class ShapeFound:
    """The shape of some answers and what is said with it."""

    shape: Shape
    groups: tuple[Group, ...]  # two for TWO_GROUPS, the lower one first; else none
    side: int  # −1 or 1 where the middle half lies below or above the scale's middle, else 0
    below: int  # answers below the middle of the scale
    above: int
    both_sides: bool  # whether on each side stand a quarter of the answers and two people


def shape_of(found: Distribution) -> ShapeFound:
    """The shape of a distribution on an ordered scale.

    Method: the first of these words that holds, and holds still when any one answer is left out.
    Where none does, and with fewer than three answers, there is no clear shape.

    - Two groups: each holds at least a quarter of the answers and two people; between them lie at
      least two values, which hold at most an eighth of the answers and, value for value, at most a
      third of what either group holds. Of several ways to part them, that one in which the answers
      lie nearest to the median of their group; who is more than two and a half points from it
      is rather counted as between. Where these same groups would not be there without one answer,
      or only without one, no other word is said. Nor where one of the two falls into parts again
      (by two values or more that hold at most an eighth, with more than an eighth on either side):
      those are more groups than two.
    - Close together: three quarters of the answers lie within a quarter of the scale's values (3
      of 11), at least 2.
    - Leaning: the middle half, from the lower to the upper quartile, lies on one side of the
      scale's middle.
    - Spread: the middle half takes more room than "close together" does.

    Which side the middle half is on, and that people stand on both sides of the middle, is found
    beside the word, also only where it holds without any one answer. One far from the rest changes
    no word and is never told of.

    Source: the types of Galtung's AJUS (1969), Theory and Methods of Social Research, Oslo: A is
    our close together, J leaning, U two groups, S no clear shape; agrmt::ajus in R shows a form
    of it by rises and falls from value to value. That needs many answers a value; a room has few,
    so that shares of answers are taken here. The shares and the rule of leaving one out are ours.
    """
    return _shape(found.counts, found.low)


@lru_cache(256)
def _shape(counts: tuple[int, ...], low: int) -> ShapeFound:
    """The same. Kept, because every look at a room asks again."""
    marks = _Marks(counts)
    every = [marks, *map(_Marks, _without_one(counts))]
    enough = marks.n >= FEWEST_FOR_SHAPE
    parted = _parted(every) if enough else None
    shape = Shape.UNCLEAR
    if parted:
        shape = Shape.TWO_GROUPS
    elif enough and not any(each.gaps for each in every):
        always = frozenset.intersection(*(each.words() for each in every))
        shape = next((word for word in Shape if word in always), Shape.UNCLEAR)
    sides = {each.side for each in every}
    below, above = marks.sides
    return ShapeFound(
        shape=shape,
        groups=marks.groups(parted, low) if parted else (),
        side=sides.pop() if enough and len(sides) == 1 else 0,
        below=below,
        above=above,
        both_sides=all(each.on_both_sides for each in every),
    )


def _parted(every: Sequence["_Marks"]) -> tuple[int, int] | None:
    """The values between the two groups of the first of these; None where not all fall into the
    same two groups.
    """
    gaps = frozenset.intersection(*(each.gaps for each in every))
    best = min(gaps, key=every[0].worse, default=None)
    return None if best is None or any(each.falls_apart(best) for each in every) else best


def _without_one(counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The counts with any one answer left out, unless none remains."""
    if sum(counts) < 2:
        return
    for at, people in enumerate(counts):
        if people:
            yield (*counts[:at], people - 1, *counts[at + 1 :])


class _Marks:
    """One or more answers on a scale, its values numbered from 0, as they are."""

    def __init__(self, counts: Sequence[int]) -> None:
        self._ends = [0, *accumulate(counts)]  # how many answers lie below each value
        self.values = len(counts)
        self.n = self._ends[-1]
        half = (self.n + 1) // 2
        self.lower = self._middle(0, half)  # the quartiles, as `distribution` has them
        self.upper = self._middle(self.n - half, self.n)
        # Wherever the values from one to before another part two groups.
        self.gaps = frozenset(
            (start, end)
            for start in range(1, self.values - 2)
            for end in range(start + 2, self.values)
            if self._parts(start, end)
        )

    def _held(self, start: int, end: int) -> int:
        """How many answers lie from one value to before another."""
        return self._ends[end] - self._ends[start]

    def _middle(self, first: int, end: int) -> float:
        """The median of the answers from one rank to before another."""
        ranks = ((first + end - 1) // 2, (first + end) // 2)
        return sum(bisect_right(self._ends, rank) - 1 for rank in ranks) / 2

    @property
    def side(self) -> int:
        """On which side of the scale's middle the middle half lies: −1, 1, or 0 for neither."""
        middle = (self.values - 1) / 2
        return (self.lower > middle) - (self.upper < middle)

    @property
    def sides(self) -> tuple[int, int]:
        """How many stand below and above the scale's middle."""
        half = self.values // 2
        return self._held(0, half), self._held(self.values - half, self.values)

    @property
    def on_both_sides(self) -> bool:
        """Whether on each side of the middle stand as many as make a group."""
        return all(self._is_group(people) for people in self.sides)

    def words(self) -> frozenset[Shape]:
        """Every word that holds of marks that are not in two groups."""
        close = max(2, round(self.values / 4))
        found = set()
        if any(4 * self._held(at, at + close) >= 3 * self.n for at in self._starts(close)):
            found.add(Shape.TOGETHER)
        elif self.upper - self.lower >= close:
            found.add(Shape.SPREAD)
        if self.side:
            found.add(Shape.LEANING)
        return frozenset(found)

    def _starts(self, length: int) -> range:
        return range(max(1, self.values - length + 1)) if length <= self.values else range(0)

    def _is_group(self, people: int) -> bool:
        return people >= 2 and 4 * people >= self.n

    def _is_thin(self, start: int, end: int) -> bool:
        """Whether these values are enough, and hold so few, that they part what is beside them."""
        return end - start >= 2 and 8 * self._held(start, end) <= self.n

    def _parts(self, start: int, end: int) -> bool:
        """Whether the values between these two have a group below them and one above."""
        if not self._is_thin(start, end):
            return False
        low, high = self._range(0, start), self._range(end, self.values)
        return all(
            self._is_group(self._held(*group))
            # value for value, at most a third of what the group holds
            and 3 * self._held(start, end) * (group[1] - group[0])
            <= self._held(*group) * (end - start)
            for group in (low, high)
        )

    def _range(self, start: int, end: int) -> tuple[int, int]:
        """The same values without those at either end that hold nothing."""
        while start < end and not self._held(start, start + 1):
            start += 1
        while start < end and not self._held(end - 1, end):
            end -= 1
        return start, end

    def worse(self, gap: tuple[int, int]) -> tuple[float, int, int]:
        """What makes a way to part the groups the worse one, the weightiest first."""
        start, end = gap
        return self._cost(start, end), self._held(start, end), start - end

    def _cost(self, start: int, end: int) -> float:
        """How far the answers lie from the medians of their groups; 2½ for each one between."""
        apart = 2.5 * self._held(start, end)
        for first, last in ((0, start), (end, self.values)):
            middle = self._middle(self._ends[first], self._ends[last])
            apart += sum(self._held(at, at + 1) * abs(at - middle) for at in range(first, last))
        return apart

    def falls_apart(self, gap: tuple[int, int]) -> bool:
        """Whether one of the two groups has itself thin values in it, and more than an eighth of
        all answers on either side of them.
        """
        return any(
            self._is_thin(start, end)
            and 8 * self._held(first, start) > self.n
            and 8 * self._held(end, last) > self.n
            for first, last in ((0, gap[0]), (gap[1], self.values))
            for start in range(first + 1, last)
            for end in range(start + 2, last)
        )

    def groups(self, gap: tuple[int, int], low: int) -> tuple[Group, ...]:
        """The two groups on a scale from `low`, the lower one first."""
        ranges = (self._range(0, gap[0]), self._range(gap[1], self.values))
        return tuple(
            Group(low + start, low + end - 1, self._held(start, end)) for start, end in ranges
        )
