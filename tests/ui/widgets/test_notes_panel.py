"""Notes beside a step: what helps alone stands first, and scratch notes are only told once left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook.guides import load_guide
from workbook.model.guide import Mode
from workbook.ui.theme import Theme
from workbook.ui.widgets.notes_panel import NotesPanel

STEP = load_guide().steps[1]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> NotesPanel:
    return shown(qtbot, NotesPanel(theme, Mode.SOLO))


def shown(qtbot: QtBot, made: NotesPanel) -> NotesPanel:
    qtbot.addWidget(made)
    made.resize(made.width(), 600)
    made.show_step(STEP)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QApplication.processEvents()
    return made


def test_it_holds_all_that_the_guide_says_of_the_step(panel: NotesPanel) -> None:
    said = words(panel)
    notes = STEP.notes
    assert all(text in said for text in (notes.alone, notes.check, notes.listen, notes.hot))
    assert all(f"{number}. {line}" in said for number, line in enumerate(notes.run, 1))


def top(panel: NotesPanel, text: str) -> int:
    """How far down a label stands."""
    (found,) = (label for label in panel.findChildren(QLabel) if label.text() == text)
    return found.mapTo(panel, QPoint()).y()


def test_alone_what_helps_alone_stands_above_the_scratch_notes(panel: NotesPanel) -> None:
    tops = [
        top(panel, "How to think it through"),
        top(panel, "Whose answer would differ?"),
        top(panel, "Scratch notes"),
        top(panel, "With a group: how to run it"),
    ]
    assert tops == sorted(tops)


def test_in_a_room_the_card_stands_above_the_ways_to_run_it(qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, NotesPanel(theme, Mode.WORKSHOP))
    panel.show_step(STEP)
    panel.show_card("Invite both ends", "Would anyone say what they were thinking of?")
    QApplication.processEvents()
    places = ("Only you see this", "Invite both ends", "How to run it", "Scratch notes")
    tops = [top(panel, words_) for words_ in places]
    assert tops == sorted(tops)
    assert STEP.notes.alone not in words(panel)


def test_what_was_written_alone_stands_beside_its_step(qtbot: QtBot, theme: Theme) -> None:
    panel = shown(qtbot, NotesPanel(theme, Mode.WORKSHOP))
    assert "Your own reflection" not in words(panel)
    panel.show_drafts([("Name of the group", "River Street Makers")])
    QApplication.processEvents()
    assert "Name of the group: River Street Makers" in words(panel)


def test_another_step_replaces_the_notes(panel: NotesPanel) -> None:
    other = load_guide().steps[2]
    panel.show_step(other)
    QApplication.processEvents()
    assert other.notes.listen in words(panel)
    assert STEP.notes.listen not in words(panel)


def test_what_a_guide_leaves_out_leaves_no_heading(panel: NotesPanel) -> None:
    panel.show_step(replace(STEP, notes=replace(STEP.notes, hot="", check="")))
    QApplication.processEvents()
    assert "Listen for" in words(panel)
    assert "If it gets hot" not in words(panel)
    assert "Whose answer would differ?" not in words(panel)


def test_typing_is_told_and_leaving_too(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.scratch.setFocus()
    with qtbot.waitSignal(panel.noted) as noted:
        qtbot.keyClicks(panel.scratch, "A")
    assert noted.args == ["A"]
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.windowHandle(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not panel.scratch


def test_showing_stored_notes_is_no_change(qtbot: QtBot, panel: NotesPanel) -> None:
    with qtbot.assertNotEmitted(panel.noted):
        panel.show_scratch("Ask Ines")
    assert panel.scratch.toPlainText() == "Ask Ines"


def test_page_keys_are_left_to_the_window(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.show_scratch("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight")
    panel.scratch.setFocus()
    at = panel.scratch.textCursor().position()
    QTest.keyClick(panel.windowHandle(), Qt.Key.Key_PageDown)
    assert panel.scratch.textCursor().position() == at


def test_hide_asks_to_be_hidden(qtbot: QtBot, panel: NotesPanel) -> None:
    (hide,) = (b for b in panel.findChildren(QPushButton) if b.text() == "Hide")
    with qtbot.waitSignal(panel.hide_requested):
        qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)


def test_a_step_is_shown_from_its_beginning(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.resize(panel.width(), 200)
    bar = panel._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    panel.show_step(load_guide().steps[3])
    assert bar.value() == 0
