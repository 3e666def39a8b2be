"""What a set of marks on one scale looks like: counts, median, quartiles and agreement."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from statistics import median


def agreement(counts: Sequence[float]) -> float:
    """Van der Eijk's agreement A of a distribution over ordered categories.

    The distribution is peeled into layers: each layer is the pattern of categories that still hold
    something, weighted by the smallest amount left times the number of those categories. A layer's
    agreement is U × (1 − (S − 1) / (K − 1)), with S its non-empty categories of K, and
    U = ((K − 2) × TU − (K − 1) × TDU) / ((K − 2) × (TU + TDU)), where TU counts the triples of
    categories in the pattern that read 110 or 011 and TDU those that read 101. A pattern without
    such triples (one category, or all of them) has U = 1.

    Args:
        counts: how many answers lie in each of three or more ordered categories; not negative.

    Returns:
        A, from −1 (two camps at the ends) over 0 (evenly spread) to 1 (all at one place).

    Raises:
        ValueError: with fewer than three categories, a negative or not finite count, or no answers.

    Source: C. van der Eijk (2001), "Measuring agreement in ordered rating scales",
    Quality & Quantity 35, 325–341.
    """
    if len(counts) < 3:
        raise ValueError("agreement needs three or more ordered categories")
    if any(
        count < 0 or (isinstance(count, float) and not math.isfinite(count)) for count in counts
    ):
        raise ValueError("counts must be finite and not negative")
    # Exact, so that no layer is met twice; whole numbers are as they are, which is much quicker.
    left = [count if isinstance(count, int) else Fraction(count) for count in counts]
    total = sum(left)
    if total <= 0:
        raise ValueError("agreement needs at least one answer")
    found = Fraction(0)
    while any(left):
        pattern = tuple(count > 0 for count in left)
        height = min(count for count in left if count > 0)
        found += _layer_agreement(pattern) * (height * sum(pattern))
        left = [count - height if count > 0 else count for count in left]
    return float(found / total)


@lru_cache(256)
def _agreement_of(counts: tuple[int, ...]) -> float | None:
    """The same, None below three categories. Kept, because every look at a room asks again."""
    return agreement(counts) if len(counts) >= 3 else None


@lru_cache(4096)
def _layer_agreement(pattern: tuple[bool, ...]) -> Fraction:
    categories = len(pattern)
    held = sum(pattern)
    if held == categories:
        return Fraction(0)  # S = K: the factor 1 − (S − 1) / (K − 1) is 0 whatever U is
    if held == 1:
        return Fraction(1)
    unimodal = bimodal = 0
    before = 0
    # Counted by position instead of by triple: for every pair of neighbours in a triple.
    for i, here in enumerate(pattern):
        after = held - before - here
        empty_before = i - before
        empty_after = (categories - i - 1) - after
        if here:
            # this category in the middle of 110 or 011
            unimodal += before * empty_after + empty_before * after
        else:
            bimodal += before * after
        before += here
    if unimodal + bimodal == 0:
        unimodality = Fraction(1)
    else:
        unimodality = Fraction(
            (categories - 2) * unimodal - (categories - 1) * bimodal,
            (categories - 2) * (unimodal + bimodal),
        )
    return unimodality * Fraction(categories - held, categories - 1)


class Agreement(StrEnum):
    """The words for an agreement A, as data that the catalogue words."""

    ALIGNED = "aligned"
    SPREAD = "spread"
    SCATTERED = "scattered"
    SPLIT = "split"


def agreement_word(value: float) -> Agreement:
    """Which word leads for an agreement from −1 to 1: aligned ≥ 0.6 > spread ≥ 0.2 > scattered
    ≥ −0.2 > split.
    """
    if value >= 0.6:
        return Agreement.ALIGNED
    if value >= 0.2:
        return Agreement.SPREAD
    if value >= -0.2:
        return Agreement.SCATTERED
    return Agreement.SPLIT


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the answers to one scale lie. Quartiles are Tukey's hinges (medians of the halves,
    the middle answer counted in both); `agreement` is None below three categories.
    """

    low: int
    counts: tuple[int, ...]
    n: int
    median: float
    lower: float
    upper: float
    agreement: float | None

    @property
    def agreement_word(self) -> Agreement | None:
        """Which word leads for the agreement, None where it has none."""
        return None if self.agreement is None else agreement_word(self.agreement)


def distribution(values: Sequence[int], low: int, high: int) -> Distribution | None:
    """The distribution of whole-number answers on a scale from low to high; None without answers.

    Raises:
        ValueError: where an answer lies outside the scale, or the scale is empty.
    """
    if high < low:
        raise ValueError(f"a scale from {low} to {high} is empty")
    if not values:
        return None
    ordered = sorted(values)
    if ordered[0] < low or ordered[-1] > high:
        raise ValueError(f"every answer must lie from {low} to {high}")
    counts = [0] * (high - low + 1)
    for value in ordered:
        counts[value - low] += 1
    half = (len(ordered) + 1) // 2
    return Distribution(
        low=low,
        counts=tuple(counts),
        n=len(ordered),
        median=median(ordered),
        lower=median(ordered[:half]),
        upper=median(ordered[-half:]),
        agreement=_agreement_of(tuple(counts)),
    )
