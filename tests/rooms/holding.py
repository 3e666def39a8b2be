"""Holds the workshop of an odd room: through the real library and operations, round by round."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from tests.rooms.reader import Room
from tests.rooms.voting import voted
from workbook.guides import load_guide
from workbook.model.answers import GROUP, Key, Record, Value
from workbook.model.guide import Guide, RecordsQuestion
from workbook.model.opened import OpenSession
from workbook.model.secrecy import voted_steps
from workbook.model.workshop import RoundId, RoundState, Setup
from workbook.operations import Library, open_session, set_answers
from workbook.operations.workshops import (
    change_setup,
    close_round,
    new_workshop,
    open_round,
    reveal_round,
    store_ballots,
)

GROUP_NAME = "The Lantern Choir"
PLAN = "180"


def held(room: Room, library: Library) -> OpenSession:
    """The session that the workshop of a room leaves: every round closed, and revealed where it
    may be.
    """
    guide = load_guide()
    open_steps = {step.id for step in voted_steps(guide)} if room.open else set()
    setup = Setup(PLAN, room.people, open_steps=frozenset(open_steps), slips=bool(room.slips))
    session_id = new_workshop(library, guide, GROUP_NAME, setup).session.id
    set_answers(library, guide, session_id, _written(guide, room))
    for step, rounds in voted(room, guide).items():
        for number, (asked, ballots) in enumerate(rounds, 1):
            if step == "statement":
                words = room.consent[number - 1]
                _word(library, guide, session_id, words.purpose, words.priority)
            there = replace(setup, people=room.people_at(step, number))
            change_setup(library, session_id, there)
            open_round(library, session_id, step, asked, secret=not room.open)
            found = RoundId(step, number)
            session = open_session(library, session_id).session
            store_ballots(library, session, found, Counter(ballots))
            workshop = close_round(library, session_id, found).workshop
            closed = workshop.round(found) if workshop else None
            if closed is not None and closed.state is RoundState.CLOSED:
                reveal_round(library, session_id, found)
    if room.words_now is not None:
        _word(library, guide, session_id, room.words_now.purpose, room.words_now.priority)
    return open_session(library, session_id)


def _word(library: Library, guide: Guide, session_id: str, purpose: str, priority: str) -> None:
    words = zip(("statement", "priority_sentence"), (purpose, priority), strict=True)
    values: dict[Key, Value | None] = {_at(guide, role): text for role, text in words}
    set_answers(library, guide, session_id, values)


def _at(guide: Guide, role: str) -> Key:
    (question,) = guide.with_role(role)
    return Key(question.id, "", 1, GROUP)


def _written(guide: Guide, room: Room) -> Mapping[Key, Value | None]:
    """The records of the room, in the guide's columns."""
    records: dict[str, tuple[Record, ...]] = {
        "evidence": tuple(
            {"source": "other", "fact": fact, "side": side} for fact, side in room.evidence
        ),
        "co_created": tuple(
            {"project": each.what, "how_many": each.chose, "origin": each.origin}
            for each in room.together
        ),
        "member_projects": tuple(
            {"project": project, "needs": needs, "offered": offered}
            for project, needs, offered in room.offers
        ),
    }
    assert all(isinstance(guide.with_role(role)[0], RecordsQuestion) for role in records)
    return {_at(guide, role): rows for role, rows in records.items() if rows}
