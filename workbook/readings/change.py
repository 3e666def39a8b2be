"""What changed between two rounds of the same question: by slips, else only what must have."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbook.model.workshop import Table
from workbook.readings.bounds import at_least_changed

QUARTER = Fraction(1, 4)  # of the room; fewer who must have changed are "about as before"


@dataclass(frozen=True, slots=True)
class Moved:
    """How people moved on a scale between two rounds, joined by slips; whole people."""

    joined: int  # whose slip was on both ballots
    closer: int  # came closer to `middle`
    further: int  # went further from it
    across: int  # to its other side, as far from it as before
    higher: int  # to a higher mark, of all who moved
    lower: int
    middle: float  # what they are measured from: the median of the round before
    answered: int  # in the later round, with a slip or without

    @property
    def moved(self) -> int:
        """How many changed their mark."""
        return self.higher + self.lower

    @property
    def all_joined(self) -> bool:
        """Whether it speaks of everybody who answered, and not of those with slips only."""
        return self.joined == self.answered


def moved_by_slips(table: Table, middle: float, answered: int) -> Moved:
    """How people moved, person by person.

    Args:
        table: from which mark to which how many went, as `counting.moves` keeps it: who kept
            their mark stands wherever both are the same.
        middle: the median of the round before, from which closer and further are told.
        answered: how many marked in the later round.
    """
    closer = further = across = higher = lower = 0
    for (first, second), people in table.items():
        if first == second:
            continue
        then, now = int(first), int(second)
        step = abs(now - middle) - abs(then - middle)
        closer += people if step < 0 else 0
        further += people if step > 0 else 0
        across += people if step == 0 else 0
        higher += people if now > then else 0
        lower += people if now < then else 0
    return Moved(
        sum(table.values()), closer, further, across, higher, lower, float(middle), answered
    )


@dataclass(frozen=True, slots=True)
class Changed:
    """What two rounds say without slips: so many people, at the least, answered otherwise."""

    at_least: int
    people: int  # in the room at the later round

    @property
    def about_as_before(self) -> bool:
        """Whether so few must have changed that the round is about as before: below a quarter of
        the room, which is our choice.
        """
        return self.at_least < QUARTER * self.people


def changed_between(before: Mapping[str, int], after: Mapping[str, int], people: int) -> Changed:
    """How many must have answered otherwise than in the round before.

    Method and source: `bounds.at_least_changed`. Two rounds with the same counts may still hide
    that everybody changed; so nothing is said of who stayed.

    Args:
        before: how many gave which answer, a pass counted as one.
        after: the same in the later round.
        people: in the room at the later round.
    """
    return Changed(at_least_changed(before, after), max(people, sum(after.values())))
