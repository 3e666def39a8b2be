"""The question before something that cannot be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.dialogs.confirm import ConfirmDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> ConfirmDialog:
    made = ConfirmDialog("Delete <b>Choir</b>?", "It will be gone.", "Delete for good", parent)
    made.open()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_it_says_what_follows_and_takes_names_as_text(dialog: ConfirmDialog) -> None:
    texts = dialog.findChildren(QLabel)
    assert [text.text() for text in texts] == ["Delete <b>Choir</b>?", "It will be gone."]
    assert all(text.textFormat() is Qt.TextFormat.PlainText for text in texts)
    assert dialog.accessibleDescription() == "It will be gone."


def test_enter_alone_deletes_nothing(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    yes, no = QSignalSpy(dialog.accepted), QSignalSpy(dialog.rejected)
    assert dialog.cancel_button.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (yes.count(), no.count()) == (0, 1)


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    yes = QSignalSpy(dialog.accepted)
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Tab)
    assert dialog.action_button.hasFocus()
    qtbot.keyClick(dialog.action_button, Qt.Key.Key_Return)
    assert yes.count() == 1


def test_the_button_does(qtbot: QtBot, dialog: ConfirmDialog) -> None:
    yes = QSignalSpy(dialog.accepted)
    qtbot.mouseClick(dialog.action_button, Qt.MouseButton.LeftButton)
    assert yes.count() == 1


def test_all_of_it_can_be_read(dialog: ConfirmDialog) -> None:
    for text in dialog.findChildren(QLabel):
        assert text.height() >= text.heightForWidth(text.width())
    assert dialog.rect().contains(dialog.action_button.geometry())
