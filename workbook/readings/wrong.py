"""What the cases, the breaking point and the order say back."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbook.model.guide import Side


@dataclass(frozen=True, slots=True)
class Case:
    """One case as one person answered it. `chosen` is the side of the choice, None for a pass or
    no answer; `last` the side of what was done last time, None where it has not happened.
    """

    title: str
    chosen: Side | None
    passed: bool
    last: Side | None

    @property
    def differs(self) -> bool:
        """Whether the choice is another than what was done last time."""
        return self.chosen is not None and self.last is not None and self.chosen != self.last


@dataclass(frozen=True, slots=True)
class Cases:
    """All cases of one person."""

    cases: tuple[Case, ...]

    def count(self, side: Side) -> int:
        """In how many cases this side was put first."""
        return sum(case.chosen == side for case in self.cases)

    @property
    def passes(self) -> int:
        """How many cases were passed on."""
        return sum(case.passed for case in self.cases)

    @property
    def compared(self) -> int:
        """In how many cases there is both a choice and a last time."""
        return sum(case.chosen is not None and case.last is not None for case in self.cases)

    @property
    def differing(self) -> tuple[Case, ...]:
        """The cases where the choice is another than what was done last time."""
        return tuple(case for case in self.cases if case.differs)


@dataclass(frozen=True, slots=True)
class BreakingPoint:
    """From which rung on work comes first. `rung` counts from 0; None means never."""

    rungs: tuple[str, ...]
    rung: int | None


def share_people_first(rungs: int, breaking: Sequence[int | None]) -> tuple[float, ...]:
    """The share of people, from 0 to 1, who still put people first at each rung.

    Args:
        rungs: how many rungs there are, at least 1.
        breaking: each person's first rung where work comes first, from 0; None for never.

    Raises:
        ValueError: without answers, or with a rung outside 0 … rungs − 1.
    """
    if not breaking:
        raise ValueError("a share needs at least one answer")
    if any(rung is not None and not 0 <= rung < rungs for rung in breaking):
        raise ValueError(f"a rung must lie from 0 to {rungs - 1}")
    return tuple(
        sum(rung is None or rung > at for rung in breaking) / len(breaking) for at in range(rungs)
    )


class Basis(StrEnum):
    """What an order in words rests on."""

    OWN = "own"  # one person alone gave it
    VOTED = "voted"  # more than half of the people in the room put the same first
    WRITTEN = "written"  # somebody wrote it down for the room, and nobody voted on it


@dataclass(frozen=True, slots=True)
class Sentence:
    """The order in words: "A, even over B, until Z". `until` may be empty. `votes` is how many of
    `people` in the room put it first, where that was voted on.
    """

    first: str
    first_side: Side
    over: str
    until: str
    basis: Basis = Basis.OWN
    votes: int = 0
    people: int = 0

    @property
    def stands(self) -> bool:
        """Whether it is what is put first: by the one person, or by most in a room."""
        return self.basis is not Basis.WRITTEN
