"""What can be looked at in a library without changing it."""

from workbook.model.session import Session
from workbook.operations.changes import OpenSession
from workbook.storage import answers as stored_answers
from workbook.storage import guides as stored_guides
from workbook.storage import sessions as stored_sessions
from workbook.storage.database import Library


def sessions(library: Library, trashed: bool = False, search: str = "") -> list[Session]:
    """The sessions in use, or those in the trash; the last changed first.

    Args:
        library: where to look.
        trashed: whether to list the trash instead.
        search: words that must all occur in the name, the scratch notes or something written.

    Raises:
        LibraryError: where the library cannot be read.
    """
    return stored_sessions.list_sessions(library, trashed=trashed, search=search)


def find_session(library: Library, beginning: str) -> Session:
    """The one session whose id begins like this; those in use before those in the trash.

    Raises:
        NoSuchSession: where there is none, or where there are several.
        LibraryError: where the library cannot be read.
    """
    return stored_sessions.find_session(library, beginning)


def open_session(library: Library, session_id: str) -> OpenSession:
    """A session with its answers and the words it was asked with.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        session = stored_sessions.read(reading, session_id)
        answers = stored_answers.read(reading, session_id)
        guide = stored_guides.read(reading, session)
    return OpenSession(session, guide, answers)
