import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage import held_workshops
from tests.storage.held_workshops import SESSION, SPOTS, begin, held_library
from workbook.model.guide import Guide
from workbook.model.workshop import (
    Clock,
    Counts,
    Round,
    RoundId,
    RoundState,
    Setup,
    Workshop,
)
from workbook.operations import new_reflection
from workbook.storage import round_rows, session_rows, workshop_rows
from workbook.storage.database import Connection, Library
from workbook.storage.errors import LibraryError

DO = SPOTS[1]
FIRST = Round(
    RoundId("purpose", 1),
    ("purpose.inside",),
    secret=True,
    state=RoundState.CLOSED,
    ballots=7,
    people=8,
)
COUNTED = Counts(answers={DO: {"3": 5}}, passes={DO: 2})
TABLES = ("workshops", "rounds", "counts", "withheld", "pairs", "moves")


def stored(library: Library, session_id: str = SESSION) -> Workshop:
    with library.reading() as reading:
        found = workshop_rows.read(reading, session_id)
    assert found is not None
    return found


def rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}


def put(writing: Connection, found: Round, counts: Counts, session_id: str = SESSION) -> None:
    round_rows.put(writing, session_id, found)
    round_rows.put_counts(writing, session_id, found.id, counts)


@pytest.fixture
def held(library: Library) -> Library:
    """A library with one workshop, whose id is SESSION, and its first round."""
    assert begin(library) == SESSION
    with library.writing() as writing:
        put(writing, FIRST, COUNTED)
    return library


@given(
    setup=held_workshops.setups,
    clock=held_workshops.agendas,
    kept=st.dictionaries(held_workshops.rounds, held_workshops.counts(), max_size=4),
)
@settings(max_examples=30)
def test_a_workshop_is_read_as_it_was_stored(
    setup: Setup, clock: Clock, kept: dict[Round, Counts]
) -> None:
    last = {found.id: (found, counts) for found, counts in kept.items()}
    with held_library() as library:
        with library.writing() as writing:
            workshop_rows.put_clock(writing, SESSION, clock)
            workshop_rows.put_setup(writing, SESSION, setup)
            for found, counts in kept.items():
                put(writing, found, counts)
        assert stored(library) == Workshop(
            setup,
            clock,
            tuple(last[at][0] for at in sorted(last)),
            {at: counts for at, (found, counts) in last.items() if found.over},
        )


def test_every_field_is_tried_above() -> None:
    assert {field.name for field in fields(Setup)} == set(held_workshops.SETUP)
    assert {field.name for field in fields(Clock)} == set(held_workshops.AGENDA)


def test_a_session_that_is_no_workshop_is_none(library: Library, guide: Guide) -> None:
    session_id = new_reflection(library, guide).session.id
    with library.writing() as writing:
        assert workshop_rows.read(writing, session_id) is None
        with pytest.raises(LookupError):
            workshop_rows.put_clock(writing, session_id, Clock())


def test_a_new_set_up_leaves_clock_and_rounds(held: Library) -> None:
    before = stored(held)
    with held.writing() as writing:
        workshop_rows.put_setup(writing, SESSION, Setup("long", 30, sound=True))
    assert stored(held) == replace(before, setup=Setup("long", 30, sound=True))


def test_a_time_without_its_zone_is_not_stored(held: Library) -> None:
    with pytest.raises(ValueError, match="time zone"), held.writing() as writing:
        workshop_rows.put_clock(writing, SESSION, Clock(started=datetime(2026, 11, 3)))


def test_rounds_come_by_step_and_number(held: Library) -> None:
    with held.writing() as writing:
        for step, number in (("purpose", 10), ("kind", 2), ("purpose", 2)):
            round_rows.put(writing, SESSION, replace(FIRST, id=RoundId(step, number)))
    assert [found.id for found in stored(held).rounds] == [
        ("kind", 2),
        ("purpose", 1),
        ("purpose", 2),
        ("purpose", 10),
    ]


def test_revealing_a_round_keeps_what_was_counted(held: Library) -> None:
    shown = replace(FIRST, state=RoundState.REVEALED)
    with held.writing() as writing:
        round_rows.put(writing, SESSION, shown)
    assert stored(held).rounds == (shown,)
    assert stored(held).counts == {FIRST.id: COUNTED}


def test_counting_again_takes_the_place_of_what_was_counted(held: Library) -> None:
    again = Counts(passes={DO: 1}, withheld=frozenset({DO}))
    with held.writing() as writing:
        round_rows.put_counts(writing, SESSION, FIRST.id, again)
    assert stored(held).counts == {FIRST.id: again}


def test_what_nobody_chose_leaves_nothing(held: Library) -> None:
    with held.writing() as writing:
        round_rows.put_counts(
            writing,
            SESSION,
            FIRST.id,
            Counts({DO: {"3": 5, "4": 0}, SPOTS[0]: {}}, {DO: 2, SPOTS[0]: 0}),
        )
    assert stored(held).counts == {FIRST.id: COUNTED}


@pytest.mark.parametrize(
    "told",
    [
        Counts(answers={DO: {"3": 1}}),
        Counts(moves={DO: {("3", "4"): 1}}),
        Counts(pairs={(SPOTS[0], DO): {("3", "4"): 1}}),
    ],
)
def test_nothing_is_stored_of_what_is_withheld(held: Library, told: Counts) -> None:
    with pytest.raises(ValueError, match="withheld"), held.writing() as writing:
        round_rows.put_counts(writing, SESSION, FIRST.id, replace(told, withheld=frozenset({DO})))
    assert stored(held).counts == {FIRST.id: COUNTED}


def test_a_voided_round_takes_all_of_its_own_along_and_nothing_else(held: Library) -> None:
    second = replace(FIRST, id=RoundId("purpose", 2))
    full = Counts(
        {DO: {"3": 5}},
        {DO: 1},
        frozenset({SPOTS[2]}),
        {(SPOTS[0], DO): {("3", "3"): 5}},
        {DO: {("3", "4"): 2}},
    )
    before = stored(held)
    with held.writing() as writing:
        put(writing, second, full)
        assert stored_rows(writing, second.id) == 6
        round_rows.delete(writing, SESSION, second.id)
        assert stored_rows(writing, second.id) == 0
    assert stored(held) == before


def stored_rows(connection: sqlite3.Connection, round_id: RoundId) -> int:
    """How many rows there are of a round."""
    return sum(
        list(round_id) == list(row[1:3]) for found in rows(connection).values() for row in found
    )


def test_a_copy_has_what_is_over_and_leaves_open_rounds_where_they_are(
    held: Library, guide: Guide
) -> None:
    open_round = Round(RoundId("purpose", 2), ("purpose.inside",), secret=True)
    with held.writing() as writing:
        round_rows.put(writing, SESSION, open_round)
    copied = new_reflection(held, guide, plan="hour").session.id
    with held.writing() as writing:
        workshop_rows.copy(writing, SESSION, copied)
    before = stored(held)
    assert stored(held, copied) == replace(before, rounds=(FIRST,))
    assert before.rounds == (FIRST, open_round)


def test_a_copy_of_a_reflection_is_no_workshop(library: Library, guide: Guide) -> None:
    first, second = (new_reflection(library, guide).session.id for _ in range(2))
    with library.writing() as writing:
        workshop_rows.copy(writing, first, second)
        assert workshop_rows.read(writing, second) is None


def test_a_deleted_session_leaves_no_row(held: Library) -> None:
    with held.writing() as writing:
        session_rows.delete(writing, SESSION)
        assert set(map(len, rows(writing).values())) == {0}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE workshops SET setup = '{}'",
        "UPDATE workshops SET setup = '[]'",
        "UPDATE workshops SET clock = 'no JSON'",
        "UPDATE workshops SET clock = replace(clock, '\"step\"', '\"stride\"')",
        "UPDATE rounds SET state = 'ajar'",
        "UPDATE rounds SET questions = '7'",
    ],
)
def test_what_makes_no_sense_is_a_sentence(held: Library, change: str) -> None:
    with closing(sqlite3.connect(held.path)) as other, other:
        other.execute(change)
    with pytest.raises(LibraryError, match="damaged"):
        stored(held)


def test_equal_counts_leave_equal_bytes(held: Library) -> None:
    one = Counts(
        {DO: {"3": 5, "10": 1}, SPOTS[0]: {"8": 6}},
        pairs={(DO, SPOTS[0]): {("3", "8"): 5, ("10", "8"): 1}},
    )
    other = Counts(
        {SPOTS[0]: {"8": 6}, DO: {"10": 1, "3": 5}},
        pairs={(DO, SPOTS[0]): {("10", "8"): 1, ("3", "8"): 5}},
    )
    assert one == other
    found = []
    for counts in (one, other):
        with held_library() as library:
            with library.writing() as writing:
                put(writing, FIRST, counts)
            library.close()
            found.append(held_workshops.contents(library.folder))
    assert found[0] == found[1]
