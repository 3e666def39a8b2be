import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.storage.conftest import Clock, damage
from workbook.model.guide import Guide
from workbook.operations import back_up, new_reflection, rename
from workbook.storage.backups import last_backup
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError
from workbook.storage.session_rows import list_sessions


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_backup_holds_what_is_still_in_the_log(
    library: Library, folder: Path, guide: Guide, clock: Clock, tmp_path: Path
) -> None:
    session = new_reflection(library, guide).session
    assert back_up(library) == clock.time
    restored = tmp_path / "restored"
    restored.mkdir()
    (folder / "backups" / "library-20261103T140300Z.sqlite").rename(restored / "library.sqlite")
    with closing(Library.open(restored)) as again:
        assert list_sessions(again) == [session]


def test_a_backup_is_one_file_alone(library: Library, folder: Path, guide: Guide) -> None:
    new_reflection(library, guide)
    back_up(library)
    assert names(folder) == ["library-20261103T140300Z.sqlite"]
    with closing(sqlite3.connect(folder / "backups" / names(folder)[0])) as backup:
        assert backup.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_there_is_one_backup_a_day(library: Library, folder: Path, clock: Clock) -> None:
    assert last_backup(library) is None
    first = back_up(library)
    clock.go(hours=9)
    assert back_up(library) == first == last_backup(library)
    clock.go(hours=1)  # past midnight, in UTC
    assert back_up(library) == clock.time == last_backup(library)
    assert len(names(folder)) == 2


def test_the_last_seven_are_kept(library: Library, folder: Path, clock: Clock) -> None:
    for _ in range(10):
        back_up(library)
        clock.go(days=1)
    assert names(folder) == [f"library-202611{day:02d}T140300Z.sqlite" for day in range(6, 13)]


@pytest.mark.parametrize(
    "name",
    [
        "library-20261103T140300Z (copy).sqlite",
        "library-20261103T140300Z-conflict.sqlite",
        "library-old.sqlite",
        "library-20269999T999999Z.sqlite",
    ],
)
def test_a_persons_own_copy_beside_the_backups_is_none_of_them(
    library: Library, folder: Path, clock: Clock, name: str
) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / name).write_bytes(b"mine")
    assert last_backup(library) is None
    for _ in range(6):
        assert back_up(library) == clock.time == last_backup(library)
        clock.go(days=1)
    assert (folder / "backups" / name).read_bytes() == b"mine"
    assert len(names(folder)) == 7


def test_a_backup_from_a_wrong_clock_does_not_make_one_at_every_look(
    library: Library, folder: Path, clock: Clock
) -> None:
    clock.go(days=400)
    back_up(library)
    clock.go(days=-400)
    first = back_up(library)
    assert first == clock.time
    clock.go(hours=1)
    assert back_up(library) == first
    assert len(names(folder)) == 2


def test_what_was_interrupted_long_ago_is_cleared_away(
    library: Library, folder: Path, clock: Clock
) -> None:
    back_up(library)
    for name, time in (("long-ago.sqlite.part", 0), ("now.sqlite.part", None)):
        part = folder / "backups" / name
        part.touch()
        if time is not None:
            os.utime(part, (time, time))
    clock.go(days=1)
    back_up(library)
    assert [name for name in names(folder) if name.endswith(".part")] == ["now.sqlite.part"]


def test_fractions_of_a_second_do_not_matter(library: Library, clock: Clock) -> None:
    clock.go(milliseconds=250)
    assert back_up(library) == clock.time - timedelta(milliseconds=250)


def test_a_damaged_library_pushes_no_good_backup_out(
    library: Library, folder: Path, guide: Guide, clock: Clock
) -> None:
    for n in range(40):
        rename(library, new_reflection(library, guide).session.id, f"{n} " * 200)
    for _ in range(7):
        back_up(library)
        clock.go(days=1)
    kept = names(folder)
    library.close()
    damage(folder / "library.sqlite", "sessions")
    with (
        closing(Library.open(folder, clock=clock)) as again,
        pytest.raises(LibraryError, match="damaged"),
    ):
        back_up(again)
    assert names(folder) == kept


def test_a_backup_that_cannot_be_written_is_a_sentence(library: Library, folder: Path) -> None:
    (folder / "backups").write_text("not a folder")
    with pytest.raises(LibraryError, match="cannot be used"):
        back_up(library)
    assert list_sessions(library) == []
