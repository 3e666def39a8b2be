"""The trash: restoring, and deleting for good after one question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sessions import clock, light_theme, session
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.home.trash import TrashPage

TRASHED = [session(str(n), f"Group {n}", days_ago=n + 1, trashed=True) for n in range(3)]


@pytest.fixture
def page(qtbot: QtBot) -> TrashPage:
    made = TrashPage(light_theme(), clock)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.show_trashed(TRASHED)
    return made


def question(page: TrashPage) -> ConfirmDialog:
    found = page.findChild(ConfirmDialog)
    assert found is not None
    return found


def test_the_newest_is_chosen_and_restored(page: TrashPage) -> None:
    restore = QSignalSpy(page.restore_requested)
    page.restore_button.click()
    assert restore.at(0) == [["0"]]


def test_deleting_asks_once_and_says_what_follows(qtbot: QtBot, page: TrashPage) -> None:
    deleted = QSignalSpy(page.delete_requested)
    page.list.go_to("1", select=True)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    words = " ".join(label.text() for label in question(page).findChildren(QLabel))
    assert "Delete “Group 1” for good?" in words
    assert "nothing can bring it back" in words
    assert deleted.count() == 0
    question(page).action_button.click()
    assert deleted.at(0) == [["1"]]


def test_cancel_deletes_nothing(page: TrashPage) -> None:
    deleted = QSignalSpy(page.delete_requested)
    page.delete_button.click()
    question(page).cancel_button.click()
    assert deleted.count() == 0


def test_emptying_asks_about_all(page: TrashPage) -> None:
    deleted = QSignalSpy(page.delete_requested)
    page.empty_button.click()
    assert question(page).accessibleName() == "Delete 3 sessions for good?"
    question(page).action_button.click()
    assert deleted.at(0) == [["0", "1", "2"]]


def test_the_menu_of_a_row(page: TrashPage) -> None:
    restore = QSignalSpy(page.restore_requested)
    menu = page.menu_of("2")
    assert [action.text() for action in menu.actions()] == ["Restore", "Delete for good…"]
    menu.actions()[0].trigger()
    assert restore.at(0) == [["2"]]


def test_an_empty_trash_explains_itself(page: TrashPage) -> None:
    page.list.setFocus()
    page.show_trashed([])
    visible = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "The trash is empty." in visible
    assert not page.empty_button.isVisible()
    assert page.back_button.hasFocus()


def test_escape_goes_back(qtbot: QtBot, page: TrashPage) -> None:
    left = QSignalSpy(page.left)
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert left.count() == 1
