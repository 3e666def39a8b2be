"""Keeps the words that sessions were asked with, by the hash of their content."""

from functools import lru_cache

from workbook.catalogue import tr
from workbook.guides import GuideError, guide_from_json, guide_to_json
from workbook.model.guide import Guide
from workbook.model.session import Session
from workbook.storage.database import Connection
from workbook.storage.errors import LibraryError


def keep(writing: Connection, guide: Guide) -> int:
    """Keep a guide's words, once however often it is asked; its number in this library."""
    row = writing.execute(
        "SELECT number FROM guides WHERE hash = ?", (guide.content_hash,)
    ).fetchone()
    if row is not None:
        return int(row[0])
    writing.execute(
        "INSERT INTO guides (hash, id, version, language, document) VALUES (?, ?, ?, ?, ?)",
        (guide.content_hash, guide.id, guide.version, guide.language, guide_to_json(guide)),
    )
    return keep(writing, guide)


def read(reading: Connection, session: Session) -> Guide:
    """The guide as it was when the session was begun, within a transaction.

    Raises:
        LibraryError: where the library has not kept it.
    """
    row = reading.execute(
        "SELECT document FROM guides WHERE hash = ?", (session.guide_hash,)
    ).fetchone()
    if row is None:
        raise LibraryError(
            tr("The library has not kept the questions of the session “{id}”.").format(
                id=session.id
            )
        )
    try:
        return _decoded(row[0])
    except GuideError as error:
        raise LibraryError(
            tr("The questions of the session “{id}” cannot be read: {reason}").format(
                id=session.id, reason=error
            )
        ) from error


@lru_cache(8)
def _decoded(document: str) -> Guide:
    """A guide from its JSON. Every operation on a round needs it, and it is 20 ms of work; guides
    never change, so the same one can be given again.
    """
    return guide_from_json(document)


def forget_unused(writing: Connection) -> None:
    """Take away the words that no session and no answer stands on any more."""
    writing.execute(
        "DELETE FROM guides WHERE number NOT IN (SELECT guide FROM sessions) "
        "AND number NOT IN (SELECT guide FROM answers)"
    )
