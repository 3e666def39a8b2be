"""Whether two marks lie apart enough to be told, and what a room says against what it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from workbook.readings.bounds import at_least_above

LEAST_GAP = 2  # points on a scale from 0 to 10


def is_gap(difference: float) -> bool:
    """Whether two marks of one scale lie so far apart that it is told.

    One point of difference is no gap: on a line of eleven values nobody places a mark that finely.
    From two points on it is one. That is our choice; it holds for one person's marks as for the
    medians of a room (where 1½ is none), for say and do as for now and wished, and stands only
    here.

    Args:
        difference: of the two marks, in points on a scale from 0 to 10, in either direction.
    """
    return abs(difference) >= LEAST_GAP


@dataclass(frozen=True, slots=True)
class GapOfRoom:
    """What a room says against what it does on one scale. `say` and `do` are its medians;
    `say_more` and `do_more` are how many people, at the least, say or do more by two points.
    """

    say: float
    do: float
    say_more: int
    do_more: int
    people: int  # in the room

    @property
    def difference(self) -> float:
        """do − say, of the medians."""
        return self.do - self.say

    @property
    def told(self) -> bool:
        """Whether the medians lie apart."""
        return is_gap(self.difference)

    @property
    def all_say_more(self) -> bool:
        """Whether everybody is known to say more than they do."""
        return self.say_more == self.people

    @property
    def all_do_more(self) -> bool:
        """Whether everybody is known to do more than they say."""
        return self.do_more == self.people

    @property
    def most(self) -> bool:
        """Whether more than half of all people are known to differ the way the medians do: only
        then is it said of most people, else of the medians alone.
        """
        differ = self.say_more if self.difference < 0 else self.do_more
        return self.told and 2 * differ > self.people


def gap_of_room(say: Mapping[str, int], do: Mapping[str, int], people: int) -> GapOfRoom | None:
    """Say against do on one scale in a room, None where either has no marks.

    Method: the medians of the two marks; and, because which say belongs to which do is never
    stored, the fewest people who must differ by LEAST_GAP points (`bounds.at_least_above`).

    Args:
        say: how many placed "say" at each mark ("7" → people).
        do: how many placed "do" at each mark.
        people: in the room when the round closed.
    """
    said, done = _marks(say), _marks(do)
    if not said or not done:
        return None
    return GapOfRoom(
        say=float(median(said)),
        do=float(median(done)),
        say_more=at_least_above(said, done, LEAST_GAP, people),
        do_more=at_least_above(done, said, LEAST_GAP, people),
        people=max(people, len(said), len(done)),
    )


def _marks(counts: Mapping[str, int]) -> list[int]:
    return [int(mark) for mark, people in counts.items() for _ in range(people)]
