"""Asking for a new name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbook.ui.dialogs.name import NameDialog


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, parent: QWidget) -> NameDialog:
    made = NameDialog("Choir", parent)
    made.open()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_typing_replaces_the_name(qtbot: QtBot, dialog: NameDialog) -> None:
    named = QSignalSpy(dialog.named)
    assert dialog.field.hasFocus()
    qtbot.keyClicks(dialog.field, " Night Choir ")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert named.at(0) == ["Night Choir"]


def test_the_same_name_changes_nothing(qtbot: QtBot, dialog: NameDialog) -> None:
    named, accepted = QSignalSpy(dialog.named), QSignalSpy(dialog.accepted)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert (named.count(), accepted.count()) == (0, 1)


def test_a_blank_is_no_name(dialog: NameDialog) -> None:
    dialog.field.setText("   ")
    assert not dialog.rename_button.isEnabled()


def test_escape_leaves_the_name(qtbot: QtBot, dialog: NameDialog) -> None:
    named = QSignalSpy(dialog.named)
    dialog.field.setText("Other")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert named.count() == 0
