"""What people and forms write into a cell is understood, or told with a reason, never guessed."""

import pytest

from tests.exchange.sheets import (
    ASK,
    BREAKING,
    CONSENT,
    DO,
    FIT,
    GUIDE,
    NOW,
    SPOTS,
    WORN,
    WORN_LAST,
)
from workbook.exchange.cells import CellReader
from workbook.guides.values import expected_choice
from workbook.model.workshop import Spot


def read(spot: Spot, cell: str, *others: str) -> tuple[str, str]:
    return CellReader(GUIDE, spot, (cell, *others)).read(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "7", " 7\N{NO-BREAK SPACE}", "7.0", "7,0", "7,00", "+7", "７", "٧", "7;", "7.", "7)",
        "'7", '="7"', "\N{ZERO WIDTH SPACE}7", "7 – very", "7 - very", "7: very (much)",
        "7 (mostly)", "7/10", "7 / 10", "7 of 10", "7 von 10", "7/10 (mostly)", "mostly (7)", "7\n",
    ],
)  # fmt: skip
def test_a_number_is_read_in_all_its_dresses(cell: str) -> None:
    assert read(DO, cell) == ("7", "")


@pytest.mark.parametrize(
    "cell",
    ["7.5", "7,5", "1,000", "7-8", "3 or 4", "7/5", "7%", "7?", "5+", "7½", "1e1", "7 people",
     "7-Oct", "Oct-07", "7.10.2026", "seven", "10.0.0", "1" * 40, "+", "?"],
)  # fmt: skip
def test_what_could_mean_another_number_is_told(cell: str) -> None:
    assert read(DO, cell) == ("", "Expected a whole number from 0 to 10.")


@pytest.mark.parametrize("cell", ["11", "-1", "99 – very", "10/10 (11)"])
def test_a_number_outside_of_its_line_is_told(cell: str) -> None:
    choice, problem = read(DO, cell)
    assert choice == ""
    assert "0 to 10" in problem


def test_several_ticks_are_not_one_answer() -> None:
    several = ("", "More than one answer where one was asked for.")
    assert read(DO, "7;8;") == several
    assert read(WORN, "People first;Work first;") == several
    assert read(WORN, "People first;Something else") == several


@pytest.mark.parametrize("cell", ["", "  ", "–", "-", "—", "…", "N/A", "n/a", "No answer", "NULL"])
def test_what_says_nothing_is_no_answer(cell: str) -> None:
    assert {read(spot, cell) for spot in SPOTS} == {("", "")}


@pytest.mark.parametrize(
    "cell",
    ["pass", "Pass.", "PASS", "I pass", "Prefer not to say", "skip", "I’d rather not say"],
)
def test_a_pass_is_one_wherever_one_may_pass(cell: str) -> None:
    for spot in SPOTS:
        expected = ("", "Nobody can pass here.") if spot.mark == "last" else ("pass", "")
        assert read(spot, cell) == expected


def test_the_poles_of_a_line_have_names() -> None:
    assert read(NOW, "Trust")[0] == "0"
    assert read(NOW, "performance")[0] == "10"
    assert read(NOW, "10 (performance)")[0] == "10"
    assert read(NOW, "0 (performance)")[1]


def test_levels_of_consent_have_names() -> None:
    assert read(CONSENT, "Level 4")[0] == "4"
    assert read(CONSENT, "4 – Level 4")[0] == "4"
    assert read(CONSENT, "4 Level 4")[0] == "4"
    assert read(CONSENT, "4 – Level 2")[1]
    assert read(CONSENT, "6")[1] == "6 is outside 0 to 5."


@pytest.mark.parametrize(
    "cell",
    ["Work first", "work FIRST.", "work", "how much we get done", "1. Work first", "b) Work first",
     "Work first – the hall is paid for", "Work first / Arbeit zuerst", "Arbeit zuerst|Work first",
     "Work first;", "Work first (work)", "work\N{NO-BREAK SPACE}first"],
)  # fmt: skip
def test_a_choice_is_read_by_any_of_its_names(cell: str) -> None:
    assert read(WORN, cell) == ("work", "")


@pytest.mark.parametrize("cell", ["not work first", "No: work first", "both", "1", "first", "w"])
def test_what_only_looks_like_a_choice_is_told(cell: str) -> None:
    assert read(WORN, cell) == ("", "Expected one of these: “People first”, “Work first”.")


def test_what_was_done_last_time_has_choices_of_its_own() -> None:
    assert read(WORN_LAST, "Has not happened")[0] == "not_happened"
    assert read(WORN, "Has not happened")[1]


def test_rungs_and_reasoned_choices_are_read() -> None:
    assert read(BREAKING, "Friends are disappointed")[0] == "sad"
    assert read(BREAKING, "never")[0] == "never"
    assert read(FIT, "yes")[0] == "yes"


def test_codes_of_limesurvey_are_read_where_they_can_mean_one_thing_only() -> None:
    assert read(ASK, "A4", "A5")[0] == "4"  # answers counted from 1, on a line from 1
    assert read(DO, "AO04", "AO11")[0] == "3"  # the eleventh of eleven: counted from 1
    assert read(DO, "A4", "A0")[0] == "4"  # a zeroth: the codes are the numbers


@pytest.mark.parametrize(
    ("spot", "cells"),
    [(DO, ["A4", "A5"]), (DO, ["A4", "A0", "A11"]), (ASK, ["A4", "A6"]), (WORN, ["A1", "A2"])],
)
def test_a_code_that_could_mean_two_things_is_told(spot: Spot, cells: list[str]) -> None:
    choice, problem = read(spot, *cells)
    assert choice == ""
    assert problem.startswith("A code that could mean several answers.")


def test_every_choice_that_a_ballot_can_hold_is_read_as_itself() -> None:
    for spot in SPOTS:
        question = GUIDE.questions[spot.question]
        ids = [*map(str, range(11)), "pass", "never", "people", "work", "not_happened"]
        for choice in [*ids, "sad", "end", "yes", "no"]:
            if not expected_choice(question, spot.mark, choice):
                assert read(spot, choice) == (choice, "")
