"""The second half of a double click presses nothing on the page that the first half opened."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbook.ui.widgets.second_click import SecondClick


def test_a_second_click_at_the_place_is_swallowed_for_a_moment(qtbot: QtBot) -> None:
    button = QPushButton("A page's control")
    qtbot.addWidget(button)
    button.resize(200, 100)
    button.show()
    qtbot.waitExposed(button)
    window, here = button.windowHandle(), QPoint(100, 50)
    clicked = QSignalSpy(button.clicked)

    def click(at: QPoint) -> None:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    SecondClick.ignore(button, button.mapToGlobal(here))
    click(here)
    assert clicked.count() == 0
    click(QPoint(20, 20))  # elsewhere is no double click
    assert clicked.count() == 1
    guard = window.findChild(SecondClick)
    assert guard is not None
    with qtbot.waitSignal(guard.destroyed, timeout=4 * QApplication.doubleClickInterval()):
        pass
    click(here)
    assert clicked.count() == 2
