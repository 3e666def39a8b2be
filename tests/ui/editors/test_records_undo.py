"""Undoing and redoing what is written in rows, in the window with its stack of changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World
from workbook.ui.editors.records_editor import RecordsEditor
from workbook.ui.widgets.cells import TextCell

Key = QKeySequence.StandardKey


class Facts:
    """The facts of a new reflection, and keys pressed in them as a person does."""

    def __init__(self, qtbot: QtBot, world: World) -> None:
        self._qtbot, self._world = qtbot, world
        world.begin()
        self.turn_to("evidence")

    def turn_to(self, role: str) -> None:
        """Turn to the page that asks for a role."""
        workspace = self._world.window.workspace
        assert workspace is not None
        workspace.go_to_question(self._world.question(role))

    def editor(self) -> RecordsEditor:
        """The editor of the facts."""
        workspace = self._world.window.workspace
        assert workspace is not None and workspace.current is not None
        made = workspace.current.editors[self._world.question("evidence")]
        assert isinstance(made, RecordsEditor)
        return made

    def cell(self, row: int) -> TextCell:
        """The text of a row."""
        [made] = [c for c in self.editor().rows[row].cells if isinstance(c, TextCell)]
        return made

    def write(self, row: int, words: str) -> None:
        """Type into a row's text, at the end."""
        self.cell(row).setFocus()
        self.press(Key.MoveToEndOfLine)
        self._qtbot.keyClicks(self.cell(row), words)

    def press(self, keys: QKeySequence.StandardKey) -> None:
        """Press keys in the window."""
        combination = QKeySequence(keys)[0]
        handle = self._world.window.windowHandle()
        QTest.keyClick(handle, combination.key(), combination.keyboardModifiers())

    def walk(self, keys: QKeySequence.StandardKey) -> list[list[str]]:
        """Press keys until nothing changes; what was written after each."""
        seen = [self.written()]
        while True:
            self.press(keys)
            if self.written() == seen[-1]:
                return seen[1:]
            seen.append(self.written())

    def written(self) -> list[str]:
        """The texts of the rows that say something."""
        rows = self.editor().rows
        texts = [self.cell(at).text() for at in range(len(rows))]
        return [text for text in texts if text]


def test_undo_goes_back_step_by_step_and_redo_forward(qtbot: QtBot, world: World) -> None:
    facts = Facts(qtbot, world)
    facts.write(0, "rent")
    facts.write(1, "evenings")
    facts.turn_to("inside_text")
    facts.turn_to("evidence")
    facts.write(1, "!")
    back = [["rent", "evenings"], ["rent"], []]
    assert facts.walk(Key.Undo) == back
    forward = [*reversed(back[:-1]), ["rent", "evenings!"]]
    assert facts.walk(Key.Redo) == forward


def test_undo_after_coming_back_empties_once(qtbot: QtBot, world: World) -> None:
    facts = Facts(qtbot, world)
    facts.write(0, "rent")
    facts.turn_to("inside_text")
    facts.turn_to("evidence")
    facts.cell(0).setFocus()
    assert facts.walk(Key.Undo) == [[]]
    assert facts.walk(Key.Redo) == [["rent"]]


def test_what_was_deleted_by_mistake_comes_back_before_the_typing_goes(
    qtbot: QtBot, world: World
) -> None:
    facts = Facts(qtbot, world)
    facts.write(0, "rent")
    facts.press(Key.SelectAll)
    qtbot.keyClick(facts.cell(0), Qt.Key.Key_Backspace)
    assert facts.walk(Key.Undo) == [["rent"], []]


def test_typing_goes_on_at_the_place_that_an_undo_has_changed(qtbot: QtBot, world: World) -> None:
    facts = Facts(qtbot, world)
    facts.write(0, "rent")
    facts.press(Key.SelectAll)
    qtbot.keyClick(facts.cell(0), Qt.Key.Key_Backspace)
    facts.press(Key.Undo)
    qtbot.keyClick(facts.cell(0), Qt.Key.Key_S)
    assert facts.written() == ["rents"]
    assert facts.cell(0).hasFocus()
