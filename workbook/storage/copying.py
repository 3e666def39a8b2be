"""Copies a library into one file of its own, through SQLite's backup API.

A plain copy of the file can lose every row that still lies in the write-ahead log.
"""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workbook.storage.errors import unreadable

_PART = ".part"
_ABANDONED_SECONDS = 3600.0


def copy(source: sqlite3.Connection, path: Path) -> None:
    """Copy a whole library to a file: written beside, then renamed, so that it is there entirely
    or not at all. Others may go on writing to the library.

    Raises:
        sqlite3.DatabaseError: where the source is damaged; an older copy is left as it was.
        OSError: where the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _replacing(path) as part, closing(_open(part)) as target:
        source.backup(target)
        # The copy says it has a write-ahead log, as the library does: it shall be one file alone.
        target.execute("PRAGMA journal_mode = DELETE").fetchone()
        _check(target)


def rewrite(path: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    """Change a copy: the changed one is written beside and takes its place whole.

    Raises:
        sqlite3.Error: where the copy is damaged; it is left as it was.
        OSError: where the file cannot be written.
    """
    with _replacing(path) as part:
        shutil.copyfile(path, part)  # a copy is one file alone, with no log beside it
        with closing(_open(part)) as target:
            target.execute("PRAGMA journal_mode = OFF").fetchone()  # half done, it is thrown away
            change(target)
            _check(target)


def keep_newest(folder: Path, pattern: str, number: int) -> None:
    """Remove all but the newest files of a pattern, whose names sort by time, and what copies
    that were interrupted long ago have left.
    """
    for old in sorted(folder.glob(pattern))[:-number]:
        old.unlink()
    for path in folder.iterdir():
        if is_unfinished(path) and time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
            path.unlink()


def is_unfinished(path: Path) -> bool:
    """Whether a file is a copy that is being written, or that was interrupted."""
    return path.suffix == _PART


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    part = path.with_name(path.name + _PART)
    part.unlink(missing_ok=True)  # of a copy that was interrupted
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _open(part: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(part, isolation_level=None)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _check(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise unreadable(found)
