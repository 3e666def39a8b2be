"""Opens a session: all that is stored of it, and the words it was asked with."""

from workbook.model.answers import voice_of
from workbook.model.opened import OpenSession
from workbook.readings.findings import Findings
from workbook.storage import answer_rows, guide_rows, session_rows, workshop_rows
from workbook.storage.database import Library


def open_session(library: Library, session_id: str) -> OpenSession:
    """A session with its answers and the words it was asked with.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        session = session_rows.read(reading, session_id)
        answers = answer_rows.read(reading, session_id)
        guide = guide_rows.read(reading, session)
        workshop = workshop_rows.read(reading, session_id)
    return OpenSession(session, guide, answers.heard_as(voice_of(session.mode)), workshop)


def findings_of(opened: OpenSession) -> Findings:
    """All that a session says, each part of it read when it is first asked for."""
    return Findings(opened)
