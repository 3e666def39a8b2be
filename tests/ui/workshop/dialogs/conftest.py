"""What tests of the set-up begin with."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sessions import light_theme
from tests.ui.workshop.dialogs.setting_up import GUIDE, Show
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.workshop.dialogs.setup import WorkshopDialog


@pytest.fixture
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """Opens set-ups over a window of a size."""
    made: list[QWidget] = []

    def show(
        *, scale: float = 1.0, size: tuple[int, int] = (1280, 800), **given: object
    ) -> WorkshopDialog:
        # The screen that there is not in tests would be smaller than those that people have.
        monkeypatch.setattr(Dialog, "space", lambda self: QSize(*size) - QSize(48, 48))
        window = QWidget()
        window.resize(*size)
        window.show()
        dialog = WorkshopDialog(GUIDE, light_theme(scale), window, **given)
        made.append(window)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for window in made:
        window.close()
        window.deleteLater()
    light_theme()


@pytest.fixture
def dialog(show: Show) -> WorkshopDialog:
    """A set-up in which nothing is chosen yet."""
    return show()
