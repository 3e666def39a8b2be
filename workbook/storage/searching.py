"""Finds sessions by words: what is searched, and how a query is read.

Capitals and accents do not matter; every word must occur somewhere, also inside a longer word.
"""

import re
import unicodedata

from workbook.storage.database import Connection

Place = tuple[str, str, int, str, str]  # session, question, round, respondent, mark

ABOUT = ""  # the question at which the row about the session itself lies
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")  # most of a text has no accents to look for


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
    put_text(writing, (session_id, ABOUT, 1, "me", ""), f"{name}\n{scratch}")


def put_text(writing: Connection, place: Place, text: str) -> None:
    """Let a session be found by the text at a place, instead of what was there; "" for nothing."""
    if text:
        writing.execute("REPLACE INTO search VALUES (?, ?, ?, ?, ?, ?)", (*place, fold(text)))
    else:
        writing.execute(
            "DELETE FROM search WHERE session = ? AND question = ? AND round = ? "
            "AND respondent = ? AND mark = ?",
            place,
        )
