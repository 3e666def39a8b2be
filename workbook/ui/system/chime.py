"""Plays a soft sound when a timebox is over, with what the system has for it.

QtMultimedia is in the larger half of PySide6, which nothing else here needs. So a player of the
system plays a file that comes with the workbook (tests/make_bell.py makes it); where there is none,
or none gets it out, the system's own beep is heard.
"""

import shutil
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from workbook.resources import resource
from workbook.ui.system.program import Program

if sys.platform == "win32":
    import winsound

TOO_LONG = 5000  # ms after which a player of a sound of one second is stuck
# The file stands at the end. Where PipeWire is, its own player is asked before the older ones.
PLAYERS = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}


class Chime(QObject):
    """The sound: one at a time, without waiting for it.

    Args:
        parent: the owner.
        players: commands that play a file named after them, tried in turn; those that this system
            has if not given.
        beep: what is done where no player plays.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        players: Sequence[Sequence[str]] | None = None,
        beep: Callable[[], None] = QApplication.beep,
    ) -> None:
        super().__init__(parent)
        self._players = list(players_of_this_system() if players is None else players)
        self._beep = beep
        self._left: list[Sequence[str]] = []
        self._program = Program(self)
        self._program.ended.connect(self._ended)
        self._stuck = QTimer(self)
        self._stuck.setSingleShot(True)
        self._stuck.setInterval(TOO_LONG)
        self._stuck.timeout.connect(self.stop)

    @property
    def playing(self) -> bool:
        """Whether it sounds."""
        return self._program.running

    def play(self) -> None:
        """Let it sound once; nothing where it sounds already."""
        if self.playing or _played_by_windows():
            return
        self._left = list(self._players)
        self._next()

    def stop(self) -> None:
        """Be silent."""
        self._stuck.stop()
        self._program.stop()

    def _next(self) -> None:
        if not self._left:
            self._beep()
            return
        program, *arguments = self._left.pop(0)
        self._stuck.start()
        self._program.run(program, [*arguments, str(resource("sounds", "bell.wav"))])

    def _ended(self, well: bool) -> None:
        self._stuck.stop()
        if not well:
            self._next()


def players_of_this_system(platform: str = sys.platform) -> list[Sequence[str]]:
    """The commands that play a sound here, the best one first."""
    known = PLAYERS.get(platform, PLAYERS["linux"])  # the BSDs and others have those too
    return [player for player in known if shutil.which(player[0])]


def _played_by_windows() -> bool:
    """Whether Windows plays the sound now; False elsewhere, and where it has no sound."""
    if sys.platform == "win32":
        try:
            winsound.PlaySound(
                str(resource("sounds", "bell.wav")),
                winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT,
            )
        except RuntimeError:  # no device plays: the beep may still be heard
            return False
        return True
    return False
