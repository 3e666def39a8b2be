"""Cases chosen against done, and the rungs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.guide import Side
from workbook.readings.wrong import Case, Cases, share_people_first

PEOPLE, WORK = Side.INSIDE, Side.OUTSIDE


def test_a_case_differs_only_where_both_are_known() -> None:
    assert Case("a", PEOPLE, False, WORK).differs
    assert not Case("a", PEOPLE, False, PEOPLE).differs
    assert not Case("a", PEOPLE, False, None).differs
    assert not Case("a", None, True, WORK).differs


def test_passes_stand_apart() -> None:
    found = Cases((Case("a", PEOPLE, False, WORK), Case("b", None, True, WORK)))
    assert (found.count(PEOPLE), found.count(WORK), found.passes, found.compared) == (1, 0, 1, 1)
    assert [case.title for case in found.differing] == ["a"]


def test_the_share_who_still_put_people_first_at_each_rung() -> None:
    assert share_people_first(4, [0, 2, 2, None]) == (0.75, 0.75, 0.25, 0.25)


@given(st.lists(st.none() | st.integers(0, 3), min_size=1), st.randoms())
def test_the_share_only_falls_and_does_not_depend_on_the_order(breaking, random) -> None:
    shares = share_people_first(4, breaking)
    assert list(shares) == sorted(shares, reverse=True)
    random.shuffle(breaking)
    assert share_people_first(4, breaking) == shares


@pytest.mark.parametrize("breaking", [[], [4], [-1]])
def test_a_share_refuses_what_is_no_rung(breaking) -> None:
    with pytest.raises(ValueError, match=r"answer|rung"):
        share_people_first(4, breaking)
