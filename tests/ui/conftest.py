"""Fixtures of the window's tests."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World
from workbook.ui.theme import Appearance, Theme

MANY = 20_000  # objects made and not gone, after which it is time to look for garbage


@pytest.fixture(scope="package", autouse=True)
def garbage_is_looked_for_here_alone() -> Iterator[None]:
    """As in the program: a widget that another thread finds and deletes ends the tests' process."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> None:
    """Delete the widgets of earlier tests: they wait for an event loop to do it, and a theme that
    is chosen meanwhile would style them all.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if gc.get_count()[0] > MANY:
        gc.collect()


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


@pytest.fixture
def restart(qtbot: QtBot, world: World) -> Iterator[Callable[[], World]]:
    """Closes the program and starts it on the same library; it is closed after the test."""
    made: list[World] = []

    def restart() -> World:
        before = made[-1] if made else world
        before.close()
        made.append(World(before.folder))
        made[-1].window.activateWindow()
        qtbot.waitUntil(made[-1].window.isActiveWindow)
        return made[-1]

    yield restart
    if made:
        made[-1].close()
