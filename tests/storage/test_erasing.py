"""Deleted for good means: the bytes are gone, wherever this program keeps any."""

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.conftest import Clock
from tests.storage.held_workshops import begin
from tests.storage.small_guide import small_guide
from workbook.model.answers import ME, Key
from workbook.model.guide import Guide
from workbook.model.workshop import (
    Ballot,
    Counts,
    Person,
    Round,
    RoundId,
    RoundState,
    Setup,
    Spot,
)
from workbook.operations import (
    back_up,
    delete_for_good,
    move_to_trash,
    new_reflection,
    open_session,
    set_answers,
    set_scratch,
)
from workbook.storage import ballot_files, round_rows, workshop_rows
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, NoSuchSession
from workbook.storage.session_rows import list_sessions

SECRET = "quincewort"  # folding leaves it as it is, so the search rows are looked through as well


@pytest.fixture
def session_id(library: Library, guide: Guide) -> str:
    session_id = new_reflection(library, guide).session.id
    set_answers(
        library,
        guide,
        session_id,
        {
            Key("setting.group"): f"{SECRET} group",
            Key("setting.why"): f"{SECRET} " * 3000,
            Key("purpose.evidence"): ({"fact": f"{SECRET} fact"},),
        },
    )
    set_answers(library, guide, session_id, {Key("setting.why"): f"Shorter {SECRET}"})
    set_scratch(library, session_id, f"{SECRET} notes")
    return session_id


def holding(folder: Path, text: str = SECRET) -> list[str]:
    """The files of a folder in which a text can be found."""
    return sorted(
        p.name for p in folder.rglob("*") if p.is_file() and text.encode() in p.read_bytes()
    )


def test_nothing_of_a_session_remains(library: Library, folder: Path, session_id: str) -> None:
    assert holding(folder) != []
    delete_for_good(library, session_id)
    assert holding(folder) == []
    assert holding(folder, session_id) == []
    library.close()
    assert holding(folder) == []


def test_nothing_remains_after_it_was_in_the_trash(
    library: Library, folder: Path, session_id: str
) -> None:
    move_to_trash(library, session_id)
    change = delete_for_good(library, session_id)
    assert change.session.name == f"{SECRET} group"
    assert list_sessions(library, trashed=True) == []
    assert holding(folder) == []


def test_nothing_remains_where_rows_were_moved_about_while_many_sessions_grew(
    library: Library, folder: Path, guide: Guide
) -> None:
    """Pages that SQLite rearranges keep copies of rows, which no deleting of rows reaches."""
    chance = random.Random(9)
    words = {new_reflection(library, guide).session.id: f"quince{n:02d}wort" for n in range(12)}
    sessions = list(words)
    for _ in range(400):
        session_id = chance.choice(sessions)
        key = Key(
            chance.choice(["setting.group", "setting.why"]),
            round=chance.randrange(1, 4),
            respondent=chance.choice([ME, "p1", "p2", "p3"]),
        )
        text = f"{words[session_id]} " * chance.randrange(1, 40)
        set_answers(library, guide, session_id, {key: text})
    size = (folder / "library.sqlite").stat().st_size
    chance.shuffle(sessions)
    for gone in sessions[:8]:
        delete_for_good(library, gone)
        assert holding(folder, words[gone]) == []
    assert all(holding(folder, words[kept]) for kept in sessions[8:])
    assert (folder / "library.sqlite").stat().st_size < size  # the disk has its room back


def test_nothing_of_a_workshop_remains(library: Library, folder: Path, clock: Clock) -> None:
    found = Round(RoundId("purpose", 1), (SECRET,), secret=True, state=RoundState.CLOSED)
    spot = Spot(SECRET, "do")
    divers, others = begin(library), begin(library)
    with library.writing() as writing:
        workshop_rows.put_setup(writing, divers, Setup("hour", 7, names=(Person("p1", SECRET),)))
        for session_id in (divers, others):
            round_rows.put(writing, session_id, found)
            round_rows.put_counts(writing, session_id, found.id, Counts({spot: {"3": 5}}))
        workshop_rows.put_setup(writing, others, Setup("hour", 7))
        round_rows.put_counts(writing, divers, found.id, Counts({spot: {SECRET: 5}}))
        kept = workshop_rows.read(writing, others)
    for session_id in (divers, others):
        ballot_files.store(
            library, session_id, RoundId("purpose", 2), Counter([Ballot((), SECRET)])
        )
        ballot_files.store_slips(library, session_id, RoundId("kind", 1), {SECRET: Ballot(())})
    back_up(library)
    clock.go(days=1)
    delete_for_good(library, divers)
    assert holding(folder, divers) == []
    with library.reading() as reading:
        assert workshop_rows.read(reading, others) == kept
    assert sorted(p.name for p in (folder / "ballots").iterdir()) == [
        f"{others}-kind-1.slips.json",
        f"{others}-purpose-2.json",
    ]
    delete_for_good(library, others)
    library.close()
    assert holding(folder) == []
    assert sorted(p.name for p in folder.iterdir()) == ["backups", "library.sqlite"]


def test_a_backup_from_before_there_were_workshops_loses_it_too(folder: Path, clock: Clock) -> None:
    old = Path(__file__).parent.parent / "files" / "library-1.sqlite"
    (folder / "backups").mkdir(parents=True)
    shutil.copyfile(old, folder / "library.sqlite")
    shutil.copyfile(old, folder / "backups" / "library-20261101T000000Z.sqlite")
    with closing(Library.open(folder, clock=clock)) as library:
        assert len(holding(folder, "bridge2345")) == 3  # the one from before this version as well
        delete_for_good(library, "bridge2345")
        assert holding(folder, "bridge2345") == []


def test_ballots_that_cannot_be_deleted_are_told_of(
    library: Library, folder: Path, session_id: str
) -> None:
    (folder / "ballots" / f"{session_id}-purpose-1.json").mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"is deleted, but traces.*cannot be used"):
        delete_for_good(library, session_id)
    assert list_sessions(library) == []


def test_the_backups_lose_it_too_and_nothing_else(
    library: Library, folder: Path, guide: Guide, session_id: str, clock: Clock
) -> None:
    other = new_reflection(library, guide).session.id
    for _ in range(2):
        back_up(library)
        clock.go(days=1)
    assert len(holding(folder / "backups")) == 2
    delete_for_good(library, session_id)
    assert holding(folder) == []
    backups = sorted((folder / "backups").iterdir())
    assert len(backups) == 2
    for path in backups:
        with closing(sqlite3.connect(path)) as backup:
            assert backup.execute("SELECT id FROM sessions").fetchall() == [(other,)]
            assert backup.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_an_interrupted_backup_has_left_goes_as_well(
    library: Library, folder: Path, session_id: str
) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "library-20261101T000000Z.sqlite.part").write_text(SECRET)
    delete_for_good(library, session_id)
    assert holding(folder) == []


def test_a_backup_that_cannot_be_changed_is_named(
    library: Library, folder: Path, session_id: str
) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "library-20261101T000000Z.sqlite").write_text(SECRET * 500)
    with pytest.raises(LibraryError, match=r"library-20261101T000000Z\.sqlite.*by hand"):
        delete_for_good(library, session_id)
    assert list_sessions(library) == []


def test_a_library_that_cannot_be_rebuilt_is_told_of_and_the_backups_lose_it_all_the_same(
    library: Library, folder: Path, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(library)

    def full() -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(library, "outside_transaction", full)
    with pytest.raises(LibraryError, match=r"is deleted, but traces.*The disk is full\."):
        delete_for_good(library, session_id)
    assert list_sessions(library) == []
    assert holding(folder / "backups") == []


def test_other_sessions_stay_as_they_were(
    library: Library, folder: Path, guide: Guide, session_id: str
) -> None:
    other = new_reflection(library, guide).session.id
    set_answers(library, guide, other, {Key("setting.why"): "Still here."})
    before = open_session(library, other)
    delete_for_good(library, session_id)
    assert open_session(library, other) == before
    assert [s.id for s in list_sessions(library, search="still")] == [other]


def test_words_that_nobody_was_asked_with_go_with_the_last_session(
    library: Library, folder: Path, guide: Guide, session_id: str
) -> None:
    unused = small_guide(prompt="What do quinceberries call you?")
    gone = new_reflection(library, unused).session.id
    delete_for_good(library, gone)
    assert holding(folder, "quinceberries") == []
    assert open_session(library, session_id).guide == guide


def test_a_reader_elsewhere_is_told_of(
    library: Library, folder: Path, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.storage.database.BUSY_SECONDS", 0.01)
    with closing(Library.open(folder)) as impatient, library.reading() as reading:
        reading.execute("SELECT * FROM sessions").fetchall()
        with pytest.raises(LibraryError, match="Another program is reading"):
            delete_for_good(impatient, session_id)
    assert list_sessions(library) == []


def test_nothing_is_deleted_where_there_is_no_such_session(
    library: Library, session_id: str
) -> None:
    with pytest.raises(NoSuchSession):
        delete_for_good(library, "nowhere")
    assert len(list_sessions(library)) == 1
