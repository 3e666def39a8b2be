"""Putting sessions away: into the trash, back, and away for good; keeping copies of them all."""

from dataclasses import replace
from datetime import datetime

from workbook.operations.changes import Change, What
from workbook.storage import backups, erasing, session_rows
from workbook.storage.database import Library


def move_to_trash(library: Library, session_id: str) -> Change:
    """Put a session into the trash, from where `restore` brings it back.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where it cannot be stored.
    """
    return _set_trashed(library, session_id, library.clock(), What.TRASHED)


def restore(library: Library, session_id: str) -> Change:
    """Take a session out of the trash.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where it cannot be stored.
    """
    return _set_trashed(library, session_id, None, What.RESTORED)


def delete_for_good(library: Library, session_id: str) -> Change:
    """Delete a session so that nothing of it remains in the library's folder, backups included.

    It rebuilds the library's file: about a second for each 100 MB.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where the session is deleted but its bytes may remain; it says where.
    """
    session = session_rows.load_session(library, session_id)
    erasing.erase(library, session_id)
    return Change(What.DELETED, session)


def _set_trashed(library: Library, session_id: str, trashed: datetime | None, what: What) -> Change:
    with library.writing() as writing:
        session = session_rows.read(writing, session_id)
        put = replace(session, trashed=trashed)
        session_rows.update(writing, session, put)
    return Change(what, put)


def back_up(library: Library) -> datetime:
    """Make today's backup unless there is one; when the last was made, in UTC.

    Raises:
        LibraryError: where it cannot be made.
    """
    return backups.back_up(library)
