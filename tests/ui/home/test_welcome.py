"""The first start at every size."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.sessions import light_theme
from workbook.ui.home.welcome import WelcomePage


@pytest.mark.parametrize(
    ("width", "scale", "drawn"), [(1216, 1.0, True), (960, 1.0, True), (960, 1.5, False)]
)
def test_the_drawing_gives_way_to_the_words(
    qtbot: QtBot, width: int, scale: float, drawn: bool
) -> None:
    page = WelcomePage(light_theme(scale))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    assert page.drawing.isVisible() is drawn
    labels = page.findChildren(QLabel)
    qtbot.waitUntil(lambda: all(w.height() >= w.heightForWidth(w.width()) for w in labels))
    light_theme()


def test_the_drawing_is_told_in_words(qtbot: QtBot) -> None:
    page = WelcomePage(light_theme())
    qtbot.addWidget(page)
    assert "open mark" in page.drawing.accessibleDescription()


def test_the_way_to_the_trash_is_there_when_it_holds_something(qtbot: QtBot) -> None:
    page = WelcomePage(light_theme())
    qtbot.addWidget(page)
    page.show()
    assert not page.trash_button.isVisible()
    page.tell_trash("Trash holds 1 session.")
    wanted = QSignalSpy(page.trash_view_requested)
    page.trash_button.click()
    assert wanted.count() == 1
