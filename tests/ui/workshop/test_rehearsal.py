"""A rehearsal goes through all of a workshop with invented answers, says so, and keeps nothing."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop, answering, asking
from workbook import operations
from workbook.model.workshop import RoundState, Setup
from workbook.ui.workshop.dialogs.setup import WorkshopDialog
from workbook.ui.workshop.voting.vote_page import VotePage


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's folder for temporary files, empty."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    """The library and what lies beside it, but for SQLite's own, the day's backup, and settings."""
    other = ("-wal", "-shm", ".ini", ".part")
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(other) and path.parent.name != "backups"
    }


@pytest.fixture
def rehearsal(laptop: Laptop, temporary: Path) -> Laptop:
    """A rehearsal with nine people who do not exist."""
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    dialog.people.set_value(9)
    dialog.rehearse_button.click()
    laptop.settle()
    return laptop


def test_it_says_so_and_is_not_among_the_sessions(rehearsal: Laptop, temporary: Path) -> None:
    assert "Rehearsal · nothing is kept" in words(rehearsal.cockpit)
    assert operations.sessions(rehearsal.world.library) == []
    assert len(list(temporary.glob("workbook-rehearsal-*"))) == 1


def test_it_runs_through_all_rounds(rehearsal: Laptop) -> None:
    rehearsal.cockpit.run_button.click()
    held = 0
    for _ in rehearsal.running.agenda:
        page = rehearsal.cockpit.current
        if isinstance(page, VotePage) and page.collect.isVisible():
            rehearsal.open_round()
            rehearsal.collect.panels.invent_button.click()
            rehearsal.settle()
            assert rehearsal.collect.count.text() == "9 of 9"
            rehearsal.close_round()
            rehearsal.reveal()
            held += 1
        rehearsal.cockpit.go_next()
        rehearsal.settle()
    assert rehearsal.window.summary is not None and rehearsal.window.summary.isVisible()
    rounds = rehearsal.running.workshop.rounds
    assert held == len(rounds) >= 6
    assert {found.state for found in rounds} == {RoundState.REVEALED}


@pytest.mark.parametrize(
    "leave",
    [
        lambda laptop: laptop.cockpit.home_button.click(),
        lambda laptop: laptop.window.actions_.home.trigger(),
        lambda laptop: laptop.switch_off(),
    ],
)
def test_nothing_is_kept_however_it_is_left(
    laptop: Laptop, temporary: Path, leave: Callable[[Laptop], object]
) -> None:
    laptop.world.program.saver.flush()
    before = files(laptop.world.folder)
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    dialog.people.set_value(9)
    dialog.rehearse_button.click()
    laptop.settle()
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.collect.panels.invent_button.click()
    laptop.settle()
    laptop.cockpit.notes.scratch.setPlainText("to be said in the rehearsal")
    leave(laptop)
    QApplication.processEvents()
    assert list(temporary.iterdir()) == []
    assert files(laptop.world.folder) == before
    everything = [p.read_bytes() for p in laptop.world.folder.rglob("*") if p.is_file()]
    assert not [kept for kept in everything if b"to be said in the rehearsal" in kept]


@pytest.mark.parametrize("people", [9, 14])
def test_a_second_round_shows_who_moved(laptop: Laptop, temporary: Path, people: int) -> None:
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    dialog.people.set_value(people)
    dialog.more.slips.setChecked(True)
    dialog.rehearse_button.click()
    laptop.settle()
    for phase in ("write", "second"):
        laptop.go("optimising", phase)
        laptop.open_round()
        laptop.collect.panels.invent_button.click()
        laptop.close_round()
        laptop.reveal()
    assert " moved" in words(laptop.card)


def test_it_is_left_on_home_and_a_workshop_can_begin(rehearsal: Laptop) -> None:
    rehearsal.cockpit.home_button.click()
    QApplication.processEvents()
    window = rehearsal.window
    assert window.home.isVisible() and window.workshop is None
    assert window.windowTitle() == "Community Purpose Workbook"
    rehearsal.press_with(
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_N
    )
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    dialog.name_field.setText("Harbour Choir")
    dialog.go.click()
    rehearsal.settle()
    assert "nothing is kept" not in words(rehearsal.cockpit)
    assert [s.name for s in operations.sessions(rehearsal.world.library)] == ["Harbour Choir"]


def test_where_it_cannot_begin_it_is_said_and_nothing_opens(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    with answering(yes=True) as said:
        dialog.rehearse_button.click()
        laptop.qtbot.waitUntil(lambda: bool(said))
    assert "The rehearsal cannot begin" in said[0]
    assert "folder for temporary files" in said[0]
    assert laptop.window.home.isVisible() and laptop.window.workshop is None


def test_what_a_crash_left_is_gone_with_the_next_one(laptop: Laptop, temporary: Path) -> None:
    left = temporary / "workbook-rehearsal-abcd_123"
    left.mkdir()
    for name in ("library.sqlite", "library.lock"):
        (left / name).touch()
    os.utime(left, (0, 0))
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    dialog.rehearse_button.click()
    laptop.settle()
    assert laptop.window.workshop is not None
    assert len(list(temporary.iterdir())) == 1 and not left.exists()


def test_invented_answers_are_offered_in_a_rehearsal_alone(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 9))
    laptop.go("purpose", "write")
    laptop.open_round()
    assert not laptop.collect.panels.invent_button.isVisible()
