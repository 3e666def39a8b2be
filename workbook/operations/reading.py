"""Lists what is in a library, and finds one session of it, without changing anything."""

from typing import NamedTuple

from workbook.model.session import Session
from workbook.storage import session_rows
from workbook.storage.database import Library


class Listing(NamedTuple):
    """What Home shows of a library, as it was at one moment; the last changed first."""

    sessions: list[Session]  # those in use that match the search
    trashed: list[Session]  # all of the trash, whatever was searched for


def sessions(library: Library, trashed: bool = False, search: str = "") -> list[Session]:
    """The sessions in use, or those in the trash; the last changed first.

    Args:
        library: where to look.
        trashed: whether to list the trash instead.
        search: words that must all occur in the name, the scratch notes or something written.

    Raises:
        LibraryError: where the library cannot be read.
    """
    return session_rows.list_sessions(library, trashed=trashed, search=search)


def listing(library: Library, search: str = "") -> Listing:
    """The sessions in use that match a search, and the trash.

    Raises:
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        return Listing(
            session_rows.listed(reading, search=search),
            session_rows.listed(reading, trashed=True),
        )


def first_listing(library: Library, at_most: int) -> Listing:
    """The beginning of `listing`: at most so many sessions in use, and of the trash.

    Raises:
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        return Listing(
            session_rows.listed(reading, at_most=at_most),
            session_rows.listed(reading, trashed=True, at_most=at_most),
        )


def find_session(library: Library, beginning: str) -> Session:
    """The one session whose id begins like this; those in use before those in the trash.

    Raises:
        NoSuchSession: where there is none, or where there are several.
        LibraryError: where the library cannot be read.
    """
    return session_rows.find_session(library, beginning)
