"""What can go wrong with a library, each as a sentence that says what to do."""

import errno
import sqlite3
from pathlib import Path

from workbook.catalogue import tr

_PRIMARY = 0xFF  # SQLite's extended error codes carry the primary one in their lowest byte


class LibraryError(Exception):
    """A library cannot be used or will not do what was asked; str() is a sentence for people."""


class NoSuchSession(LibraryError):  # noqa: N818 - named as people say it
    """No session is meant by this id, or more than one."""


def no_such_session(session_id: str) -> NoSuchSession:
    """The error for an id that names no session."""
    return NoSuchSession(
        tr("There is no session “{id}”. The list of sessions names those there are.").format(
            id=session_id
        )
    )


def folder_unusable(folder: Path, error: OSError) -> LibraryError:
    """The error for a folder that cannot be made or written to."""
    return LibraryError(
        tr(
            "The library folder {folder} cannot be used: {reason}. "
            "Allow writing there, or choose another folder with --library."
        ).format(folder=folder, reason=error.strerror or error)
    )


def not_stored(path: Path, error: OSError) -> LibraryError:
    """The error for a file beside the library that cannot be written or taken away."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _disk_full(path)
    return folder_unusable(path.parent, error)


def damaged(path: Path) -> LibraryError:
    """The error for a library whose bytes make no sense."""
    return LibraryError(
        tr(
            "The library {file} is damaged. Move it aside and put the newest file of the folder "
            "{backups} in its place."
        ).format(file=path, backups=path.parent / "backups")
    )


def unreadable(what: str) -> sqlite3.DatabaseError:
    """The error for something in a library that only damage can explain; a transaction that it
    ends says so in words.
    """
    return sqlite3.DatabaseError(what)


def in_words(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """An error of SQLite as a sentence; None where it is a mistake of this program instead."""
    # A few errors that the sqlite3 module raises itself carry no code.
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if not code and (
        isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError
    ):
        return damaged(path)  # a text in it is no UTF-8, or no JSON of ours
    if code == sqlite3.SQLITE_FULL:
        return _disk_full(path)
    sentences = {
        sqlite3.SQLITE_BUSY: tr(
            "Another program is keeping the library {file} busy. Close it and try again."
        ),
        sqlite3.SQLITE_READONLY: tr(
            "The library {file} may only be read. Allow writing there, or choose another folder "
            "with --library."
        ),
        sqlite3.SQLITE_CANTOPEN: tr(
            "The library {file} cannot be opened. Allow reading and writing in its folder, or "
            "choose another folder with --library."
        ),
        sqlite3.SQLITE_IOERR: tr(
            "The disk failed while the library {file} was used. Check the disk and try again."
        ),
        sqlite3.SQLITE_TOOBIG: tr(
            "This text is too long to be stored in {file}. Split it into several parts."
        ),
    }
    sentence = sentences.get(code)
    return LibraryError(sentence.format(file=path)) if sentence else None


def _disk_full(path: Path) -> LibraryError:
    return LibraryError(
        tr(
            "The disk is full, so this could not be stored in {file}. Free some space and try "
            "again; everything stored before is safe."
        ).format(file=path)
    )
