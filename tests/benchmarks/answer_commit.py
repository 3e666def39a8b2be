"""One stored answer against a bare SQLite commit with the same pragmas."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median

from tests.benchmarks import Row
from workbook import operations
from workbook.guides import load_guide
from workbook.model.answers import Key
from workbook.storage.database import PRAGMAS

LIMIT = 3.0
ROUNDS = 300


def measure() -> list[Row]:
    """A mark and a text of the finished example, each stored in turn with a bare commit."""
    with tempfile.TemporaryDirectory() as folder:
        library = operations.open_library(Path(folder) / "ours")
        bare = _bare(Path(folder) / "bare.sqlite")
        with closing(library), closing(bare):
            guide = load_guide()
            session_id = operations.add_example(library).session.id
            scale, text = (
                guide.with_role("inside_scale")[0].id,
                guide.with_role("inside_text")[0].id,
            )
            mark, written = Key(scale, "do"), Key(text)

            def store_mark(n: int) -> None:
                operations.set_answers(library, guide, session_id, {mark: n % 10})

            def store_text(n: int) -> None:
                operations.set_answers(library, guide, session_id, {written: f"Café {n} " * 20})

            def commit(n: int) -> None:
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("REPLACE INTO answers VALUES (?, ?)", (n % 50, f"Café {n} " * 20))
                bare.execute("COMMIT")

            marks, texts, commits = _in_turn(store_mark, store_text, commit)
    return [
        Row("one stored mark", marks, commits, marks / commits, LIMIT),
        Row("one stored text", texts, commits, texts / commits, LIMIT),
    ]


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE answers (number INTEGER PRIMARY KEY, value TEXT NOT NULL)")
    return connection


def _in_turn(*things: Callable[[int], None]) -> list[float]:
    """The median time of each, in milliseconds: done in turn, so that all meet the same disk."""
    times: list[list[float]] = [[] for _ in things]
    for n in range(ROUNDS):
        for thing, taken in zip(things, times, strict=True):
            start = time.perf_counter()
            thing(n)
            taken.append((time.perf_counter() - start) * 1000)
    return [median(taken) for taken in times]
