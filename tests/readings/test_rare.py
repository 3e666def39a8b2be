"""Pressures, the pulse and the hours audit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.rare import Pressure, Pressures, Promise, Shortfall, pulse_of


def pressures(*ratings: int) -> Pressures:
    found = (Pressure(str(at), f"P{at}", r, 0, (r,)) for at, r in enumerate(ratings))
    return Pressures(0, 4, tuple(found))


def test_the_strongest_pressures_are_all_with_the_highest_rating() -> None:
    assert [p.label for p in pressures(4, 4, 3, 0).strongest] == ["P0", "P1"]
    assert [p.label for p in pressures(1, 0, 0, 0).strongest] == ["P0"]


def test_no_pressure_is_strongest_where_none_is_felt() -> None:
    assert pressures(0, 0, 0, 0).strongest == ()
    assert pressures().strongest == ()


def test_the_weakest_statements_of_the_pulse() -> None:
    found = pulse_of([("ask", 2), ("err", 4), ("raise", 2)], 1, 5)
    assert found.weakest == ("ask", "raise")
    assert found.median == 2


def test_a_level_pulse_has_no_weakest_statement() -> None:
    assert pulse_of([("ask", 3), ("err", 3)], 1, 5).weakest == ()


@pytest.mark.parametrize("ratings", [[], [("ask", 0)], [("ask", 6)]])
def test_a_pulse_refuses_ratings_beside_its_scale(ratings) -> None:
    with pytest.raises(ValueError, match="from 1 to 5"):
        pulse_of(ratings, 1, 5)


def test_surplus_on_one_promise_does_not_fill_another() -> None:
    found = Shortfall((Promise("a", 10, 4), Promise("b", 2, 8)))
    assert (found.needed, found.given, found.missing) == (12, 12, 6)


def test_a_promise_without_both_figures_is_not_summed() -> None:
    found = Shortfall((Promise("a", 10, None), Promise("b", None, 3), Promise("c", 4, 3.5)))
    assert [p.promise for p in found.complete] == ["c"]
    assert (found.needed, found.given, found.missing) == (4, 3.5, 0.5)


def test_zero_is_a_figure() -> None:
    found = Shortfall((Promise("a", 6, 0),))
    assert found.missing == 6


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99))), st.randoms())
def test_the_hours_missing_do_not_depend_on_the_order(figures, random) -> None:
    promises = [Promise(str(at), need, given) for at, (need, given) in enumerate(figures)]
    missing = Shortfall(tuple(promises)).missing
    random.shuffle(promises)
    assert Shortfall(tuple(promises)).missing == missing
    assert missing == sum(need - given for need, given in figures if need > given)
