"""Agreement against a brute-force reference, and how a distribution lies."""

import math
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings import agreement
from workbook.readings.distribution import agreement_word, distribution


def reference(counts: list[float]) -> float:
    """Van der Eijk's A by looking at every triple of every layer, as the article tells it."""
    k = len(counts)
    left = [Fraction(count) for count in counts]
    total, found = sum(left), Fraction(0)
    while any(left):
        held = [at for at in range(k) if left[at] > 0]
        layer = min(left[at] for at in held)
        tu = tdu = 0
        for triple in combinations(range(k), 3):
            shape = "".join("1" if at in held else "0" for at in triple)
            tu += shape in ("110", "011")
            tdu += shape == "101"
        if tu + tdu == 0:
            u = Fraction(1)
        else:
            u = Fraction((k - 2) * tu - (k - 1) * tdu, (k - 2) * (tu + tdu))
        a = u * (1 - Fraction(len(held) - 1, k - 1))
        found += a * layer * len(held) / total
        left = [left[at] - layer if at in held else left[at] for at in range(k)]
    return float(found)


amounts = (
    st.integers(0, 40) | st.integers(0, 10**30) | st.floats(0, 1e12, allow_nan=False) | st.just(0)
)
counts_lists = st.lists(amounts, min_size=3, max_size=11).filter(any)


def test_agreement_of_the_published_example() -> None:
    assert agreement([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.6113333, abs=1e-7)


@given(counts_lists)
def test_agreement_is_what_looking_at_every_triple_gives(counts: list[float]) -> None:
    assert agreement(counts) == pytest.approx(reference(counts), abs=1e-9)


@given(counts_lists)
def test_agreement_lies_from_minus_one_to_one_and_reads_alike_from_both_ends(
    counts: list[float],
) -> None:
    assert -1 <= agreement(counts) <= 1
    assert agreement(counts[::-1]) == agreement(counts)


@given(st.lists(st.integers(0, 50), min_size=3, max_size=11).filter(any), st.integers(1, 10**6))
def test_agreement_does_not_depend_on_how_many_people_answer(counts: list[int], by: int) -> None:
    assert agreement([count * by for count in counts]) == agreement(counts)


@pytest.mark.parametrize("categories", [3, 4, 7, 11])
def test_agreement_at_its_anchors(categories: int) -> None:
    one_place = [0] * categories
    one_place[1] = 9
    camps = [5] + [0] * (categories - 2) + [5]
    assert agreement(one_place) == 1
    assert agreement(camps) == -1
    assert agreement([3] * categories) == 0


def test_agreement_takes_counts_larger_than_any_float() -> None:
    assert agreement([10**400, 0, 10**400]) == -1


@pytest.mark.parametrize(
    "counts",
    [[], [1], [1, 2], [0, 0, 0], [1, -1, 2], [1, math.nan, 2], [1, math.inf, 2], [-math.inf, 1, 1]],
)
def test_agreement_refuses_what_is_no_distribution(counts: list[float]) -> None:
    with pytest.raises(ValueError, match=r"agreement|counts"):
        agreement(counts)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1, "aligned"),
        (0.6, "aligned"),
        (0.5999, "spread"),
        (0.2, "spread"),
        (0.1999, "scattered"),
        (-0.2, "scattered"),
        (-0.2001, "split"),
        (-1, "split"),
    ],
)
def test_the_word_for_an_agreement_changes_at_its_bounds(value: float, word: str) -> None:
    assert agreement_word(value) == word


@given(st.lists(st.integers(0, 10), min_size=1), st.randoms())
def test_a_distribution_does_not_depend_on_the_order_of_answers(values, random) -> None:
    mixed = list(values)
    random.shuffle(mixed)
    found = distribution(values, 0, 10)
    assert found == distribution(mixed, 0, 10)
    assert found is not None
    assert sum(found.counts) == found.n == len(values)
    assert min(values) <= found.lower <= found.median <= found.upper <= max(values)


def test_quartiles_count_the_middle_answer_in_both_halves() -> None:
    found = distribution([1, 2, 3, 4, 9], 0, 10)
    assert found is not None
    assert (found.lower, found.median, found.upper) == (2, 3, 4)
    found = distribution([1, 2, 3, 4], 0, 10)
    assert found is not None
    assert (found.lower, found.median, found.upper) == (1.5, 2.5, 3.5)


def test_a_scale_of_two_has_no_agreement() -> None:
    found = distribution([0, 1, 1], 0, 1)
    assert found is not None
    assert found.agreement is None


def test_a_distribution_of_nobody_is_none() -> None:
    assert distribution([], 0, 10) is None


@pytest.mark.parametrize(("values", "low", "high"), [([11], 0, 10), ([-1], 0, 10), ([], 3, 2)])
def test_a_distribution_refuses_answers_beside_the_scale(values, low, high) -> None:
    with pytest.raises(ValueError, match=r"from 0 to 10|empty"):
        distribution(values, low, high)
