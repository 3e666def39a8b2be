"""A whole number: typed, stepped by key, stepped by mouse; what is none has no value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.sessions import light_theme
from workbook.ui.widgets.number_field import NumberField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    made = NumberField("People", 1, 20, light_theme())
    qtbot.addWidget(made)
    made.show()
    return made


def test_keys_and_buttons_step_and_stop_at_the_ends(qtbot: QtBot, field: NumberField) -> None:
    field.set_value(18)
    changed = QSignalSpy(field.changed)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    qtbot.mouseClick(field.more, Qt.MouseButton.LeftButton)
    assert (field.value(), changed.count()) == (20, 2)
    assert not field.more.isEnabled()
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == 20
    qtbot.mouseClick(field.fewer, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.value() == 18


def test_from_what_is_no_number_a_step_leads_to_the_lowest(
    qtbot: QtBot, field: NumberField
) -> None:
    qtbot.keyClicks(field.line, "many")
    assert field.value() is None
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.value() == 1


def test_it_says_what_it_is(field: NumberField) -> None:
    assert field.line.accessibleName() == "People"
    assert field.line.accessibleDescription() == "1 to 20; Up and Down change it"
    assert field.more.accessibleName() == "People: one more"


@given(st.text(max_size=5) | st.integers(-30, 30).map(str))
def test_whatever_stands_there_is_a_number_in_range_or_none(text: str) -> None:
    field = NumberField("People", 1, 20, light_theme())
    field.line.setText(text)
    value = field.value()
    assert value is None or (1 <= value <= 20 and int(text) == value)
    field.deleteLater()
