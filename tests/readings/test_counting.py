"""Ballots become counts: nothing is lost, and nothing is kept that would tell on a few."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_guide import small_guide
from workbook.model.guide import PASS, CaseQuestion, Side
from workbook.model.workshop import FEWEST, Ballot, Counts, Round, RoundId, Spot
from workbook.readings.counting import (
    STAYED,
    count,
    moves,
    size,
    slips,
    spots_of,
    unanimous,
)

GUIDE = small_guide()
INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
IN_DO, OUT_DO = Spot(INSIDE, "do"), Spot(OUTSIDE, "do")
NOW = Spot("optimising.priority_scale", "now")
CHOICE, LAST = Spot("wrong.worn", "choice"), Spot("wrong.worn", "last")
CHOICES = {
    **dict.fromkeys((IN_DO, OUT_DO, NOW), ("0", "4", "5", "10", PASS)),
    CHOICE: ("people", "work", PASS),
    LAST: ("people", "work", "not_happened"),
    Spot("wrong.breaking_point"): ("sad", "end", "never", PASS),
    Spot("statement.consent"): ("0", "2", "5", PASS),
}
ASKED = tuple(dict.fromkeys(spot.question for spot in CHOICES))


def held(*questions: str, secret: bool = True) -> Round:
    return Round(RoundId("any", 1), questions or ASKED, secret)


def cast(spot: Spot, *choices: str) -> Counter[Ballot]:
    return Counter(Ballot.of({spot: choice}) for choice in choices)


def both(first: Spot, second: Spot, *rows: tuple[str | None, str | None]) -> Counter[Ballot]:
    return Counter(
        Ballot.of({spot: c for spot, c in ((first, a), (second, b)) if c is not None})
        for a, b in rows
    )


codes = st.sampled_from(["", "", "AB12", "CD34", "EF56", "GH78", "JK90", "LM23", "NP45", "QR67"])
ballots_of_a_room = st.lists(
    st.builds(
        Ballot.of,
        st.fixed_dictionaries({}, optional={s: st.sampled_from(c) for s, c in CHOICES.items()}),
        codes,
    ),
    max_size=24,
)


@given(ballots_of_a_room, st.booleans())
def test_totals_add_up(room: list[Ballot], secret: bool) -> None:
    counts = count(GUIDE, held(secret=secret), Counter(room))
    for spot in CHOICES:
        given_here = [choice for ballot in room if (choice := ballot.get(spot)) is not None]
        answered = len(given_here) - given_here.count(PASS)
        assert counts.passes.get(spot, 0) == given_here.count(PASS)
        if spot in counts.withheld:
            assert secret
            assert 0 < answered < FEWEST
            assert spot not in counts.answers
        else:
            assert counts.answers.get(spot, {}) == Counter(c for c in given_here if c != PASS)


def remains(counts: Counts, spot: Spot, taken: Iterable[tuple[str, int]]) -> int:
    """How many answers are left at a spot when those of a table are subtracted."""
    left = Counter(counts.answers.get(spot, {}))
    for choice, people in taken:
        left[choice] -= people
    assert min(left.values(), default=0) >= 0
    return left.total()


@given(ballots_of_a_room)
def test_no_table_of_a_secret_round_tells_on_fewer_than_five(room: list[Ballot]) -> None:
    counts = count(GUIDE, held(), Counter(room))
    case = GUIDE.questions["wrong.worn"]
    assert isinstance(case, CaseQuestion)
    happened = {option.id for option in case.last_time if option.side is not Side.NEITHER}
    for pair, table in counts.pairs.items():
        assert not set(pair) & counts.withheld
        assert sum(table.values()) >= FEWEST
        blank = [0, 0]
        for ballot in room:
            first, second = (ballot.get(spot) for spot in pair)
            blank[0] += second is None and first not in (None, PASS)
            wanted = pair[1] != LAST or second in happened
            blank[1] += first is None and second not in (None, PASS) and wanted
        left = (
            remains(counts, pair[0], ((first, n) for (first, _), n in table.items())),
            remains(counts, pair[1], ((second, n) for (_, second), n in table.items())),
        )
        for people, among in zip(blank, left, strict=True):
            assert people == 0 or among >= FEWEST


@given(ballots_of_a_room, st.booleans(), st.randoms())
def test_order_says_nothing(room: list[Ballot], secret: bool, random) -> None:
    mixed = list(room)
    random.shuffle(mixed)
    one, other = (count(GUIDE, held(secret=secret), Counter(b)) for b in (room, mixed))
    # As they are written, not only as they compare: the library's bytes hang on it.
    assert [repr(list(part.items())) for part in (one.answers, one.passes, one.pairs)] == [
        repr(list(part.items())) for part in (other.answers, other.passes, other.pairs)
    ]
    assert one == other


def test_passes_make_no_five() -> None:
    counts = count(GUIDE, held(NOW.question), cast(NOW, "1", "2", "3", "4", PASS, PASS))
    assert counts == Counts({}, {NOW: 2}, frozenset({NOW}))
    counts = count(GUIDE, held(NOW.question), cast(NOW, "1", "2", "3", "4", "4", PASS))
    assert counts.answers == {NOW: {"1": 1, "2": 1, "3": 1, "4": 2}}


def test_an_open_round_keeps_what_few_answered() -> None:
    counts = count(GUIDE, held(NOW.question, secret=False), cast(NOW, "1", "2"))
    assert counts.answers == {NOW: {"1": 1, "2": 1}}
    assert not counts.withheld


def test_a_spot_that_all_passed_is_not_withheld_but_empty() -> None:
    counts = count(GUIDE, held(NOW.question), cast(NOW, *[PASS] * 9))
    assert counts == Counts({}, {NOW: 9})


def test_what_the_round_does_not_ask_is_not_counted() -> None:
    assert count(GUIDE, held(INSIDE), cast(NOW, *"1" * 9)) == Counts()


def test_a_ballot_taken_back_leaves_nothing() -> None:
    ballots = cast(NOW, *"12345")
    ballots[Ballot.of({NOW: "9"}, "AB12")] = 0
    assert "9" not in count(GUIDE, held(), ballots).answers[NOW]
    assert slips(ballots) == {}


def test_the_map_needs_both_scales_in_the_round() -> None:
    ballots = both(OUT_DO, IN_DO, *[("3", "8")] * 6)
    assert count(GUIDE, held(INSIDE, OUTSIDE), ballots).pairs == {(OUT_DO, IN_DO): {("3", "8"): 6}}
    assert count(GUIDE, held(INSIDE), ballots).pairs == {}


def test_a_pass_is_as_secret_as_a_mark_and_takes_nobody_off_the_map() -> None:
    room = [("3", "8"), *[("3", "8")] * 6, ("9", PASS)]
    counts = count(GUIDE, held(INSIDE, OUTSIDE), both(OUT_DO, IN_DO, *room))
    assert counts.pairs == {(OUT_DO, IN_DO): {("3", "8"): 7}}


@pytest.mark.parametrize(("alone", "kept"), [(0, True), (1, False), (4, False), (5, True)], ids=str)
def test_who_answered_only_one_of_two_is_not_found_by_subtracting(alone: int, kept: bool) -> None:
    room = [("3", "8"), *[("3", "8")] * 6, *[("9", None)] * alone]
    counts = count(GUIDE, held(INSIDE, OUTSIDE), both(OUT_DO, IN_DO, *room))
    assert bool(counts.pairs) is kept
    assert counts.answers[OUT_DO].get("9", 0) == alone
    in_the_open = count(GUIDE, held(INSIDE, OUTSIDE, secret=False), both(OUT_DO, IN_DO, *room))
    assert in_the_open.pairs


def test_one_who_was_not_there_last_time_does_not_show_by_their_choice() -> None:
    there = [("people", "work")] * 4 + [("work", "work")] * 3
    newcomer = [("work", None)]
    assert count(GUIDE, held(), both(CHOICE, LAST, *there)).pairs
    assert not count(GUIDE, held(), both(CHOICE, LAST, *there, *newcomer)).pairs
    hidden = [("people", "not_happened")] * 4  # from whom subtracting does not tell the newcomer
    assert count(GUIDE, held(), both(CHOICE, LAST, *there, *newcomer, *hidden)).pairs


def test_what_has_not_happened_is_not_kept_beside_a_choice() -> None:
    room = [("people", "work")] * 5 + [("work", "not_happened")] * 2
    counts = count(GUIDE, held(), both(CHOICE, LAST, *room))
    assert counts.pairs == {(CHOICE, LAST): {("people", "work"): 5}}
    assert counts.answers[LAST] == {"work": 5, "not_happened": 2}
    few = [("people", "work")] * 4 + [("work", "not_happened")] * 9
    assert not count(GUIDE, held(), both(CHOICE, LAST, *few)).pairs


def test_a_slip_on_two_ballots_joins_nothing() -> None:
    twice = [Ballot.of({NOW: "1"}, "AB12"), Ballot.of({NOW: "2"}, "AB12")]
    same = [Ballot.of({NOW: "1"}, "CD34")] * 2
    once = Ballot.of({NOW: "1"}, "EF56")
    assert slips(Counter([*twice, *same, once, Ballot.of({NOW: "3"})])) == {"EF56": once}


def slipped(spot: Spot, *choices: str) -> Counter[Ballot]:
    return Counter(Ballot.of({spot: c}, f"AA{at:02}") for at, c in enumerate(choices))


def moved(before: list[str], after: list[str], *without: str, secret: bool = True) -> object:
    round_ = held(NOW.question, secret=secret)
    now = slipped(NOW, *after) + cast(NOW, *without)
    then = slipped(NOW, *before)
    earlier = count(GUIDE, round_, then)
    found = moves(GUIDE, round_, slips(then), now, earlier, before_secret=secret)
    return found.get(NOW)


def test_moves_are_joined_by_slip_and_those_who_stayed_are_one_number() -> None:
    assert moved(["1", "2", "9", "5", "6"], ["4", "3", "8", "5", "6"]) == {
        ("1", "4"): 1,
        ("2", "3"): 1,
        ("9", "8"): 1,
        STAYED: 2,
    }


def test_fewer_than_five_slips_or_two_who_moved_show_no_movement() -> None:
    assert moved(["1"] * 4, ["2"] * 4) is None
    assert moved(["1"] * 9, ["2"] + ["1"] * 8) is None
    assert moved(["1"] * 5, ["2"] * 2 + ["1"] * 3) is not None
    assert moved(["1"] * 5, ["2"] * 4 + [PASS]) is None
    assert moved(["1"] * 4, ["2"] * 4, secret=False) == {("1", "2"): 4}


def test_movement_is_kept_where_nobody_or_five_on_a_side_are_unjoined() -> None:
    assert moved(["1"] * 9, ["2"] * 5 + ["1"] * 4, "7") is None  # one came late
    assert moved(["1"] * 9, ["2"] * 5 + ["1"] * 4, *["7"] * 4) is None
    assert moved(["1"] * 9, ["2"] * 5 + ["1"] * 4, *["7"] * 5) == {("1", "2"): 5, STAYED: 4}
    assert moved(["1"] * 9, ["2"] * 9) == {("1", "2"): 9}
    assert moved(["1"] * 9, ["2"] * 8) is None  # one of the first round has left
    assert moved(["1"] * 14, ["2"] * 9) == {("1", "2"): 9}
    assert moved(["1"] * 9, ["2"] * 8 + [PASS]) == {("1", "2"): 8}  # a pass is an answer


def test_moves_from_what_was_withheld_are_not_kept() -> None:
    then = slipped(NOW, *"1111", PASS)
    earlier = count(GUIDE, held(NOW.question), then)
    assert NOW in earlier.withheld
    assert moves(GUIDE, held(NOW.question), slips(then), slipped(NOW, *"22222"), earlier) == {}


def test_an_open_round_does_not_lead_to_what_was_secret() -> None:
    first = slipped(NOW, *"11111")
    before, now = slips(first), slipped(NOW, *"22222")
    earlier = count(GUIDE, held(NOW.question), first)
    for secret in (True, False):
        round_ = held(NOW.question, secret=secret)
        assert moves(GUIDE, round_, before, now, earlier, before_secret=not secret) == {}
    assert moves(GUIDE, held(NOW.question, secret=False), before, now, earlier) == {}


def test_only_what_can_be_voted_on_again_moves() -> None:
    first, second = (
        Counter(
            Ballot.of({CHOICE: c, LAST: c, Spot("wrong.breaking_point"): rung}, f"AA{at:02}")
            for at in range(6)
        )
        for c, rung in (("people", "sad"), ("work", "end"))
    )
    earlier = count(GUIDE, held(), first)
    assert moves(GUIDE, held(), slips(first), second, earlier) == {CHOICE: {("people", "work"): 6}}


@given(ballots_of_a_room, ballots_of_a_room, st.randoms())
def test_movement_of_any_secret_room_joins_five_and_moves_two(
    first: list[Ballot], second: list[Ballot], random
) -> None:
    before, now = slips(Counter(first)), Counter(second)
    earlier = count(GUIDE, held(), Counter(first))
    found = moves(GUIDE, held(), before, now, earlier)
    counts = count(GUIDE, held(), now)
    for spot, table in found.items():
        gone = [(to, n) for (_, to), n in table.items() if to]
        assert sum(table.values()) >= FEWEST
        assert sum(n for _, n in gone) >= 2
        joined = sum(table.values())
        if sum(counts.answers[spot].values()) > joined:
            assert remains(counts, spot, gone) >= FEWEST
    random.shuffle(second)
    again = moves(GUIDE, held(), before, Counter(second), earlier)
    assert repr(list(again.items())) == repr(list(found.items()))


@given(ballots_of_a_room)
def test_the_size_is_that_of_the_fullest_spot(room: list[Ballot]) -> None:
    most = max((sum(b.get(s) is not None for b in room) for s in CHOICES), default=0)
    assert size(Counter(room), held()) == most


def test_piles_counted_by_question_are_the_same_people() -> None:
    piles = cast(IN_DO, *"3334") + cast(OUT_DO, *"55555") + cast(NOW, *"1" * 9)
    assert size(piles, held(INSIDE, OUTSIDE)) == 5
    assert size(Counter(), held()) == 0


def test_unanimous_are_two_or_more_with_one_answer() -> None:
    assert unanimous(count(GUIDE, held(), cast(NOW, *"77777", PASS))) == (NOW,)
    assert unanimous(count(GUIDE, held(), cast(NOW, *"77778"))) == ()
    assert unanimous(count(GUIDE, held(), cast(NOW, *"7777"))) == ()
    assert unanimous(count(GUIDE, held(secret=False), cast(NOW, "7"))) == ()


def test_the_spots_of_a_round_stand_in_its_order() -> None:
    marks = [Spot(INSIDE, "say"), IN_DO, CHOICE, LAST]
    assert list(spots_of(GUIDE, held(INSIDE, "wrong.worn"))) == marks
