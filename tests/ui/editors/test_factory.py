"""Every kind of question has an editor, which keeps the contract of all editors."""

import gc
import time
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import questions as q
from tests.ui.editors.conftest import Show
from workbook.guides import load_guide
from workbook.model.guide import Question
from workbook.model.marks import marks_needed
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.factory import make_editor
from workbook.ui.theme import Appearance, Theme


def test_a_question_of_no_kind_is_refused(theme: Theme) -> None:
    with pytest.raises(AssertionError, match="object"):
        make_editor(object(), theme)


def test_every_question_of_the_guide_has_an_editor(theme: Theme, qtbot: QtBot) -> None:
    for question in load_guide().questions.values():
        editor = make_editor(question, theme)
        qtbot.addWidget(editor)
        assert editor.question_id == question.id


@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_showing_nothing_tells_nothing(theme: Theme, qtbot: QtBot, question: Question) -> None:
    editor = make_editor(question, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(lambda *what: told.append(what))
    editor.set_values({})
    assert told == []


@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_everything_that_takes_the_focus_has_a_name_and_a_role(
    show: Show, question: Question
) -> None:
    shown = show(question)
    shown.editor.focus_mark("no such mark")
    met = []
    first = QApplication.focusWidget()
    assert first is not None
    widget: QWidget = first
    while widget not in met:
        met.append(widget)
        widget = shown.tab()
    for each in met:
        spoken = QAccessible.queryAccessibleInterface(each)
        assert spoken.text(QAccessible.Text.Name) or spoken.text(QAccessible.Text.Description)
        assert spoken.role() != QAccessible.Role.Client


@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_the_mark_with_the_focus_is_known_and_can_be_given_it_back(
    show: Show, question: Question
) -> None:
    shown = show(question)
    for mark in marks_needed(question):
        shown.editor.focus_mark(mark)
        assert shown.editor.current_mark() == mark
    focus = QApplication.focusWidget()
    assert focus is not None
    focus.clearFocus()
    assert shown.editor.current_mark() == ""


@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_a_new_appearance_changes_size_and_colour_at_once(
    show: Show, theme: Theme, question: Question
) -> None:
    shown = show(question, height=1200)
    before = shown.editor.heightForWidth(676)
    bright = shown.window.grab().toImage().pixelColor(2, 2).lightness()
    theme.choose(appearance=Appearance.DARK, scale=1.5)
    QApplication.processEvents()
    assert shown.editor.heightForWidth(676) > before
    assert shown.window.grab().toImage().pixelColor(2, 2).lightness() < bright


@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_an_editor_that_is_gone_is_gone(theme: Theme, qtbot: QtBot, question: Question) -> None:
    editor = make_editor(question, theme)
    editor.set_values({})
    editor.grab()
    gone = weakref.ref(editor)
    with qtbot.waitSignal(editor.destroyed):
        editor.deleteLater()
    del editor
    gc.collect()
    assert gone() is None
    theme.choose(appearance=Appearance.DARK)


@pytest.mark.parametrize("width", [540, 676])
@pytest.mark.parametrize("question", q.EVERY, ids=lambda question: question.id)
def test_an_editor_fits_a_narrow_column_of_enlarged_text(
    show: Show, theme: Theme, question: Question, width: int
) -> None:
    theme.choose(scale=1.5)
    shown = show(question, width=width, height=1200)
    QApplication.processEvents()
    assert shown.window.width() == width
    assert shown.editor.width() == width
    for child in shown.editor.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() != Qt.FocusPolicy.NoFocus:
            left = child.mapTo(shown.editor, child.rect().topLeft())
            assert left.x() >= 0
            assert left.x() + child.width() <= width


def test_the_editors_of_a_page_are_made_quickly(theme: Theme, qtbot: QtBot) -> None:
    # Measured 4 to 12 ms on one core; the limit leaves room for a busy machine.
    guide, page = load_guide(), QWidget()
    qtbot.addWidget(page)
    for step in guide.steps:
        for each in step.pages:
            asked = [guide.questions[name] for row in each.rows for name in row]
            taken = []
            for _ in range(3):
                start = time.process_time()
                editors: list[Editor] = [make_editor(question, theme, page) for question in asked]
                taken.append(time.process_time() - start)
                for editor in editors:
                    editor.deleteLater()
            assert min(taken) < 0.05, each.id
