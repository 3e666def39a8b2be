"""Deletes a session for good: not only its rows, but their bytes in the library and its backups."""

from functools import partial

from workbook.catalogue import tr
from workbook.storage import backups, ballot_files, guide_rows, session_rows
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError


def erase(library: Library, session_id: str) -> None:
    """Delete a session so that nothing of it remains in the library's folder.

    The rows go first, with secure_delete over their bytes, then the ballots of its open rounds.
    VACUUM rebuilds the file, because pages that were rearranged can hold copies; a truncating
    checkpoint empties the write-ahead log, which would still hold the old pages; then every backup
    that holds the session is written anew without it. What the disk itself, snapshots of the file
    system or a synchronising folder keep is beyond this program.

    Raises:
        NoSuchSession: where there is none; nothing is deleted.
        LibraryError: where the session is deleted but its bytes may remain; it says where.
    """
    with library.writing() as writing:
        session_rows.read(writing, session_id)
        session_rows.delete(writing, session_id)
        guide_rows.forget_unused(writing)
        writing.seen = None
    left = []
    for rest in (partial(ballot_files.forget, library, session_id), partial(_rebuild, library)):
        try:
            rest()
        except LibraryError as error:
            left.append(str(error))
    left += backups.forget_session(library, session_id)
    if left:
        raise LibraryError(
            tr("The session is deleted, but traces of it may remain. {reasons}").format(
                reasons=" ".join(left)
            )
        )


def _rebuild(library: Library) -> None:
    with library.outside_transaction() as connection:
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise LibraryError(
            tr(
                "Another program is reading the library: they go when every program that uses it "
                "has been closed."
            )
        )
