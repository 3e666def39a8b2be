"""Of every odd room the program says what it must and nothing that it must not."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.rooms.__main__ import main
from tests.rooms.holding import held
from tests.rooms.reader import Room, unmet
from tests.rooms.telling import told
from tests.rooms.test_rooms import ROOMS
from workbook.operations import Library

ROOM = """
[[room]]
name = "everyone blocks"
people = 5
consent = [{ scores = [0, 0, 0, 0, 0], purpose = "We sing.", priority = "Dates first." }]
state = "blocked"
"""


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_what_is_said_of_a_room_is_what_may_be_said(room: Room, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    with closing(library):
        words = told(held(room, library))
    assert unmet(room, words.said, words.consent) == ()


def test_the_command_prints_a_list_and_writes_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rooms.toml").write_text(ROOM, "utf-8")
    assert main([str(tmp_path / "rooms.toml"), "--json", "-o", str(tmp_path / "papers")]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["name"], found["consent"]) == ("everyone blocks", "blocked")
    assert set(found) == {"name", "consent", "said", "page_one"}
    assert set(found["page_one"]) <= set(found["said"])
    written = {path.name for path in (tmp_path / "papers" / "everyone-blocks").iterdir()}
    assert written == {"summary.pdf", "take-home.pdf", "letter.pdf", "statement.pdf"}


def test_an_expectation_that_does_not_hold_fails_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rooms.toml").write_text(ROOM.replace('"blocked"', '"carried"'), "utf-8")
    assert main([str(tmp_path / "rooms.toml")]) == 1
    assert "the state is blocked, not carried" in capsys.readouterr().err
    (tmp_path / "rooms.toml").write_text("people = 5", "utf-8")
    assert main([str(tmp_path / "rooms.toml")]) == 2
