"""Of every odd room of the bench the words have the state they should, and each claim holds."""

from pathlib import Path

import pytest

from tests.rooms.claiming import GUIDE, claims, counted, words_of
from tests.rooms.reader import Room, read_rooms
from tests.rooms.recount import Truth, holds, state_of
from workbook.readings.claim import WordsAre

HERE = Path(__file__).parent
OWN = read_rooms(HERE / "own.toml")
ROOMS = (*read_rooms(HERE / "given.toml"), *OWN)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_what_is_claimed_of_a_room_is_true(room: Room) -> None:
    truth, kept = Truth.of(room, GUIDE), counted(room)
    for each in claims(room, kept):
        assert holds(each, truth), each
    state = words_of(room, kept)
    assert holds(state, truth)
    if room.state is not None:
        assert state == WordsAre(room.state)
        assert state_of(room) == room.state


def test_the_rooms_of_our_own_are_many_and_of_every_size() -> None:
    assert len(OWN) >= 40
    assert (min(room.people for room in OWN), max(room.people for room in OWN)) == (3, 500)
    for asked in ("slips", "order", "ladder", "evidence", "offers", "present", "together"):
        assert any(getattr(room, asked) for room in OWN), asked
