"""Columns are found by the guide's words in whatever form a program heads them, never by chance."""

from pathlib import Path

import pytest

from tests.exchange.sheets import (
    ASK,
    BREAKING,
    CONSENT,
    DO,
    ERR,
    FEUD,
    FIT,
    GUIDE,
    NOW,
    OUT_DO,
    OUT_SAY,
    SAY,
    VOTED,
    WISHED,
    WORN,
    WORN_LAST,
    form,
    written,
)
from workbook.exchange.guessing import guess, guess_slips
from workbook.exchange.private import Private, private_columns
from workbook.guides import load_guide
from workbook.model.guide import CaseQuestion, RatingsQuestion, ScaleQuestion
from workbook.model.spots import spots
from workbook.model.workshop import Spot


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("google", {2: SAY, 3: DO, 4: OUT_SAY, 5: OUT_DO, 6: BREAKING}),
        ("microsoft-utf8", {6: WORN, 7: WORN_LAST, 8: FEUD}),
        ("microsoft-ansi", {5: ASK, 6: ERR}),
        ("microsoft-utf16", {6: CONSENT}),
        ("limesurvey-codes", {5: NOW, 6: WISHED, 7: ASK, 8: ERR}),
        ("limesurvey-full", {5: SAY, 6: DO, 7: OUT_SAY, 8: OUT_DO, 9: FIT}),
    ],
)
def test_columns_of_exports_are_found(name: str, expected: dict[int, Spot]) -> None:
    assert guess(GUIDE, VOTED, form(name)) == expected


def headed(folder: Path, header: str, *cells: str) -> dict[int, Spot]:
    quoted = ['"' + text.replace('"', '""') + '"' for text in (header, *(cells or ("5",)))]
    return guess(GUIDE, VOTED, written(folder, *quoted))


@pytest.mark.parametrize(
    "header",
    [
        "purpose.inside_scale.do", "purpose.inside_scale [do]", "purpose_inside_scale_do",
        "insidescale[do]", "InsideScale_do", "For each other [do]", "FOR EACH OTHER – what we do",
        "What we do: for each other", "Q1. For each other [what we do]", "3) For each other: do",
        "Frage 2: For each other [what we do]", "Für einander / For each other (what we do)",
        "  For\N{NO-BREAK SPACE}each  other:\nwhat we dó ",
        "insidescale[do]. For each other [what we do]",
        "On a line from 0 to 10, how much is this group for each other? what we do",
    ],
)  # fmt: skip
def test_a_mark_is_found_in_any_dress(tmp_path: Path, header: str) -> None:
    assert headed(tmp_path, header) == {0: DO}


@pytest.mark.parametrize(
    "header",
    ["For each other", "what we do", "do", "For each other: what do we say?", "scale", "Comments",
     "What comes first?", "For each other and For the outside: what we do", "?", "12"],
)  # fmt: skip
def test_what_could_be_two_things_or_none_is_not_guessed(tmp_path: Path, header: str) -> None:
    assert headed(tmp_path, header) == {}


def test_free_text_about_a_mark_is_not_taken_for_it(tmp_path: Path) -> None:
    header = "Why did you mark what we do for each other like that?"
    assert headed(tmp_path, header, "We sing", "No idea", "7") == {}


def test_two_columns_that_fit_equally_are_left_to_a_person(tmp_path: Path) -> None:
    sheet = written(
        tmp_path, "For each other [do],For each other [do],For the outside [do]", "1,,2"
    )
    assert guess(GUIDE, VOTED, sheet) == {2: OUT_DO}


def test_the_better_of_two_columns_is_taken(tmp_path: Path) -> None:
    sheet = written(
        tmp_path, "How sure are you of this: for each other [do],For each other [do]", "1,2"
    )
    assert guess(GUIDE, VOTED, sheet) == {1: DO}


def test_only_what_is_voted_on_is_found() -> None:
    assert guess(GUIDE, ["wrong.breaking_point"], form("google")) == {6: BREAKING}


def test_a_mark_alone_names_its_spot_where_no_other_question_has_it(tmp_path: Path) -> None:
    sheet = written(tmp_path, "What we do,What we say", "1,2")
    assert guess(GUIDE, ["purpose.inside_scale"], sheet) == {0: DO, 1: SAY}


def test_the_prompt_of_a_case_names_it_where_no_other_is_voted_on(tmp_path: Path) -> None:
    sheet = written(tmp_path, "What comes first?,Last time", "work,people")
    assert guess(GUIDE, ["wrong.worn"], sheet)[0] == WORN


def test_every_question_of_the_guide_is_found_by_its_words(tmp_path: Path) -> None:
    guide = load_guide()
    voted = [question.id for question in guide.questions.values() if spots(question)]
    headers, expected = [], {}
    for question in map(guide.questions.__getitem__, voted):
        for spot in spots(question):
            expected[len(headers)] = spot
            name = question.title if isinstance(question, CaseQuestion) else question.prompt
            mark = ""
            if isinstance(question, ScaleQuestion):
                mark = next(each.name for each in question.marks if each.id == spot.mark)
            if isinstance(question, RatingsQuestion):
                mark = next(each.label for each in question.items if each.id == spot.mark)
            if spot.mark == "last":
                mark = "Last time"
            headers.append(f'"{len(headers) + 1}. {name}' + (f' [{mark}]"' if mark else '"'))
    sheet = written(tmp_path, ",".join(headers), "," * (len(headers) - 1) + "1", "pass")
    assert guess(guide, voted, sheet) == expected


def test_who_answered_and_when_is_recognised() -> None:
    assert private_columns(form("google")) == {0: Private.TIME, 1: Private.ADDRESS}
    assert set(private_columns(form("microsoft-utf8"))) == set(range(6))
    assert set(private_columns(form("microsoft-ansi"))) == set(range(5))
    assert set(private_columns(form("limesurvey-codes"))) == set(range(5))
    assert set(private_columns(form("limesurvey-full"))) == set(range(5))


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("ines@lantern.example", Private.ADDRESS),
        ("192.0.2.17", Private.ADDRESS),
        ("2026-11-22T19:03:11Z", Private.TIME),
        ("22.11.2026", Private.TIME),
        ("11/22/26 7:03 PM", Private.TIME),
        ("19:03", Private.TIME),
    ],
)
def test_addresses_and_times_are_recognised_under_any_header(
    tmp_path: Path, cell: str, kind: Private
) -> None:
    sheet = written(tmp_path, "For each other [do],x", f"{cell},1", f"{cell},2", ",3")
    assert private_columns(sheet) == {0: kind}
    assert guess(GUIDE, VOTED, sheet) == {}


def test_a_column_of_slips_is_found_unless_there_are_two(tmp_path: Path) -> None:
    assert guess_slips(form("microsoft-utf16")) == 5
    assert guess_slips(form("google")) is None
    assert guess_slips(written(tmp_path, "Slip,Your slip", "k7qm,w3hx")) is None
