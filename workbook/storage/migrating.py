"""Brings a library to the newest schema: numbered SQL files, run in one exclusive transaction."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x57424B4C  # "WBKL", in the header of every library


def newest_version(migrations: Path = MIGRATIONS) -> int:
    """The version that the migrations lead to: the number of the last file."""
    return len(_files(migrations))


def version_of(connection: sqlite3.Connection) -> int:
    """Which migration a library has seen last; 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, migrations: Path = MIGRATIONS) -> None:
    """Run what is missing, all of it or nothing.

    The version is read inside the transaction, so that two programs starting at once do not run
    a migration twice.
    """
    connection.execute("BEGIN EXCLUSIVE")
    try:
        files = _files(migrations)
        for number in range(version_of(connection) + 1, len(files) + 1):
            # executescript() would commit first, so statement by statement
            for statement in _statements(files[number - 1].read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(f"a migration left a broken reference in {broken[0]}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _files(migrations: Path) -> list[Path]:
    files = sorted(migrations.glob("*.sql"))
    for number, file in enumerate(files, start=1):
        if not file.name.startswith(f"{number:04d}_"):
            raise ValueError(f"{file}: expected a name that begins with {number:04d}_")
    return files


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        raise ValueError(f"a migration ends in the middle of a statement: {statement.strip()[:60]}")
