"""Shares whole units out by weight: the seconds of a step, the minutes that several steps give."""

import heapq
from collections.abc import Sequence


def share_out(units: int, weights: Sequence[int], *, each: bool = True) -> list[int]:
    """Whole units by weight, in the order of the weights; they add up to `units` exactly.

    The method of Webster and Sainte-Laguë: the next unit goes where weight / (2 · has + 1) is
    highest. Unlike the largest remainder, it never takes from anyone because there is more to give
    (Balinski & Young, Fair Representation, 1982).

    Args:
        units: what is shared out; with no weights at all it must be 0.
        weights: from 0; who has none gets nothing, unless nobody has any.
        each: whether everyone with a weight gets one before anyone gets a second.
    """
    has = [0] * len(weights)
    weights = weights if any(weights) else [1] * len(weights)
    first = -1 if each else 0
    queue = [(first, -float(weight), at) for at, weight in enumerate(weights) if weight > 0]
    heapq.heapify(queue)
    for _ in range(units):
        at = queue[0][-1]
        has[at] += 1
        heapq.heapreplace(queue, (0, -weights[at] / (2 * has[at] + 1), at))
    return has
