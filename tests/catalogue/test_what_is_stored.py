"""What is said to be stored is what the set-up stores, and nothing is promised beyond it."""

from dataclasses import replace

import pytest

from workbook.catalogue.what_is_stored import stored_words
from workbook.guides import load_guide
from workbook.model.secrecy import usually_open, voted_steps
from workbook.model.workshop import Person, Setup

GUIDE = load_guide()
USUAL = Setup("90", 14, open_steps=usually_open(GUIDE))


def said(setup: Setup) -> str:
    return "\n".join(
        f"{held.heading}\n{' '.join(held.sentences)}" for held in stored_words(setup, GUIDE)
    )


def test_it_names_secret_and_open_rounds() -> None:
    words = said(USUAL)
    assert (
        "Secret rounds: “Purpose”, “Optimising for”, “Why both is rare” and “When things go wrong”"
        in words
    )
    assert "Open rounds: “What kind of group” and “Statement”" in words
    assert "Never who, when, or in what order." in words
    assert "fewer than five people answered" in words
    assert "in no backup" in words
    assert "the last seven copies" in words
    assert "uses no network" in words
    assert "a folder that synchronises" in words
    assert "Delete for good" in words


def test_steps_that_go_home_have_no_rounds() -> None:
    assert "Why both is rare" not in said(replace(USUAL, plan="60"))
    assert "When things go wrong" not in said(replace(USUAL, minutes={"wrong": 0}))


def test_pairs_are_told_where_there_are_any() -> None:
    words = said(USUAL)
    assert "both marks of what we do, for the map; in each case, the choice" in words
    cases_open = replace(USUAL, open_steps=USUAL.open_steps | {"wrong"})
    assert "for the map. Where a pair" in said(cases_open)
    both = replace(USUAL, open_steps=USUAL.open_steps | {"wrong", "purpose"})
    assert "pairs" not in said(both)


def test_all_open_speaks_of_nothing_secret() -> None:
    opened = frozenset(step.id for step in voted_steps(GUIDE))
    assert "Secret rounds" not in said(replace(USUAL, open_steps=opened))
    assert "Open rounds" not in said(replace(USUAL, open_steps=frozenset()))


@pytest.mark.parametrize(("people", "told"), [(4, True), (5, False)])
def test_few_people_are_told_that_nothing_can_come_out(people: int, told: bool) -> None:
    assert ("no answer comes out" in said(replace(USUAL, people=people))) is told


def test_slips_are_spoken_of_where_there_are_some() -> None:
    assert "Slips" not in said(USUAL)
    words = said(replace(USUAL, slips=True))
    assert "until the step’s next round closes or the workshop ends" in words
    assert "Keep yours to yourself" in words


def test_names_go_or_stay_as_the_group_wants() -> None:
    assert "None. Only that there are 14 people in the room." in said(USUAL)
    one = replace(USUAL, names=(Person("p1", "Ana"),))
    assert "1 name, until the facilitator ends the workshop." in said(one)
    two = replace(one, names=(*one.names, Person("p2", "Bo")), keep_names=True)
    assert "2 names, which stay and stand in the summary" in said(two)
    assert "Ana" not in said(two)
