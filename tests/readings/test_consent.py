"""The one state of a workshop's words: every rule, their order, and what is never carried."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.consent import Consent, ConsentRound, ConsentState, Wording, consent

WORDS = Wording("We mend things.", "How we treat each other first.")
OTHER = Wording("We mend things.", "How much we get done, always.")


def asked(
    *scores: int,
    passes: int = 0,
    people: int = 0,
    secret: bool = True,
    words: Wording | None = WORDS,
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
def test_the_first_state_that_holds(last: ConsentRound | None, now: Wording, state: str) -> None:
    assert consent(last, now).state == state


def test_changed_words_tell_what_the_round_said_of_its_own() -> None:
    found = consent(asked(*[0] * 14), OTHER)
    assert (found.state, found.of_round, found.changed) == ("changed", "blocked", ("priority",))
    assert not found.carried
    found = consent(asked(*[4] * 8), Wording("", ""))
    assert (found.state, found.of_round) == ("changed", "carried")
    assert found.changed == ("purpose", "priority")


def test_what_the_words_say_in_counts() -> None:
    last = asked(0, 1, 2, 2, 3, 5, passes=4)
    assert (last.scored, last.blocks, last.reservations, last.going_along) == (6, 1, 3, 2)


@given(st.text(), st.text(), st.lists(st.sampled_from([" ", "\n", "\t", "\u00a0"]), min_size=1))
def test_white_space_and_the_way_accents_are_typed_are_no_change(first, second, space) -> None:
    words = Wording(f"{first} {second}", first)
    typed = "".join(space).join(["", unicodedata.normalize("NFD", f"{first} {second}"), ""])
    spaced = Wording(typed.replace(" ", "".join(space)), first)
    assert spaced.same_as(words)
    assert consent(asked(*[4] * 6, words=words), spaced).carried


@pytest.mark.parametrize(
    "other", ["We mend thing.", "we mend things.", "We mend things", "We men d things.", ""]
)
def test_any_other_letter_is_a_change(other: str) -> None:
    assert consent(asked(*[4] * 6), Wording(other, WORDS.priority)).changed == ("purpose",)


def test_restored_words_have_the_state_of_their_round_again() -> None:
    last = asked(*[4] * 6)
    assert consent(last, OTHER).state == "changed"
    assert last.wording is not None
    assert consent(last, last.wording).carried


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
    wording=st.sampled_from([None, WORDS, OTHER]),
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
    may = last.wording == WORDS and not against and scored and 2 * scored >= last.people
    assert found.carried == (bool(may) and (scored >= 5 or not last.secret))
    assert found.last is last


@given(rounds)
def test_other_words_are_never_carried(last: ConsentRound) -> None:
    other = OTHER if last.wording == WORDS else WORDS
    found = consent(last, other)
    assert found.state in {"unknown", "withheld", "changed"}
    if last.wording is not None:
        assert found.of_round == consent(last, last.wording).state


def test_nothing_asked_is_nothing_known() -> None:
    assert consent(None, WORDS) == Consent(ConsentState.NOT_ASKED)
