"""How many have answered, mark by mark, and what more than half of them say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbook.model.workshop import Counts, Spot


@dataclass(frozen=True, slots=True)
class MarkCount:
    """How many answered at one mark; None where it is withheld, being one to four."""

    spot: Spot
    answered: int | None
    passed: int

    @property
    def handed_in(self) -> int | None:
        """How many answered or passed; None where it is withheld."""
        return None if self.answered is None else self.answered + self.passed


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many answered at each mark of a round, of how many people in the room."""

    people: int
    marks: tuple[MarkCount, ...]

    @property
    def complete(self) -> bool:
        """Whether every mark has an answer or a pass of everybody: only then "120 of 120"."""
        return bool(self.marks) and all(
            mark.handed_in is not None and mark.handed_in >= self.people for mark in self.marks
        )

    @property
    def fewest(self) -> int | None:
        """The number that is said in a headline: that of the mark with the fewest answers and
        passes, None where a mark is withheld or there is none.
        """
        counts = [mark.handed_in for mark in self.marks]
        known = [n for n in counts if n is not None]
        return min(known) if known and len(known) == len(counts) else None

    @property
    def withheld(self) -> tuple[Spot, ...]:
        """The marks that so few answered in secret that their number is not told."""
        return tuple(mark.spot for mark in self.marks if mark.answered is None)

    @property
    def lacking(self) -> tuple[MarkCount, ...]:
        """The marks that somebody in the room has left empty, the fewest first."""
        short = [m for m in self.marks if m.handed_in is not None and m.handed_in < self.people]
        return tuple(sorted(short, key=lambda mark: mark.handed_in or 0))

    @property
    def passes(self) -> tuple[int, int]:
        """The fewest and the most passes that any mark has."""
        passed = [mark.passed for mark in self.marks]
        return min(passed, default=0), max(passed, default=0)


def head_count(spots: Sequence[Spot], counts: Counts, people: int) -> HeadCount:
    """How many answered at each of these marks.

    Args:
        spots: the marks of a round, or of one of its questions.
        counts: what the round has kept.
        people: in the room when it closed.
    """
    return HeadCount(
        people,
        tuple(
            MarkCount(
                spot,
                None if spot in counts.withheld else sum(counts.answers.get(spot, {}).values()),
                counts.passes.get(spot, 0),
            )
            for spot in spots
        ),
    )


@dataclass(frozen=True, slots=True)
class Majority:
    """Which answer was given most often, and how far it speaks for the room."""

    leading: tuple[str, ...]  # several where they are level; () where nobody answered
    n: int  # how many gave each of them
    answered: int
    passed: int
    people: int  # in the room

    @property
    def level(self) -> bool:
        """Whether no one answer leads."""
        return len(self.leading) != 1

    @property
    def of_room(self) -> bool:
        """Whether more than half of all people in the room gave it: only then "most of us"."""
        return not self.level and 2 * self.n > self.people

    @property
    def of_answers(self) -> bool:
        """Whether more than half of those who answered gave it."""
        return not self.level and 2 * self.n > self.answered

    @property
    def everybody(self) -> bool:
        """Whether all people in the room gave it."""
        return not self.level and self.n == self.people


def majority(chosen: Mapping[str, int], passed: int, people: int) -> Majority:
    """The answer that was given most often.

    Args:
        chosen: how many gave which answer, in the order of the guide; passes not among them.
        passed: how many passed.
        people: in the room when the round closed; more where more have answered.
    """
    most = max(chosen.values(), default=0)
    answered = sum(chosen.values())
    return Majority(
        tuple(answer for answer, n in chosen.items() if most and n == most),
        most,
        answered,
        passed,
        max(people, answered + passed),
    )
