"""The way to the print room: from Home, from a session, from its summary, with the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.print_room.conftest import PATIENCE, settled
from tests.ui.worlds import World
from workbook.operations.print_room import Handout
from workbook.ui.print_room.dialog import PrintRoom

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def close_rooms(world: World) -> Iterator[None]:
    yield
    for room in rooms(world):
        room.done(0)


def rooms(world: World) -> list[PrintRoom]:
    return [room for room in world.window.findChildren(PrintRoom) if room.isVisible()]


def room_of(qtbot: QtBot, world: World) -> PrintRoom:
    (room,) = rooms(world)
    settled(qtbot, room)
    return room


@pytest.mark.usefixtures("close_rooms")
def test_home_prints_for_any_workshop(qtbot: QtBot, world: World) -> None:
    world.begin()
    world.window.show_home()
    qtbot.mouseClick(world.window.home.browse.print_button, LEFT)
    room = room_of(qtbot, world)
    assert room.options.handout is Handout.WORKSHEET
    assert room.options.kind.findData(Handout.SUMMARY.id) < 0


@pytest.mark.usefixtures("close_rooms")
def test_ctrl_p_prints_for_the_session_that_is_open(qtbot: QtBot, world: World) -> None:
    world.open_example()
    qtbot.keyClick(world.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    room = room_of(qtbot, world)
    assert room.options.kind.findData(Handout.SUMMARY.id) >= 0
    assert room._name().startswith("River Street Makers")


@pytest.mark.usefixtures("close_rooms")
def test_the_summary_is_printed_from_its_page(
    qtbot: QtBot, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.open_example()
    world.window.screens.show_summary()
    assert world.window.summary is not None
    qtbot.mouseClick(world.window.summary.print_button, LEFT)
    room = room_of(qtbot, world)
    assert room.options.handout is Handout.SUMMARY
    chosen = str(tmp_path / "a.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    with qtbot.waitSignal(room.saved_to, timeout=PATIENCE):
        qtbot.keyClick(room, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    room.done(0)
    world.window.print_summary()
    assert room_of(qtbot, world)._folder == tmp_path  # where something was saved last


@pytest.mark.usefixtures("close_rooms")
def test_what_was_chosen_is_there_again(qtbot: QtBot, world: World) -> None:
    world.open_example()
    world.window.print_handouts()
    room = room_of(qtbot, world)
    qtbot.mouseClick(room.options.named.buttons[1], LEFT)
    room.options.names.selectAll()
    qtbot.keyClicks(room.options.names, "Ada")
    step, box = next(iter(room.options.steps.items()))
    room.options.choose(Handout.BALLOTS)
    room.options.people.line.setText("33")
    box.setChecked(False)
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    world.window.print_summary()
    room = room_of(qtbot, world)
    assert room.options.handout is Handout.SUMMARY  # as it was asked for
    room.done(0)
    world.window.print_handouts()
    room = room_of(qtbot, world)
    assert room.options.handout is Handout.BALLOTS
    assert room.options.people.value() == 33
    assert not room.options.steps[step].isChecked()
    room.options.choose(Handout.WORKSHEET)
    assert room.options.named.value() == "named"
    assert room.options.names.text() == "Ada"
    room.done(0)
    world.window.show_home()
    qtbot.mouseClick(world.window.home.browse.print_button, LEFT)
    room = room_of(qtbot, world)
    assert room.options.names.text() == ""  # another workshop
    assert room.options.people.value() == 12


def test_ctrl_q_leaves_the_program_from_the_print_room(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.open_example()
    world.window.print_summary()
    room = room_of(qtbot, world)
    left: list[int] = []
    monkeypatch.setattr(
        QApplication, "closeAllWindows", lambda: left.append(len(rooms(world)))
    )  # fmt: skip
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    qtbot.keyClick(room, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: left == [0])  # the print room is gone before anything is asked


def test_what_was_typed_last_is_printed(qtbot: QtBot, world: World, tmp_path: Path) -> None:
    world.begin()
    workspace = world.window.workspace
    assert workspace is not None
    name = world.question("group_name")
    workspace.document.edit(name, "", "Night Garden", False)
    world.window.print_handouts()
    room = room_of(qtbot, world)
    assert "Night Garden" in room._name()
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert rooms(world) == []
    assert QApplication.activeModalWidget() is None
