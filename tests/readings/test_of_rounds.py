"""What a revealed round says back: every figure from the counts, and none before its time."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readings.asked_rounds import (
    BREAKING,
    CONSENT,
    EVERYTHING,
    FIT,
    GUIDE,
    INSIDE,
    NOW,
    OUTSIDE,
    PRESSURES,
    PRIORITY,
    WORN,
    counted,
    held,
)
from workbook.model.guide import PASS, Side
from workbook.model.spots import spots_of
from workbook.model.workshop import FEWEST, Ballot, Counts, RoundState, Spot
from workbook.readings import agreement
from workbook.readings.change import Changed, Moved
from workbook.readings.counting import STAYED, count, moves, slips
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    RoomReading,
    Spread,
    SpreadList,
)
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.of_rounds import reveal
from workbook.readings.purpose import Point


def spread(counts: Counts, before: Counts | None = None) -> Spread:
    first = held(PRIORITY) if before else None
    found = reveal(GUIDE, held(PRIORITY, number=2), counts, first, before)[0]
    assert isinstance(found, Spread)
    return found


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_nothing_is_read_before_it_is_revealed(state: RoundState) -> None:
    round_ = replace(held(PRIORITY), state=state)
    with pytest.raises(ValueError, match=state):
        reveal(GUIDE, round_, counted(priority_scale__now="3334567"))


def test_a_round_before_that_was_never_revealed_stays_unseen() -> None:
    before, now = counted(priority_scale__now="11199"), counted(priority_scale__now="44455")
    moved = replace(now, moves={NOW: {("1", "4"): 3, STAYED: 2}})
    closed = replace(held(PRIORITY), state=RoundState.CLOSED)
    assert reveal(GUIDE, held(PRIORITY), moved, closed, before) == reveal(
        GUIDE, held(PRIORITY), now
    )


def test_a_withheld_round_shows_no_figure_whatever_it_holds() -> None:
    round_ = replace(held(*EVERYTHING, INSIDE, OUTSIDE), state=RoundState.WITHHELD)
    counts = Counts(
        {spot: {"people": 2, "1": 1} for spot in spots_of(GUIDE, round_)}, {NOW: 3, CONSENT: 2}
    )
    empty = reveal(GUIDE, round_, Counts(withheld=frozenset(spots_of(GUIDE, round_))))
    assert reveal(GUIDE, round_, counts) == empty
    assert len(empty) == 2 + 4 + 1 + 1 + 1 + 1 + 1 + 1
    flat = [part for found in empty for part in getattr(found, "items", (found,))]
    flat = [part for found in flat for part in getattr(found, "cases", (found,))]
    assert all(part.withheld and part.passes == 0 for part in flat if hasattr(part, "passes"))


def test_readings_stand_in_the_order_in_which_they_are_shown() -> None:
    found = reveal(GUIDE, held(*EVERYTHING, OUTSIDE, INSIDE), Counts())
    kinds = [type(reading) for reading in found]
    assert kinds == [
        *[Spread] * 6,
        MapOfRoom,
        SpreadList,
        CasesOfRoom,
        BreakingShares,
        ConsentVotes,
        OptionVotes,
    ]
    marks = [(r.question, r.mark) for r in found if isinstance(r, Spread)]
    assert marks == [
        (PRIORITY, "now"),
        (PRIORITY, "wished"),
        (OUTSIDE, "do"),
        (OUTSIDE, "say"),
        (INSIDE, "do"),
        (INSIDE, "say"),
    ]


def test_a_scale_is_named_where_another_has_the_same_marks() -> None:
    now = reveal(GUIDE, held(PRIORITY), Counts())[0]
    do = reveal(GUIDE, held(INSIDE), Counts())[0]
    assert isinstance(now, Spread)
    assert isinstance(do, Spread)
    assert (now.title, now.scale, now.low_label) == ("now", "", "trust")
    assert (do.title, do.label, do.scale) == ("what we do", "do", "For each other")
    assert (do.low_side, do.high_side) == (Side.NEITHER, Side.INSIDE)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=40))
def test_a_spread_agrees_with_van_der_eijk(marks: list[int]) -> None:
    found = spread(Counts({NOW: Counter(str(mark) for mark in marks)}))
    assert found.now is not None
    assert found.now.n == len(marks)
    assert found.now.counts == tuple(marks.count(at) for at in range(11))
    assert found.now.agreement == agreement(found.now.counts)
    assert not found.withheld


def test_the_round_before_lies_beneath() -> None:
    found = spread(counted(priority_scale__now="33345"), counted(priority_scale__now="11199"))
    assert found.now is not None
    assert found.before is not None
    assert (found.now.median, found.before.median) == (3, 1)
    assert found.moved is None
    assert found.changed == Changed(5, 5)


def test_movement_is_seen_from_the_first_median() -> None:
    before = counted(priority_scale__now="1122999")  # the median is 2
    now = counted(priority_scale__now="2333344")
    table = {("9", "4"): 2, ("1", "3"): 1, ("2", "3"): 1, ("9", "3"): 1, STAYED: 1}
    found = spread(replace(now, moves={NOW: table}), before)
    assert found.moved == Moved(
        joined=6, closer=3, further=1, across=1, higher=2, lower=3, middle=2, answered=7
    )


marks_of_two_rounds = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=5)


@given(marks_of_two_rounds)
def test_movement_adds_up(marks: list[tuple[int, int]]) -> None:
    first, second = (
        Counter(Ballot.of({NOW: str(pair[at])}, f"{n:04}") for n, pair in enumerate(marks))
        for at in (0, 1)
    )
    round_ = held(PRIORITY, number=2)
    earlier = count(GUIDE, round_, first)
    went = moves(GUIDE, round_, slips(first), second, earlier)
    counts = replace(count(GUIDE, round_, second), moves=went)
    found = spread(counts, count(GUIDE, round_, first)).moved
    went = [(a, b) for a, b in marks if a != b]
    if len(went) < 2:
        assert found is None
        return
    assert found is not None
    assert (found.joined, found.moved) == (len(marks), len(went))
    median = spread(count(GUIDE, round_, first)).now.median  # type: ignore[union-attr]
    assert found.closer == sum(abs(b - median) < abs(a - median) for a, b in went)
    assert found.further == sum(abs(b - median) > abs(a - median) for a, b in went)


def of_map(counts: Counts, *, secret: bool = True) -> MapOfRoom:
    found = reveal(GUIDE, held(INSIDE, OUTSIDE, secret=secret), counts)[-1]
    assert isinstance(found, MapOfRoom)
    return found


def test_the_map_has_everyones_point_and_the_medians() -> None:
    pair = (Spot(OUTSIDE, "do"), Spot(INSIDE, "do"))
    counts = counted(
        inside_scale__do="88877",
        outside_scale__do="33322",
        inside_scale__say="55555",
        outside_scale__say="99999",
    )
    found = of_map(replace(counts, pairs={pair: {("3", "8"): 3, ("2", "7"): 2}}))
    points = ((2, 7, 2), (3, 8, 3))
    assert (found.points, found.do, found.say) == (points, Point(3, 8), Point(9, 5))
    assert found.room == RoomOnMap(5, (5, 0, 0, 0), 0)
    assert found.outside and (found.outside.say, found.outside.do) == (9, 3)
    unkept = of_map(counts)  # the points were not kept
    assert unkept == replace(found, points=(), room=replace(found.room, exact=False))
    assert of_map(Counts()) == MapOfRoom((), None, None, False, scales=(INSIDE, OUTSIDE))


def test_the_map_is_withheld_with_either_scale() -> None:
    counts = counted(
        inside_scale__do="88877", inside_scale__say="8" * 5, outside_scale__say="55555"
    )
    found = of_map(replace(counts, withheld=frozenset({Spot(OUTSIDE, "do")})))
    assert found == MapOfRoom((), None, None, True, scales=(INSIDE, OUTSIDE))


def test_pressures_stand_strongest_first_and_those_unseen_last() -> None:
    counts = counted(pressures__branding="11111", pressures__own="44433")
    (found,) = reveal(GUIDE, held(PRESSURES), counts)
    assert isinstance(found, SpreadList)
    assert [(item.mark, item.title) for item in found.items] == [
        ("own", "Own work"),
        ("branding", "The banner"),
    ]
    hidden = replace(
        counted(pressures__branding="00000"), withheld=frozenset({Spot(PRESSURES, "own")})
    )
    (found,) = reveal(GUIDE, held(PRESSURES), hidden)
    assert isinstance(found, SpreadList)
    assert [(item.mark, item.withheld) for item in found.items] == [
        ("branding", False),
        ("own", True),
    ]


def test_the_pulse_keeps_the_guides_order() -> None:
    (found,) = reveal(
        GUIDE, held("optimising.pulse"), counted(pulse__ask="11111", pulse__err="55555")
    )
    assert isinstance(found, SpreadList)
    assert [item.mark for item in found.items] == ["ask", "err"]


def test_the_breaking_point_as_shares() -> None:
    counts = Counts({BREAKING: {"sad": 2, "end": 4, "never": 2}}, {BREAKING: 1})
    (found,) = reveal(GUIDE, held(BREAKING.question), counts)
    assert isinstance(found, BreakingShares)
    assert found.rungs == ("Friends are disappointed", "The group may end")
    assert found.shares == (0.75, 0.25)
    assert (found.answered, found.never, found.passes) == (8, 2, 1)


def test_consent_with_the_round_before() -> None:
    table = {("1", "3"): 2, ("5", "4"): 1, STAYED: 4}
    now = Counts({CONSENT: {"2": 1, "4": 6}}, {CONSENT: 2}, moves={CONSENT: table})
    round_ = held(CONSENT.question, secret=False)
    (found,) = reveal(GUIDE, round_, now, round_, counted(consent__={"1": 3, "5": 4}))
    assert isinstance(found, ConsentVotes)
    assert found.counts == (0, 0, 1, 0, 6, 0)
    assert found.before == (0, 3, 0, 0, 0, 4)
    assert (found.answered, found.passes, found.low, found.higher, found.lower) == (7, 2, 1, 2, 1)


def test_options_are_counted_also_those_nobody_chose() -> None:
    (found,) = reveal(GUIDE, held(FIT), counted(kind_fit__choice={"yes": 6}))
    assert isinstance(found, OptionVotes)
    assert found.options == (("Yes", 6), ("No", 0))
    assert found.answered == 6


def test_breaking_point_options_and_map_with_the_round_before() -> None:
    asked = (INSIDE, OUTSIDE, BREAKING.question, FIT)
    first = counted(
        inside_scale__do="22222",
        outside_scale__do="99988",
        breaking_point__={"sad": 4, "never": 4},
        kind_fit__choice={"no": 5},
    )
    now = counted(
        inside_scale__do="88877",
        outside_scale__do="33322",
        breaking_point__={"end": 5},
        kind_fit__choice={"yes": 6},
    )
    found = {type(r): r for r in reveal(GUIDE, held(*asked, number=2), now, held(*asked), first)}
    place, breaking, fit = found[MapOfRoom], found[BreakingShares], found[OptionVotes]
    assert isinstance(place, MapOfRoom) and place.before == Point(9, 2)
    assert isinstance(breaking, BreakingShares) and breaking.before == (0.5, 0.5)
    assert breaking.answered_before == 8
    assert isinstance(fit, OptionVotes) and fit.before == (0, 5)
    hidden = held(*asked)
    for unseen in (replace(hidden, state=RoundState.CLOSED), None):
        for reading in reveal(GUIDE, held(*asked, number=2), now, unseen, first):
            assert not getattr(reading, "before", None)


votes = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            NOW: st.sampled_from(["0", "7", PASS]),
            Spot(INSIDE, "do"): st.sampled_from(["2", "8"]),
            Spot(OUTSIDE, "do"): st.sampled_from(["2", "8", PASS]),
            Spot(WORN, "choice"): st.sampled_from(["people", "work"]),
            Spot(WORN, "last"): st.sampled_from(["people", "work", "not_happened"]),
            BREAKING: st.sampled_from(["sad", "end", "never"]),
            CONSENT: st.sampled_from(["0", "5", PASS]),
            Spot(FIT, "choice"): st.sampled_from(["yes", "no"]),
        },
    ),
    max_size=12,
)


def shown(reading: RoomReading) -> list[int]:
    """How many answers each figure of a reading rests on."""
    match reading:
        case Spread():
            return [reading.now.n] if reading.now else []
        case SpreadList():
            return [item.now.n for item in reading.items if item.now]
        case CasesOfRoom():
            figures = [
                (c.people + c.work, c.last_people + c.last_work + c.last_never, c.compared)
                for c in reading.cases
            ]
            return [n for case in figures for n in case if n]
        case MapOfRoom():
            return [sum(n for *_, n in reading.points)] if reading.points else []
        case OptionVotes():
            return [sum(n for _, n in reading.options)]
        case ConsentVotes():
            return [sum(reading.counts)]
    return [reading.answered]


@given(votes)
def test_no_figure_of_a_secret_round_rests_on_fewer_than_five(room) -> None:
    round_ = held(*EVERYTHING, INSIDE, OUTSIDE)
    counts = count(GUIDE, round_, Counter(Ballot.of(choices) for choices in room))
    for reading in reveal(GUIDE, round_, counts):
        assert all(n == 0 or n >= FEWEST for n in shown(reading))
