"""Which values can be the answer to a question."""

import pytest

from workbook.guides import load_guide
from workbook.guides.values import expected_value
from workbook.model.answers import Value

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
