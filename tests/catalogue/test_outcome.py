"""The line on Home says what came out of a session, on one line, short."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.catalogue.outcome import outcome_words
from workbook.model.kinds import Leaning
from workbook.model.session import Outcome

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (
            Outcome("drift", say="outside", do="inside", look_again="1 February 2026"),
            "Says outside, does inside. Look again 1 Feb",
        ),
        (Outcome("drift", say="both", do="neither"), "Says both, does neither"),
        (
            Outcome("kind", do="team", look_again="1 Feb 2027"),
            "A team or project. Look again 1 Feb 2027",
        ),
        (Outcome("kind", do="on_line"), "On the line"),
        (Outcome("step", text="Optimising for"), "Optimising for"),
        (Outcome("none", look_again="spring"), "Nothing placed yet"),
        (
            Outcome("sentence", text="Relationships first, even over dates."),
            "Relationships first, even over dates.",
        ),
        (
            Outcome("sentence", text="Trust first.", look_again="1/2/2026"),
            "Trust first. Look again 1 Feb",
        ),
        (
            Outcome("sentence", text="Who\ncomes first?", look_again="1/2/2026"),
            "Who comes first? Look again 1 Feb",
        ),
    ],
)
def test_the_line_on_home(outcome: Outcome, line: str) -> None:
    assert outcome_words(outcome, TODAY) == line


@given(
    st.sampled_from(["sentence", "step"]), st.text(), st.sampled_from(["", "1/2/2026", "1 Feb 27"])
)
def test_the_line_on_home_is_never_longer_than_sixty(kind: str, text: str, again: str) -> None:
    line = outcome_words(Outcome(kind, text=text, look_again=again), TODAY)
    assert len(line) <= 60
    assert "\n" not in line


def test_every_drift_fits_the_line_with_its_date() -> None:
    for say, do in product(Leaning, repeat=2):
        line = outcome_words(Outcome("drift", say=say, do=do, look_again="30 September 2027"))
        assert line.endswith("Look again 30 Sep 2027")


def test_an_outcome_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match="outcome"):
        outcome_words(Outcome("weather"))
