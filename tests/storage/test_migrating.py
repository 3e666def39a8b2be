import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.conftest import Clock
from workbook.model.guide import Guide
from workbook.operations import new_reflection
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError
from workbook.storage.migrating import MIGRATIONS, newest_version, version_of

LATER = newest_version() + 1


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The migrations there are, and one more."""
    later = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, later)
    (later / f"{LATER:04d}_later.sql").write_text(
        "-- a comment; with a semicolon\n"
        "ALTER TABLE sessions ADD COLUMN colour TEXT NOT NULL DEFAULT 'a;b';\n"
        "UPDATE sessions\nSET name = name || '!';\n"
    )
    return later


def names(library: Library) -> list[str]:
    with library.reading() as reading:
        return [name for (name,) in reading.execute("SELECT name FROM sessions")]


def test_what_is_missing_is_run_after_a_backup(
    library: Library, folder: Path, guide: Guide, migrations: Path, clock: Clock
) -> None:
    new_reflection(library, guide)
    library.close()
    later = Library.open(folder, migrations=migrations, clock=clock)
    with closing(later):
        assert names(later) == ["!"]
        with later.reading() as reading:
            assert version_of(reading) == newest_version(migrations)
    (backup,) = (folder / "backups").iterdir()
    assert backup.name == f"before-version-{LATER}-20261103T140300Z.sqlite"
    with closing(sqlite3.connect(backup)) as kept:
        assert kept.execute("SELECT name FROM sessions").fetchall() == [("",)]
        assert version_of(kept) == newest_version()


def test_a_library_that_has_been_brought_forward_is_refused_by_the_older_program(
    library: Library, folder: Path, migrations: Path
) -> None:
    library.close()
    with closing(Library.open(folder, migrations=migrations)) as later:
        with pytest.raises(LibraryError, match="newer version"):
            Library.open(folder)  # while the newer program has it open
        assert names(later) == []
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(folder)


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    library: Library, folder: Path, guide: Guide, migrations: Path
) -> None:
    new_reflection(library, guide)
    library.close()
    (migrations / f"{LATER + 1:04d}_wrong.sql").write_text("SELECT * FROM nowhere;\n")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Library.open(folder, migrations=migrations)
    with closing(Library.open(folder)) as again:
        assert names(again) == [""]


def test_a_migration_that_breaks_a_reference_leaves_the_library_as_it_was(
    library: Library, folder: Path, guide: Guide, migrations: Path
) -> None:
    new_reflection(library, guide)
    library.close()
    (migrations / f"{LATER + 1:04d}_wrong.sql").write_text("DELETE FROM guides;\n")
    with pytest.raises(sqlite3.IntegrityError, match="broken reference in sessions"):
        Library.open(folder, migrations=migrations)
    with closing(Library.open(folder)) as again:
        assert names(again) == [""]


def test_only_a_few_backups_before_migrations_are_kept(
    library: Library, folder: Path, migrations: Path, clock: Clock
) -> None:
    library.close()
    path = folder / "library.sqlite"
    old = path.read_bytes()
    for _ in range(5):
        path.write_bytes(old)
        clock.go(minutes=1)
        Library.open(folder, migrations=migrations, clock=clock).close()
    kept = sorted(path.name for path in (folder / "backups").iterdir())
    assert kept == [f"before-version-{LATER}-20261103T140{n}00Z.sqlite" for n in (6, 7, 8)]


def test_files_are_numbered_without_a_gap(migrations: Path) -> None:
    (migrations / "0009_gap.sql").touch()
    with pytest.raises(ValueError, match=f"expected a name that begins with {LATER + 1:04d}_"):
        newest_version(migrations)


def test_a_statement_without_its_end_is_noticed(
    library: Library, folder: Path, migrations: Path
) -> None:
    library.close()
    (migrations / f"{LATER + 1:04d}_open.sql").write_text("DELETE FROM guides")
    with pytest.raises(ValueError, match="in the middle of a statement: DELETE"):
        Library.open(folder, migrations=migrations)
