"""Lets sessions be found by what is written in their answers."""

from collections.abc import Iterator, Mapping

from workbook.model.answers import Key, Value
from workbook.model.guide import ColumnType, Guide
from workbook.model.marks import InColumns, Takes, is_written, takes_at
from workbook.storage.database import Connection
from workbook.storage.searching import ABOUT, put_text

_WRITTEN = (ColumnType.TEXT, ColumnType.NAMES)


def put_answer(
    writing: Connection, guide: Guide, session_id: str, key: Key, value: Value | None
) -> None:
    """Let a session be found by what is written in an answer; None takes that away."""
    question = guide.questions.get(key.question)
    takes = takes_at(question, key.mark) if question is not None else None
    if takes is not None and is_written(takes):
        place = (session_id, key.question, key.round, key.respondent, key.mark)
        put_text(writing, place, "\n".join(_texts(takes, value)))


def copy_answers(writing: Connection, session_id: str, copy_id: str) -> None:
    """Let another session be found by the same answers."""
    writing.execute(
        "INSERT INTO search SELECT ?, question, round, respondent, mark, text FROM search "
        "WHERE session = ? AND question <> ?",
        (copy_id, session_id, ABOUT),
    )


def _texts(takes: Takes, value: Value | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and isinstance(takes, InColumns):
        columns = [column.id for column in takes.columns if column.type in _WRITTEN]
        for row in value:
            if isinstance(row, Mapping):
                yield from (str(row[column]) for column in columns if column in row)
