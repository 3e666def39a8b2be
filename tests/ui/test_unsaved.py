"""What was typed is not lost where the disk does not take it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.telling import Reader
from tests.ui.worlds import World
from workbook import operations
from workbook.operations import Library, LibraryError
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.session import document as document_module


@pytest.fixture
def make_room(world: World) -> Iterator[Callable[[], None]]:
    """Answers cannot be stored until the test, or its end, makes room on the disk."""

    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The disk is full.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document_module, "set_answers", full)
        yield patch.undo


def type_something(qtbot: QtBot, world: World) -> str:
    """Begin a reflection and type where it asks what is inside; its id."""
    session_id = world.begin()
    assert world.window.workspace is not None
    world.window.workspace.go_to_question(world.question("inside_text"))
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "We lend tools")
    return session_id


@pytest.mark.parametrize("way", ["close", "home", "open", "new", "find"])
def test_leaving_words_that_are_not_stored_asks_and_stays(
    qtbot: QtBot, world: World, make_room: Callable[[], None], way: str
) -> None:
    session_id = type_something(qtbot, world)
    leave = {
        "close": world.window.close,
        "home": world.window.show_home,
        "open": lambda: world.window.open_session(session_id),
        "new": world.window.actions_.new.trigger,
        "find": world.window.actions_.find.trigger,
    }[way]
    reader = Reader(world.window)
    leave()
    assert reader.kind is ConfirmDialog
    workspace = world.window.workspace
    assert workspace is not None and workspace.isVisible()
    assert "Not saved yet" in workspace.saved.text()
    make_room()
    workspace.document._again.setInterval(20)
    workspace.document.flush()
    qtbot.waitUntil(lambda: workspace.saved.text().startswith("Saved "))
    leave()
    assert world.text_on_disk(session_id, "inside_text") == "We lend tools"


def test_who_insists_can_leave(qtbot: QtBot, world: World, make_room: Callable[[], None]) -> None:
    type_something(qtbot, world)
    Reader(world.window, accept=True)
    assert world.window.close()
    assert not world.window.isVisible()
