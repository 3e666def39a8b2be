"""Small windows that tell something: all of it, and one key closes them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook import __version__
from workbook.catalogue.news import news
from workbook.ui.dialogs.help import AboutDialog, KeysDialog, NewsDialog, tell
from workbook.ui.theme import Theme


def shown(qtbot: QtBot, dialog: QDialog) -> QDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.parametrize("kind", [KeysDialog, NewsDialog, AboutDialog])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_one_key_closes_it(
    qtbot: QtBot, theme: Theme, kind: Callable[..., QDialog], key: Qt.Key
) -> None:
    dialog = shown(qtbot, kind(theme, None))
    QTest.keyClick(dialog.windowHandle(), key)
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", [KeysDialog, NewsDialog, AboutDialog])
def test_it_has_a_name_and_so_has_its_button(
    qtbot: QtBot, theme: Theme, kind: Callable[..., QDialog]
) -> None:
    dialog = shown(qtbot, kind(theme, None))
    assert dialog.accessibleName() and dialog.windowTitle()
    (close,) = dialog.findChildren(QPushButton)
    assert close.text() == "Close" and close.hasFocus()


def test_the_keys_are_those_people_look_for(qtbot: QtBot, theme: Theme) -> None:
    said = words(shown(qtbot, KeysDialog(theme, None)))
    for keys in ("Page Down", "Tab", "0 to 9", "Alt+0", "Ctrl+E", "Ctrl+F", "F9", "F11"):
        assert keys in said


@pytest.mark.parametrize("kind", [KeysDialog, NewsDialog])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_long_ones_fit_across_and_scroll_down(
    qtbot: QtBot, theme: Theme, scale: float, kind: Callable[..., QDialog]
) -> None:
    theme.choose(scale=scale)
    dialog = shown(qtbot, kind(theme, None))
    area = dialog.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    for label in area.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_keys_and_what_they_do_stand_on_one_line(qtbot: QtBot, theme: Theme) -> None:
    dialog = shown(qtbot, KeysDialog(theme, None))
    labels = dialog.findChild(QScrollArea).findChildren(QLabel)
    assert len(labels) > 30
    for keys, what in zip(labels[::2], labels[1::2], strict=True):
        assert keys.y() == what.y()
        assert keys.alignment() & what.alignment() & Qt.AlignmentFlag.AlignTop


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_short_message_stands_in_a_low_window(qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.choose(scale=scale)
    heights = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        heights.append(
            (dialog.height(), sum(part.height() for part in dialog.findChildren(QLabel)))
        )
        dialog.accept()

    QTimer.singleShot(50, read)
    tell("The disk is full", "Free some space, then try again.", None)
    ((height, of_words),) = heights
    assert of_words < height < of_words + theme.px(130)


def test_about_says_what_it_is_and_whose_thoughts_it_carries(qtbot: QtBot, theme: Theme) -> None:
    said = words(shown(qtbot, AboutDialog(theme, None)))
    assert f"Version {__version__}" in said
    assert "together.is" in said
    assert "never uses the internet" in said
    assert "SIL Open Font Licence" in said


def test_the_news_begin_with_this_version_and_tell_all_of_them(qtbot: QtBot, theme: Theme) -> None:
    said = words(shown(qtbot, NewsDialog(theme, None)))
    assert said.index("What’s new") < said.index(f"Version {__version__}")
    for version in news():
        assert f"Version {version.number}" in said
        for part in version.parts:
            assert part.heading in said
            assert all(line in said for line in part.lines)


def test_telling_waits_until_it_is_read(qtbot: QtBot, theme: Theme) -> None:
    said = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.append((dialog.windowTitle(), words(dialog)))
        dialog.accept()

    QTimer.singleShot(50, read)
    tell("The disk is full", "Free some space, then try <again>.", None)
    assert said[0][0] == "The disk is full"
    assert "Free some space, then try <again>." in said[0][1]
