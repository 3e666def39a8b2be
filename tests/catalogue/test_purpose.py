"""The words of purpose, kind, facts and priority, for every place the marks can stand at."""

from itertools import product

import pytest

from tests.catalogue.wording import well_worded
from workbook.catalogue.kinds import kind_name
from workbook.catalogue.purpose import (
    facts_words,
    gap_words,
    kind_words,
    priority_words,
    protects_first,
)
from workbook.readings.purpose import Gap, Kind, Priority, Purpose

EVERY_MARK = (0, 3, 4, 5, 6, 8, 10)


def purpose(inside: tuple[int, int], outside: tuple[int, int], *facts: int) -> Purpose:
    return Purpose(Gap(*inside), Gap(*outside), *(facts or (1, 0)))


def test_every_place_of_the_marks_and_facts_is_worded() -> None:
    for inside in product(EVERY_MARK, repeat=2):
        for outside in product(EVERY_MARK, repeat=2):
            for facts in ((0, 0), (1, 0), (0, 1), (2, 0), (0, 3), (2, 2)):
                found = purpose(inside, outside, *facts)
                assert well_worded(gap_words(found))
                assert well_worded(kind_words(found))
                for mark in (*inside, *outside):
                    assert str(mark) in gap_words(found).reason


def test_saying_outside_and_doing_inside() -> None:
    words = gap_words(purpose((5, 8), (9, 3)))
    assert words.lead == "You say outside, you do inside."
    assert words.reason == (
        "That is common: an outside goal is often the banner while people come for each other. "
        "For each other you say 5 and do 8, for the outside you say 9 and do 3."
    )


@pytest.mark.parametrize(
    ("inside", "outside", "lead"),
    [
        ((8, 8), (2, 2), "By these marks, you do as you say."),
        ((8, 9), (3, 4), "You say and do nearly the same."),
        ((6, 6), (6, 5), "You say and do nearly the same."),
        ((8, 9), (2, 4), "You do more for the outside than you say."),
        ((6, 8), (6, 8), "You do more on both sides than you say."),
        ((6, 9), (2, 2), "You do more for each other than you say."),
        ((10, 6), (2, 2), "You say more for each other than you do."),
        ((8, 8), (0, 4), "You do more for the outside than you say."),
        ((8, 8), (4, 0), "You say more for the outside than you do."),
        ((6, 10), (6, 10), "You do more on both sides than you say."),
        ((10, 6), (10, 6), "You say more on both sides than you do."),
        ((9, 2), (8, 9), "You say both, you do outside."),
        ((2, 9), (4, 2), "You say neither, you do inside."),
        ((9, 5), (4, 2), "You say inside, you do in between."),
    ],
)
def test_gaps_of_each_direction_and_size(inside, outside, lead) -> None:
    assert gap_words(purpose(inside, outside)).lead == lead


def test_one_point_beside_the_line_is_no_drift() -> None:
    words = kind_words(purpose((6, 6), (6, 5)))
    assert "What you say lies within a point of that." in words.reason
    assert "would be called" not in words.reason


def test_without_a_fact_what_is_done_is_an_impression() -> None:
    assert "no fact yet" in gap_words(purpose((5, 8), (9, 3), 0, 0)).reason
    assert "no fact yet" in kind_words(purpose((5, 8), (9, 3), 0, 0)).reason
    assert "no fact" not in gap_words(purpose((5, 8), (9, 3), 1, 0)).reason


@pytest.mark.parametrize(
    ("inside", "outside", "facts", "words"),
    [
        ((8, 8), (2, 2), (0, 1), "Your one fact points outside, though"),
        ((8, 8), (2, 2), (1, 2), "Of your 3 facts, 2 point outside, though"),
        ((2, 2), (8, 8), (2, 0), "Of your 2 facts, 2 point inside, though"),
        ((8, 8), (8, 8), (2, 0), "point inside, though"),
        ((8, 8), (8, 8), (0, 2), "point outside, though"),
    ],
)
def test_facts_that_point_elsewhere_are_named_gently(inside, outside, facts, words) -> None:
    assert words in gap_words(purpose(inside, outside, *facts)).reason


def test_facts_that_agree_are_not_mentioned() -> None:
    assert "though" not in gap_words(purpose((8, 8), (2, 2), 2, 2)).reason
    assert "though" not in gap_words(purpose((8, 8), (8, 8), 1, 1)).reason


@pytest.mark.parametrize(
    ("inside", "outside", "lead"),
    [
        (8, 2, "By the essay’s definition, a community."),
        (8, 8, "By the essay’s definition, a community with both."),
        (2, 8, "By the essay’s definition, a team or project."),
        (2, 2, "By the essay’s definition, not clear yet."),
        (5, 2, "By the essay’s definition, on the line."),
        (5, 5, "In the very middle of the map."),
    ],
)
def test_each_kind_by_the_definition(inside: int, outside: int, lead: str) -> None:
    words = kind_words(purpose((inside, inside), (outside, outside)))
    assert words.lead == lead
    assert "What you say would be called the same." in words.reason


def test_on_the_line_both_kinds_are_named_and_the_drift_too() -> None:
    words = kind_words(purpose((3, 5), (9, 2)))
    assert "not clear yet and a community" in words.reason
    assert "What you say would be called a team or project." in words.reason


@pytest.mark.parametrize(
    ("now", "wished", "lead", "why"),
    [
        (4, 4, "You would leave the order as it is.", "Trust would still come first."),
        (5, 5, "You would leave the order as it is.", "The middle is"),
        (4, 3, "You would leave the order nearly as it is.", "Trust would still come first."),
        (9, 6, "You would move towards trust.", "Results would still come first."),
        (5, 7, "You would move towards results.", "Results would come first."),
        (5, 3, "You would move towards trust.", "Trust would come first."),
        (7, 3, "You would move towards trust.", "would put trust first instead"),
        (4, 6, "You would move towards results.", "would put results first instead"),
        (1, 5, "You would move towards results.", "The wish is in the middle"),
    ],
)
def test_the_priority_in_each_direction(now: int, wished: int, lead: str, why: str) -> None:
    words = priority_words(Priority(now, wished))
    assert words.lead == lead
    assert why in words.reason
    assert f"now {now}, wished {wished}" in words.reason


def test_every_priority_is_worded() -> None:
    assert all(well_worded(priority_words(Priority(*p))) for p in product(range(11), repeat=2))


def test_what_is_protected_first() -> None:
    assert protects_first(4) == "Trust: 4, where 10 is results"
    assert protects_first(7.0) == "Results: 7, where 0 is trust"
    assert protects_first(5) == "Neither: 5, in the middle"


@pytest.mark.parametrize(
    ("facts", "lead"),
    [
        ((0, 0), "No fact points inside or outside yet."),
        ((2, 0), "The facts so far point inside."),
        ((0, 1), "The facts so far point outside."),
        ((2, 2), "The facts so far point both ways alike."),
        ((3, 2), "More of the facts so far point inside."),
        ((2, 3), "More of the facts so far point outside."),
    ],
)
def test_what_the_facts_point_to(facts: tuple[int, int], lead: str) -> None:
    assert facts_words(*facts).lead == lead


def test_every_kind_has_its_name() -> None:
    assert [kind_name(kind) for kind in Kind] == [
        "community",
        "both, rare",
        "team or project",
        "not clear yet",
        "on the line",
    ]
