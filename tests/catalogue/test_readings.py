"""The words of every reading: short, plain, hedged, with the numbers they rest on."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.wording import well_worded
from workbook.catalogue.readings import (
    Words,
    agreement_words,
    breaking_point_words,
    cases_words,
    facts_words,
    gap_words,
    kind_words,
    pressures_words,
    pulse_words,
    reading_words,
    sentence_words,
    shortfall_words,
)
from workbook.catalogue.together import matches_words
from workbook.catalogue.words import listed, shorten
from workbook.model.guide import Side
from workbook.readings.purpose import FactCount, Gap, Purpose
from workbook.readings.rare import Pressure, Pressures, Promise, Shortfall, pulse_of
from workbook.readings.wrong import BreakingPoint, Case, Cases, Sentence

PEOPLE, WORK = Side.INSIDE, Side.OUTSIDE


def test_the_pulse_names_its_lowest_statements() -> None:
    words = pulse_words(pulse_of([("We ask", 2), ("We err", 4), ("We differ", 3)], 1, 5))
    assert words.lead == "How safe it is to speak up: 3 of 5, the median."
    assert words.reason.startswith("Lowest, at 2: “We ask”.")
    tied = pulse_words(pulse_of([("We ask", 2), ("We err", 2), ("We differ", 3)], 1, 5))
    assert "Lowest, all at 2: “We ask” and “We err”." in tied.reason
    level = pulse_words(pulse_of([("We ask", 2), ("We err", 2)], 1, 5))
    assert "All the statements stand at the same place." in level.reason
    assert all(well_worded(w) for w in (words, tied, level))


def pressures(*ratings: int) -> Pressures:
    ordered = sorted(enumerate(ratings), key=lambda pair: -pair[1])
    return Pressures(0, 4, tuple(Pressure(str(i), f"P{i}", r, 0, (r,)) for i, r in ordered))


@pytest.mark.parametrize(
    ("ratings", "lead"),
    [
        ((0, 0, 0, 0), "None of these pressures seems to weigh on you."),
        ((1, 0, 0, 1), "None of these pressures seems to weigh much."),
        ((2, 1, 0, 1), "One pressure stands out, at 2 of 4."),
        ((4, 1, 4, 1), "2 pressures weigh most alike, at 4 of 4."),
        ((3, 3, 3, 3), "All these pressures weigh alike, at 3 of 4."),
    ],
)
def test_pressures_none_one_several_all(ratings: tuple[int, ...], lead: str) -> None:
    assert pressures_words(pressures(*ratings)).lead == lead


def test_every_rating_of_the_pressures_is_worded() -> None:
    assert all(well_worded(pressures_words(pressures(*r))) for r in product(range(5), repeat=4))


def test_pressures_name_the_strongest_and_the_figures_below() -> None:
    assert (
        pressures_words(pressures(1, 4, 3, 0)).reason
        == "It is “P1”. The others stand at 3, 1 and 0."
    )


def shortfall(*promises: tuple[str, float | None, float | None]) -> Words:
    return shortfall_words(Shortfall(tuple(Promise(*promise) for promise in promises)))


def test_hours_that_are_missing() -> None:
    words = shortfall(("Cafés", 40, 28), ("News", 4, 2.5))
    assert words.lead == "Hours missing each month: 13.5."
    assert words.reason == (
        "The promises need 44 hours a month, and people give 30.5. "
        "The largest gap, 12, is in “Cafés”."
    )
    assert "They are missing from “Cafés”." in shortfall(("Cafés", 4, 2)).reason


def test_hours_that_are_spare_do_not_fill_others() -> None:
    words = shortfall(("Cafés", 40, 28), ("News", 4, 6))
    assert "What is to spare elsewhere, 2, does not fill it." in words.reason
    assert shortfall(("News", 4, 6)).lead == "No hours seem to be missing."
    assert "That is 2 more than needed." in shortfall(("News", 4, 6)).reason


def test_hours_that_come_out_the_same_and_promises_left_out() -> None:
    words = shortfall(("News", 4, 4), ("Cafés", 4, None), ("Map", None, None))
    assert words.lead == "Needed and given hours come out the same."
    assert "2 promises without both figures are left out." in words.reason


@given(st.lists(st.tuples(st.text(), st.integers(0, 500), st.integers(0, 500)), min_size=1))
def test_any_hours_are_worded(promises) -> None:
    words = shortfall(*promises)
    assert 0 < len(words.lead) <= 60


def cases(*answers: tuple[Side | None, Side | None]) -> Words:
    found = (Case(f"C{i}", c, c is None, last) for i, (c, last) in enumerate(answers))
    return cases_words(Cases(tuple(found)))


@pytest.mark.parametrize(
    ("chosen", "lead"),
    [
        ([PEOPLE] * 6, "People first in all 6 cases."),
        ([WORK] * 6, "Work first in all 6 cases."),
        ([PEOPLE] * 4 + [WORK] * 2, "People first in 4 of 6 cases."),
        ([PEOPLE] + [WORK] * 3 + [None], "Work first in 3 of 4 cases."),
        ([PEOPLE] * 3 + [WORK] * 3, "Half and half: people first in 3 cases, work first in 3."),
        ([None] * 6, "No choice in any of the cases yet."),
        ([PEOPLE], "People first in the one case chosen."),
        ([WORK], "Work first in the one case chosen."),
    ],
)
def test_cases_all_mixed_and_passed(chosen: list[Side | None], lead: str) -> None:
    assert cases(*((side, None) for side in chosen)).lead == lead


def test_cases_name_where_it_went_another_way_last_time() -> None:
    words = cases((PEOPLE, WORK), (PEOPLE, WORK), (WORK, PEOPLE), (PEOPLE, PEOPLE), (None, WORK))
    assert words.reason == (
        "You passed on 1 case. "
        "You chose people where work came first last time: “C0” and “C1”. "
        "You chose work where people came first last time: “C2”."
    )
    assert "in 2 cases, it went the same way" in cases((PEOPLE, PEOPLE), (WORK, WORK)).reason
    assert "no last time yet" in cases((PEOPLE, None)).reason


def test_every_set_of_cases_is_worded() -> None:
    sides = list(product((PEOPLE, WORK, None), repeat=2))
    assert all(well_worded(cases(*rows)) for rows in product(sides, repeat=3))


@pytest.mark.parametrize(
    ("rung", "lead", "turn"),
    [
        (0, "Work first from the first rung on.", "It turns as early as “sad”."),
        (1, "People first up to rung 1 of 4.", "From “money” on, work comes first."),
        (2, "People first up to rung 2 of 4.", "From “shame” on, work comes first."),
        (3, "People first until the last rung.", "From “end” on, work comes first."),
        (None, "People first on every rung.", "Even at “end”."),
    ],
)
def test_the_breaking_point_on_each_rung(rung: int | None, lead: str, turn: str) -> None:
    words = breaking_point_words(BreakingPoint(("sad", "money", "shame", "end"), rung))
    assert words.lead == lead
    assert words.reason.startswith(turn)
    assert well_worded(words)


def test_the_sentence_with_and_without_until() -> None:
    order = ("how we treat each other", PEOPLE, "how much we get done")
    assert sentence_words(Sentence(*order, "a date is given")) == (
        "How we treat each other, even over how much we get done, until a date is given."
    )
    assert sentence_words(Sentence(*order, "")) == (
        "How we treat each other, even over how much we get done."
    )


@pytest.mark.parametrize("value", [1, 0.4, 0, -0.7])
def test_agreement_leads_with_a_word_and_gives_the_figure(value: float) -> None:
    words = agreement_words(value)
    assert words.lead.split(":")[0] in ("Aligned", "Spread", "Scattered", "Split")
    assert f"Agreement {value:g},".replace("-", "\N{MINUS SIGN}") in words.reason
    assert well_worded(words)


def test_readings_are_worded_by_their_name() -> None:
    found = Purpose(Gap(5, 8), Gap(9, 3), 1, 0)
    assert reading_words("gap", found) == gap_words(found)
    assert reading_words("kind", found) == kind_words(found)
    assert reading_words("map", found) is None
    assert reading_words("pulse", None) is None
    assert reading_words("facts", FactCount(1, 0)) == facts_words(1, 0)
    assert reading_words("matches", ()) == matches_words(())
    with pytest.raises(ValueError, match="'weather'"):
        reading_words("weather", found)


def test_things_in_a_row() -> None:
    assert [listed(list("abc"[:n])) for n in range(4)] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("as it is", 8, "as it is"),
        ("one two three", 10, "one two…"),
        ("one two, three", 10, "one two…"),
        ("a" * 20, 10, "a" * 9 + "…"),
        ("two\nlines", 20, "two lines"),
        ("cafe\u0301s", 5, "caf…"),
    ],
)
def test_long_text_is_cut_at_the_end_of_a_word(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@given(st.text(), st.integers(2, 80))
def test_shortened_text_keeps_its_limit(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit
