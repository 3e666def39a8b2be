"""A facilitator reads the time at a glance, and lateness, end and minutes given back agree."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.timed_guide import timed_guide
from workbook.catalogue.agenda import (
    before_and_after,
    countdown_words,
    ends_words,
    give_words,
    late_words,
    replan_words,
    spoken_countdown,
)
from workbook.model.replanning import Gives, Replan, replan
from workbook.model.timing import begin, go_to, minutes_late
from workbook.model.workshop import Setup

GUIDE = timed_guide()
HALF_PAST = datetime(2026, 11, 23, 16, 30, 40).astimezone(UTC)  # by this machine's clock


@pytest.fixture(params=["UTC", "Asia/Kathmandu", "America/St_Johns"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """This machine in another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system sets its time zone for all programs only")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("left", "short", "spoken"),
    [
        (400, "6:40", "6 minutes 40 seconds left"),
        (399.2, "6:40", "6 minutes 40 seconds left"),
        (400.0000001, "6:40", "6 minutes 40 seconds left"),
        (60, "1:00", "1 minute left"),
        (61, "1:01", "1 minute 1 second left"),
        (0.2, "0:01", "1 second left"),
        (0, "0:00", "Time is up"),
        (-0.9, "0:00", "Time is up"),
        (-1, "+0:01", "1 second over time"),
        (-80.7, "+1:20", "1 minute 20 seconds over time"),
        (4500, "75:00", "75 minutes left"),
    ],
)
def test_a_countdown(left: float, short: str, spoken: str) -> None:
    assert countdown_words(left) == short
    assert spoken_countdown(left) == spoken


@pytest.mark.parametrize(
    ("late", "words", "end"),
    [
        (0, "On time", "Ends 16:30."),
        (-59, "On time", "Ends 16:30."),
        (240, "4 min late", "Ends 16:34 instead of 16:30."),
        (181, "4 min late", "Ends 16:34 instead of 16:30."),
        (-130, "2 min ahead", "Ends 16:28 instead of 16:30."),
        (3700, "62 min late", "Ends 17:32 instead of 16:30."),
    ],
)
def test_lateness_and_the_end_agree(late: float, words: str, end: str) -> None:
    assert late_words(late) == words
    assert ends_words(late, HALF_PAST) == end


def test_the_end_is_told_by_the_clock_where_the_room_is(elsewhere: str) -> None:
    local = datetime(2026, 11, 23, 16, 30).astimezone(UTC)
    assert ends_words(240, local) == "Ends 16:34 instead of 16:30."


def proposal(late_after: float, *gives: Gives) -> Replan:
    return Replan(
        gives, late_after + 60 * sum(g.minutes for g in gives), late_after, Setup("90", 9)
    )


def test_who_can_give_is_told_by_number() -> None:
    four, six = Gives("rare", 8, 4), Gives("impact", 10, 9)
    assert give_words(GUIDE, proposal(0, four)) == "Step 4 can give 4 minutes back."
    assert give_words(GUIDE, proposal(0, six)) == "Step 6 can give 1 minute back."
    assert give_words(GUIDE, proposal(0, four, six)) == "Steps 4 and 6 can give 5 minutes back."
    assert give_words(GUIDE, proposal(0)) == ""


def test_before_and_after() -> None:
    assert before_and_after(GUIDE, Gives("rare", 8, 4)) == "4 · Rare: 4 minutes instead of 8"
    assert before_and_after(GUIDE, Gives("wrong", 2, 1)) == "5 · Wrong: 1 minute instead of 2"


def test_what_a_proposal_leads_to() -> None:
    four = Gives("rare", 8, 4)
    assert replan_words(proposal(-20, four), HALF_PAST) == "Then it ends at 16:30, as promised."
    assert replan_words(proposal(60, four), HALF_PAST) == "Then it ends at 16:31, 1 minute late."
    assert replan_words(proposal(170, four), HALF_PAST) == "Then it ends at 16:33, 3 minutes late."
    nobody = "No step to come can give minutes. It ends at 16:32."
    assert replan_words(proposal(120), HALF_PAST) == nobody


def test_who_is_not_late_has_nothing_to_give_up() -> None:
    ahead = proposal(-780)
    assert replan_words(ahead, HALF_PAST) == "Nothing has to be given up: it ends at 16:17."


@given(st.integers(0, 8000))
def test_minutes_late_are_the_minutes_given_where_steps_have_them(seconds: int) -> None:
    setup = Setup("90", 14)
    then = HALF_PAST + timedelta(seconds=seconds)
    clock = go_to(begin(GUIDE, setup, HALF_PAST), "optimising", "write", then)
    found = replan(GUIDE, setup, clock, then)
    if found.late_after <= 0 < minutes_late(found.late_before):
        assert late_words(found.late_before) == f"{found.minutes} min late"
