"""What tests choose and do in the print room."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.printing.handouts.helpers import pages
from tests.printing.helpers import whole
from tests.ui.print_room.conftest import PATIENCE, settled
from workbook.model.slips import is_printed_code
from workbook.operations.print_room import Handout
from workbook.ui.print_room.dialog import PrintRoom

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def choose(qtbot: QtBot, room: PrintRoom, handout: Handout) -> None:
    room.options.choose(handout)
    settled(qtbot, room)


def press_paper(qtbot: QtBot, room: PrintRoom, paper: str) -> None:
    button = next(each for each in room.options.paper.buttons if each.choice == paper)
    qtbot.mouseClick(button, LEFT)


def page_number(room: PrintRoom) -> str:
    return room.preview.page_label.text()


def save(qtbot: QtBot, room: PrintRoom, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(room.saved_to, timeout=PATIENCE):
        qtbot.mouseClick(room.save_button, LEFT)


def codes_in(path: Path) -> list[str]:
    """The slips' codes on the pages."""
    words = (whole(text.words) for page in pages(path) for text in page.texts)
    return [word for word in words if is_printed_code(word)]
