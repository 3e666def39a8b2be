"""Home is kept up to date with the library, and says once where that cannot be."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.sessions import clock, light_theme, session
from workbook.operations import Library, LibraryError, Listing, open_library
from workbook.ui.home.home import HomePage
from workbook.ui.home.home_list import FIRST, HomeList
from workbook.ui.home.lister import Lister
from workbook.ui.system.saver import Saver


class Stored:
    """What a library would tell; it waits for its gate, and fails where there is an error."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.ids = ["a", "b"]
        self.trashed: list[str] = []
        self.error: LibraryError | None = None

    def read(self, search: str) -> Listing:
        ids, trashed, error = list(self.ids), list(self.trashed), self.error
        assert self.gate.wait(10)
        if error is not None:
            raise error
        return Listing(
            [session(i, i) for i in ids if search in i],
            [session(i, i, trashed=True) for i in trashed],
        )


class Made:
    """A Home on a library, whose readings come from `stored`."""

    def __init__(self, library: Library) -> None:
        self.stored, self.saver = Stored(), Saver()
        self.lister = Lister(self.stored.read)
        self.home = HomePage(light_theme(), clock)
        self.home_list = HomeList(self.home, library, self.saver, self.lister)
        self.failures: list[str] = []
        self.home_list.failed.connect(self.failures.append)

    def shown(self) -> list[str]:
        model = self.home.browse.model
        return [model.session(row).id for row in range(model.rowCount())]

    def close(self) -> None:
        self.stored.gate.set()
        self.saver.close()
        self.lister.close()


@pytest.fixture
def made(qtbot: QtBot, own_library: Path) -> Iterator[Made]:
    library = open_library(own_library)
    made = Made(library)
    qtbot.addWidget(made.home)
    made.home.resize(1100, 700)
    made.home.show()
    yield made
    made.close()
    library.close()


def test_while_a_search_is_read_home_goes_on(qtbot: QtBot, made: Made) -> None:
    made.home_list.refresh()
    qtbot.waitUntil(lambda: made.shown() == ["a", "b"])
    made.stored.gate.clear()
    QTest.keyClicks(made.home.browse.search, "b")
    qtbot.waitUntil(lambda: made.home.browse.asked == "b")
    assert made.shown() == ["a", "b"]  # the search is under way, and the window lives
    QTest.keyClicks(made.home.browse.search, "x")
    assert made.home.browse.search.text() == "bx"
    qtbot.waitUntil(lambda: made.home.browse.asked == "bx")
    made.stored.gate.set()
    qtbot.waitUntil(lambda: made.shown() == [])


def test_what_was_moved_is_told_although_an_answer_was_dropped(qtbot: QtBot, made: Made) -> None:
    made.home_list.refresh()
    qtbot.waitUntil(lambda: made.shown() == ["a", "b"])
    made.stored.gate.clear()
    made.home_list.refresh()  # reads while "a" is still there
    made.stored.ids, made.stored.trashed = ["b"], ["a"]
    made.home_list.refresh()
    made.stored.gate.set()
    qtbot.waitUntil(lambda: made.shown() == ["b"])
    assert made.home.toast.text == "Moved “a” to trash."


def test_it_is_said_once_that_nothing_can_be_read_until_it_can_be_again(
    qtbot: QtBot, made: Made
) -> None:
    made.stored.error = LibraryError("The disk failed.")
    for _ in range(3):
        with qtbot.waitSignal(made.lister.failed):
            made.home_list.refresh()
    assert made.failures == ["The disk failed."]
    made.stored.error = None
    with qtbot.waitSignal(made.lister.listed):
        made.home_list.refresh()
    made.stored.error = LibraryError("The disk failed again.")
    with qtbot.waitSignal(made.lister.failed):
        made.home_list.refresh()
    assert made.failures == ["The disk failed.", "The disk failed again."]


def test_nothing_is_read_or_shown_while_another_screen_is(made: Made) -> None:
    made.home.hide()
    made.stored.error = LibraryError("The disk failed.")
    made.home_list.refresh()
    made.home_list.show_first()
    QApplication.processEvents()
    assert made.shown() == []
    assert made.failures == []


def test_the_first_screen_is_there_at_once_and_bounded(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def first(library: Library, at_most: int) -> Listing:
        asked.append(at_most)
        return Listing([session("first")], [])

    monkeypatch.setattr("workbook.operations.first_listing", first)
    made.home_list.show_first()
    assert made.shown() == ["first"]
    assert asked == [FIRST]


def test_a_library_that_fails_at_the_start_is_told_when_there_is_a_window(
    qtbot: QtBot, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first(library: Library, at_most: int) -> Listing:
        raise LibraryError("The library is damaged.")

    monkeypatch.setattr("workbook.operations.first_listing", first)
    made.home_list.show_first()
    assert made.failures == []
    qtbot.waitUntil(lambda: made.failures == ["The library is damaged."])
