"""No vote is passed by without a word: neither by a remote nor by a key that is held."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.workshop.facilitating import Laptop
from tests.ui.workshop.test_fitting import SIZES, size, wrong_with
from workbook.model.workshop import Setup

PAGE_DOWN = Qt.Key.Key_PageDown
SLIPS = ("9823", "8914", "2398", "8933", "9712")
VOTE, SECOND = ("purpose", "write"), ("purpose", "second")
WORDS = "This vote is not open yet. Next, once more, goes on without it."


def said(laptop: Laptop) -> str:
    """What stands beside "Next"."""
    line = laptop.cockpit.passing_by
    return line.text() if line.isVisible() else ""


def kinds(laptop: Laptop) -> tuple[str, str]:
    """How "Open the round" and "Next" look."""
    opening = laptop.vote.collect.opening.open_button
    return opening.property("kind"), laptop.cockpit.next_button.property("kind")


def where(laptop: Laptop, screen: str) -> QWidget | None:
    """The window that has the keyboard."""
    if screen == "wall":
        laptop.press(Qt.Key.Key_F7)
        return laptop.wall
    if screen == "cover":
        laptop.press(Qt.Key.Key_F8)
    return None


def hold(laptop: Laptop, on: QWidget | None) -> None:
    """Page Down, held until it has repeated itself ten times."""
    handle = (on or laptop.window).windowHandle()
    laptop.press(PAGE_DOWN, on=on)
    for _ in range(10):
        laptop.watch.wait(seconds=1)
        held = QKeyEvent(
            QEvent.Type.KeyPress, PAGE_DOWN, Qt.KeyboardModifier.NoModifier, "", True, 1
        )
        QApplication.sendEvent(handle, held)
    QApplication.processEvents()


def test_opening_is_what_a_vote_asks_for_first(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "facts")
    assert laptop.cockpit.next_button.property("kind") == "primary"
    laptop.go(*VOTE)
    assert kinds(laptop) == ("primary", "plain")
    laptop.open_round()
    assert kinds(laptop)[1] == "primary"
    laptop.key_slips(*SLIPS)
    laptop.close_round()
    laptop.reveal()
    laptop.go(*SECOND)
    assert kinds(laptop) == ("primary", "plain")
    assert not laptop.cockpit.again_button.isVisible()


@pytest.mark.parametrize("screen", ["window", "wall", "cover"])
def test_a_remote_stops_at_a_vote_that_was_not_opened_and_a_second_press_goes_on(
    laptop: Laptop, screen: str
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go(*VOTE)
    on = where(laptop, screen)
    laptop.press(PAGE_DOWN, on=on)
    assert laptop.here() == VOTE
    assert laptop.cockpit.passing_by.text() == WORDS
    assert laptop.stored_round("purpose") is None
    laptop.press(PAGE_DOWN, on=on)
    assert laptop.here() == VOTE, "two presses at once are one"
    laptop.watch.wait(seconds=1)
    laptop.press(PAGE_DOWN, on=on)
    assert laptop.here() == ("purpose", "reveal")
    assert said(laptop) == ""


def test_come_back_to_it_is_said_again(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go(*VOTE)
    laptop.cockpit.next_button.click()
    assert said(laptop) == WORDS
    laptop.press(Qt.Key.Key_PageUp)
    assert said(laptop) == ""
    laptop.press(PAGE_DOWN)
    assert laptop.here() == VOTE and said(laptop) == ""
    laptop.watch.wait(seconds=5)
    laptop.press(PAGE_DOWN)
    assert laptop.here() == VOTE and said(laptop) == WORDS


def test_opened_it_is_said_no_more_and_the_remote_goes_on(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go(*VOTE)
    laptop.press(PAGE_DOWN)
    laptop.open_round()
    assert said(laptop) == ""
    laptop.press(PAGE_DOWN)
    assert laptop.here() == ("purpose", "reveal")


def test_a_second_vote_is_not_passed_by_either(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.hold_round(*VOTE, *SLIPS)
    laptop.go(*SECOND)
    laptop.press(PAGE_DOWN)
    assert laptop.here() == SECOND and said(laptop) == WORDS
    laptop.open_round()
    laptop.press(PAGE_DOWN)
    assert laptop.here() == ("purpose", "sentence")


def test_a_workshop_that_is_over_is_looked_through_without_a_stop(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.running.start()
    laptop.running.end()
    laptop.settle()
    laptop.window.screens.show_questions()
    laptop.go(*VOTE)
    laptop.press(PAGE_DOWN)
    assert laptop.here() == ("purpose", "reveal")


@pytest.mark.parametrize("screen", ["window", "wall", "cover"])
def test_a_key_that_is_held_goes_one_phase_on(laptop: Laptop, screen: str) -> None:
    laptop.begin(Setup("90", 5))
    on = where(laptop, screen)
    here = [(box.step, box.phase) for box in laptop.running.agenda]
    hold(laptop, on)
    assert laptop.here() == here[1]
    laptop.go(*VOTE)
    hold(laptop, on)
    assert laptop.here() == VOTE


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_what_is_said_can_be_read(laptop: Laptop, width: int, height: int, scale: float) -> None:
    laptop.begin(Setup("90", 5))
    laptop.running.start()
    laptop.watch.wait(minutes=30)
    size(laptop, width, height, scale)
    laptop.go(*VOTE)
    laptop.press(PAGE_DOWN)
    assert said(laptop) == WORDS
    assert not wrong_with(laptop)
