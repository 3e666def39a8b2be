"""The window as a whole: what is done on Home reaches the library, what is chosen is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.telling import Reader
from tests.ui.worlds import World
from workbook import operations
from workbook.model.session import Session
from workbook.operations import Library, LibraryError
from workbook.ui.dialogs.export import ExportDialog
from workbook.ui.dialogs.help import AboutDialog, KeysDialog, NewsDialog
from workbook.ui.system import saver as saver_module


def stored(world: World, *, trashed: bool = False) -> list[Session]:
    """What is on disk, once it has taken what was handed to it."""
    world.program.saver.flush()
    return operations.sessions(world.library, trashed=trashed)


def listed(world: World) -> list[str]:
    """The names that Home shows."""
    model = world.window.home.browse.model
    return [model.session(row).name for row in range(model.rowCount())]


# Home


def test_new_reflection_opens_one_that_is_stored(world: World) -> None:
    world.window.actions_.new.trigger()
    assert len(stored(world)) == 1
    assert world.window.workspace is not None
    assert world.window.workspace.isVisible()
    assert world.window.windowTitle() == "Untitled reflection – Community Purpose Workbook"


def test_the_example_is_added_once_and_found_again(world: World) -> None:
    for _ in range(2):
        world.window.home.example_requested.emit()
        assert len(stored(world)) == 1
        world.window.show_home()
    assert [session.name for session in stored(world)] == ["River Street Makers"]


def test_a_double_click_adds_one_example_also_on_a_slow_disk(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saver_module, "PATIENCE", 0.0)
    world.window.home.example_requested.emit()
    world.window.home.example_requested.emit()
    assert len(stored(world)) == 1
    assert world.window.workspace is not None


def test_an_example_added_by_the_command_line_is_found(world: World) -> None:
    added = operations.add_example(world.library).session.id
    assert world.open_example() == added


def test_the_example_is_found_after_a_restart(world: World, restart: Callable[[], World]) -> None:
    first = world.open_example()
    assert restart().open_example() == first


def test_an_example_in_the_trash_is_added_anew(world: World) -> None:
    first = world.open_example()
    world.window.show_home()
    world.window.home.trash_requested.emit([first])
    assert stored(world) == []
    assert world.open_example() != first


def test_back_on_home_the_session_just_left_is_the_one_that_keys_act_on(
    qtbot: QtBot, world: World
) -> None:
    first, second = world.begin(), world.begin()
    world.window.show_home()
    home = world.window.home
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    for left in (first, second, first):
        world.window.open_session(left)
        world.window.show_home()
        qtbot.waitUntil(lambda left=left: home.selected() == [left])
        assert home.browse.list.hasFocus()
        assert home.browse.list.current_id() == left


def test_what_was_taken_back_from_the_trash_is_the_one_that_keys_act_on(
    qtbot: QtBot, world: World
) -> None:
    first, _ = world.begin(), world.begin()
    world.window.show_home()
    home = world.window.home
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    home.trash_requested.emit([first])
    qtbot.waitUntil(lambda: "Moved" in home.toast.text)
    home.undo()
    qtbot.waitUntil(lambda: home.selected() == [first])


def test_what_another_program_has_added_shows_when_the_window_is_looked_at(
    qtbot: QtBot, world: World
) -> None:
    world.begin()
    world.window.show_home()
    qtbot.waitUntil(lambda: len(listed(world)) == 1)
    world.window._home_list.look()
    other = operations.open_library(world.folder)
    operations.add_example(other)
    other.close()
    QApplication.sendEvent(world.window, QEvent(QEvent.Type.ActivationChange))
    qtbot.waitUntil(lambda: "River Street Makers" in listed(world))


def test_renaming_on_home_reaches_the_library_and_home(qtbot: QtBot, world: World) -> None:
    session_id = world.begin()
    world.window.show_home()
    world.window.home.rename_requested.emit(session_id, "Night Garden Choir")
    qtbot.waitUntil(lambda: listed(world) == ["Night Garden Choir"])
    assert [session.name for session in stored(world)] == ["Night Garden Choir"]


def test_duplicating_gives_a_second_one(qtbot: QtBot, world: World) -> None:
    world.open_example()
    world.window.show_home()
    world.window.home.duplicate_requested.emit(stored(world)[0].id)
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    first, second = stored(world)
    assert first.name == second.name and first.id != second.id
    assert "Copied “River Street Makers”." in world.window.home.toast.text
    assert world.window.home.selected() == [first.id]
    text = world.text_on_disk(first.id, "inside_text")
    assert text and text == world.text_on_disk(second.id, "inside_text")


def test_the_way_into_the_trash_back_and_out_for_good(qtbot: QtBot, world: World) -> None:
    ids = [world.begin(), world.begin()]
    home = world.window.home
    world.window.show_home()
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    home.trash_requested.emit(ids)
    qtbot.waitUntil(lambda: "Moved 2 sessions" in home.toast.text)
    assert stored(world) == [] and len(stored(world, trashed=True)) == 2
    qtbot.mouseClick(home.toast.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    home.trash_requested.emit(ids[:1])
    home.delete_requested.emit(ids[:1])
    assert [session.id for session in stored(world)] == ids[1:]
    assert stored(world, trashed=True) == []


def test_the_search_finds_what_was_written(qtbot: QtBot, world: World) -> None:
    world.open_example()
    world.begin()
    world.window.show_home()
    qtbot.waitUntil(lambda: len(listed(world)) == 2)
    world.window.actions_.find.trigger()
    search = world.window.home.browse.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "lathe")
    qtbot.waitUntil(lambda: listed(world) == ["River Street Makers"])


def test_a_session_that_is_gone_is_told(world: World) -> None:
    reader = Reader(world.window)
    world.window.open_session("0" * 32)
    assert "This session cannot be opened" in reader.said
    assert world.window.home.isVisible()


def test_a_session_opens_at_its_summary_and_leads_back_to_its_questions(world: World) -> None:
    session_id = world.open_example()
    world.window.show_home()
    world.window.home.summary_requested.emit(session_id)
    assert world.window.summary is not None and world.window.summary.isVisible()
    world.window.summary.back_button.click()
    assert world.window.workspace is not None and world.window.workspace.isVisible()


def test_the_summary_shows_what_was_typed_a_moment_ago(qtbot: QtBot, world: World) -> None:
    world.begin()
    workspace = world.window.workspace
    assert workspace is not None
    workspace.go_to_question(world.question("inside_text"))
    qtbot.keyClicks(QApplication.focusWidget(), "We lend tools")
    world.window.actions_.summary.trigger()
    assert world.window.summary is not None
    summary = world.window.summary
    qtbot.waitUntil(lambda: "We lend tools" in words(summary))


def test_page_keys_scroll_the_summary_and_lead_back_from_its_top(
    qtbot: QtBot, world: World
) -> None:
    world.open_example()
    world.window.screens.show_summary()
    summary, workspace = world.window.summary, world.window.workspace
    assert summary is not None and workspace is not None
    bar = summary.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    window = world.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert bar.value() == 0 and summary.isVisible()
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert workspace.isVisible()


def test_escape_leads_from_the_summary_to_the_questions(qtbot: QtBot, world: World) -> None:
    world.open_example()
    world.window.screens.show_summary()
    QTest.keyClick(world.window.windowHandle(), Qt.Key.Key_Escape)
    assert world.window.workspace is not None and world.window.workspace.isVisible()


def test_alt_home_leads_home_also_while_a_text_has_the_focus(qtbot: QtBot, world: World) -> None:
    world.begin()
    assert world.window.workspace is not None
    world.window.workspace.go_to_question(world.question("inside_text"))
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    window = world.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert world.window.home.isVisible()


def test_a_step_of_the_menu_leads_from_the_summary_to_its_questions(world: World) -> None:
    world.open_example()
    world.window.screens.show_summary()
    world.window.actions_.steps.actions()[3].trigger()
    workspace = world.window.workspace
    assert workspace is not None and workspace.isVisible()
    assert workspace.current is not None
    assert workspace.current.step is workspace.document.guide.steps[3]


# Export and help


def test_export_asks_where_and_remembers_the_folder(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    world.open_example()
    world.window.actions_.export.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    assert Path(dialog.file.text()).name == "River Street Makers – summary.pdf"
    dialog.written_to.emit(tmp_path / "a.pdf")
    dialog.reject()
    world.window.show_home()
    world.window.home.export_requested.emit(stored(world)[0].id)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    assert Path(dialog.file.text()).parent == tmp_path
    dialog.reject()


@pytest.mark.parametrize(
    ("words_of", "kind"),
    [("Keys", KeysDialog), ("What’s new", NewsDialog), ("About the workbook", AboutDialog)],
)
def test_help_shows(qtbot: QtBot, world: World, words_of: str, kind: type[QDialog]) -> None:
    reader = Reader(world.window)
    menus = world.window.menuBar().actions()
    for action in menus[-1].menu().actions():
        if action.text().replace("&", "") == words_of:
            action.trigger()
    assert reader.kind is kind


@pytest.mark.parametrize("opens", [True, False])
def test_the_folder_of_the_sessions_is_shown_or_named(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch, opens: bool
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or opens
    )
    reader = Reader(world.window)
    menu = world.window.menuBar().actions()[-1].menu()
    (action,) = (a for a in menu.actions() if "sessions are" in a.text())
    action.trigger()
    assert shown == [str(world.folder)]
    assert opens or str(world.folder) in reader.said


def test_a_backup_that_fails_is_told(qtbot: QtBot, world: World) -> None:
    reader = Reader(world.window)
    world.window.not_backed_up("There is no room left.")
    assert "Today’s backup was not made" in reader.said
    assert "There is no room left." in reader.said


def test_what_home_could_not_do_is_told(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: Library, *arguments: object) -> operations.Change:
        raise LibraryError("The disk is full.")

    session_id = world.begin()
    world.window.show_home()
    monkeypatch.setattr(operations, "rename", full)
    reader = Reader(world.window)
    world.window.home.rename_requested.emit(session_id, "x")
    qtbot.waitUntil(lambda: "The disk is full." in reader.said)
