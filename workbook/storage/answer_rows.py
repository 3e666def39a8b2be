"""Reads and writes the answers of a session."""

from collections.abc import Mapping

from workbook.model.answers import Answers, Key, Value, is_empty
from workbook.model.guide import Guide
from workbook.storage import indexing
from workbook.storage.database import Connection
from workbook.storage.errors import unreadable
from workbook.storage.guide_rows import keep
from workbook.storage.values import value_from_json, value_to_json


def read(reading: Connection, session_id: str) -> Answers:
    """Every answer of a session, within a transaction; none where there is no such session."""
    (version,) = reading.execute("PRAGMA data_version").fetchone()
    if reading.seen is not None and reading.seen[:2] == (session_id, version):
        return reading.seen[2]  # nobody else has written since
    rows = reading.execute(
        "SELECT question, mark, round, respondent, value FROM answers WHERE session = ?",
        (session_id,),
    )
    try:
        answers = Answers({Key(*key): value_from_json(value) for *key, value in rows})
    except ValueError as error:
        raise unreadable(f"an answer of {session_id}") from error
    reading.seen = (session_id, version, answers)
    return answers


def write(
    writing: Connection, session_id: str, guide: Guide, values: Mapping[Key, Value | None]
) -> tuple[Answers, tuple[Key, ...]]:
    """Put answers in place, and let what is written in them be found.

    Args:
        writing: the transaction.
        session_id: whose answers.
        guide: the words that they answer; they are kept.
        values: what was answered; None or an empty value takes an answer away.

    Returns:
        All answers of the session, and where one is another than before.

    Raises:
        TypeError: where a value is nothing that can be an answer.
        ValueError: where a number in a record is not finite.
    """
    before = read(writing, session_id)
    after = _with_values(before, values)
    changed = tuple(key for key in values if after.get(key) != before.get(key))
    if not changed:
        return before, ()
    guide_number = keep(writing, guide)
    for key in changed:
        indexing.put_answer(writing, guide, session_id, key, after.get(key))
        _put(writing, session_id, key, after.get(key), guide_number)
    if writing.seen is not None:
        writing.seen = (session_id, writing.seen[1], after)
    return after, changed


def _with_values(answers: Answers, values: Mapping[Key, Value | None]) -> Answers:
    if len(values) == 1:
        ((key, value),) = values.items()
        return answers.with_value(key, value)
    merged = dict(answers.items())
    for key, value in values.items():
        if value is None or is_empty(value):
            merged.pop(key, None)
        else:
            merged[key] = value
    return Answers(merged)


def _put(
    writing: Connection, session_id: str, key: Key, value: Value | None, guide_number: int
) -> None:
    place = (session_id, key.question, key.round, key.respondent, key.mark)
    if value is None:
        writing.execute(
            "DELETE FROM answers WHERE session = ? AND question = ? AND round = ? "
            "AND respondent = ? AND mark = ?",
            place,
        )
    else:
        writing.execute(
            "REPLACE INTO answers (session, question, round, respondent, mark, value, guide) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*place, value_to_json(value), guide_number),
        )


def copy(writing: Connection, session_id: str, copy_id: str) -> None:
    """Give another session the same answers to the same words."""
    writing.execute(
        "INSERT INTO answers (session, question, round, respondent, mark, value, guide) "
        "SELECT ?, question, round, respondent, mark, value, guide FROM answers WHERE session = ?",
        (copy_id, session_id),
    )
    writing.seen = None
    indexing.copy_answers(writing, session_id, copy_id)
