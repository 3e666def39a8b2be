"""How far people moved between two rounds that slips join."""

from dataclasses import dataclass

from workbook.model.workshop import Table
from workbook.readings.distribution import Distribution


@dataclass(frozen=True, slots=True)
class Movement:
    """How far people moved between two rounds, joined by slips; whole people."""

    joined: int  # how many slips were on both ballots
    moved: int  # how many of them changed their mark
    closer: int  # how many came closer to the first round's median
    further: int


def movement(table: Table | None, before: Distribution | None) -> Movement | None:
    """How far people moved, seen from the median of the round before."""
    if table is None or before is None:
        return None
    closer = further = moved = 0
    for (first, second), people in table.items():
        if first == second:
            continue
        step = abs(int(second) - before.median) - abs(int(first) - before.median)
        moved += people
        closer += people if step < 0 else 0
        further += people if step > 0 else 0
    return Movement(sum(table.values()), moved, closer, further)
