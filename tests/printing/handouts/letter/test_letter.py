"""The return letter: when it is read, what it says, and room to answer it."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import MM
from tests.printing.handouts.sessions import (
    ALONE,
    ROOM,
    empty,
    lines,
    said,
    typed,
    with_answers,
    write,
)
from tests.printing.helpers import whole
from workbook.operations.print_room import Handout, choosing


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the examples were held."""
    monkeypatch.setattr(choosing, "today", lambda: date(2026, 11, 22))


def test_the_letter_says_when_it_is_read_and_what_was_agreed(tmp_path: Path) -> None:
    made = write(Handout.LETTER, ROOM, tmp_path / "a.pdf")
    assert made.pages == 1
    words = said(made.path)
    assert "To be read on 1 February 2027, in 71 days" in words
    assert "On 22 November 2026, 14 of us sat together" in words
    assert whole(typed("statement.purpose")) in words
    assert typed("statement.priority") in words
    assert f"“{typed('statement.dissent')}”" in words
    assert "Two bench evenings without a project. Ines, 12 December 2026." in words
    assert "Marek" not in words  # one promise


@pytest.mark.parametrize(
    ("again", "on", "read"),
    [
        (None, None, "To be read on 20 February 2027, in 90 days"),
        ("after the summer", None, "To be read on 20 February 2027, in 90 days"),
        ("1 February 2027", date(2027, 5, 1), "To be read on 1 May 2027, in 160 days"),
        ("2026-11-23", None, "To be read on 23 November 2026, in 1 day"),
    ],
)
def test_the_day_it_is_read_on(
    tmp_path: Path, again: str | None, on: date | None, read: str
) -> None:
    opened = with_answers(statement__look_again=again)
    assert read in said(write(Handout.LETTER, opened, tmp_path / "a.pdf", day=on).path)


def test_a_day_that_has_passed_is_not_said_to_be_ahead(tmp_path: Path) -> None:
    words = said(write(Handout.LETTER, ROOM, tmp_path / "a.pdf", day=date(2026, 11, 22)).path)
    assert "To be read on 22 November 2026" in words
    assert "in 0 days" not in words


def test_without_a_promise_there_are_lines_for_one(tmp_path: Path) -> None:
    with_one = len(lines(write(Handout.LETTER, ROOM, tmp_path / "a.pdf").path))
    opened = with_answers(statement__commitments=None)
    made = write(Handout.LETTER, opened, tmp_path / "a.pdf")
    words = said(made.path)
    assert "Write it by hand before you fold this: what, who and by when." in words
    assert "Ines" not in words
    assert len(lines(made.path)) >= 2 + 3
    assert with_one >= 3


def test_the_room_that_is_left_is_for_answers(tmp_path: Path) -> None:
    made = write(Handout.LETTER, ROOM, tmp_path / "a.pdf")
    found = lines(made.path)
    assert len(found) >= 5
    assert min(above - below for above, below in pairwise(found)) >= 8 * MM
    assert min(found) < 110  # down to the foot


def test_a_letter_to_oneself(tmp_path: Path) -> None:
    words = said(write(Handout.LETTER, ALONE, tmp_path / "a.pdf").path)
    assert "I sat down and asked what this group is for" in words
    assert "all of us" not in words
    assert "What would I write today?" in words


def test_an_empty_session_gives_a_letter_to_be_written_by_hand(tmp_path: Path) -> None:
    made = write(Handout.LETTER, empty(), tmp_path / "a.pdf")
    assert made.pages == 1
    assert len(lines(made.path)) >= 4 + 2 + 3
