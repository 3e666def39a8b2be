"""The words of a room's rounds: short, plain, hedged, never a mean and never a withheld figure."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.catalogue.read_rounds import SECOND, lying, moved, on_map, spread
from tests.catalogue.wording import well_worded
from workbook.catalogue.round_votes import invitation
from workbook.catalogue.rounds import (
    room_title,
    room_words,
    round_words,
    secret_words,
)
from workbook.catalogue.words import Words
from workbook.model.workshop import Round, RoundId, RoundState
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    CaseVotes,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    SpreadList,
)
from workbook.readings.purpose import Point


def case(people: int, work: int, **more: object) -> CaseVotes:
    fields: dict[str, object] = {
        "passes": 0, "withheld": False, "last_people": 0, "last_work": 0, "last_never": 0,
        "compared": None, "differ": None, **more,
    }  # fmt: skip
    return CaseVotes("q", "Worn out before the event", people, work, **fields)  # type: ignore[arg-type]


LAST_TIME = {"last_people": 2, "last_work": 7, "last_never": 1, "compared": 9, "differ": 6}


def test_cases_name_the_most_divided_and_each_by_itself() -> None:
    feud = replace(case(4, 5), question="f", title="A feud stalls the project")
    words = room_words(CasesOfRoom((case(8, 2, passes=3, **LAST_TIME), feud), "f"))
    assert words.lead == "Most divided: “A feud stalls the project”."
    assert words.reason == "Of 2 cases, more put people first in 1, and work first in 1."
    assert words.items == (
        "“Worn out before the event”: 8 for people first, 2 for work first; "
        "last time: 2 say people, 7 say work and 1 says it has not happened; "
        "6 of 9 chose otherwise than was done; 3 passed.",
        "“A feud stalls the project”: 4 for people first, 5 for work first.",
    )
    alike = CasesOfRoom((case(8, 0), replace(case(9, 0), question="f")), "")
    assert room_words(alike).lead == "No case seems to divide the room."
    assert room_words(alike).reason == "In both cases more put people first than work."
    even = CasesOfRoom((case(4, 4), replace(case(9, 0), question="f")), "q")
    assert room_words(even).reason == (
        "Of 2 cases, more put people first in 1, and work first in 0. In 1 it is level."
    )
    nobody = CasesOfRoom((case(0, 0), case(0, 0, withheld=True)), "")
    assert room_words(nobody).lead == "Nobody has chosen in any of these cases."


def test_one_case_voted_on_again() -> None:
    again = case(5, 4, people_before=6, work_before=3, to_people=1, to_work=2)
    words = room_words(CasesOfRoom((again,), "q"))
    assert words.lead == "5 for people first, 4 for work first."
    assert words.reason == "Before, it was 6 and 3, 1 went over to people and 2 to work."
    unanimous = room_words(CasesOfRoom((case(0, 6),), ""))
    assert unanimous.lead == "All 6 put work first."
    assert "tell what each" in unanimous.reason
    withheld = room_words(CasesOfRoom((case(0, 0, withheld=True, **LAST_TIME),), ""))
    assert withheld.lead.startswith("Nothing is shown")


RUNGS = (
    "Friends are sad",
    "A month’s money is lost",
    "We lose face in public",
    "The group may end",
)


@pytest.mark.parametrize(
    ("shares", "lead"),
    [
        ((1, 0.8, 0.5, 0.2), "From “We lose face in public” on, half would put work first."),
        ((1, 0.8, 0.4, 0.2), "From “We lose face in public” on, most would put work first."),
        ((0.5, 0.5, 0.5, 0.5), "From the first rung on, half would put work first."),
        ((0.1, 0, 0, 0), "From the first rung on, most would put work first."),
        ((1, 1, 0.9, 0.6), "Most put people first on every rung."),
    ],
)
def test_the_breaking_point_of_a_room(shares: tuple[float, ...], lead: str) -> None:
    words = room_words(BreakingShares("q", RUNGS, shares, 10, 2, 1, False))
    assert words.lead == lead
    begun = "On every rung 5 of 10" if len(set(shares)) == 1 else "Rung by rung, "
    assert words.reason.startswith(begun)
    assert "of 10 still put people first; 2 would never turn; 1 passed." in words.reason
    assert well_worded(words)


def test_a_breaking_point_of_nobody_or_withheld() -> None:
    nobody = BreakingShares("q", RUNGS, (), 0, 0, 4, False)
    assert room_words(nobody) == Words("Nobody has named a rung.", "4 passed.")
    assert room_words(replace(nobody, withheld=True)).lead.startswith("Nothing is shown")


def test_the_round_before_in_words() -> None:
    shares = BreakingShares("q", RUNGS, (1, 0.5, 0, 0), 10, 0, 0, False, (0.5,) * 4, 8)
    assert "; before, 4, 4, 4 and 4 of 8." in room_words(shares).reason
    votes = OptionVotes("q", "Fits?", (("Yes", 6), ("No", 2)), 8, 0, False, (1, 5))
    said = room_words(votes).reason
    assert said == "6 chose “Yes” and 2 chose “No”; before, 1 chose “Yes” and 5 chose “No”."
    place = replace(on_map((3, 8, 5), people=5), before=Point(9, 2))
    assert "before, they were 2 for each other and 9 for the outside" in room_words(place).reason
    same = room_words(replace(place, before=Point(3, 8))).reason
    assert "In the round before, they were the same." in same


LEVELS = ("Block", "No", "Serious reservations", "Go along", "Support", "Strong support")


def consent(*counts: int, **more: object) -> Words:
    answered, low = sum(counts), sum(counts[:3])
    return room_words(ConsentVotes("q", counts, LEVELS, answered, 0, low, False, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("counts", "passes", "lead"),
    [
        ((1, 0, 0, 9, 9, 9), 0, "1 blocks it."),
        ((2, 1, 1, 0, 0, 0), 1, "2 block it, 1 passed."),
        ((0, 0, 3, 0, 0, 0), 0, "3 have reservations."),
        ((0, 1, 0, 4, 0, 0), 2, "1 has reservations, 2 passed."),
        ((0, 0, 0, 5, 0, 0), 9, "5 go along, 9 passed."),
        ((0, 0, 0, 0, 1, 0), 0, "1 goes along."),
    ],
)
def test_consent_says_its_counts_and_who_passed(
    counts: tuple[int, ...], passes: int, lead: str
) -> None:
    low = sum(counts[:3])
    votes = ConsentVotes("q", counts, LEVELS, sum(counts), passes, low, False)
    words = room_words(votes)
    assert words.lead == lead
    assert "invited" not in words.reason
    assert bool(invitation(votes)) == bool(low)


def test_consent_in_words() -> None:
    words = consent(0, 0, 0, 4, 6, 3, before=(1, 0, 2, 4, 4, 2), higher=4, lower=0)
    assert words.lead == "13 go along."
    assert words.reason == (
        "3 at “Strong support”, 6 at “Support” and 4 at “Go along”; "
        "before, 3 stood below 3; 4 went higher, 0 lower."
    )
    assert "tell what each" in consent(0, 0, 0, 0, 6, 0).reason
    assert consent(*[0] * 6).lead == "Nobody has answered yet."


def options(*counted: tuple[str, int]) -> Words:
    return room_words(
        OptionVotes("q", "Does this fit?", counted, sum(n for _, n in counted), 1, False)
    )


def test_options_in_words() -> None:
    words = options(("Yes", 6), ("Partly", 2), ("No", 0))
    assert words.lead == "Most often: “Yes”, 6 of 8."
    assert words.reason == "6 chose “Yes” and 2 chose “Partly”; 1 passed."
    assert options(("Yes", 6), ("No", 6)).lead == "No one answer leads."
    all_but_one_pass = options(("Yes", 6), ("No", 0))
    assert all_but_one_pass.lead == "Most often: “Yes”, 6 of 6."
    assert "1 passed" in all_but_one_pass.reason and "the same" in all_but_one_pass.reason
    everybody = OptionVotes("q", "Fits?", (("Yes", 6), ("No", 0)), 6, 0, False)
    assert room_words(everybody).lead == "All 6 chose “Yes”."
    assert options(("Yes", 0), ("No", 0)).lead == "Nobody has answered yet."


def test_titles_are_short() -> None:
    do = replace(spread(SECOND), title="what we do", label="do", scale="For each other")
    assert room_title(spread(SECOND)) == "now"
    assert room_title(do) == "what we do: for each other"
    assert room_title(SpreadList("q", "pulse", "How true?", ())) == "How safe it is to speak up"
    assert room_title(SpreadList("q", "pressures", "How much?", ())) == "Pressures"
    assert room_title(MapOfRoom((), None, None, False)) == "The map"
    assert room_title(CasesOfRoom((), "")) == "Cases"
    assert room_title(BreakingShares("q", (), (), 0, 0, 0, False)) == "Breaking point"
    assert room_title(ConsentVotes("q", (), (), 0, 0, 0, False)) == "Consent"
    assert room_title(OptionVotes("q", "Does this fit?", (), 0, 0, False)) == "Does this fit?"


def held(number: int = 1, *, secret: bool = True, state: RoundState = RoundState.OPEN) -> Round:
    return Round(RoundId("any", number), ("q",), secret, state)


@pytest.mark.parametrize(
    ("number", "counted", "people", "words"),
    [
        (2, 14, 14, "Second round, 14 of 14 answers"),
        (1, 9, 7, "First round, 9 answers, 7 people expected"),
        (1, 2, 1, "First round, 2 answers, 1 person expected"),
        (1, 0, 14, "First round, 0 of 14 answers"),
        (1, 0, 1, "First round, 0 of 1 answer"),
        (10, 1, 0, "Tenth round, 1 answer"),
        (11, 3, 0, "Round 11, 3 answers"),
    ],
)
def test_how_far_a_round_is(number: int, counted: int, people: int, words: str) -> None:
    assert round_words(held(number), counted, people) == words


def test_all_have_answered_only_where_every_mark_has_them() -> None:
    assert round_words(held(1), 120, 120, 120) == "First round, 120 of 120 answers"
    assert round_words(held(1), 120, 120, 113) == "First round, 113 to 120 of 120 answers a mark"
    assert round_words(held(2), 9, 0, 7) == "Second round, 7 to 9 answers a mark"


def test_a_round_says_whether_it_is_secret_and_shown() -> None:
    assert secret_words(held()) == "secret ballots"
    assert secret_words(held(secret=False)) == "open round"
    assert secret_words(held(secret=False), hands=True) == "raised hands, open by nature"


names = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1, max_size=90)
names = names.filter(str.strip)
small = st.integers(0, 40)
marks = st.lists(st.integers(0, 10), max_size=30)
movements = st.builds(
    lambda stayed, closer, further, across: moved(
        stayed + closer + further + across, closer, further, across
    ),
    small, small, small, small,
)  # fmt: skip
spreads = st.builds(
    lambda title, now, before, movement, passes: replace(
        spread(now, before=lying(before), moved=movement, passes=passes),
        title=title,
        label=title,
    ),
    names, marks, marks, st.none() | movements, small,
)  # fmt: skip
votes = st.builds(
    lambda title, people, work, before, more: replace(
        case(people, work, people_before=before, work_before=before, **more), title=title
    ),
    names, small, small, st.none() | small,
    st.fixed_dictionaries(
        dict.fromkeys(("passes", "last_people", "last_work", "last_never"), small)
    ),
)  # fmt: skip
readings = (
    spreads
    | st.builds(
        SpreadList, st.just("q"), st.sampled_from(["pulse", "other"]), names,
        st.lists(spreads, min_size=1, max_size=5).map(tuple),
    )
    | st.builds(CasesOfRoom, st.lists(votes, min_size=1, max_size=6).map(tuple), st.just("q"))
    | st.builds(
        lambda rungs, share, n, never: BreakingShares(
            "q", tuple(rungs), (share,) * len(rungs), n, never, 0, False
        ),
        st.lists(names, min_size=1, max_size=5), st.floats(0, 1), small, small,
    )
    | st.builds(
        lambda counted: OptionVotes(
            "q", "Which?", tuple(counted), sum(n for _, n in counted), 0, False
        ),
        st.lists(st.tuples(names, small), min_size=1, max_size=4),
    )
    | st.builds(
        lambda counts: ConsentVotes("q", counts, LEVELS, sum(counts), 0, sum(counts[:3]), False),
        st.tuples(*[small] * 6),
    )
    | st.builds(
        lambda points, people: on_map(*points, people=people),
        st.lists(
            st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(1, 300)),
            min_size=1, max_size=6,
        ),
        st.integers(1, 500),
    )
)  # fmt: skip


@given(readings)
def test_any_reading_is_worded_shortly_and_never_as_a_mean(reading) -> None:
    words = room_words(reading)
    assert 0 < len(words.lead) <= 60
    assert words.lead.endswith((".", "?"))
    assert room_title(reading)
    whole = " ".join(filter(None, (words.lead, words.reason, *words.items)))
    own = re.sub("“[^”]*”", "“”", whole)
    assert not re.search(r"\b(mean|average)\b|[!{}]|None|; ;|  ", own)
    assert not words.reason or words.reason.endswith(".")


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_the_words_rest_on_the_counts_and_not_on_their_order(now: list[int]) -> None:
    assert room_words(spread(now)) == room_words(spread(sorted(now, reverse=True)))
