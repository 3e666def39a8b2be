"""Places words beside each other above a line without one touching another."""

from collections.abc import Sequence


def spread(
    wanted: Sequence[tuple[float, float]], low: float, high: float, gap: float
) -> list[float]:
    """The left edges of labels, given (centre, width) from left to right.

    Each stands as near its centre as it can: labels that would touch are kept `gap` apart as one
    block that is centred on what they want together, within low and high as far as they fit.
    """
    blocks: list[tuple[float, float, list[int]]] = []  # left edge, width, which
    for at, (centre, width) in enumerate(wanted):
        block = (_within(centre - width / 2, width, low, high), width, [at])
        while blocks and blocks[-1][0] + blocks[-1][1] + gap > block[0]:
            before = blocks.pop()
            which = before[2] + block[2]
            whole = before[1] + gap + block[1]
            offset, wish = 0.0, 0.0
            for each in which:
                wish += wanted[each][0] - wanted[each][1] / 2 - offset
                offset += wanted[each][1] + gap
            block = (_within(wish / len(which), whole, low, high), whole, which)
        blocks.append(block)
    lefts = []
    for left, _, which in blocks:
        for each in which:
            lefts.append(left)
            left += wanted[each][1] + gap
    return lefts


def _within(left: float, width: float, low: float, high: float) -> float:
    return max(min(left, high - width), low)
