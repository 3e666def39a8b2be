"""What is stored can be read and kept as a page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook.catalogue.what_is_stored import stored_words
from workbook.guides import load_guide
from workbook.model.workshop import Setup
from workbook.ui.theme import Theme
from workbook.ui.workshop.dialogs.what_is_stored import StoredDialog

LEFT = Qt.MouseButton.LeftButton
GUIDE = load_guide()
SETUP = Setup("90", 14, slips=True)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> Iterator[StoredDialog]:
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    made = StoredDialog(theme, SETUP, GUIDE, window, name="Night Garden Choir")
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    window.close()
    window.deleteLater()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answer the system's question where to save; what it offered."""
    offered: list[str] = []

    def ask(parent: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append(name)
        return (str(path) if path else "", kinds)

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered


def test_every_sentence_is_there(dialog: StoredDialog) -> None:
    shown = words(dialog)
    for held in stored_words(SETUP, GUIDE):
        assert held.heading in shown
        for sentence in held.sentences:
            assert sentence in shown


def test_it_scrolls_by_keyboard(qtbot: QtBot, dialog: StoredDialog) -> None:
    qtbot.keyClick(dialog.close_button, Qt.Key.Key_Tab)
    assert dialog.area.hasFocus()
    assert dialog.area.verticalScrollBar().value() == 0
    qtbot.keyClick(dialog.area, Qt.Key.Key_Down)
    assert dialog.area.verticalScrollBar().value() > 0


def test_it_is_saved_and_opened(
    qtbot: QtBot, dialog: StoredDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    offered = choose(monkeypatch, tmp_path / "page")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=20_000)
    path = tmp_path / "page.pdf"
    assert offered[0].endswith("Night Garden Choir – what is stored.pdf")
    assert str(path) in words(dialog)
    assert len(PdfReader(path).pages) == 1
    qtbot.mouseClick(dialog.open_button, LEFT)
    assert [Path(name) for name in opened] == [path]


def test_what_cannot_be_written_is_told(
    qtbot: QtBot, dialog: StoredDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "page.pdf")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: "There is no folder" in words(dialog), timeout=20_000)
    assert dialog.save_button.isEnabled()


def test_thinking_better_of_it_writes_nothing(
    qtbot: QtBot, dialog: StoredDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    qtbot.mouseClick(dialog.save_button, LEFT)
    assert not dialog.told.isVisible()
    assert not list(tmp_path.iterdir())


def test_closing_waits_for_what_is_being_written(
    qtbot: QtBot, dialog: StoredDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "page.pdf")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    assert [path.name for path in tmp_path.iterdir()] in ([], ["page.pdf"])
