"""Fixtures of the window's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World


@pytest.fixture
def world(qtbot: QtBot, own_library: Path) -> Iterator[World]:
    """The program, its window shown, on an empty library."""
    made = World(own_library)
    qtbot.addWidget(made.window)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.close()
