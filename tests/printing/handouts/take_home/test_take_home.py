"""The sheet to take home: what was decided, promised, and left for at home."""

from pathlib import Path

from tests.printing.handouts.sessions import (
    ROOM,
    empty,
    lines,
    said,
    typed,
    with_answers,
    with_setup,
    write,
)
from tests.printing.helpers import whole
from workbook.operations.print_room import Handout


def test_it_tells_what_was_decided_and_promised(tmp_path: Path) -> None:
    words = said(write(Handout.TAKE_HOME, ROOM, tmp_path / "a.pdf").path)
    assert "What we decided on 22 November 2026" in words
    for step in ROOM.guide.steps:
        for id_ in step.room:
            if id_.endswith((".sentence", ".said_otherwise")):
                assert whole(typed(id_)) in words
    assert "4 at “Strong support”, 6 at “Support” and 4 at “Go along”" in words
    assert f"“{typed('statement.dissent')}”" in words
    for row in ROOM.answers.records("statement.commitments"):
        assert f"{row['what']} {row['who']} {row['when']}" in words
    assert "We look at this again 1 February 2027" in words


def test_what_there_was_no_time_for_goes_home(tmp_path: Path) -> None:
    short = with_setup(plan="60")
    words = said(write(Handout.TAKE_HOME, short, tmp_path / "a.pdf").path)
    at = words.index("For at home")
    for step_id in ("rare", "impact"):
        for page in ROOM.guide.step(step_id).pages:
            assert page.headline in words[at:]
            assert whole(page.framing) in words[at:]
    assert ROOM.guide.step("wrong").headline not in words[at:]
    assert "For at home" not in said(write(Handout.TAKE_HOME, ROOM, tmp_path / "a.pdf").path)


def test_a_date_that_is_none_is_told_as_it_was_said(tmp_path: Path) -> None:
    opened = with_answers(statement__look_again="when the lathe runs")
    assert "when the lathe runs" in said(write(Handout.TAKE_HOME, opened, tmp_path / "a.pdf").path)
    opened = with_answers(statement__look_again=None)
    words = said(write(Handout.TAKE_HOME, opened, tmp_path / "a.pdf").path)
    assert "When we look at this again" in words


def test_an_empty_session_gives_lines_to_write_on(tmp_path: Path) -> None:
    made = write(Handout.TAKE_HOME, empty(), tmp_path / "a.pdf")
    assert made.pages == 1
    assert len(lines(made.path)) >= 2
