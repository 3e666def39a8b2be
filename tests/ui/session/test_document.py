"""What is answered reaches the disk when it is promised to, and can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import NOON
from workbook import operations
from workbook.guides import load_guide
from workbook.model.answers import Key, Value
from workbook.model.session import Place
from workbook.operations import Library, LibraryError, open_library, open_session
from workbook.ui.session import document as module
from workbook.ui.session.document import SessionDocument
from workbook.ui.system.saver import Saver

GUIDE = load_guide()
SCALE = GUIDE.with_role("inside_scale")[0].id
TEXT = GUIDE.with_role("inside_text")[0].id
ROWS = GUIDE.with_role("evidence")[0].id


class Desk:
    """A document on a library of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = open_library(folder)
        self.saver = Saver()
        self.id = operations.new_reflection(self.library, GUIDE).session.id
        opened = open_session(self.library, self.id)
        self.document = SessionDocument(opened, self.library, self.saver, lambda: NOON)

    def stored(self, question: str, mark: str = "") -> Value | None:
        other = open_library(self.folder)
        try:
            return open_session(other, self.id).answers.get(Key(question, mark))
        finally:
            other.close()


@pytest.fixture
def desk(qtbot: QtBot, own_library: Path) -> Iterator[Desk]:
    made = Desk(own_library)
    yield made
    made.saver.close()
    made.library.close()


def test_a_mark_is_on_disk_when_the_key_has_been_handled(desk: Desk) -> None:
    desk.document.edit(SCALE, "do", 8, False)
    assert desk.stored(SCALE, "do") == 8
    assert not desk.document.unsaved
    assert desk.document.saved_at == NOON


def test_text_is_not_said_to_be_saved_before_it_is(qtbot: QtBot, desk: Desk) -> None:
    desk.document.edit(TEXT, "", "We lend tools", True)
    assert desk.document.unsaved
    qtbot.waitUntil(lambda: not desk.document.unsaved, timeout=2000)
    assert desk.stored(TEXT) == "We lend tools"


def test_text_is_promised_within_400_ms_and_typing_on_within_2_s() -> None:
    assert module.PAUSE <= 350 and module.LONGEST <= 1900  # the rest is left to the commit


def test_typing_without_a_pause_is_stored_all_the_same(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.document._pause.setInterval(60_000)
    desk.document._longest.setInterval(40)
    desk.document.edit(TEXT, "", "On and o", True)
    desk.document.edit(TEXT, "", "On and on", True)
    qtbot.waitUntil(lambda: not desk.document.unsaved, timeout=2000)
    assert desk.stored(TEXT) == "On and on"


def test_leaving_a_field_stores_its_text_without_waiting_for_the_pause(desk: Desk) -> None:
    desk.document.edit(TEXT, "", "Half a wor", True)
    desk.document.leave()
    desk.saver.flush()
    assert desk.stored(TEXT) == "Half a wor"


def test_a_mark_takes_the_text_typed_before_it_along(desk: Desk) -> None:
    desk.document.edit(TEXT, "", "first", True)
    desk.document.edit(SCALE, "do", 3, False)
    assert desk.stored(TEXT) == "first"


def test_scratch_notes_are_stored(desk: Desk) -> None:
    desk.document.note("Ask Ines")
    desk.document.leave()
    desk.saver.flush()
    assert open_session(desk.library, desk.id).session.scratch == "Ask Ines"


def test_the_place_is_stored(desk: Desk) -> None:
    desk.document.be_at(Place("purpose", "purpose.write", TEXT))
    desk.saver.flush()
    assert open_session(desk.library, desk.id).session.place.question == TEXT


def test_a_mark_can_be_undone_and_redone_and_both_are_stored(desk: Desk) -> None:
    desk.document.edit(SCALE, "do", 8, False)
    desk.document.edit(SCALE, "do", 3, False)
    desk.document.undo.undo()
    assert desk.stored(SCALE, "do") == 8
    desk.document.undo.undo()
    assert desk.stored(SCALE, "do") is None
    desk.document.undo.redo()
    assert desk.stored(SCALE, "do") == 8


def test_undoing_a_removal_brings_the_row_back_and_loses_nothing_typed_since(desk: Desk) -> None:
    first = {"source": "calendar", "fact": "Nine evenings", "side": "inside"}
    second = {"fact": "Two cafés", "side": "outside"}
    desk.document.edit(ROWS, "", (first, second), True)
    desk.document.leave()
    desk.document.edit(ROWS, "", (second,), False)  # the first row is removed
    longer = {"fact": "Two cafés in May", "side": "outside"}
    desk.document.edit(ROWS, "", (longer,), True)
    desk.document.undo.undo()
    desk.document.undo.undo()
    assert desk.document.answers.records(ROWS) == (first, second)
    desk.document.undo.redo()
    desk.document.undo.redo()
    assert desk.document.answers.records(ROWS) == (longer,)


def test_typing_into_rows_is_one_step_until_the_field_is_left(desk: Desk) -> None:
    for text in ("N", "Ni", "Nin"):
        desk.document.edit(ROWS, "", ({"fact": text},), True)
    desk.document.leave()
    desk.document.edit(ROWS, "", ({"fact": "Nine"},), True)
    desk.document.undo.undo()
    assert desk.document.answers.records(ROWS) == ({"fact": "Nin"},)
    desk.document.undo.undo()
    assert desk.document.answers.records(ROWS) == ()


def test_undo_tells_where_it_happened(qtbot: QtBot, desk: Desk) -> None:
    desk.document.edit(SCALE, "do", 8, False)
    with qtbot.waitSignal(desk.document.revealed) as revealed:
        desk.document.undo.undo()
    assert revealed.args == [Key(SCALE, "do")]


def test_what_could_not_be_stored_is_kept_said_and_tried_again(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The disk is full.")

    desk.document._again.setInterval(20)
    monkeypatch.setattr(module, "set_answers", full)
    desk.document.edit(SCALE, "do", 8, False)
    assert desk.document.unsaved and "Not saved yet" in desk.document.error
    assert desk.document.answers.number(SCALE, "do") == 8
    monkeypatch.undo()
    qtbot.waitUntil(lambda: not desk.document.unsaved, timeout=2000)
    assert desk.stored(SCALE, "do") == 8
    assert desk.document.error == ""


def test_what_is_typed_over_meanwhile_wins_over_what_failed(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(module, "set_answers", full)
    desk.document.edit(SCALE, "do", 8, False)
    monkeypatch.undo()
    desk.document.edit(SCALE, "do", 4, False)
    assert desk.stored(SCALE, "do") == 4


def test_the_same_value_again_is_no_change(desk: Desk) -> None:
    desk.document.edit(SCALE, "do", 8, False)
    desk.document.edit(SCALE, "do", 8, False)
    assert desk.document.undo.count() == 1


def test_a_retry_never_stores_older_words_over_newer_ones(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The library is busy.")

    desk.document._again.setInterval(20)
    monkeypatch.setattr(module, "set_answers", full)
    desk.document.edit(TEXT, "", "old", True)
    desk.document.flush()  # this batch fails …
    monkeypatch.undo()
    desk.document.edit(TEXT, "", "old and new", True)
    desk.document.flush()  # … and the one behind it succeeds
    desk.saver.flush()
    qtbot.waitUntil(lambda: not desk.document.unsaved, timeout=2000)
    assert desk.stored(TEXT) == "old and new"


def test_after_the_end_nothing_is_stored_or_told(desk: Desk) -> None:
    desk.document.end()
    desk.document.leave()
    desk.document.be_at(Place("purpose"))
    desk.saver.flush()
    assert open_session(desk.library, desk.id).session.place == Place()


def test_why_something_is_not_saved_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(module, "set_answers", full)
    desk.document.edit(SCALE, "do", 8, False)
    assert "The disk is full." in desk.document.error
