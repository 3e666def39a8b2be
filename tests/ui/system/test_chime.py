"""A timebox that is over sounds once, softly, and never in the way of anything."""

import shutil
import sys
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests import make_bell
from workbook.resources import resource
from workbook.ui.system.chime import Chime, players_of_this_system

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays it itself")


class Heard:
    """A player that writes down what it plays, and a beep that is counted."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "heard"
        self.beeps = 0

    def beep(self) -> None:
        self.beeps += 1

    def player(self, *, works: bool = True, waits: bool = False) -> Sequence[str]:
        script = 'echo "$2" >> "$1"; ' + ("cat; " if waits else "") + f"exit {0 if works else 1}"
        return ("sh", "-c", script, "sh", str(self.file))

    @property
    def played(self) -> list[str]:
        return self.file.read_text().split() if self.file.exists() else []


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path)


BELL = str(resource("sounds", "bell.wav"))


def test_the_bell_is_played_once(qtbot: QtBot, heard: Heard) -> None:
    chime = Chime(players=[heard.player(), heard.player()], beep=heard.beep)
    chime.play()
    qtbot.waitUntil(lambda: not chime.playing)
    assert heard.played == [BELL]
    assert heard.beeps == 0


def test_two_never_sound_at_once(qtbot: QtBot, heard: Heard) -> None:
    chime = Chime(players=[heard.player(waits=True)], beep=heard.beep)
    chime.play()
    chime.play()
    qtbot.waitUntil(lambda: heard.played == [BELL])
    chime.play()
    assert chime.playing
    chime.stop()
    assert not chime.playing
    assert (heard.played, heard.beeps) == ([BELL], 0)


def test_where_one_player_fails_the_next_one_is_asked(
    qtbot: QtBot, heard: Heard, tmp_path: Path
) -> None:
    players = [(str(tmp_path / "nothing"),), heard.player(works=False), heard.player()]
    chime = Chime(players=players, beep=heard.beep)
    chime.play()
    qtbot.waitUntil(lambda: not chime.playing)
    assert (heard.played, heard.beeps) == ([BELL, BELL], 0)


@pytest.mark.parametrize("failing", [0, 1])
def test_where_none_plays_the_system_beeps(qtbot: QtBot, heard: Heard, failing: int) -> None:
    chime = Chime(players=[heard.player(works=False)] * failing, beep=heard.beep)
    chime.play()
    qtbot.waitUntil(lambda: heard.beeps == 1)
    assert not chime.playing


def test_a_player_that_is_stuck_is_ended(qtbot: QtBot, heard: Heard) -> None:
    chime = Chime(players=[heard.player(waits=True)], beep=heard.beep)
    chime.findChild(QTimer).setInterval(0)
    chime.play()
    qtbot.waitUntil(lambda: not chime.playing)
    assert heard.beeps == 0


def test_the_players_of_each_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "pw-play" else f"/bin/{name}")
    assert players_of_this_system("darwin") == [("afplay",)]
    assert players_of_this_system("linux") == [("paplay",), ("aplay", "-q")]


def test_the_shipped_bell_is_the_one_that_is_made_here() -> None:
    with wave.open(BELL) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == make_bell.RATE
        shipped = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        shipped.byteswap()
    made = make_bell.samples()
    assert len(shipped) == len(made)
    assert max(abs(a - b) for a, b in zip(shipped, made, strict=True)) <= 1


def test_the_bell_is_soft_and_neither_clicks_nor_lasts() -> None:
    sound = make_bell.samples()
    assert len(sound) / make_bell.RATE < 1.5
    assert 8000 < max(map(abs, sound)) < 16384  # below half of what a speaker can
    assert abs(sound[0]) < 50 > abs(sound[-1])
