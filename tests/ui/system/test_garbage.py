"""Garbage is found on the window's thread alone, whichever thread makes it."""

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World, a_change
from workbook.operations import Change
from workbook.ui.system import garbage
from workbook.ui.system.garbage import Garbage


class Ring:
    """Holds itself, so that only looking for garbage finds it; tells on which thread it was."""

    def __init__(self, found: list[str]) -> None:
        self._found, self._self = found, self

    def __del__(self) -> None:
        self._found.append(threading.current_thread().name)


@pytest.fixture
def as_python_does() -> Iterator[None]:
    """Python looks for garbage by itself, as in any new process, until the program keeps it off."""
    gc.enable()
    yield
    gc.disable()


def make_rings(found: list[str]) -> Change:
    """Make more objects than Python lets pass without looking."""
    for _ in range(4 * gc.get_threshold()[0]):
        Ring(found)
    return a_change("rings")


def test_garbage_of_the_saver_is_found_by_the_window(
    qtbot: QtBot, as_python_does: None, own_library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "EVERY", 20)
    world = World(own_library)
    found: list[str] = []
    try:
        qtbot.waitUntil(lambda: not gc.isenabled())
        for _ in range(5):
            world.program.saver.submit(lambda: make_rings(found))
        qtbot.waitUntil(lambda: len(found) > gc.get_threshold()[0])
        assert set(found) == {threading.current_thread().name}
    finally:
        world.close()


def test_nothing_is_looked_for_before_there_is_enough() -> None:
    found: list[str] = []
    gc.collect()
    Ring(found)
    Garbage().look()
    assert not found
    make_rings(found)
    Garbage().look()
    assert len(found) > gc.get_threshold()[0]
