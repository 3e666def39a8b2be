"""A disk that does not take a ballot: told, tried again, nothing lost, nothing closed too soon."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.workshop.facilitating import Laptop, answering
from workbook.model.workshop import RoundState, Setup
from workbook.operations import Change, LibraryError, workshops
from workbook.ui.session import document as document_module
from workbook.ui.system import saver as saver_module
from workbook.ui.workshop import box as box_module

SLIPS = ("9823", "8914", "2398", "8933", "9712")


@pytest.fixture
def full() -> Iterator[Callable[[], Callable[[], None]]]:
    """Fills the disk: it takes no ballots until what this returns makes room on it."""

    def store(*arguments: object) -> Change:
        raise LibraryError("The disk is full.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(box_module, "AGAIN", 20)

        def fill() -> Callable[[], None]:
            patch.setattr(box_module.workshops, "store_ballots", store)
            return patch.undo

        yield fill


def test_it_is_told_once_and_tried_again_until_it_is_stored(
    laptop: Laptop, full: Callable[[], Callable[[], None]]
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS[:3])
    make_room = full()
    with answering(yes=True) as said:
        laptop.key_slips(SLIPS[3])
        laptop.qtbot.wait(100)
    assert len(said) == 1
    assert "not stored yet, trying again" in said[0] and "The disk is full." in said[0]
    assert laptop.collect.count.text() == "4 of 5"
    assert laptop.cockpit.saved.text() != ""
    assert laptop.ballots("purpose").total() == 3
    make_room()
    laptop.qtbot.waitUntil(lambda: not laptop.running.unsaved)
    assert laptop.ballots("purpose").total() == 4
    assert laptop.cockpit.saved.text() == ""


def test_a_round_is_not_closed_over_a_ballot_that_is_not_stored(
    laptop: Laptop, full: Callable[[], Callable[[], None]]
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS[:4])
    make_room = full()
    with answering(yes=True):
        laptop.key_slips(SLIPS[4])
    for _ in range(2):
        with answering(yes=True) as said:
            laptop.close_round()
        assert "not stored yet" in "\n".join(said)
        found = laptop.stored_round("purpose")
        assert found is not None and found.state is RoundState.OPEN
    make_room()
    laptop.close_round()
    found = laptop.stored_round("purpose")
    assert found is not None and found.state is RoundState.CLOSED and found.ballots == 5


def test_leaving_meanwhile_asks_first_and_tries_once_more(
    laptop: Laptop, full: Callable[[], Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    make_room = full()
    monkeypatch.setattr(laptop.running.ballots._box._again, "start", lambda: None)  # type: ignore[union-attr]
    with answering(yes=True):
        laptop.key_slips(SLIPS[0])
    with answering(yes=False) as said:
        laptop.window.close()
        laptop.cockpit.home_button.click()
    assert len(said) == 2
    for told in said:
        assert told.startswith("Some ballots are not stored")
        assert "words" not in told and "typed" not in told
    assert laptop.window.isVisible() and laptop.cockpit.isVisible()
    make_room()
    with answering(yes=False) as said:
        laptop.restart()
    assert said == []
    assert laptop.collect.count.text() == "1 of 5"


def test_words_and_ballots_are_told_apart(
    laptop: Laptop, full: Callable[[], Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    make_room = full()
    monkeypatch.setattr(document_module, "set_scratch", box_module.workshops.store_ballots)
    laptop.cockpit.notes.scratch.setPlainText("ask the caretaker")
    with answering(yes=False) as said:
        laptop.window.close()
    assert [told.splitlines()[0] for told in said] == ["Your last words are not stored"]
    monkeypatch.setattr(laptop.running.ballots._box._again, "start", lambda: None)  # type: ignore[union-attr]
    with answering(yes=True):
        laptop.key_slips(SLIPS[0])
    with answering(yes=False) as said:
        laptop.window.close()
    first = [told.splitlines()[0] for told in said]
    assert first == ["Your last words and some ballots are not stored"]
    make_room()
    monkeypatch.undo()


def test_a_reveal_that_is_not_stored_shows_nothing(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> Change:
        raise LibraryError("The disk is full.")

    laptop.begin(Setup("90", 5))
    laptop.workshop.projection.toggle()
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    laptop.close_round()
    with monkeypatch.context() as patch, answering(yes=True) as said:
        patch.setattr(workshops, "reveal_round", refuse)
        laptop.reveal()
    assert "The disk is full." in said[0]
    assert laptop.wall.view.value.picture is None
    assert laptop.card.reveal_button.isVisible()
    laptop.reveal()
    assert laptop.wall.view.value.picture is not None


def test_a_slow_disk_loses_nothing_and_holds_nobody_up(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    monkeypatch.setattr(saver_module, "PATIENCE", 0.0)
    laptop.key_slips(*SLIPS)
    assert laptop.collect.count.text() == "5 of 5"
    laptop.close_round()
    laptop.settle()
    QApplication.processEvents()
    found = laptop.stored_round("purpose")
    assert found is not None and found.ballots == 5
    laptop.reveal()
    assert laptop.running.wall.pictures()
