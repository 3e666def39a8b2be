"""A library in a folder of its own, a clock that the test moves, and ids in order."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.storage.small_guide import small_guide
from workbook.model.guide import Guide
from workbook.storage.database import Library


class Clock:
    """Gives a time that only the test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 3, 14, 3, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def go(self, **time: float) -> None:
        self.time += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, clock: Clock) -> Iterator[Library]:
    numbers = count(1)
    library = Library.open(folder, clock=clock, new_id=lambda: f"session{next(numbers):03d}")
    yield library
    library.close()


@pytest.fixture
def guide() -> Guide:
    return small_guide()


def damage(path: Path, table: str) -> None:
    """Overwrite the first page of a table in a library that nobody has open."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = b"\xa5" * 4096
    path.write_bytes(content)
