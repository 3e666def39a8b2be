"""Reads all rounds of a workshop that may be shown, and where they put the room on the map."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbook.model.guide import Guide
from workbook.model.workshop import Counts, Round, RoundId, RoundState, Workshop
from workbook.readings.group import ConsentVotes, MapOfRoom, OptionVotes, RoomReading, Spread
from workbook.readings.map_of_room import RoomOnMap
from workbook.readings.of_rounds import reveal
from workbook.readings.of_scales import PURPOSE_SCALES

SHOWN = (RoundState.REVEALED, RoundState.WITHHELD)


@dataclass(frozen=True, slots=True)
class Said:
    """What one round says back."""

    round: Round
    reading: RoomReading


def read_round(guide: Guide, workshop: Workshop, found: Round) -> tuple[RoomReading, ...]:
    """All that one round says back, compared with the round right before it.

    Raises:
        ValueError: where it may not be shown.
    """
    before = workshop.round(RoundId(found.id.step, found.id.number - 1))
    return reveal(
        guide,
        found,
        workshop.counts.get(found.id, Counts()),
        before,
        workshop.counts.get(before.id) if before else None,
        slips=workshop.setup.slips,
    )


def told_once(rounds: Sequence[tuple[Round, tuple[RoomReading, ...]]]) -> tuple[Said, ...]:
    """What the shown rounds of a step say back, the first round first. What the next round shows
    beside its own marks is left out, and so is a map that was marked again since.
    """
    return tuple(
        Said(found, reading)
        for at, (found, readings) in enumerate(rounds)
        for reading in readings
        if not any(
            _covers(after, reading) for _, later in rounds[at + 1 : at + 2] for after in later
        )
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
        case OptionVotes(before=()), OptionVotes(before=before):
            counts = tuple(people for _, people in earlier.options)
            return earlier.question == later.question and before == counts != ()
        case MapOfRoom(), MapOfRoom():
            return later.do is not None
        case _:
            return False


def map_of(said: Iterable[Said]) -> MapOfRoom | None:
    """The purpose map as the room marked it last, None where none was shown."""
    maps = [
        each.reading
        for each in said
        if isinstance(each.reading, MapOfRoom) and each.reading.do is not None
    ]
    return maps[-1] if maps else None


def place_of_room(guide: Guide, workshop: Workshop) -> RoomOnMap | None:
    """Where the people of the room stand on the map by what they do, None while that is not shown.

    It reads no other question, because it is asked for whenever an answer is stored.
    """
    scales = {question.id for role in PURPOSE_SCALES for question in guide.with_role(role)}
    rounds = [
        replace(found, questions=tuple(q for q in found.questions if q in scales))
        for step in guide.steps
        for found in workshop.rounds_of(step.id)
        if found.state is RoundState.REVEALED and scales & set(found.questions)
    ]
    for found in reversed(rounds):
        shown = map_of(Said(found, reading) for reading in read_round(guide, workshop, found))
        if shown:
            return shown.room
    return None
