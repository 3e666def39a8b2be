"""What tests of the ways to vote begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.workshop.voting.cards import Collecting
from tests.ui.workshop.voting.collecting import Open, opened
from tests.ui.workshop.voting.passing_on import Laptop, lent
from workbook.model.workshop import Setup
from workbook.ui.theme import Theme


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, own_library: Path) -> Iterator:
    """Makes cards on pages, each of a workshop of its own."""
    worlds = []

    def make(**setup) -> Collecting:
        world = Collecting(own_library, theme, Setup("90", **({"people": 14} | setup)))
        worlds.append(world)
        world.open.window.activateWindow()
        qtbot.waitUntil(world.open.window.isActiveWindow)
        return world

    yield make
    for world in worlds:
        world.open.close()


@pytest.fixture
def world(own_library: Path) -> Iterator[Open]:
    """An open round on the first step, whose ballots bear slips."""
    with opened(own_library, "purpose", slips=True) as made:
        yield made


@pytest.fixture
def laptop(qtbot: QtBot, theme: Theme, world: Open) -> Iterator[Laptop]:
    """A laptop that is passed on while that round is open."""
    yield from lent(qtbot, theme, world)
