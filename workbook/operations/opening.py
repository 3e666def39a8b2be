"""Opens a session: all that is stored of it, and the words it was asked with."""

from workbook.model.answers import voice_of
from workbook.model.opened import OpenSession
from workbook.readings.findings import Findings
from workbook.storage import answers as stored_answers
from workbook.storage import guides as stored_guides
from workbook.storage import sessions as stored_sessions
from workbook.storage import workshops as stored_workshops
from workbook.storage.database import Library


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
        workshop = stored_workshops.read(reading, session_id)
    return OpenSession(session, guide, answers.heard_as(voice_of(session.mode)), workshop)


def findings_of(opened: OpenSession) -> Findings:
    """All that a session says, each part of it read when it is first asked for."""
    return Findings(opened)
