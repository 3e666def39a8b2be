"""Every claim that readings make about random rooms holds when the ballots are counted again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rooms.claiming import GUIDE, INSIDE, OUTSIDE, SPOTS, claims, counted, words_of
from tests.rooms.reader import Asked, Room, Words
from tests.rooms.recount import Truth, holds
from workbook.catalogue.rounds import room_words
from workbook.model.kinds import Kind
from workbook.model.workshop import Setup, Workshop
from workbook.readings import claim
from workbook.readings.claim import About, Claim
from workbook.readings.consent import ConsentState
from workbook.readings.round_findings import RoundFindings
from workbook.readings.shape import Group, Shape

mark = st.sampled_from(["pass", *(str(value) for value in range(11))])
text = st.sampled_from(["We sing.", "We  sing. ", "We row.", ""])


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Rooms of up to forty people, some of whom pass, come late, leave or have no slip."""
    people = draw(st.integers(1, 40))

    def rounds(*answers: st.SearchStrategy[str], most: int = 1):
        here = st.integers(max(1, people - 3), people)
        held = []
        for _ in range(draw(st.integers(0, most))):
            n = draw(here)
            some = [draw(st.sampled_from([each, each, around(draw)])) for each in answers]
            held.append(tuple(draw(st.lists(st.tuples(*some), min_size=n, max_size=n))))
        return tuple(held)

    def around(draw: st.DrawFn) -> st.SearchStrategy[str]:
        places = draw(st.lists(st.integers(0, 10), min_size=1, max_size=3))
        return st.sampled_from(places).map(str)

    side = st.sampled_from(["people", "work", "pass"])
    score = st.sampled_from(["pass", *"0123453345"])
    lonely = st.sampled_from(["", "ONE", "TWO"])
    scores = st.lists(score, min_size=1, max_size=people).map(tuple)
    return Room(
        "random",
        people,
        purpose=rounds(*[mark] * 4),
        optimising=rounds(mark, mark, most=2),
        cases=tuple(
            tuple(draw(st.lists(st.tuples(*[side] * 6), min_size=people, max_size=people)))
            for _ in range(draw(st.integers(0, 2)))
        ),
        consent=tuple(draw(st.lists(st.builds(Asked, scores, text, text), max_size=2))),
        words_now=draw(st.none() | st.builds(Words, text, text)),
        open=draw(st.booleans()),
        slips=draw(st.just(True) | st.lists(lonely, max_size=people).map(tuple)),
        present={"purpose": (people + draw(st.integers(0, 9)),)},
    )


@given(rooms())
def test_every_claim_holds_when_the_ballots_are_counted_again(room: Room) -> None:
    truth, kept = Truth.of(room, GUIDE), counted(room)
    for each in claims(room, kept):
        assert holds(each, truth), each
    assert holds(words_of(room, kept), truth)


@given(rooms())
def test_every_claim_beside_words_holds_when_the_ballots_are_counted_again(room: Room) -> None:
    truth, kept = Truth.of(room, GUIDE), counted(room)
    workshop = Workshop(
        Setup("180", room.people, slips=bool(room.slips)),
        rounds=tuple(found for found, _ in kept.values()),
        counts={found.id: counts for found, counts in kept.values()},
    )
    for said in RoundFindings(GUIDE, workshop).told:
        words = room_words(said.reading, said.round.id.number)
        for each in words.claims:
            assert holds(each, truth), (each, words)


SCALE = SPOTS["optimising"][0].question
ROOM = Room(
    "a room that is known",
    people=9,
    purpose=(
        (("9", "9", "2", "9"), ("8", "8", "2", "9"), ("8", "9", "3", "8"), ("2", "2", "9", "3")),
    ),
    optimising=(
        tuple((value, "5") for value in "22288889"),
        tuple((value, "5") for value in "32288777"),
    ),
    cases=((("people",) * 6, ("work", *("people",) * 5), ("pass",) * 6),),
    consent=(Asked(("3", "4", "4", "5", "0"), "We sing.", "People first."),),
    present={"purpose": (5,), "optimising": (8, 8)},
    open=True,
    slips=True,
)
NOW, MAP, CASE = About(SCALE, "now", 2), About(INSIDE, "do"), About(SPOTS["cases"][0].question)
FIRST, SAYING = About(SCALE, "now", 1), About(OUTSIDE)
CAMPS = (Group(2, 2, 3), Group(8, 9, 5))


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (claim.Gave(NOW, "8", 2, 8), claim.Gave(NOW, "8", 3, 8)),
        (claim.Gave(NOW, "8", 2, 8), claim.Gave(NOW, "8", 2, 9)),
        (claim.MostGave(About(SCALE, "wished"), "5"), claim.MostGave(NOW, "7")),
        (claim.HasShape(FIRST, Shape.TWO_GROUPS, CAMPS), claim.HasShape(FIRST, Shape.LEANING)),
        (
            claim.HasShape(FIRST, Shape.UNCLEAR),
            claim.HasShape(FIRST, Shape.TWO_GROUPS, (Group(2, 2, 3), Group(8, 8, 5))),
        ),
        (claim.HasShape(NOW, Shape.UNCLEAR), claim.HasShape(NOW, Shape.TOGETHER)),
        (claim.HasShape(NOW, Shape.UNCLEAR), claim.HasShape(NOW, Shape.UNCLEAR, side=1)),
        (claim.OnBothSides(NOW, 3, 5), claim.OnBothSides(NOW, 3, 4)),
        (claim.MiddleMark(NOW, 7), claim.MiddleMark(NOW, 7.5)),
        (claim.MiddleHalf(NOW, 2.5, 7.5), claim.MiddleHalf(NOW, 2, 8)),
        (
            claim.WentWay(NOW, claim.Ways.MOVED, 4, 8, 8),
            claim.WentWay(NOW, claim.Ways.MOVED, 5, 8, 8),
        ),
        (
            claim.WentWay(NOW, claim.Ways.CLOSER, 1, 8, 8),
            claim.WentWay(NOW, claim.Ways.CLOSER, 1, 7, 8),
        ),
        (claim.ChangedAtLeast(NOW, 4), claim.ChangedAtLeast(NOW, 5)),
        (claim.AboutAsBefore(About(SCALE, "wished", 2)), claim.AboutAsBefore(NOW)),
        (claim.StandIn(MAP, Kind.COMMUNITY, 3, 5), claim.StandIn(MAP, Kind.COMMUNITY, 2, 5)),
        (
            claim.StandIn(MAP, Kind.COMMUNITY, 2, 5, exact=False),
            claim.StandIn(MAP, Kind.COMMUNITY, 4, 5, exact=False),
        ),
        (claim.RoomIs(MAP, Kind.COMMUNITY), claim.RoomIs(MAP, Kind.TEAM)),
        (claim.RoomIs(MAP, Kind.COMMUNITY), claim.RoomIs(MAP, None)),
        (
            claim.SayAgainstDo(SAYING, 8.5, 2.5, most=True),
            claim.SayAgainstDo(SAYING, 9, 2.5, most=True),
        ),
        (
            claim.SayAgainstDo(SAYING, 8.5, 2.5, most=False),
            claim.SayAgainstDo(About(INSIDE), 8.5, 8, most=False),
        ),
        (claim.MostDivided(CASE), claim.MostDivided(About(SPOTS["cases"][1].question))),
        (claim.WordsAre(ConsentState.BLOCKED), claim.WordsAre(ConsentState.CARRIED)),
    ],
)
def test_a_recount_tells_true_from_false(true: Claim, false: Claim) -> None:
    truth = Truth.of(ROOM, GUIDE)
    assert holds(true, truth)
    assert not holds(false, truth)


def test_all_that_is_claimed_of_a_known_room() -> None:
    kept = counted(ROOM)
    found = list(claims(ROOM, kept))
    assert claim.HasShape(FIRST, Shape.TWO_GROUPS, CAMPS) in found
    assert claim.OnBothSides(FIRST, 3, 5) in found
    assert claim.RoomIs(MAP, Kind.COMMUNITY) in found
    # Three of five do differ, which nobody can know from the counts.
    assert claim.SayAgainstDo(SAYING, 8.5, 2.5, most=False) in found
    assert claim.WentWay(NOW, claim.Ways.MOVED, 4, 8, 8) in found
    assert claim.ChangedAtLeast(NOW, 4) in found
    assert claim.MostDivided(CASE) in found
    assert words_of(ROOM, kept) == claim.WordsAre(ConsentState.BLOCKED)
