"""Copies a library into one file of its own, through SQLite's backup API.

A plain copy of the file can lose every row that still lies in the write-ahead log.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def copy(
    source: sqlite3.Connection,
    path: Path,
    change: Callable[[sqlite3.Connection], None] | None = None,
) -> None:
    """Copy a whole library to a file: written beside, then renamed, so that it is there entirely
    or not at all.

    Args:
        source: the library; others may go on writing to it.
        path: the file to write; its folder is made where there is none.
        change: what to do to the copy before it counts.

    Raises:
        sqlite3.DatabaseError: where the source is damaged; an older copy is left as it was.
        OSError: where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)  # of a copy that was interrupted
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            target.execute("PRAGMA secure_delete = ON")
            target.execute("PRAGMA temp_store = MEMORY")
            source.backup(target)
            # The copy says it has a write-ahead log, as the library does: it shall be one file
            # alone. No journal either, since what is half done is thrown away anyway.
            target.execute("PRAGMA journal_mode = DELETE").fetchone()
            target.execute("PRAGMA journal_mode = OFF").fetchone()
            if change is not None:
                change(target)
            found = target.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(found)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def keep_newest(folder: Path, pattern: str, number: int) -> None:
    """Remove all but the newest files of a pattern; their names sort by time."""
    for old in sorted(folder.glob(pattern))[:-number]:
        old.unlink()
