"""All that the readings may claim of an odd room, from what a library would keep of it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tests.rooms.reader import Room
from tests.rooms.voting import round_of, spots_of_answers, voted
from workbook.guides import load_guide
from workbook.model.workshop import Counts, Proposal, Round, RoundId, Spot
from workbook.readings import claim
from workbook.readings.change import changed_between, moved_by_slips
from workbook.readings.claim import About, Claim
from workbook.readings.consent import ConsentRound, consent
from workbook.readings.counted import majority
from workbook.readings.counting import count, moves, slips
from workbook.readings.distribution import distribution
from workbook.readings.divided import most_divided
from workbook.readings.gap import gap_of_room
from workbook.readings.map_of_room import room_by_margins, room_on_map
from workbook.readings.shape import shape_of

GUIDE = load_guide()
SPOTS = spots_of_answers(GUIDE)
INSIDE, OUTSIDE = SPOTS["purpose"][0].question, SPOTS["purpose"][2].question
Counted = dict[RoundId, tuple[Round, Counts]]


def counted(room: Room) -> Counted:
    """What the library would keep of a room's rounds."""
    kept: Counted = {}
    for step, rounds in voted(room, GUIDE).items():
        before, then = None, Counts()
        for number, (asked, ballots) in enumerate(rounds, 1):
            found, held = round_of(room, step, number, asked, ballots), Counter(ballots)
            counts = count(GUIDE, found, held)
            if before is not None:
                went = moves(GUIDE, found, before, held, then, before_secret=found.secret)
                counts = replace(counts, moves=went)
            before, then = slips(held), counts
            kept[found.id] = found, counts
    return kept


def claims(room: Room, kept: Counted) -> Iterator[Claim]:
    """All that may be claimed of a room, from what is kept of it."""
    for (step, number), (found, counts) in kept.items():
        there = max(room.people_at(step, number), found.ballots)
        earlier = kept.get(RoundId(step, number - 1))
        if step == "purpose":
            yield from of_purpose(counts, number, there)
        for spot, chosen in counts.answers.items():
            about = About(spot.question, spot.mark, number)
            passed = counts.passes.get(spot, 0)
            yield from claim.of_majority(about, majority(chosen, passed, there))
            if earlier and spot in earlier[1].answers:
                yield from of_change(spot, about, earlier[1], counts, there)
            if step in ("purpose", "optimising"):
                yield from of_marks(about, chosen)
        if step == "wrong":
            yield from of_cases(counts, number)


def of_marks(about: About, chosen: Mapping[str, int]) -> Iterator[Claim]:
    found = distribution([int(c) for c, n in chosen.items() for _ in range(n)], 0, 10)
    assert found is not None
    yield from claim.of_shape(about, shape_of(found))
    yield claim.MiddleMark(about, found.median)
    yield claim.MiddleHalf(about, found.lower, found.upper)


def of_change(
    spot: Spot, about: About, earlier: Counts, counts: Counts, there: int
) -> Iterator[Claim]:
    then, now = (
        {**some.answers[spot], "pass": some.passes.get(spot, 0)} for some in (earlier, counts)
    )
    yield claim.of_changed(about, changed_between(then, now, there))
    if spot in counts.moves and spot.question == SPOTS["optimising"][0].question:
        marks = [int(c) for c, n in earlier.answers[spot].items() for _ in range(n)]
        before = distribution(marks, 0, 10)
        assert before is not None
        answered = sum(counts.answers[spot].values())
        found = moved_by_slips(counts.moves[spot], before.median, answered)
        yield from claim.of_moved(about, found)


def of_purpose(counts: Counts, number: int, there: int) -> Iterator[Claim]:
    do = Spot(OUTSIDE, "do"), Spot(INSIDE, "do")
    about = About(INSIDE, "do", number)
    table = counts.pairs.get(do)
    if table is not None:
        points = [(int(x), int(y), n) for (x, y), n in table.items()]
        yield from claim.of_map(about, room_on_map(points, there))
    certain = room_by_margins(*(counts.answers.get(spot, {}) for spot in do), there)
    if certain is not None:
        yield from claim.of_map(about, certain)
    for question in (INSIDE, OUTSIDE):
        say, done = (counts.answers.get(Spot(question, mark), {}) for mark in ("say", "do"))
        gap = gap_of_room(say, done, there)
        if gap is not None:
            yield from claim.of_gap(About(question, "", number), gap)


def of_cases(counts: Counts, number: int) -> Iterator[Claim]:
    cases = []
    for spot in SPOTS["cases"]:
        chosen = counts.answers.get(spot, {})
        cases.append((spot.question, chosen.get("people", 0), chosen.get("work", 0)))
    if not counts.withheld and (divided := most_divided(cases)):
        yield claim.MostDivided(About(divided, "", number))


def words_of(room: Room, kept: Counted) -> Claim:
    """The state of a room's words."""
    if not room.consent:
        return claim.of_consent(consent(None, Proposal("", "")))
    asked, number = room.consent[-1], len(room.consent)
    found, counts = kept[RoundId("statement", number)]
    (spot,) = SPOTS["consent"]
    scores = tuple(counts.answers.get(spot, {}).get(str(level), 0) for level in range(6))
    there = max(room.people_at("statement", number), found.ballots)
    asked_to = Proposal(asked.purpose, asked.priority)
    last = ConsentRound(asked_to, scores, counts.passes.get(spot, 0), there, found.secret)
    now = room.words_now
    return claim.of_consent(consent(last, Proposal(now.purpose, now.priority) if now else asked_to))
