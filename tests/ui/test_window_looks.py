"""How the window looks, how large it is, and that both are kept."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World
from workbook.ui.theme import Appearance


def test_text_grows_shrinks_and_is_usual_again(world: World) -> None:
    actions, theme = world.window.actions_, world.program.theme
    assert not actions.smaller.isEnabled()
    for wanted in (1.25, 1.5, 1.75, 2.0):
        actions.larger.trigger()
        assert theme.scale == wanted
    assert not actions.larger.isEnabled()
    assert actions.sizes[200].isChecked()
    actions.smaller.trigger()
    assert theme.scale == 1.75
    QTest.keyClick(world.window.windowHandle(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert theme.scale == 1.0


def test_looks_are_kept(world: World, restart: Callable[[], World]) -> None:
    actions = world.window.actions_
    actions.appearances[Appearance.DARK].trigger()
    actions.contrast.trigger()
    actions.sizes[150].trigger()
    later = restart()
    theme, actions = later.program.theme, later.window.actions_
    assert (theme.appearance, theme.high_contrast, theme.scale) == (
        Appearance.DARK, True, 1.5,
    )  # fmt: skip
    assert actions.appearances[Appearance.DARK].isChecked()
    assert actions.contrast.isChecked()
    assert actions.sizes[150].isChecked()


def test_the_notes_stay_hidden_until_they_are_wanted_again(
    world: World, restart: Callable[[], World]
) -> None:
    session_id = world.begin()
    world.window.actions_.notes.trigger()
    later = restart()
    later.window.open_session(session_id)
    assert later.window.workspace is not None
    assert not later.window.workspace.notes.isVisible()
    assert not later.window.actions_.notes.isChecked()
    QTest.keyClick(later.window.windowHandle(), Qt.Key.Key_F9)
    assert later.window.workspace.notes.isVisible()


def test_the_size_of_the_window_is_kept(world: World, restart: Callable[[], World]) -> None:
    world.window.resize(777, 555)
    assert restart().window.size() == QSize(777, 555)


def test_f11_fills_the_screen_and_gives_it_back(qtbot: QtBot, world: World) -> None:
    QTest.keyClick(world.window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(world.window.isFullScreen)
    assert world.window.actions_.full_screen.isChecked()
    QTest.keyClick(world.window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not world.window.isFullScreen())
    assert not world.window.actions_.full_screen.isChecked()


def test_a_window_that_was_maximised_is_so_again_after_the_full_screen(
    qtbot: QtBot, world: World
) -> None:
    world.window.showMaximized()
    world.window.actions_.full_screen.trigger()
    world.window.actions_.full_screen.trigger()
    qtbot.waitUntil(world.window.isMaximized)
    assert not world.window.isFullScreen()


def test_a_full_screen_is_no_size_to_keep(world: World, restart: Callable[[], World]) -> None:
    world.window.resize(777, 555)
    again_there = restart()
    again_there.window.actions_.full_screen.trigger()
    last = restart()
    assert not last.window.isFullScreen()
    assert last.window.size() == QSize(777, 555)
