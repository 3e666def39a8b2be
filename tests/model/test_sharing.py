"""Nothing is lost when units are shared out, and more to give never makes anyone's part smaller."""

from hypothesis import given
from hypothesis import strategies as st

from workbook.model.sharing import share_out

weights = st.lists(st.integers(0, 40), min_size=1, max_size=8)
units = st.integers(0, 200)


@given(units, weights, st.booleans())
def test_all_units_are_shared_out_and_no_more(units: int, weights: list[int], each: bool) -> None:
    shares = share_out(units, weights, each=each)
    assert sum(shares) == units
    assert len(shares) == len(weights)
    assert all(share == 0 for share, w in zip(shares, weights, strict=True) if not w) or not any(
        weights
    )


@given(units, weights, st.booleans())
def test_more_to_share_takes_from_nobody(units: int, weights: list[int], each: bool) -> None:
    some = share_out(units, weights, each=each)
    more = share_out(units + 1, weights, each=each)
    assert all(a <= b for a, b in zip(some, more, strict=True))


@given(weights)
def test_nobody_gives_more_than_they_have(weights: list[int]) -> None:
    for units in range(sum(weights) + 1):
        shares = share_out(units, weights, each=False)
        assert all(share <= w for share, w in zip(shares, weights, strict=True))
        if not any(weights):
            break


def test_shares_follow_the_weights() -> None:
    assert share_out(10, [2, 1, 2]) == [4, 2, 4]
    assert share_out(4, [9, 1, 1]) == [2, 1, 1]
    assert share_out(4, [9, 1, 1], each=False) == [4, 0, 0]
    assert share_out(2, [1, 5, 3]) == [0, 1, 1]
    assert share_out(3, [0, 0, 0]) == [1, 1, 1]
    assert share_out(0, []) == []
