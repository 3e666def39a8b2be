"""The window on the wall: a remote works in it, and it tells nothing that the wall should not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import colours
from tests.ui.wall.samples import value
from tests.ui.worlds import hold_key
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.wall.view import WallView
from workbook.ui.wall.window import WallWindow

FIRST, SECOND = value(picture=None), value(picture=None, headline="Another question?")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> WallWindow:
    made = WallWindow(WallView(theme, Charts()))
    qtbot.addWidget(made)
    made.show_value(FIRST)
    made.showNormal()
    qtbot.waitExposed(made)
    return made


def test_it_says_nothing_of_whose_workshop_it_is_in_its_title(window: WallWindow) -> None:
    assert window.windowTitle() == "Audience screen"
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_PageDown, "forward"),
        (Qt.Key.Key_Right, "forward"),
        (Qt.Key.Key_PageUp, "back"),
        (Qt.Key.Key_Left, "back"),
    ],
)
def test_a_remote_works_where_this_window_has_the_focus(
    qtbot: QtBot, window: WallWindow, key: Qt.Key, signal: str
) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(window, key)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_PageDown, "forward"),
        (Qt.Key.Key_PageUp, "back"),
        (Qt.Key.Key_B, "blacked"),
    ],
)
def test_a_key_that_is_held_counts_once(window: WallWindow, key: Qt.Key, signal: str) -> None:
    heard = QSignalSpy(getattr(window, signal))
    hold_key(window, key)
    assert heard.count() == 1


def test_with_ctrl_or_alt_a_key_is_not_a_remotes(qtbot: QtBot, window: WallWindow) -> None:
    heard = QSignalSpy(window.forward), QSignalSpy(window.blacked)
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert [spy.count() for spy in heard] == [0, 0]


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_key_blacks_it_out_and_shows_it_again(
    qtbot: QtBot, window: WallWindow, key: Qt.Key
) -> None:
    with qtbot.waitSignal(window.blacked, check_params_cb=lambda black: black):
        qtbot.keyClick(window, key)
    assert colours(window) == {"#000000"}
    with qtbot.waitSignal(window.blacked, check_params_cb=lambda black: not black):
        qtbot.keyClick(window, key)
    assert len(colours(window)) > 2


def test_frozen_it_stays_as_it_is_and_thawed_it_shows_the_latest(window: WallWindow) -> None:
    before = window.grab().toImage()
    window.freeze(True)
    window.show_value(SECOND)
    assert window.view.value == FIRST
    assert window.grab().toImage() == before  # and nothing on the wall tells of it
    window.freeze(False)
    assert window.view.value == SECOND


def test_escape_leaves_the_full_screen_and_f11_goes_back(qtbot: QtBot, window: WallWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen() and window.isVisible()
    qtbot.mouseDClick(window, Qt.MouseButton.LeftButton)
    assert window.isFullScreen()


def test_closing_it_hides_it_and_tells(qtbot: QtBot, window: WallWindow) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    QApplication.processEvents()
    assert not window.isVisible()
    window.show_value(SECOND)
    window.show()
    assert window.view.value == SECOND
