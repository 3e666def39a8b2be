"""The window opens on the screen, whole, however small that is and wherever it stood before."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from workbook.ui.system.window_place import SMALLEST, USUAL, first_place, has_space, place


@pytest.mark.parametrize(
    ("screen", "room"),
    [
        (QRect(0, 0, 1920, 1050), True),
        (QRect(0, 0, 1280, 800), False),  # the frame would not fit
        (QRect(0, 0, 1366, 728), False),
        (QRect(1920, 30, 1440, 900), True),
    ],
)
def test_it_has_its_usual_size_where_there_is_room(screen: QRect, room: bool) -> None:
    assert has_space(screen) is room
    first = first_place(screen)
    assert (first.size() == USUAL) is room
    assert screen.contains(first) and screen.top() + 30 <= first.top()


def test_on_a_tiny_screen_it_is_no_smaller_than_it_can_be() -> None:
    assert first_place(QRect(0, 0, 600, 400)).size() == SMALLEST


def test_where_it_stood_on_a_screen_that_is_gone_it_comes_back_to_one_that_is_there(
    qtbot: QtBot, qapp: QApplication
) -> None:
    before, after = QMainWindow(), QMainWindow()
    qtbot.addWidget(before)
    qtbot.addWidget(after)
    before.setGeometry(QRect(9000, 7000, 700, 500))
    place(after, before.saveGeometry())
    after.show()
    assert qapp.primaryScreen().geometry().intersects(after.frameGeometry())


def test_a_place_that_cannot_be_read_is_as_none(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    place(window, None)
    assert window.minimumSize() == QSize(720, 480)
    assert window.isMaximized() is not has_space(window.screen().availableGeometry())
