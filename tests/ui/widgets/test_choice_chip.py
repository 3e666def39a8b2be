"""The chips that filter and order."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.sessions import light_theme
from workbook.ui.widgets.choice_chip import ChoiceChip

CHOICES = [(None, "All groups"), ("R & D", "R & D (2)")]


def chip(qtbot: QtBot, note: str = "") -> ChoiceChip:
    made = ChoiceChip("Group", light_theme(), lambda: CHOICES, lambda: note)
    qtbot.addWidget(made)
    made.show_choice(None, "All groups")
    return made


def test_it_says_what_is_chosen(qtbot: QtBot) -> None:
    made = chip(qtbot)
    assert made.text() == "All groups"
    assert made.accessibleName() == "Group: All groups"


def test_choosing_tells_the_value_and_not_the_words(qtbot: QtBot) -> None:
    made = chip(qtbot)
    menu = made.menu_of_choices()
    chosen = QSignalSpy(made.chosen)
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    menu.actions()[0].trigger()
    assert [chosen.at(0)[0], chosen.at(1)[0]] == ["R & D", None]
    assert menu.actions()[1].text() == "R && D (2)"


def test_a_note_stands_last_and_cannot_be_chosen(qtbot: QtBot) -> None:
    made = chip(qtbot, "3 more")
    last = made.menu_of_choices().actions()[-1]
    assert (last.text(), last.isEnabled()) == ("3 more", False)


def test_a_long_choice_is_shortened_but_told_in_full(qtbot: QtBot) -> None:
    made = chip(qtbot)
    name = "The International Association of People who Meet on Thursdays"
    made.show_choice("x", name)
    assert "…" in made.text()
    assert made.toolTip() == name
    assert name in made.accessibleName()
