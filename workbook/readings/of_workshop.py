"""Reads all rounds of a workshop that may be shown, and where they put the room on the map."""

from dataclasses import dataclass

from workbook.model.guide import Guide
from workbook.model.workshop import Counts, Round, RoundId, RoundState, Workshop
from workbook.readings.group import ConsentVotes, MapOfRoom, RoomReading, Spread
from workbook.readings.of_rounds import reveal
from workbook.readings.purpose import Point

SHOWN = (RoundState.REVEALED, RoundState.WITHHELD)


@dataclass(frozen=True, slots=True)
class Said:
    """What one round says back."""

    round: Round
    reading: RoomReading


def said_back(guide: Guide, workshop: Workshop, step: str) -> tuple[Said, ...]:
    """What all rounds of a step say back that were revealed or withheld, the first round first.

    Each is compared with the round right before it. What the next round shows beside its own
    marks is left out, and so is a map that was marked again since.
    """
    rounds = [
        (found, _read(guide, workshop, found))
        for found in workshop.rounds_of(step)
        if found.state in SHOWN
    ]
    return tuple(
        Said(found, reading)
        for at, (found, readings) in enumerate(rounds)
        for reading in readings
        if not any(
            _covers(after, reading) for _, later in rounds[at + 1 : at + 2] for after in later
        )
    )


def _read(guide: Guide, workshop: Workshop, found: Round) -> tuple[RoomReading, ...]:
    before = workshop.round(RoundId(found.id.step, found.id.number - 1))
    return reveal(
        guide,
        found,
        workshop.counts.get(found.id, Counts()),
        before,
        workshop.counts.get(before.id) if before else None,
    )


def _covers(later: RoomReading, earlier: RoomReading) -> bool:
    """Whether a later reading shows all of an earlier one. What that one itself compared with the
    round before it would be lost, so then it does not.
    """
    match earlier, later:
        case Spread(before=None), Spread():
            same = (earlier.question, earlier.mark) == (later.question, later.mark)
            return same and later.now is not None and later.before == earlier.now is not None
        case ConsentVotes(before=()), ConsentVotes(before=before):
            return earlier.question == later.question and before == earlier.counts != ()
        case MapOfRoom(), MapOfRoom():
            return later.do is not None
    return False


def map_of_room(guide: Guide, workshop: Workshop) -> MapOfRoom | None:
    """The purpose map as the room marked it last, None while no round has shown it."""
    maps = [
        said.reading
        for step in guide.steps
        for said in said_back(guide, workshop, step.id)
        if isinstance(said.reading, MapOfRoom) and said.reading.do is not None
    ]
    return maps[-1] if maps else None


def place_of_room(guide: Guide, workshop: Workshop) -> Point | None:
    """Where the room's medians of what it does stand on the map, None while that is not shown."""
    found = map_of_room(guide, workshop)
    return found.do if found else None
