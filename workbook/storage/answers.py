"""Reads and writes the answers of a session."""

import sqlite3
from collections.abc import Mapping

from workbook.model.answers import Answers, Key, Value
from workbook.storage.database import Library
from workbook.storage.errors import no_such_session
from workbook.storage.values import value_from_json, value_to_json


def load_answers(library: Library, session_id: str) -> Answers:
    """Every answer of a session.

    Raises:
        NoSuchSession: where no session has this id.
        LibraryError: where the library cannot be read.
    """
    with library.reading() as reading:
        if not reading.execute("SELECT 1 FROM sessions WHERE id = ?", (session_id,)).fetchone():
            raise no_such_session(session_id)
        return read(reading, session_id)


def read(reading: sqlite3.Connection, session_id: str) -> Answers:
    """Every answer of a session, within a transaction; none where there is no such session."""
    rows = reading.execute(
        "SELECT question, mark, round, respondent, value FROM answers WHERE session = ?",
        (session_id,),
    )
    return Answers({Key(*key): value_from_json(value) for *key, value in rows})


def write(
    writing: sqlite3.Connection,
    session_id: str,
    guide_number: int,
    values: Mapping[Key, Value | None],
) -> None:
    """Put answers in place, and take away those that are None.

    Args:
        writing: the transaction.
        session_id: whose answers.
        guide_number: the words that they answer, as `guides.keep` numbers them.
        values: what was answered.
    """
    for key, value in values.items():
        place = (session_id, key.question, key.round, key.respondent, key.mark)
        if value is None:
            writing.execute(
                "DELETE FROM answers WHERE session = ? AND question = ? AND round = ? "
                "AND respondent = ? AND mark = ?",
                place,
            )
        else:
            writing.execute(
                "INSERT INTO answers (session, question, round, respondent, mark, value, guide) "
                "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE "
                "SET value = excluded.value, guide = excluded.guide",
                (*place, value_to_json(value), guide_number),
            )


def copy(writing: sqlite3.Connection, session_id: str, copy_id: str) -> None:
    """Give another session the same answers to the same words."""
    writing.execute(
        "INSERT INTO answers (session, question, round, respondent, mark, value, guide) "
        "SELECT ?, question, round, respondent, mark, value, guide FROM answers WHERE session = ?",
        (copy_id, session_id),
    )
