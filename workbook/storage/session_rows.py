"""Reads and writes sessions: one row each, beside it the row that is searched."""

import sqlite3
from dataclasses import fields
from typing import Any

from workbook.catalogue import ntr, tr
from workbook.model.kinds import Mode
from workbook.model.session import Outcome, Place, Progress, Session
from workbook.storage import searching
from workbook.storage.database import Connection, Library
from workbook.storage.errors import NoSuchSession, no_such_session, unreadable
from workbook.storage.values import from_json, time_from_number, time_to_number, to_json

_SELECT = (
    "SELECT sessions.id, sessions.name, mode, guides.id, guides.hash, plan, created, changed, "
    "trashed, progress_done, progress_total, outcome, place, scratch, "
    "CASE mode WHEN 'workshop' THEN (SELECT CASE WHEN json_valid(setup) "
    "THEN json_extract(setup, '$.people') END FROM workshops WHERE session = sessions.id) END "
    "FROM sessions JOIN guides ON guides.number = sessions.guide "
)
_HANGING_ON_IT = (
    "answers", "search", "moves", "pairs", "withheld", "counts", "rounds", "workshops",
)  # fmt: skip
_NEWEST_FIRST = "ORDER BY changed DESC, created DESC, sessions.id "
_NO_OUTCOME, _NO_PLACE = Outcome(), Place()


def list_sessions(library: Library, *, trashed: bool = False, search: str = "") -> list[Session]:
    """The sessions in use, or those in the trash; the last changed first.

    Args:
        library: where to look.
        trashed: whether to list the trash instead.
        search: words that must all occur in the name, the scratch notes or something written;
            capitals and accents do not matter, and every character means itself.

    Raises:
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        return listed(reading, trashed=trashed, search=search)


def listed(
    reading: Connection, *, trashed: bool = False, search: str = "", at_most: int | None = None
) -> list[Session]:
    """What `list_sessions` gives, or the first of it, within a transaction."""
    where = f"WHERE trashed IS {'NOT ' if trashed else ''}NULL "
    values: tuple[str | int, ...] = ()
    if searching.words(search):
        condition, values = searching.condition(search)
        where += f"AND {condition} "
    if at_most is not None:
        # Chosen by their ids first, so that SQLite puts those in order and not whole rows.
        first = f"SELECT id FROM sessions {where}{_NEWEST_FIRST}LIMIT ?"  # noqa: S608
        where = f"WHERE sessions.id IN ({first}) "
        values = (*values, at_most)
    return [_session(row) for row in reading.execute(_SELECT + where + _NEWEST_FIRST, values)]


def load_session(library: Library, session_id: str) -> Session:
    """The session with this id, also where it is in the trash.

    Raises:
        NoSuchSession: where there is none.
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        return read(reading, session_id)


def find_session(library: Library, beginning: str) -> Session:
    """The one session whose id begins like this; those in use before those in the trash.

    Raises:
        NoSuchSession: where there is none, or where there are several.
        LibraryError: where the library cannot be read.
    """
    beginning = beginning.strip().lower()
    if not beginning:
        raise NoSuchSession(tr("Name a session by its id or the beginning of it."))
    with library.reading() as reading:
        rows = reading.execute(
            _SELECT + "WHERE substr(sessions.id, 1, ?) = ? ", (len(beginning), beginning)
        ).fetchall()
    found = [_session(row) for row in rows]
    found = [s for s in found if s.id == beginning] or found
    found = [s for s in found if s.trashed is None] or found
    if not found:
        raise no_such_session(beginning)
    if len(found) > 1:
        raise NoSuchSession(
            ntr(
                "{n} session begins with “{id}”. Give more of its id.",
                "{n} sessions begin with “{id}”. Give more of the id.",
                len(found),
            ).format(n=len(found), id=beginning)
        )
    return found[0]


def read(reading: Connection, session_id: str) -> Session:
    """The session with this id, within a transaction.

    Raises:
        NoSuchSession: where there is none.
    """
    row = reading.execute(_SELECT + "WHERE sessions.id = ?", (session_id,)).fetchone()
    if row is None:
        raise no_such_session(session_id)
    return _session(row)


def insert(writing: Connection, session: Session, guide_number: int) -> None:
    """Add a session.

    Args:
        writing: the transaction.
        session: the session.
        guide_number: its guide, as `guides.keep` numbers it.
    """
    values = {
        **_columns(session),
        "guide": guide_number,
        "created": time_to_number(session.created),
    }
    writing.execute(
        f"INSERT INTO sessions ({', '.join(values)}) "  # noqa: S608 - our own column names
        f"VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )
    searching.put_session(writing, session.id, session.name, session.scratch)


def update(writing: Connection, before: Session, after: Session) -> None:
    """Store what differs between two states of a session, and what is searched of it.

    Args:
        writing: the transaction.
        before: the session as it is stored.
        after: the session as it shall be; id, guide and created stay.
    """
    stored = _columns(before)
    changed = {name: value for name, value in _columns(after).items() if value != stored[name]}
    if changed:
        writing.execute(
            f"UPDATE sessions SET {', '.join(f'{name} = ?' for name in changed)} "  # noqa: S608
            "WHERE id = ?",
            (*changed.values(), after.id),
        )
    if "name" in changed or "scratch" in changed:
        searching.put_session(writing, after.id, after.name, after.scratch)


def delete(writing: sqlite3.Connection, session_id: str) -> None:
    """Delete a session with all that hangs on it, in a library or in a backup of any version."""
    tables = {name for (name,) in writing.execute("SELECT name FROM sqlite_master")}
    for table in (name for name in _HANGING_ON_IT if name in tables):
        writing.execute(f"DELETE FROM {table} WHERE session = ?", (session_id,))  # noqa: S608
    writing.execute("DELETE FROM sessions WHERE id = ?", (session_id,))


def _columns(session: Session) -> dict[str, str | int | None]:
    return {
        "id": session.id,
        "name": session.name.encode("utf-8", "replace").decode(),
        "mode": session.mode.value,
        "plan": session.plan,
        "changed": time_to_number(session.changed),
        "trashed": None if session.trashed is None else time_to_number(session.trashed),
        "progress_done": session.progress.done,
        "progress_total": session.progress.total,
        "outcome": _filled(session.outcome, _NO_OUTCOME),
        "place": _filled(session.place, _NO_PLACE),
        "scratch": to_json(session.scratch),
    }


def _filled(value: Outcome | Place, nothing: Outcome | Place) -> str:
    """The fields of a value that say something, as JSON."""
    names = (field.name for field in fields(value))
    return to_json(
        {n: str(getattr(value, n)) for n in names if getattr(value, n) != getattr(nothing, n)}
    )


def _session(row: tuple[Any, ...]) -> Session:
    (
        session_id, name, mode, guide_id, guide_hash, plan, created, changed,
        trashed, done, total, outcome, place, scratch, people,
    ) = row  # fmt: skip
    try:
        outcome = Outcome(**from_json(outcome))
        place = _NO_PLACE if place == "{}" else Place(**from_json(place))
        mode, scratch = Mode(mode), from_json(scratch)
    except (ValueError, TypeError) as error:
        raise unreadable(f"the session {session_id}") from error
    return Session(
        id=session_id,
        name=name,
        mode=mode,
        guide_id=guide_id,
        guide_hash=guide_hash,
        plan=plan,
        created=time_from_number(created),
        changed=time_from_number(changed),
        trashed=None if trashed is None else time_from_number(trashed),
        progress=Progress(done, total),
        outcome=outcome,
        place=place,
        scratch=scratch,
        people=people if isinstance(people, int) else 0,
    )
