"""What all rounds of a workshop say back: only those shown, both rounds, nothing twice."""

from collections import Counter
from dataclasses import replace

from tests.small_guide import small_guide
from workbook.model.kinds import Kind
from workbook.model.workshop import Ballot, Round, RoundId, RoundState, Setup, Spot, Workshop
from workbook.readings.counting import count
from workbook.readings.group import ConsentVotes, MapOfRoom, Spread
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.of_workshop import Said
from workbook.readings.round_findings import RoundFindings

GUIDE = small_guide()
SCALES = ("purpose.inside_scale", "purpose.outside_scale")
PRIORITY, CONSENT = "optimising.priority_scale", "statement.consent"
REVEALED = RoundState.REVEALED


def workshop(*held: tuple[Round, dict[Spot, str]]) -> Workshop:
    """Rounds in each of which six people answered the same, one spot a letter or digit."""
    counts = {
        found.id: count(GUIDE, found, Counter({Ballot.of(chosen): 6})) for found, chosen in held
    }
    return Workshop(Setup("90", 6), rounds=tuple(found for found, _ in held), counts=counts)


def marked(
    step: str, number: int, mark: str, *questions: str, state: RoundState = REVEALED
) -> tuple[Round, dict[Spot, str]]:
    marks = {PRIORITY: ("now", "wished"), CONSENT: ("",)}
    spots = [Spot(q, each) for q in questions for each in marks.get(q, ("do", "say"))]
    found = Round(RoundId(step, number), questions, secret=True, state=state, ballots=6)
    return found, dict.fromkeys(spots, mark)


def said_back(held: Workshop, step: str) -> tuple[Said, ...]:
    return RoundFindings(GUIDE, held).by_step[step]


def place(held: Workshop) -> RoomOnMap | None:
    found = RoundFindings(GUIDE, held)
    assert found.place == (found.map.room if found.map else None)
    return found.place


def medians(said: tuple[Said, ...]) -> list[tuple[int, float | None, float | None]]:
    """The round, the median and the one before of every first mark on the priority scale."""
    return [
        (
            each.round.id.number,
            r.now.median if r.now else None,
            r.before.median if r.before else None,
        )
        for each in said
        if isinstance(r := each.reading, Spread) and r.mark == "now"
    ]


def priority(number: int, mark: str, state: RoundState = REVEALED) -> tuple[Round, dict[Spot, str]]:
    return marked("optimising", number, mark, PRIORITY, state=state)


def test_two_rounds_are_one_picture() -> None:
    held = workshop(priority(1, "2"), priority(2, "4"))
    assert medians(said_back(held, "optimising")) == [(2, 4, 2)]


def test_of_three_rounds_each_stands_beside_the_one_before() -> None:
    held = workshop(priority(1, "2"), priority(2, "4"), priority(3, "5"))
    assert medians(said_back(held, "optimising")) == [(2, 4, 2), (3, 5, 4)]


def test_only_what_was_shown_is_read() -> None:
    for state in (RoundState.OPEN, RoundState.CLOSED):
        held = workshop(priority(1, "2"), priority(2, "9", state))
        assert medians(said_back(held, "optimising")) == [(1, 2, None)]
        held = workshop(priority(1, "9", state), priority(2, "3"))
        assert medians(said_back(held, "optimising")) == [(2, 3, None)]


def test_a_round_between_that_was_not_shown_is_not_skipped_over() -> None:
    held = workshop(priority(1, "2"), priority(2, "9", RoundState.CLOSED), priority(3, "4"))
    assert medians(said_back(held, "optimising")) == [(1, 2, None), (3, 4, None)]


def test_before_a_withheld_round_the_first_one_stays() -> None:
    held = workshop(priority(1, "2"), priority(2, "9", RoundState.WITHHELD))
    found = said_back(held, "optimising")
    assert medians(found) == [(1, 2, None), (2, None, 2)]
    later = [said.reading for said in found if said.round.id.number == 2]
    assert all(isinstance(reading, Spread) and reading.withheld for reading in later)


def test_consent_stands_beside_the_round_before() -> None:
    held = workshop(*(marked("statement", n, str(n + 1), CONSENT) for n in (1, 2, 3)))
    found = [s.reading for s in said_back(held, "statement")]
    assert all(isinstance(reading, ConsentVotes) for reading in found)
    assert [r.before.index(6) for r in found if isinstance(r, ConsentVotes)] == [2, 3]


def test_the_map_is_the_one_that_was_marked_last() -> None:
    held = workshop(marked("purpose", 1, "8", *SCALES), marked("purpose", 2, "3", *SCALES))
    maps = [s for s in said_back(held, "purpose") if isinstance(s.reading, MapOfRoom)]
    assert [said.round.id.number for said in maps] == [2]
    now = place(held)
    assert now and now.count(Kind.UNCLEAR) == now.people
    closed = replace(held.rounds[1], state=RoundState.CLOSED)
    then = place(replace(held, rounds=(held.rounds[0], closed)))
    assert then and then.kind is Kind.BOTH
    assert place(workshop(priority(1, "2"))) is None
