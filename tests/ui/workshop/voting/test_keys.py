"""Every answer that a ballot can give has a key of its own, and counts are read as people write."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.catalogue.spots import spot_names, spot_words
from workbook.guides import load_guide
from workbook.guides.values import expected_choice
from workbook.model.guide import CaseQuestion
from workbook.model.spots import spots
from workbook.model.workshop import Spot
from workbook.ui.workshop.voting.keys import (
    Choice,
    CountsError,
    choice_of,
    choices,
    keys_words,
    read_counts,
    read_people,
)

GUIDE = load_guide()
BALLOT = [spot for s in GUIDE.steps for q in s.ballot for spot in spots(GUIDE.questions[q])]
SCALE = choices(GUIDE.questions["optimising.scale"], "now")


def of(question: str, mark: str = "") -> tuple[Choice, ...]:
    return choices(GUIDE.questions[question], mark)


@pytest.mark.parametrize("spot", BALLOT, ids=str)
def test_each_key_is_an_answer_and_no_other_has_it(spot: Spot) -> None:
    among = of(*spot)
    keys = [each.key for each in among]
    assert len(set(keys)) == len(keys)
    assert all(len(key) == 1 for key in keys)
    for each in among:
        assert expected_choice(GUIDE.questions[spot.question], spot.mark, each.id) == ""
        assert choice_of(among, each.key) is each


def test_keys_of_each_kind_of_question() -> None:
    assert keys_words(SCALE) == "0 to 9, + for ten, P for pass"
    assert choice_of(SCALE, "+") == Choice("+", "10")
    assert keys_words(of("optimising.pulse", "help")) == "1 to 5, P for pass"
    case = "1 for Keep the date, 2 for Shrink the event, P for pass"
    assert keys_words(of("wrong.worn_out", "choice")) == case
    assert [each.id for each in of("wrong.worn_out", "last")] == ["work", "people", "not_happened"]
    assert [each.key for each in of("wrong.breaking")] == ["1", "2", "3", "4", "N", "P"]
    assert [each.key for each in of("kind.fit", "choice")] == ["1", "2", "3", "P"]
    assert [each.key for each in of("statement.consent")] == ["0", "1", "2", "3", "4", "5", "P"]


def test_nobody_passes_on_a_fact() -> None:
    for question in GUIDE.questions.values():
        if isinstance(question, CaseQuestion):
            assert choice_of(choices(question, "last"), "p") is None
            assert choice_of(choices(question, "choice"), "p") is not None


def test_letters_count_in_either_case_and_other_keys_mean_nothing() -> None:
    rungs = of("wrong.breaking")
    assert choice_of(rungs, "n") == choice_of(rungs, "N") != None  # noqa: E711
    assert choice_of(rungs, "5") is None
    assert choice_of(rungs, "") is None


def test_marks_that_share_a_name_are_told_apart() -> None:
    both = [spot for q in GUIDE.step("purpose").ballot for spot in spots(GUIDE.questions[q])]
    assert len(set(spot_names(GUIDE, both))) == 4
    cases = [spot for q in GUIDE.step("wrong").ballot for spot in spots(GUIDE.questions[q])]
    assert len(set(spot_names(GUIDE, cases))) == len(cases)
    assert spot_names(GUIDE, [Spot("optimising.scale", "now")]) == ["now"]
    assert "Results we deliver" in spot_words(GUIDE, Spot("optimising.scale", "now"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3: 47", {"3": 47}),
        ("3:47, 4: 12", {"3": 47, "4": 12}),
        ("3: 47 4: 12", {"3": 47, "4": 12}),
        ("3 47; 10 2", {"3": 47, "10": 2}),
        ("+ = 2\npass: 1\nP: 1", {"10": 2, "pass": 2}),
        ("3: 0", {}),
        ("", {}),
    ],
)
def test_counts_as_people_write_them(text: str, expected: dict[str, int]) -> None:
    assert +read_counts(text, SCALE) == Counter(expected)


def test_counts_by_the_words_of_an_answer() -> None:
    case = of("wrong.worn_out", "choice")
    assert read_counts("keep the date: 9, 2: 4", case) == {"work": 9, "people": 4}


@pytest.mark.parametrize("text", ["11: 3", "3", "3: many", "three", "3: -1", "3: 999999999", ":"])
def test_what_cannot_be_read_is_said_with_its_words(text: str) -> None:
    with pytest.raises(CountsError) as told:
        read_counts(text, SCALE)
    assert any(part in str(told.value) for part in text.split(": "))


@given(st.dictionaries(st.sampled_from([each.id for each in SCALE]), st.integers(1, 99_999)))
def test_whatever_is_counted_is_read_back(counts: dict[str, int]) -> None:
    text = ", ".join(f"{answer}: {people}" for answer, people in counts.items())
    assert read_counts(text, SCALE) == Counter(counts)


@given(st.text(max_size=40))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        found = read_counts(text, SCALE)
    except CountsError as error:
        assert str(error)
    else:
        assert all(people >= 0 for people in found.values())


def test_how_many_people_a_field_says() -> None:
    assert read_people(" 12 ") == 12
    assert read_people("") == 0
    for wrong in ("1.5", "-1", "x", "²", "100000"):
        with pytest.raises(CountsError, match=wrong.replace(".", r"\.")):
            read_people(wrong)


@pytest.mark.parametrize(
    ("question", "mark", "words"),
    [
        ("purpose.inside_scale", "do", "For each other: 0 … 10"),
        (
            "optimising.scale",
            "now",
            "Where do we stand? 0\u00a0Trust between us … 10\u00a0Results we deliver",
        ),
    ],
)
def test_the_ends_of_a_scale_stand_beside_its_mark(question: str, mark: str, words: str) -> None:
    assert spot_words(GUIDE, Spot(question, mark)) == words
