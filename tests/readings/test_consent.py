"""The one state of a workshop's words: every rule, their order, and what is never carried."""

import unicodedata
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_guide import small_guide
from workbook.model.workshop import (
    Ballot,
    Proposal,
    Quorum,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
    Workshop,
)
from workbook.readings.consent import (
    Consent,
    ConsentRound,
    ConsentState,
    changed_words,
    consent,
    consent_of,
)
from workbook.readings.counting import count

WORDS = Proposal("We mend things.", "How we treat each other first.")
OTHER = Proposal("We mend things.", "How much we get done, always.")


def asked(
    *scores: int,
    passes: int = 0,
    people: int = 0,
    secret: bool = True,
    words: Proposal | None = WORDS,
) -> ConsentRound:
    """A round in which everybody in the room gave a score or passed."""
    counts = tuple(scores.count(level) for level in range(6))
    return ConsentRound(words, counts, passes, people or len(scores) + passes, secret)


@pytest.mark.parametrize(
    ("last", "now", "state"),
    [
        (None, WORDS, "not_asked"),
        (asked(*[4] * 8, words=None), WORDS, "unknown"),
        (asked(0, words=None), OTHER, "unknown"),
        (asked(0, 3, 3, 3), WORDS, "withheld"),
        (asked(3, 3, 3, 3), OTHER, "withheld"),
        (asked(passes=9), WORDS, "withheld"),
        (asked(3, 4, 4, 5, 5), OTHER, "changed"),
        (asked(*[0] * 14), OTHER, "changed"),
        (asked(*[0] * 14), WORDS, "blocked"),
        (asked(0, 1, 5, 5, 5), WORDS, "blocked"),
        (asked(1, 5, 5, 5, 5), WORDS, "not_yet"),
        (asked(2, 3, 3, 4, 4, 5, 3, 3, 4), WORDS, "not_yet"),
        (asked(2, 5, 5, 5, 5, passes=20), WORDS, "not_yet"),
        (asked(3, 3, 3, 3, 3, passes=9), WORDS, "too_few"),
        (asked(3, 3, 3, 3, 3, passes=6), WORDS, "too_few"),
        (asked(3, 3, 3, 3, 3, people=11), WORDS, "too_few"),
        (asked(3, 3, 3, 3, 3, passes=5), WORDS, "carried"),
        (asked(3, 4, 4, 5, 5, 3, 4, 4), WORDS, "carried"),
        (asked(3, secret=False), WORDS, "carried"),
        (asked(2, secret=False), WORDS, "not_yet"),
        (asked(passes=3, secret=False), WORDS, "too_few"),
    ],
)
def test_the_first_state_that_holds(last: ConsentRound | None, now: Proposal, state: str) -> None:
    assert consent(last, now).state == state


def test_changed_words_tell_what_the_round_said_of_its_own() -> None:
    found = consent(asked(*[0] * 14), OTHER)
    assert (found.state, found.of_round, found.changed) == ("changed", "blocked", ("priority",))
    assert not found.carried
    found = consent(asked(*[4] * 8), Proposal("", ""))
    assert (found.state, found.of_round) == ("changed", "carried")
    assert found.changed == ("purpose", "priority")


def test_what_the_words_say_in_counts() -> None:
    last = asked(0, 1, 2, 2, 3, 5, passes=4)
    assert (last.scored, last.blocks, last.reservations, last.going_along) == (6, 1, 3, 2)


@given(st.text(), st.text(), st.lists(st.sampled_from([" ", "\n", "\t", "\u00a0"]), min_size=1))
def test_white_space_and_the_way_accents_are_typed_are_no_change(first, second, space) -> None:
    words = Proposal(f"{first} {second}", first)
    typed = "".join(space).join(["", unicodedata.normalize("NFD", f"{first} {second}"), ""])
    spaced = Proposal(typed.replace(" ", "".join(space)), first)
    assert changed_words(words, spaced) == ()
    assert consent(asked(*[4] * 6, words=words), spaced).state is ConsentState.CARRIED


@pytest.mark.parametrize(
    "other", ["We mend thing.", "we mend things.", "We mend things", "We men d things.", ""]
)
def test_any_other_letter_is_a_change(other: str) -> None:
    assert consent(asked(*[4] * 6), Proposal(other, WORDS.priority)).changed == ("purpose",)


def test_restored_words_have_the_state_of_their_round_again() -> None:
    last = asked(*[4] * 6)
    assert consent(last, OTHER).state == "changed"
    assert last.proposal is not None
    assert consent(last, last.proposal).carried


def test_the_share_is_a_choice_of_the_set_up() -> None:
    last = asked(3, 3, 3, 3, 3, passes=9)
    assert consent(last, WORDS, Fraction(1, 3)).carried
    assert consent(last, WORDS, Fraction(0)).carried
    assert consent(asked(passes=3, secret=False), WORDS, Fraction(0)).state == "too_few"
    assert consent(asked(*[3] * 9, passes=1), WORDS, Fraction(1)).state == "too_few"


@pytest.mark.parametrize("share", [Fraction(-1, 2), Fraction(3, 2)])
def test_a_share_that_is_none_is_refused(share: Fraction) -> None:
    with pytest.raises(ValueError, match="share"):
        consent(asked(3), WORDS, share)


@pytest.mark.parametrize("scores", [(1, 2), (0, 0, 0, 0, 0, -1)])
def test_scores_that_are_none_are_refused(scores: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="6 levels"):
        consent(ConsentRound(WORDS, scores, 0, 9, False), WORDS)


rounds = st.builds(
    ConsentRound,
    proposal=st.sampled_from([None, WORDS, OTHER]),
    scores=st.tuples(*[st.integers(0, 20)] * 6),
    passes=st.integers(0, 40),
    people=st.integers(0, 130),
    secret=st.booleans(),
)


@given(rounds)
def test_words_are_carried_only_by_the_room_and_against_nobody(last: ConsentRound) -> None:
    found = consent(last, WORDS)
    against = sum(last.scores[:3])
    scored = sum(last.scores)
    may = last.proposal == WORDS and not against and scored and 2 * scored >= last.people
    assert found.carried == (bool(may) and (scored >= 5 or not last.secret))
    assert found.last is last


@given(rounds)
def test_other_words_are_never_carried(last: ConsentRound) -> None:
    other = OTHER if last.proposal == WORDS else WORDS
    found = consent(last, other)
    assert found.state in {"unknown", "withheld", "changed"}
    if last.proposal is not None:
        assert found.of_round == consent(last, last.proposal).state


@pytest.mark.parametrize("blank", ["", " \n"])
def test_what_is_carried_of_nothing_is_nothing(blank: str) -> None:
    nothing = Proposal(blank, "")
    found = consent(asked(*[4] * 6, words=nothing), nothing)
    assert found.state is ConsentState.CARRIED and not found.carried
    assert consent(asked(*[4] * 6, words=Proposal("", "People.")), Proposal("", "People.")).carried


@pytest.mark.parametrize(
    ("share", "needed"), [(Fraction(1, 2), 8), (Fraction(2, 3), 10), (Fraction(1), 15)]
)
def test_how_many_are_needed(share: Fraction, needed: int) -> None:
    assert consent(asked(*[4] * 6, people=15), WORDS, share).needed == needed


def test_who_gave_no_answer_is_counted_too() -> None:
    last = asked(4, 4, 4, 4, 4, passes=2, people=9)
    assert (last.asked, last.silent) == (9, 2)
    assert (replace(last, people=3).asked, replace(last, people=3).silent) == (7, 0)


def test_nothing_asked_is_nothing_known() -> None:
    assert consent(None, WORDS) == Consent(ConsentState.NOT_ASKED)


GUIDE, ASKED = small_guide(), "statement.consent"


Held = tuple[Round, Counter[Ballot]]


def held(number: int, scores: str, people: int | None = None, **more) -> Held:
    """A round of secret scores, "-" for a pass."""
    given = ["pass" if score == "-" else score for score in scores]
    ballots = Counter(Ballot.of({Spot(ASKED): score}) for score in given)
    state = more.pop("state", RoundState.REVEALED)
    found = Round(
        RoundId("statement", number), (ASKED,), more.pop("secret", True), state, len(scores), people
    )
    return replace(found, **({"proposal": WORDS} | more)), ballots


def workshop(*rounds: Held, quorum: Quorum = Quorum.HALF) -> Workshop:
    counts = {found.id: count(GUIDE, found, ballots) for found, ballots in rounds}
    setup = Setup("90", 10, quorum=quorum)
    return Workshop(setup, rounds=tuple(found for found, _ in rounds), counts=counts)


@pytest.mark.parametrize(
    ("rounds", "state"),
    [
        ([], "not_asked"),
        ([held(1, "333333", 9)], "carried"),
        ([held(1, "333333", 14)], "too_few"),
        ([held(1, "333333", None)], "carried"),
        ([held(1, "333333", 9, proposal=None)], "unknown"),
        ([held(1, "333333", 9, proposal=OTHER)], "changed"),
        ([held(1, "333333"), held(2, "033333")], "blocked"),
        ([held(1, "033333"), held(2, "233333")], "not_yet"),
        ([held(1, "033333"), held(2, "3333", state=RoundState.WITHHELD)], "withheld"),
        # What is not shown yet changes nothing.
        ([held(1, "033333"), held(2, "333333", state=RoundState.CLOSED)], "blocked"),
        ([held(1, "033333"), held(2, "", state=RoundState.OPEN)], "blocked"),
        ([held(1, "", state=RoundState.OPEN)], "not_asked"),
        ([held(1, "333-------", 10, secret=False)], "too_few"),
        ([held(1, "333---", secret=False)], "carried"),
    ],
)
def test_the_state_of_a_workshop_is_that_of_its_last_shown_round(rounds, state: str) -> None:
    assert consent_of(GUIDE, workshop(*rounds), WORDS).state == state


def test_a_workshop_says_itself_how_many_have_to_give_a_score() -> None:
    held_now = workshop(held(1, "333333", 10), quorum=Quorum.TWO_THIRDS)
    assert consent_of(GUIDE, held_now, WORDS).state == "too_few"
    assert consent_of(GUIDE, workshop(held(1, "333333", 10)), WORDS).carried


def test_rounds_of_other_questions_are_not_about_the_words() -> None:
    other = Round(RoundId("kind", 1), ("kind.kind_fit",), False, RoundState.REVEALED, 6)
    found = workshop(held(1, "033333", 6))
    found = replace(found, rounds=(*found.rounds, other))
    assert consent_of(GUIDE, found, WORDS).state == "blocked"
