"""The lister reads beside the window: nobody waits for it, and only the last question counts."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.worlds import a_session
from workbook.operations import LibraryError, Listing
from workbook.ui.home.lister import Lister


class Library:
    """Finds one session named after the search, as soon as its gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.reading = threading.Event()  # set once somebody reads
        self.searches: list[str] = []
        self.threads: set[int] = set()
        self.error: Exception | None = None

    def read(self, search: str) -> Listing:
        self.searches.append(search)
        self.threads.add(threading.get_ident())
        self.reading.set()
        assert self.gate.wait(10)
        if self.error:
            raise self.error
        return Listing([a_session(search or "all")], [])


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def lister(qtbot: QtBot, library: Library) -> Iterator[Lister]:
    made = Lister(library.read)
    yield made
    library.gate.set()
    made.close()


def found(listing: object) -> list[str]:
    assert isinstance(listing, Listing)
    return [session.id for session in listing.sessions]


def test_a_slow_library_does_not_hold_the_window(
    qtbot: QtBot, library: Library, lister: Lister
) -> None:
    library.gate.clear()
    lister.ask("")  # comes back although nothing can be read yet
    assert library.reading.wait(10)
    assert threading.get_ident() not in library.threads
    with qtbot.waitSignal(lister.listed) as told:
        library.gate.set()
    assert found(told.args[0]) == ["all"]


def test_an_answer_that_comes_too_late_is_dropped(
    qtbot: QtBot, library: Library, lister: Lister
) -> None:
    told: list[list[str]] = []
    lister.listed.connect(lambda listing: told.append(found(listing)))
    library.gate.clear()
    for letters in ("t", "te", "tea"):
        lister.ask(letters)
        assert library.reading.wait(10)
    library.gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [["tea"]]
    assert library.searches == ["t", "tea"]  # what was typed over meanwhile is not even read


def test_the_answer_comes_on_the_windows_thread(
    qtbot: QtBot, library: Library, lister: Lister
) -> None:
    threads: list[int] = []
    lister.listed.connect(lambda _: threads.append(threading.get_ident()))
    with qtbot.waitSignal(lister.listed):
        lister.ask("")
    assert threads == [threading.get_ident()]


def test_why_it_cannot_be_read_is_told_in_words_and_the_next_reading_tries_again(
    qtbot: QtBot, library: Library, lister: Lister
) -> None:
    library.error = LibraryError("The disk failed.")
    with qtbot.waitSignal(lister.failed) as failed:
        lister.ask("")
    assert failed.args == ["The disk failed."]
    library.error = None
    with qtbot.waitSignal(lister.listed):
        lister.ask("")


def test_closing_ends_the_thread_and_what_it_read_is_not_told(
    qtbot: QtBot, library: Library
) -> None:
    lister = Lister(library.read)
    told: list[object] = []
    lister.listed.connect(told.append)
    library.gate.clear()
    lister.ask("")
    assert library.reading.wait(10)
    threading.Thread(target=library.gate.set).start()
    lister.close()
    assert "lister_0" not in [thread.name for thread in threading.enumerate()]
    lister.ask("")  # a last question that was on its way
    QApplication.processEvents()
    assert told == []
    assert library.searches == [""]
