"""Readings stand on the page with their reasons, or with what they wait for."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.charts.samples import LINES, MAP
from tests.ui.seeing import words
from workbook.catalogue.words import Words
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.chart_canvas import ChartCanvas
from workbook.ui.widgets.reading_card import ReadingCard, Shown

GAP = Shown(
    "gap", Words("You do more than you say.", "8 is 3 more than 5.", ("Inside",)), None, "", 0
)
WITH_MAP = Shown("map", None, MAP, "a map in words", 200)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> ReadingCard:
    made = ReadingCard(theme, Charts())
    qtbot.addWidget(made)
    made.resize(700, 300)
    return made


def said(card: ReadingCard) -> str:
    card.show()
    QApplication.processEvents()
    return words(card)


def canvases(card: ReadingCard) -> list[ChartCanvas]:
    return [one for one in card.findChildren(ChartCanvas) if one.isVisibleTo(card)]


def test_a_reading_says_why(card: ReadingCard) -> None:
    card.show_readings([GAP], "waiting")
    assert said(card).splitlines() == ["You do more than you say.", "8 is 3 more than 5.", "Inside"]


def test_before_anything_can_be_read_it_says_what_it_waits_for(card: ReadingCard) -> None:
    card.show_readings([], "When all marks are placed")
    assert said(card) == "When all marks are placed"
    assert canvases(card) == []


def test_with_nothing_to_say_it_is_not_there(card: ReadingCard) -> None:
    card.show_readings([], "")
    assert card.isHidden()
    card.show_readings([GAP], "")
    assert not card.isHidden()


def test_what_it_waited_for_goes_when_it_can_be_read(card: ReadingCard) -> None:
    card.show_readings([], "waiting")
    card.show_readings([GAP], "waiting")
    assert "waiting" not in said(card)
    card.show_readings([], "waiting")
    assert said(card) == "waiting"


def test_a_chart_stands_beside_the_words_and_goes_with_its_reading(card: ReadingCard) -> None:
    card.show_readings([WITH_MAP, GAP], "")
    assert [one.accessibleName() for one in canvases(card)] == ["a map in words"]
    card.show_readings([GAP], "")
    assert canvases(card) == []


def test_a_chart_that_changes_keeps_its_place(card: ReadingCard) -> None:
    card.show_readings([WITH_MAP, GAP], "")
    before = canvases(card)
    card.show_readings([Shown("map", None, LINES, "lines in words", 200), GAP], "")
    assert canvases(card) == before
    assert before[0].accessibleName() == "lines in words"


def test_what_it_says_is_text_whatever_it_looks_like(card: ReadingCard) -> None:
    card.show_readings([Shown("x", Words("<b>bold</b>", "a & b"), None, "", 0)], "")
    assert said(card).splitlines() == ["<b>bold</b>", "a & b"]
