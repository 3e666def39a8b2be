"""A workshop that is begun is on disk, shown among the sessions, and opened once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from workbook import operations
from workbook.guides import load_guide
from workbook.model.answers import GROUP, ME, Key
from workbook.model.kinds import Mode
from workbook.model.workshop import Setup
from workbook.operations import Library
from workbook.ui.home.beginnings import Beginnings
from workbook.ui.home.sessions_model import row_of
from workbook.ui.settings import Settings
from workbook.ui.system.saver import Saver

GUIDE = load_guide()
SETUP = Setup("60", 14)


@pytest.fixture
def library(own_library: Path) -> Iterator[Library]:
    made = operations.open_library(own_library)
    yield made
    made.close()


@pytest.fixture
def saver(library: Library) -> Iterator[Saver]:
    made = Saver()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def beginnings(library: Library, saver: Saver) -> Beginnings:
    return Beginnings(library, saver, Settings(library.folder), saver)


def test_a_workshop_is_stored_and_opened_once_however_often_it_is_clicked(
    qtbot: QtBot, library: Library, saver: Saver, beginnings: Beginnings
) -> None:
    ready = QSignalSpy(beginnings.ready)
    beginnings.workshop(SETUP, "Night Garden Choir")
    saver.flush()
    (found,) = operations.sessions(library)
    assert [ready.at(n) for n in range(ready.count())] == [[found.id]]
    assert (found.name, found.mode, found.plan) == ("Night Garden Choir", Mode.WORKSHOP, "60")
    row = row_of(found, library.clock())
    assert row.kind == "Workshop · 14 people"
    opened = operations.open_session(library, found.id)
    assert opened.workshop is not None
    assert opened.workshop.setup == SETUP


def test_a_reflection_comes_along_as_drafts(
    library: Library, saver: Saver, beginnings: Beginnings
) -> None:
    reflection = operations.add_example(library).session.id
    beginnings.workshop(SETUP, "River Street Makers", reflection)
    saver.flush()
    begun = next(s for s in operations.sessions(library) if s.mode is Mode.WORKSHOP)
    answers = operations.open_session(library, begun.id).answers
    (name,) = GUIDE.with_role("group_name")
    (inside,) = GUIDE.with_role("inside_text")
    assert answers.get(Key(name.id, respondent=GROUP)) == "River Street Makers"
    drafts = operations.open_session(library, reflection).answers
    assert answers.get(Key(inside.id, respondent=ME)) == drafts.text(inside.id)
