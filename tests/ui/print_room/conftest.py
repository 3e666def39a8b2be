"""The print room over a window, with what a person would wait for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from workbook.guides import load_guide
from workbook.model.opened import OpenSession
from workbook.operations.print_room import Handout
from workbook.readings.findings import Findings
from workbook.ui.print_room.dialog import PrintRoom
from workbook.ui.theme import Theme

Opened = Callable[..., PrintRoom]
PATIENCE = 20_000  # milliseconds: the machine of the tests may do other things as well


@pytest.fixture
def open_room(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opened]:
    """Opens the print room, and waits until its pages are seen."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    opened: list[PrintRoom] = []

    def open_it(
        handout: Handout = Handout.WORKSHEET,
        session: OpenSession | None = None,
        *,
        size: tuple[int, int] = (1000, 700),
        wait: bool = True,
    ) -> PrintRoom:
        guide = session.guide if session else load_guide()
        found = Findings(session) if session else None
        room = PrintRoom(guide, found, handout, theme, tmp_path, window)
        opened.append(room)
        room.open()
        room.resize(QSize(*size))
        if wait:
            settled(qtbot, room)
        return room

    yield open_it
    for room in opened:
        if isValid(room):
            room.done(0)


def settled(qtbot: QtBot, room: PrintRoom) -> None:
    """Wait until the pages of what is chosen stand there, and are drawn."""
    qtbot.waitUntil(
        lambda: room.print_button.isEnabled() and room.preview.view.sharp, timeout=PATIENCE
    )
