"""What the four pressures and the hours audit say back."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Pressure:
    """One pressure as rated by one or several people, on the question's scale."""

    id: str
    label: str
    median: float
    spread: float  # upper minus lower quartile; 0 for one person
    ratings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pressures:
    """Pressures, strongest first; equally strong ones in the guide's order."""

    low: int
    high: int
    pressures: tuple[Pressure, ...]

    @property
    def strongest(self) -> tuple[Pressure, ...]:
        """Those with the highest median, if it is above the lowest rating."""
        if not self.pressures or self.pressures[0].median <= self.low:
            return ()
        top = self.pressures[0].median
        return tuple(p for p in self.pressures if p.median == top)


@dataclass(frozen=True, slots=True)
class Pulse:
    """How safe it is to speak up: the median rating over the statements, and the weakest of them.
    Not a validated scale.
    """

    low: int
    high: int
    median: float
    ratings: tuple[tuple[str, int], ...]  # statement, rating

    @property
    def weakest(self) -> tuple[str, ...]:
        """The statements with the lowest rating, where not all are the same."""
        lowest = min(rating for _, rating in self.ratings)
        if lowest == max(rating for _, rating in self.ratings):
            return ()
        return tuple(text for text, rating in self.ratings if rating == lowest)


def pulse_of(ratings: Sequence[tuple[str, int]], low: int, high: int) -> Pulse:
    """The pulse of one person's ratings.

    Raises:
        ValueError: without ratings, or with one outside the scale.
    """
    if not ratings or any(not low <= rating <= high for _, rating in ratings):
        raise ValueError(f"a pulse needs ratings from {low} to {high}")
    return Pulse(low, high, median(rating for _, rating in ratings), tuple(ratings))


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise with the hours a month it needs and the hours people really give; None where
    a figure is missing.
    """

    promise: str
    needed: float | None
    given: float | None

    @property
    def shortfall(self) -> float | None:
        """Hours a month missing: needed − given, below 0 where more is given than needed."""
        if self.needed is None or self.given is None:
            return None
        return self.needed - self.given


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The hours audit: each promise, and the sums over those with both figures. Surplus on one
    promise does not fill another, so the shortfall in all adds only what is missing.
    """

    promises: tuple[Promise, ...]

    @property
    def complete(self) -> tuple[Promise, ...]:
        """The promises that have both figures."""
        return tuple(p for p in self.promises if p.shortfall is not None)

    @property
    def needed(self) -> float:
        """Hours a month that the complete promises need."""
        return sum(p.needed or 0 for p in self.complete)

    @property
    def given(self) -> float:
        """Hours a month that people give to the complete promises."""
        return sum(p.given or 0 for p in self.complete)

    @property
    def missing(self) -> float:
        """Hours a month missing, over all promises that fall short."""
        return sum(max(p.shortfall or 0, 0) for p in self.complete)
