"""Finds sessions by words: what is searched, and how a query is read.

Capitals and accents do not matter; every word must occur somewhere, also inside a longer word.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from workbook.model.answers import Answers, Key, Value
from workbook.model.guide import (
    ColumnType,
    Guide,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    TextQuestion,
)

_WRITTEN = (ColumnType.TEXT, ColumnType.NAMES)


def fold(text: str) -> str:
    """A text without capitals and accents, and such that UTF-8 can hold it."""
    if text.isascii():
        return text.casefold()
    # folded twice: taking letters apart can bring capitals to light (ℌ → H)
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.encode("utf-8", "replace").decode()


def words(query: str) -> tuple[str, ...]:
    """The folded words of a query, each once."""
    return tuple(dict.fromkeys(fold(query).split()))


def condition(query: str) -> tuple[str, tuple[str, ...]]:
    """An SQL condition on a row of `search` that holds where every word occurs, with its values.

    instr() instead of LIKE, so that % and _ are what was typed.
    """
    found = words(query)
    each = "(instr(about, ?) OR instr(written, ?))"
    return " AND ".join([each] * len(found)) or "1", tuple(w for w in found for _ in range(2))


def about(name: str, scratch: str) -> str:
    """What is searched of a session itself."""
    return fold(f"{name}\n{scratch}")


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


def written(guide: Guide, answers: Answers) -> str:
    """What is searched of answers: everything that was written in them, each on its own line."""
    return "\n".join(
        fold(text) for key, value in answers.items() for text in _texts(guide, key, value)
    )


def _texts(guide: Guide, key: Key, value: Value) -> Iterator[str]:
    question = guide.questions.get(key.question)
    if question is None or not is_written(question, key.mark):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and isinstance(question, RecordsQuestion):
        columns = [column.id for column in question.columns if column.type in _WRITTEN]
        for row in value:
            if isinstance(row, Mapping):
                yield from (str(row[column]) for column in columns if column in row)
