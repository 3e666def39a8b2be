"""What tests of the export begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.exporting import EXAMPLE, Press, Show
from workbook.model.opened import OpenSession
from workbook.readings.findings import Findings
from workbook.ui.dialogs import export as module
from workbook.ui.dialogs.export import ExportDialog
from workbook.ui.theme import Theme


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    """What stands for the printing: it waits until it may go on."""
    made = Press()
    monkeypatch.setattr(module, "make", made)
    yield made
    made.go.set()


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it can open everything."""
    urls: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()) or True
    )
    return urls


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    """Opens the export of a session."""
    made: list[ExportDialog] = []

    def show(opened: OpenSession = EXAMPLE, folder: Path | None = tmp_path) -> ExportDialog:
        dialog = ExportDialog(Findings(opened), theme, folder, None)
        made.append(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for dialog in made:
        dialog.close()
        dialog.deleteLater()
