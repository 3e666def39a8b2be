"""Fixtures of workshops: a laptop that is on, and the clock on the wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workshop.facilitating import Laptop, Watch


@pytest.fixture
def watch() -> Watch:
    """The clock on the wall; it is noon."""
    return Watch()


@pytest.fixture
def laptop(qtbot: QtBot, own_library: Path, watch: Watch) -> Iterator[Laptop]:
    """The program, at Home, on an empty library."""
    made = Laptop(qtbot, own_library, watch)
    yield made
    made.switch_off()
