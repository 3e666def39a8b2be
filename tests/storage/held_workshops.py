"""Random workshops, and places to keep them, for the tests of storing rounds and ballots."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import strategies as st

from tests.storage.conftest import Clock
from tests.storage.small_guide import small_guide
from workbook.model.workshop import (
    Ballot,
    Counts,
    Person,
    Proposal,
    Quorum,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
)
from workbook.model.workshop import Clock as Agenda
from workbook.operations import new_reflection
from workbook.storage import workshop_rows
from workbook.storage.database import Library

SESSION = "session001"  # the id of the first session of a library of these tests
ROUND = RoundId("purpose", 1)
SPOTS = tuple(
    Spot(f"purpose.{side}", mark) for side in ("inside", "outside") for mark in ("say", "do")
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
spots = st.builds(Spot, st.sampled_from(["a.b", "a.c", "é"]), st.sampled_from(["", "do", "say"]))
choices = st.sampled_from(["0", "7", "10", "people", "never", "é"])
people = st.integers(1, 500)
tables = st.dictionaries(st.tuples(choices, choices), people, min_size=1, max_size=4)
ballots = st.builds(
    Ballot.of,
    st.dictionaries(st.sampled_from(SPOTS), st.sampled_from(["0", "7", "10", "pass"])),
    st.sampled_from(["", "k7mq", "x2yz"]),
)
multisets = st.lists(ballots, max_size=12).map(Counter)
times = st.none() | st.datetimes(timezones=st.just(UTC))

SETUP = {
    "plan": texts,
    "people": st.integers(0, 500),
    "minutes": st.dictionaries(texts, st.integers(0, 90), max_size=4),
    "names": st.lists(st.builds(Person, st.text(max_size=4), st.text(max_size=8)), max_size=4).map(
        tuple
    ),
    "keep_names": st.booleans(),
    "open_steps": st.frozensets(texts, max_size=4),
    "slips": st.booleans(),
    "sound": st.booleans(),
    "quorum": st.sampled_from(Quorum),
}
setups = st.builds(Setup, **SETUP)
AGENDA = {
    "step": texts,
    "phase": texts,
    "started": times,
    "promised": times,
    "since": times,
    "spent": st.floats(0, 1e6),
    "added": st.integers(0, 3600),
    "ended": times,
}
agendas = st.builds(Agenda, **AGENDA)
proposals = st.none() | st.builds(Proposal, texts, texts)
rounds = st.builds(
    Round,
    id=st.builds(RoundId, st.sampled_from(["kind", "purpose"]), st.integers(1, 12)),
    questions=st.lists(texts, max_size=3).map(tuple),
    secret=st.booleans(),
    state=st.sampled_from(RoundState),
    ballots=st.integers(0, 500),
    people=st.none() | st.integers(0, 500),
    proposal=proposals,
)


@st.composite
def counts(draw: st.DrawFn) -> Counts:
    """What a round can keep: nothing is told of a spot that is withheld."""
    withheld = draw(st.frozensets(spots, max_size=2))
    told = spots.filter(lambda spot: spot not in withheld)
    return Counts(
        answers=draw(st.dictionaries(told, st.dictionaries(choices, people, min_size=1))),
        passes=draw(st.dictionaries(spots, people)),
        withheld=withheld,
        pairs=draw(st.dictionaries(st.tuples(told, told), tables, max_size=3)),
        moves=draw(st.dictionaries(told, tables, max_size=3)),
    )


@contextmanager
def held_library(people: int = 7) -> Iterator[Library]:
    """A library in a folder of its own with one workshop, whose id is SESSION."""
    with tempfile.TemporaryDirectory() as folder:
        ids = iter([SESSION, "session002", "session003"])
        library = Library.open(Path(folder), clock=Clock(), new_id=lambda: next(ids))
        begin(library, people)
        yield library
        library.close()


def begin(library: Library, people: int = 7) -> str:
    """Add a workshop to a library; its id."""
    session_id = new_reflection(library, small_guide(), plan="hour").session.id
    with library.writing() as writing:
        workshop_rows.put_setup(writing, session_id, Setup("hour", people))
        workshop_rows.put_clock(
            writing, session_id, Agenda("purpose", started=datetime(2026, 11, 3, tzinfo=UTC))
        )
    return session_id


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, with what it holds."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
