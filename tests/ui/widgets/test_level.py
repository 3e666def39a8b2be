"""Heads of fields that end at the same height."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.editors import questions as q
from workbook.model.guide import TextQuestion
from workbook.ui.editors.text_editor import TextEditor
from workbook.ui.theme import Theme

LONG = TextQuestion(
    id="s.long",
    role="long",
    prompt="What we do for each other when nobody looks, in a month like the last one",
    help="Take what you remember best. Say who did it, for whom, and what came of it afterwards.",
)


def tops(theme: Theme, qtbot: QtBot, width: int, *questions: TextQuestion) -> list[int]:
    """Where the fields of questions beside each other begin in a window of a width."""
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    editors = [TextEditor(question, theme, window) for question in questions]
    for editor in editors:
        line.addWidget(editor, 1)
    TextEditor.level(editors)
    window.resize(width, 300)
    window.show()
    QApplication.processEvents()
    return [editor.field.mapTo(window, editor.field.rect().topLeft()).y() for editor in editors]


def test_fields_beside_each_other_begin_at_one_height(theme: Theme, qtbot: QtBot) -> None:
    for width in (400, 700):
        one, other = tops(theme, qtbot, width, q.TEXT, LONG)
        assert one == other


def test_a_short_head_is_not_higher_than_it_needs(theme: Theme, qtbot: QtBot) -> None:
    [low, _] = tops(theme, qtbot, 700, q.LINE, q.DATE)
    [high, _] = tops(theme, qtbot, 700, q.LINE, LONG)
    assert low < high


def test_a_button_that_comes_moves_both_fields(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    drafted, plain = (TextEditor(each, theme, window) for each in (q.DRAFTED, q.TEXT))
    for editor in (drafted, plain):
        line.addWidget(editor, 1)
    TextEditor.level([drafted, plain])
    window.resize(700, 300)
    window.show()
    drafted.set_draft("We are here for each other.")
    qtbot.waitUntil(lambda: drafted.field.y() == plain.field.y())
    start = drafted.start
    assert start is not None and start.isVisible()
    qtbot.waitUntil(lambda: start.mapTo(drafted, start.rect().bottomLeft()).y() < drafted.field.y())
