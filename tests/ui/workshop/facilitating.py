"""A facilitator at the laptop: runs a workshop through the real window, with real keys."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.worlds import NOON, World, hold_key
from workbook.guides import load_guide
from workbook.model.answers import Answers
from workbook.model.opened import OpenSession
from workbook.model.workshop import Ballot, Round, RoundId, Setup, Workshop
from workbook.operations import open_library, open_session
from workbook.operations.workshops import load_ballots, new_workshop
from workbook.ui.wall.window import WallWindow
from workbook.ui.workshop.cockpit.cockpit import Cockpit
from workbook.ui.workshop.cockpit.open_workshop import OpenWorkshop
from workbook.ui.workshop.voting.collect import CollectCard
from workbook.ui.workshop.voting.reveal import RevealCard
from workbook.ui.workshop.voting.vote_page import VotePage
from workbook.ui.workshop.workshop import RunningWorkshop

GUIDE = load_guide()
NAME = "Harbour Choir"


class Watch:
    """The clock on the wall: it stands until it is told that time has passed."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def wait(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes, seconds=seconds)


class Machine:
    """The program on a laptop, and what another program would read from its disk."""

    def __init__(self, qtbot: QtBot, folder: Path, watch: Watch) -> None:
        self.qtbot, self.watch = qtbot, watch
        self.id = ""
        self.switch_on(folder)

    def switch_on(self, folder: Path) -> None:
        """Start the program on a library."""
        self.world = World(folder, self.watch)
        self.window = self.world.window
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def switch_off(self) -> None:
        """Close the window, and with it the program."""
        self.world.close()

    def restart(self) -> None:
        """Close the program and start it again, and open the workshop."""
        self.switch_off()
        self.switch_on(self.world.folder)
        self.window.open_session(self.id)
        self.settle()

    def crash(self, beside: Path) -> None:
        """Pull the plug: what the disk holds at this moment is all that is left."""
        self.world.program.saver.flush()  # what was given to the disk before has reached it
        shutil.copytree(self.world.folder, beside)
        self.switch_off()
        self.switch_on(beside)
        self.window.open_session(self.id)

    def settle(self) -> None:
        """Let a slow disk take what was handed to it, and the window show it."""
        self.world.program.saver.flush()
        QApplication.processEvents()

    def begin(self, setup: Setup, *, drafts: str = "") -> str:
        """Begin a workshop and open it; its id."""
        library = self.world.library
        change = new_workshop(library, GUIDE, NAME, setup, drafts_from=drafts)
        self.id = change.session.id
        self.window.open_session(self.id)
        return self.id

    # What another program would read

    def on_disk(self) -> OpenSession:
        """The workshop as it is on disk once the disk has taken what was handed to it."""
        self.world.program.saver.flush()
        other = open_library(self.world.folder)
        try:
            return open_session(other, self.id)
        finally:
            other.close()

    def stored(self) -> Workshop:
        """The rounds, clock and set-up on disk."""
        workshop = self.on_disk().workshop
        assert workshop is not None
        return workshop

    def answers(self) -> Answers:
        """What is written down, on disk."""
        return self.on_disk().answers

    def stored_round(self, step: str, number: int = 1) -> Round | None:
        """A round on disk, None where there is none."""
        return self.stored().round(RoundId(step, number))

    def ballots(self, step: str, number: int = 1) -> Counter[Ballot]:
        """The ballots of an open round, on disk."""
        self.world.program.saver.flush()
        return load_ballots(self.world.library, self.id, RoundId(step, number))


class Laptop(Machine):
    """The facilitator's laptop, and what they do with it."""

    @property
    def workshop(self) -> OpenWorkshop:
        """The open workshop."""
        assert self.window.workshop is not None
        return self.window.workshop

    @property
    def running(self) -> RunningWorkshop:
        """Its rounds and its clock."""
        return self.workshop.running

    @property
    def cockpit(self) -> Cockpit:
        """Its page in the window."""
        return self.workshop.cockpit

    @property
    def wall(self) -> WallWindow:
        """The wall's window."""
        return self.workshop.projection.window

    def here(self) -> tuple[str, str]:
        """The step and the phase in which the room is."""
        return self.running.clock.step, self.running.clock.phase

    def go(self, step: str, phase: str) -> None:
        """Go to a phase, as by the rail and the chips."""
        self.running.go_to(step, phase)
        self.settle()

    @property
    def vote(self) -> VotePage:
        """The page on which the room votes."""
        page = self.cockpit.current
        assert isinstance(page, VotePage)
        return page

    @property
    def collect(self) -> CollectCard:
        """The card that takes answers in."""
        assert self.vote.collect.isVisible()
        return self.vote.collect

    @property
    def card(self) -> RevealCard:
        """The card of a round that is over."""
        assert self.vote.reveal.isVisible()
        return self.vote.reveal

    # Keys

    def press(self, *keys: object, on: QWidget | None = None) -> None:
        """Press keys in whatever has the focus in the window, as a keyboard does."""
        for key in keys:
            QApplication.processEvents()
            handle = (on or self.window).windowHandle()
            assert handle is not None
            QTest.keyClick(handle, key)  # type: ignore[call-overload]
        QApplication.processEvents()

    def hold(self, key: Qt.Key, on: QWidget | None = None) -> None:
        """Hold a key down, so that the keyboard repeats it, and let it go."""
        hold_key(on or self.window, key)

    def page_down(self, on: QWidget | None = None) -> None:
        """Go on with a remote; past a vote that was not opened, once it has been said."""
        said = self.running.next_round.waits and self.running.clock.ended is None
        for _ in range(1 + said):
            self.watch.wait(seconds=1)
            self.press(Qt.Key.Key_PageDown, on=on)

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            self.press(letter)

    def to_front(self) -> None:
        """Give the window the keyboard: a screen that is not there gives it back to nobody."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def press_with(self, modifier: object, key: object) -> None:
        """Press a key with a modifier, in the window."""
        self.to_front()
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifier)  # type: ignore[call-overload]
        QApplication.processEvents()

    # A round

    def open_round(self) -> None:
        """Open the round of the step that is shown, as it is offered."""
        self.collect.opening.open_button.click()
        self.settle()

    def key_slips(self, *slips: str) -> None:
        """Key paper slips, one after the other."""
        field = self.collect.panels.slips.field
        field.setFocus()
        for slip in slips:
            for key in slip:
                QTest.keyClick(field, key)
        self.settle()

    def close_round(self) -> None:
        """Close the open round."""
        self.collect.close_button.click()
        self.settle()

    def reveal(self) -> None:
        """Show the closed round."""
        self.card.reveal_button.click()
        self.settle()

    def hold_round(self, step: str, phase: str, *slips: str) -> None:
        """Go there, open a round, key its slips, close and reveal it."""
        self.go(step, phase)
        self.open_round()
        self.key_slips(*slips)
        self.close_round()
        self.reveal()


@contextmanager
def answering(*, yes: bool) -> Iterator[list[str]]:
    """Answer every window that asks or tells something meanwhile; what they said, in order."""
    said: list[str] = []
    timer = QTimer(interval=10)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            said.append(words(dialog))
            dialog.accept() if yes else dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    yield said
    timer.stop()
    QApplication.processEvents()


def asking(kind: type[QDialog]) -> QDialog:
    """The window that waits for an answer, of this kind."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog
