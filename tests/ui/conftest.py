"""Fixtures of the window's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World
from workbook.ui.theme import Appearance, Theme


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Delete the widgets of earlier tests: they wait for an event loop to do it, and a theme that
    is chosen meanwhile would style them all.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """A theme of its own, in light."""
    made = Theme(qapp)
    made.choose(appearance=Appearance.LIGHT)
    yield made
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def world(qtbot: QtBot, own_library: Path) -> Iterator[World]:
    """The program, its window shown, on an empty library."""
    made = World(own_library)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close()
