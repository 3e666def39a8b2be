"""Finds sessions by words: what is searched, and how a query is read.

Capitals and accents do not matter; every word must occur somewhere, also inside a longer word.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from workbook.model.answers import Key, Value
from workbook.model.guide import (
    ColumnType,
    Guide,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    TextQuestion,
)
from workbook.storage.database import Connection

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")  # most of a text has no accents to look for
ABOUT = Key("")  # where the row about the session itself lies
_WRITTEN = (ColumnType.TEXT, ColumnType.NAMES)


def fold(text: str) -> str:
    """A text without capitals and accents, and such that UTF-8 can hold it."""
    if text.isascii():
        return text.casefold()
    # folded twice: taking letters apart can bring capitals to light (ℌ → H)
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = _NOT_ASCII.sub(_without_accents, apart)
    return bare.encode("utf-8", "replace").decode()


def _without_accents(run: re.Match[str]) -> str:
    return "".join(c for c in run[0] if not unicodedata.combining(c))


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query, each once."""
    return tuple(dict.fromkeys(fold(query).split()))


def condition(query: str) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on a row of `sessions` that holds where every word occurs, with its values.

    instr() instead of LIKE, so that % and _ are what was typed. Everything is looked through for
    the longest word alone, the rarest as a rule; for the others only the sessions that have it.
    """
    found = tuple(sorted(words(query), key=len, reverse=True))
    first = "sessions.id IN (SELECT session FROM search WHERE instr(text, ?))"
    further = "EXISTS (SELECT 1 FROM search WHERE session = sessions.id AND instr(text, ?))"
    return " AND ".join([first, *[further] * (len(found) - 1)]) if found else "1", found


def put_session(writing: Connection, session_id: str, name: str, scratch: str) -> None:
    """Let a session be found by its name and scratch notes."""
    _put(writing, session_id, ABOUT, f"{name}\n{scratch}")


def put_answer(
    writing: Connection, guide: Guide, session_id: str, key: Key, value: Value | None
) -> None:
    """Let a session be found by what is written in an answer; None takes that away."""
    question = guide.questions.get(key.question)
    if question is not None and is_written(question, key.mark):
        _put(writing, session_id, key, "\n".join(_texts(question, value)))


def copy_answers(writing: Connection, session_id: str, copy_id: str) -> None:
    """Let another session be found by the same answers."""
    writing.execute(
        "INSERT INTO search SELECT ?, question, round, respondent, mark, text FROM search "
        "WHERE session = ? AND question <> ?",
        (copy_id, session_id, ABOUT.question),
    )


def is_written(question: Question, mark: str) -> bool:
    """Whether the answer at this mark is something a person wrote, rather than chose."""
    match question:
        case TextQuestion() | RecordsQuestion():
            return not mark
        case RatingsQuestion():
            return mark.endswith(".note")
        case ReasonedQuestion():
            return mark == "reason"
    return False


def _texts(question: Question, value: Value | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and isinstance(question, RecordsQuestion):
        columns = [column.id for column in question.columns if column.type in _WRITTEN]
        for row in value:
            if isinstance(row, Mapping):
                yield from (str(row[column]) for column in columns if column in row)


def _put(writing: Connection, session_id: str, key: Key, text: str) -> None:
    place = (session_id, key.question, key.round, key.respondent, key.mark)
    if text:
        writing.execute("REPLACE INTO search VALUES (?, ?, ?, ?, ?, ?)", (*place, fold(text)))
    else:
        writing.execute(
            "DELETE FROM search WHERE session = ? AND question = ? AND round = ? "
            "AND respondent = ? AND mark = ?",
            place,
        )
