"""Which values can be the answer to a question."""

import pytest

from workbook.guides import load_guide
from workbook.guides.values import expected_choice, expected_value
from workbook.model.answers import Value
from workbook.model.spots import spots

GUIDE = load_guide()


@pytest.mark.parametrize(
    ("question", "mark", "value"),
    [
        ("setting.why", "", "because"),
        ("purpose.inside_scale", "say", 0),
        ("purpose.inside_scale", "do", 10),
        ("rare.pressures", "branding", 4),
        ("rare.pressures", "branding.note", "on the banner"),
        ("wrong.feud", "choice", "pass"),
        ("wrong.feud", "choice", "people"),
        ("wrong.feud", "last", "not_happened"),
        ("wrong.breaking", "", "never"),
        ("wrong.order", "", ("work", "people")),
        ("kind.fit", "choice", "partly"),
        ("kind.fit", "reason", "we meet anyway"),
        ("statement.consent", "", 0),
        ("rare.hours", "", ({"promise": "tea", "needed": 1.5}, {"given": 2})),
        ("impact.together", "", ({"origin": "top", "chose": "3"},)),
    ],
)
def test_an_answer_fits(question: str, mark: str, value: Value) -> None:
    assert expected_value(GUIDE.questions[question], mark, value) == ""


@pytest.mark.parametrize(
    ("question", "mark", "value", "expected"),
    [
        ("setting.why", "", 3, "a text"),
        ("setting.why", "x", "because", "a single answer"),
        ("purpose.inside_scale", "say", 11, "a whole number from 0 to 10"),
        ("purpose.inside_scale", "say", True, "a whole number from 0 to 10"),
        ("purpose.inside_scale", "now", 5, "one of do, say"),
        ("rare.pressures", "branding", 5, "from 0 to 4"),
        ("rare.pressures", "branding.note", 5, "a text"),
        ("optimising.pulse", "help.note", "x", "no such mark"),
        ("wrong.feud", "choice", "not_happened", "one of work, people, pass"),
        ("wrong.feud", "last", "pass", "one of work, people, not_happened"),
        ("wrong.feud", "", "work", "one of choice, last"),
        ("wrong.breaking", "", "pass", "friends, money, public, end, never"),
        ("wrong.order", "", ("work",), "each of people, work once"),
        ("wrong.order", "", "work", "each of people, work once"),
        ("kind.fit", "choice", "perhaps", "one of yes, partly, no"),
        ("kind.fit", "because", "x", "one of choice, reason"),
        ("statement.consent", "", 6, "from 0 to 5"),
        ("rare.hours", "", "tea", "a list of records"),
        ("rare.hours", "", ("tea",), "a list of records"),
        ("rare.hours", "", ({"needed": "two"},), "record 1, needed: expected a number"),
        ("rare.hours", "", ({"promise": 2},), "record 1, promise: expected a text"),
        ("rare.hours", "", ({}, {"hours": 2},), "record 2, hours: no such column"),
        ("impact.together", "", ({"origin": "above"},), "origin: expected one of members, top"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(question: str, mark: str, value: Value, expected: str) -> None:
    assert expected in expected_value(GUIDE.questions[question], mark, value)


@pytest.mark.parametrize(
    ("question", "mark", "choice"),
    [
        ("purpose.inside_scale", "say", "0"),
        ("purpose.inside_scale", "do", "10"),
        ("optimising.pulse", "help", "5"),
        ("rare.pressures", "branding", "0"),
        ("wrong.feud", "choice", "people"),
        ("wrong.feud", "last", "not_happened"),
        ("wrong.breaking", "", "never"),
        ("wrong.breaking", "", "money"),
        ("kind.fit", "choice", "partly"),
        ("statement.consent", "", "0"),
    ],
)
def test_a_choice_can_stand_on_a_ballot(question: str, mark: str, choice: str) -> None:
    assert expected_choice(GUIDE.questions[question], mark, choice) == ""


@pytest.mark.parametrize(
    ("question", "mark", "choice", "expected"),
    [
        ("purpose.inside_scale", "say", "11", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "say", "-1", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "say", "07", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "say", "٧", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "say", "7.0", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "say", "", "expected 0 to 10, or pass"),
        ("purpose.inside_scale", "now", "7", "no such mark; expected one of do, say"),
        ("optimising.pulse", "help", "0", "expected 1 to 5, or pass"),
        ("rare.pressures", "branding.note", "x", "no such mark; expected one of branding,"),
        ("wrong.feud", "choice", "not_happened", "expected one of work, people, pass"),
        ("wrong.feud", "last", "pass", "expected one of work, people, not_happened"),
        ("wrong.breaking", "", "1", "expected one of friends, money, public, end, never, pass"),
        ("wrong.breaking", "choice", "end", "no such mark; this question has a single answer"),
        ("kind.fit", "choice", "perhaps", "expected one of yes, partly, no, pass"),
        ("kind.fit", "reason", "because", "no such mark; expected one of choice"),
        ("statement.consent", "", "6", "expected one of 0, 1, 2, 3, 4, 5, pass"),
        ("setting.why", "", "because", "this question is not voted on"),
        ("wrong.order", "", "people", "no such mark; expected one of first"),
    ],
)  # fmt: skip
def test_a_choice_that_cannot_stand_on_a_ballot_is_named(
    question: str, mark: str, choice: str, expected: str
) -> None:
    assert expected in expected_choice(GUIDE.questions[question], mark, choice)


def test_one_may_pass_wherever_there_is_a_ballot_but_not_on_what_was_done() -> None:
    for question in GUIDE.questions.values():
        for spot in spots(question):
            can = expected_choice(question, spot.mark, "pass") == ""
            assert can is (spot.mark != "last"), spot
