"""Enter presses whatever button has the focus, as the space bar does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.sessions import light_theme
from workbook.ui.widgets.basics import Button, button
from workbook.ui.widgets.card_button import CardButton
from workbook.ui.widgets.choice_chip import ChoiceChip

MAKERS = {
    "button": lambda: button("Start a reflection", "primary"),
    "card": lambda: CardButton("Trash"),
    "chip": lambda: ChoiceChip("Group", light_theme(), lambda: [(None, "All groups")]),
}


def shown(qtbot: QtBot, what: str) -> Button:
    made = MAKERS[what]()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("what", list(MAKERS))
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_it_is_pressed_once(qtbot: QtBot, what: str, key: Qt.Key) -> None:
    made = shown(qtbot, what)
    clicked = QSignalSpy(made.clicked)
    qtbot.keyClick(made, key)
    assert clicked.count() == 1
    for menu in made.findChildren(QMenu):
        menu.close()
