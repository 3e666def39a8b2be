"""Daily backups beside the library: made through SQLite's backup API, the last seven days kept."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from workbook.catalogue import tr
from workbook.storage import copying, session_rows
from workbook.storage.database import Library
from workbook.storage.errors import folder_unusable

DAYS_KEPT = 7
_NAME = "library-%Y%m%dT%H%M%SZ.sqlite"
_NAMED = f"library-{'[0-9]' * 8}T{'[0-9]' * 6}Z.sqlite"  # as a pattern of files


def last_backup(library: Library) -> datetime | None:
    """When the last daily backup was made, in UTC; None where there is none. One from the future,
    made while the clock was wrong, is not the last.
    """
    now = library.clock()
    return max((made for made in _times(library) if made <= now), default=None)


def back_up(library: Library) -> datetime:
    """Make today's backup unless there is one, and keep those of the last seven days.

    Returns:
        When the last backup was made, in UTC.

    Raises:
        LibraryError: where it cannot be made; older backups stay as they were.
    """
    now = library.clock().astimezone(UTC).replace(microsecond=0)
    last = last_backup(library)
    if last is not None and last.date() == now.date():
        return last
    try:
        with library.outside_transaction() as connection:
            copying.copy(connection, library.backups / now.strftime(_NAME))
        copying.keep_newest(library.backups, _NAMED, DAYS_KEPT)
    except OSError as error:
        raise folder_unusable(library.backups, error) from error
    return now


def forget_session(library: Library, session_id: str) -> list[str]:
    """Take a session out of every backup that holds it; each is written anew and replaced whole.

    Returns:
        A sentence for each backup that may still hold it, because it cannot be read or written.
    """
    left = []
    for path in sorted(library.backups.glob("*")):
        try:
            if copying.is_unfinished(path):
                path.unlink()
            else:
                _forget_in(path, session_id)
        except (sqlite3.Error, OSError):
            left.append(
                tr(
                    "The backup {file} cannot be changed and may still hold it: delete that file "
                    "by hand."
                ).format(file=path)
            )
    return left


def _forget_in(path: Path, session_id: str) -> None:
    def without_session(copy: sqlite3.Connection) -> None:
        session_rows.delete(copy, session_id)
        copy.execute("VACUUM")

    # immutable: reading a backup leaves no file beside it
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as backup:
        found = backup.execute("SELECT 1 FROM sessions WHERE id = ?", (session_id,)).fetchone()
    if found:
        copying.rewrite(path, without_session)


def _times(library: Library) -> list[datetime]:
    """When each daily backup was made. A person's own copies beside them are none, whatever they
    are called.
    """
    times = []
    for path in library.backups.glob(_NAMED):
        with suppress(ValueError):  # digits that are no time
            times.append(datetime.strptime(path.name, _NAME).replace(tzinfo=UTC))
    return times
