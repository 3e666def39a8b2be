import os
import sqlite3
import stat
import struct
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.conftest import Clock, damage
from workbook.model.answers import Key
from workbook.model.guide import Guide
from workbook.operations import new_reflection, open_session, set_answers
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError
from workbook.storage.migrating import APPLICATION_ID, newest_version
from workbook.storage.session_rows import list_sessions

WHY = Key("setting.why")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def refusal(folder: Path) -> str:
    """What opening says, having touched nothing."""
    before = everything_in(folder)
    with pytest.raises(LibraryError) as refused:
        Library.open(folder)
    assert everything_in(folder) == before
    return str(refused.value)


def header(path: Path, offset: int) -> int:
    return int(struct.unpack_from(">I", path.read_bytes(), offset)[0])


def set_header(path: Path, offset: int, number: int) -> None:
    content = bytearray(path.read_bytes())
    struct.pack_into(">I", content, offset, number)
    path.write_bytes(content)


def test_opening_makes_the_folder_and_says_whose_file_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "library"
    Library.open(folder).close()
    assert [p.name for p in folder.iterdir()] == ["library.sqlite"]
    assert header(folder / "library.sqlite", 68) == APPLICATION_ID
    assert header(folder / "library.sqlite", 60) == newest_version()


def test_the_header_says_so_while_the_library_is_still_open(library: Library) -> None:
    assert header(library.path, 60) == newest_version()


def test_every_connection_is_safe_before_fast(library: Library) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 15_000,
        "temp_store": 2,  # MEMORY
    }
    with library.reading() as first, library.reading() as second:
        for connection in (first, second):
            found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
            assert found == wanted


def test_what_was_stored_is_there_after_opening_again(
    library: Library, folder: Path, guide: Guide
) -> None:
    session = new_reflection(library, guide).session
    set_answers(library, guide, session.id, {WHY: "Because."})
    library.close()
    again = Library.open(folder)
    assert open_session(again, session.id).answers.get(WHY) == "Because."
    again.close()


def test_an_empty_file_is_a_new_library(folder: Path) -> None:
    folder.mkdir()
    (folder / "library.sqlite").touch()
    library = Library.open(folder)
    assert list_sessions(library) == []
    library.close()


def test_a_newer_library_is_left_alone(library: Library, folder: Path) -> None:
    library.close()
    set_header(folder / "library.sqlite", 60, 99)
    assert "Install the newest version" in refusal(folder)


def test_the_file_of_another_program_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    other = sqlite3.connect(folder / "library.sqlite")
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    assert "belongs to another program" in refusal(folder)


@pytest.mark.parametrize("content", [b"x", b"no database" * 100, b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_left_alone(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(content)
    said = refusal(folder)
    assert "is damaged" in said
    assert str(folder / "backups") in said


def test_a_folder_in_place_of_the_file_is_a_sentence(folder: Path) -> None:
    (folder / "library.sqlite").mkdir(parents=True)
    assert "choose another folder with --library" in refusal(folder)


def test_a_file_in_place_of_the_folder_is_a_sentence(folder: Path) -> None:
    folder.write_text("not a folder")
    with pytest.raises(LibraryError, match="cannot be used"):
        Library.open(folder)


def test_a_folder_that_may_only_be_read_is_a_sentence(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.close()
    # as somebody without the rights would find it; the one who tests may have every right
    monkeypatch.setattr(os, "access", lambda path, mode: not mode & os.W_OK)
    assert "may only be read" in refusal(folder)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom rights can stop"
)
def test_a_folder_without_the_right_to_write_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(LibraryError, match="cannot be used"):
        Library.open(tmp_path / "library")
    tmp_path.chmod(stat.S_IRWXU)


def test_damage_within_is_a_sentence(library: Library, folder: Path, guide: Guide) -> None:
    for _ in range(50):
        new_reflection(library, guide)
    library.close()
    damage(folder / "library.sqlite", "sessions")
    again = Library.open(folder)
    with closing(again), pytest.raises(LibraryError, match="damaged"):
        list_sessions(again)


@pytest.mark.parametrize("value", ["'no JSON'", "'[1]'", "CAST(x'ff' AS TEXT)"])
def test_an_answer_that_makes_no_sense_is_a_sentence(
    library: Library, guide: Guide, value: str
) -> None:
    session = new_reflection(library, guide).session
    set_answers(library, guide, session.id, {WHY: "Because."})
    other = sqlite3.connect(library.path)
    with closing(other), other:
        other.execute(f"UPDATE answers SET value = {value}")
    with pytest.raises(LibraryError, match="damaged"):
        open_session(library, session.id)


def test_a_full_disk_is_a_sentence_and_takes_nothing_away(library: Library, guide: Guide) -> None:
    session = new_reflection(library, guide).session
    set_answers(library, guide, session.id, {WHY: "Because."})
    with library.outside_transaction() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryError, match="disk is full"):
        set_answers(library, guide, session.id, {WHY: "A longer reason. " * 5000})
    assert open_session(library, session.id).answers.get(WHY) == "Because."
    set_answers(library, guide, session.id, {WHY: "Short."})
    assert open_session(library, session.id).answers.get(WHY) == "Short."


def test_a_change_that_fails_leaves_nothing(library: Library, guide: Guide) -> None:
    session = new_reflection(library, guide).session
    with pytest.raises(ZeroDivisionError), library.writing() as writing:
        writing.execute("UPDATE sessions SET name = 'half'")
        raise ZeroDivisionError
    assert list_sessions(library) == [session]


def test_a_mistake_in_the_program_is_no_sentence(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError), library.reading() as reading:
        reading.execute("SELECT nothing FROM nowhere")


def test_a_reader_sees_one_state_while_another_thread_writes(
    library: Library, guide: Guide
) -> None:
    with library.reading() as reading:
        before = reading.execute("SELECT count(*) FROM sessions").fetchone()
        writer = threading.Thread(target=new_reflection, args=(library, guide))
        writer.start()
        writer.join()
        assert reading.execute("SELECT count(*) FROM sessions").fetchone() == before
    assert len(list_sessions(library)) == 1


def test_many_threads_read_and_write_at_once(library: Library, guide: Guide) -> None:
    session = new_reflection(library, guide).session
    wrong: list[Exception] = []

    def work(number: int) -> None:
        try:
            for n in range(20):
                key = Key("setting.why", respondent=f"person {number}")
                set_answers(library, guide, session.id, {key: f"{number} {n}"})
                assert open_session(library, session.id).answers.get(key) == f"{number} {n}"
                list_sessions(library, search="nothing")
        except Exception as error:  # noqa: BLE001 - whatever it is, the test shall show it
            wrong.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(open_session(library, session.id).answers) == 4


def test_what_was_seen_is_not_believed_after_somebody_else_wrote(
    library: Library, folder: Path, guide: Guide
) -> None:
    session = new_reflection(library, guide).session
    set_answers(library, guide, session.id, {WHY: "Mine."})
    other = Library.open(folder)
    set_answers(other, guide, session.id, {WHY: "Theirs."})
    assert open_session(library, session.id).answers.get(WHY) == "Theirs."
    set_answers(library, guide, session.id, {Key("setting.group"): "Us"})
    assert open_session(other, session.id).answers.get(WHY) == "Theirs."
    other.close()


def test_what_was_seen_is_forgotten_when_a_change_fails(library: Library, guide: Guide) -> None:
    session = new_reflection(library, guide).session
    set_answers(library, guide, session.id, {WHY: "Before."})
    with pytest.raises(TypeError):
        set_answers(library, guide, session.id, {WHY: "After.", Key("setting.group"): 1.5})  # type: ignore[dict-item]
    assert open_session(library, session.id).answers.get(WHY) == "Before."


def test_a_closed_library_says_so(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError, match="has been closed"):
        list_sessions(library)


def test_closing_waits_for_what_is_under_way(library: Library, guide: Guide, folder: Path) -> None:
    with library.writing() as writing:
        library.close()
        writing.execute("CREATE TABLE still_open (a)")
    assert [p.name for p in folder.iterdir()] == ["library.sqlite"]


OPEN_AND_ADD = """
import sys
from pathlib import Path
from tests.storage.small_guide import small_guide
from workbook.operations import new_reflection, open_library
library = open_library(Path(sys.argv[1]))
for _ in range(10):
    new_reflection(library, small_guide())
library.close()
"""


def test_several_programs_may_start_on_a_new_library_at_once(folder: Path, clock: Clock) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", OPEN_AND_ADD, folder], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    said = [program.communicate()[1] for program in programs]
    assert said == [b""] * 4
    library = Library.open(folder)
    assert len(list_sessions(library)) == 40
    library.close()


def test_the_version_of_the_data_tells_whether_anybody_wrote(
    library: Library, folder: Path, guide: Guide
) -> None:
    before = library.data_version()
    list_sessions(library)
    assert library.data_version() == before
    new_reflection(library, guide)
    after = library.data_version()
    assert after != before
    with closing(Library.open(folder)) as other:
        new_reflection(other, guide)
    assert library.data_version() != after


def test_a_closed_library_has_no_version(library: Library) -> None:
    library.data_version()
    library.close()
    with pytest.raises(LibraryError, match="has been closed"):
        library.data_version()
