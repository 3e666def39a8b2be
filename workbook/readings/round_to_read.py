"""A round that may be shown: what was answered where, and what is withheld."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbook.model.guide import (
    Guide,
)
from workbook.model.workshop import Counts, Round, Spot


@dataclass(frozen=True, slots=True)
class RoundToRead:
    """What may be read of a round, and what the round before it has kept."""

    guide: Guide
    round: Round
    counts: Counts
    earlier: Counts
    slips: bool

    def answers(self, spot: Spot) -> Mapping[str, int]:
        """What was answered at a spot; nothing where it is withheld."""
        return {} if self.withheld(spot) else self.counts.answers.get(spot, {})

    def answered(self, spot: Spot) -> int:
        """How many answered at a spot."""
        return sum(self.answers(spot).values())

    def withheld(self, spot: Spot) -> bool:
        """Whether so few answered in secret that nothing is shown."""
        return spot in self.counts.withheld
