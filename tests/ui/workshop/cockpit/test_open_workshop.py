"""The screens and dialogs of an open workshop: what the room may not read, what leaving leaves."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import NAME, Laptop, Watch, answering
from tests.ui.workshop.voting.collecting import PEOPLE
from workbook.model.agenda import BREAK
from workbook.model.workshop import Setup
from workbook.operations import workshops
from workbook.ui.wall.screens import Wish
from workbook.ui.workshop.cockpit.projection import Projection

SETUP = Setup("90", 3, names=PEOPLE, open_steps=frozenset({"purpose"}))


@pytest.fixture
def laptop(qtbot: QtBot, own_library: Path) -> Iterator[Laptop]:
    """A workshop on one screen for both."""
    made = Laptop(qtbot, own_library, Watch())
    made.begin(SETUP)
    made.go("purpose", "write")
    made.open_round()
    yield made
    made.switch_off()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("by_name", "who answers what"),
        ("import", "rows of the file"),
        ("setup", "the names in the set-up"),
        ("laptop", "is watched"),
    ],
)
def test_nothing_of_anybody_is_shown_to_the_room_unasked(
    laptop: Laptop, command: str, told: str
) -> None:
    laptop.workshop.run("one_screen")
    windows = len([w for w in QApplication.topLevelWidgets() if w.isVisible()])
    with answering(yes=False) as said:
        laptop.workshop.run(command)
    (asked,) = said
    assert told in asked
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == windows


def test_a_set_up_without_names_is_open_to_everyone(laptop: Laptop) -> None:
    laptop.running.set_setup(replace(laptop.running.setup, names=()))
    laptop.settle()
    laptop.workshop.run("one_screen")
    laptop.workshop.run("setup")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_only_a_break_is_called_one(laptop: Laptop) -> None:
    """A step of a guide that knows no phases is none."""
    for phase, called in ((BREAK, True), ("", False)):
        laptop.running._be_at(replace(laptop.running.clock, phase=phase))
        assert ("A break" in words(laptop.cockpit.notes)) is called


def test_from_one_screen_the_room_can_be_given_a_window(laptop: Laptop) -> None:
    projection = laptop.workshop.projection
    laptop.workshop.run("one_screen")
    projection.keeper.choose(Wish.WINDOW)
    assert projection.cover is None
    assert projection.keeper.wish is Wish.WINDOW


def test_a_workshop_that_was_left_leaves_no_stage_behind(laptop: Laptop, qtbot: QtBot) -> None:
    projections = laptop.window.findChildren(Projection)
    assert len(projections) == 1
    with qtbot.waitSignal(projections[0].destroyed):
        laptop.window.show_home()


def test_a_workshop_that_is_left_at_once_shows_the_room_nothing(laptop: Laptop) -> None:
    projection = laptop.workshop.projection
    projection._first.start(0)  # as where there is a projector
    laptop.window.show_home()
    QApplication.processEvents()
    assert not [
        w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not laptop.window
    ]


def test_the_folder_of_a_rehearsal_goes_only_once_all_is_written(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.window.show_home()
    laptop.window._workshops._rehearse(SETUP, NAME)
    folder = laptop.workshop.running._library.folder
    disk_is_ready, written = Event(), Event()
    do = workshops.set_clock

    def slow(*arguments: object) -> object:
        disk_is_ready.wait()
        written.set()
        assert folder.exists()
        return do(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(workshops, "set_clock", slow)
    leave = laptop.workshop.leave

    def leave_late() -> None:
        leave()
        laptop.running._set_clock(laptop.running.clock)
        disk_is_ready.set()

    monkeypatch.setattr(laptop.workshop, "leave", leave_late)
    laptop.window.close()
    assert written.is_set()
    assert not folder.exists()
    shutil.rmtree(folder, ignore_errors=True)
