"""Where the cells of a record stand within a width: on one line, or on several with captions."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where one cell stands: its line, and its left edge and width in pixels."""

    line: int
    left: int
    width: int


def places(needs: Sequence[int], shares: Sequence[int], width: int, gap: int) -> tuple[Place, ...]:
    """Places for cells that need at least so many pixels and share what is over.

    A share of 0 takes only what it needs, if others on its line take the rest. Cells that do not
    fit on one line are spread over as few lines as hold them, as evenly as their order allows.
    """
    lines = _lines(needs, width, gap)
    found: list[Place] = []
    for at, line in enumerate(lines):
        free = width - sum(needs[each] for each in line) - gap * (len(line) - 1)
        own = [shares[each] for each in line]
        if not any(own):
            own = [1] * len(line)
        left = given = 0
        for each, share in zip(line, own, strict=True):
            given += share
            before = max(free, 0) * (given - share) // sum(own)
            extra = max(free, 0) * given // sum(own) - before
            wide = min(needs[each] + extra, width)
            found.append(Place(at, left, wide))
            left += wide + gap
    return tuple(found)


def _lines(needs: Sequence[int], width: int, gap: int) -> list[list[int]]:
    least = _filled(needs, width, gap)
    if len(least) < 2:
        return least
    # As few lines, but the narrowest that still need no more: three and two, not four and one.
    for narrower in range(max(needs), width + 1, 8):
        even = _filled(needs, narrower, gap)
        if len(even) == len(least):
            return even
    return least


def _filled(needs: Sequence[int], width: int, gap: int) -> list[list[int]]:
    lines: list[list[int]] = []
    used = 0
    for at, need in enumerate(needs):
        if lines and used + gap + need <= width:
            lines[-1].append(at)
            used += gap + need
        else:
            lines.append([at])
            used = need
    return lines
