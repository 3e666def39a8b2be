"""What every editor of a question is to the page that holds it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import Question
from workbook.ui.theme import Theme


class Editor(QWidget):
    """Edits the marks of one question; knows nothing of sessions, rounds or saving.

    `edited(mark, value, typing)` tells of every change a person makes: value is None where a mark
    was cleared; typing is True while a text is being typed, so that it may be stored a moment
    later, and False for a choice, a mark or a removal, which is stored at once and can be undone.
    `left()` tells that a text lost the focus, or that what is typed next is to be undone apart
    from what was typed before. Neither is sent for `set_values`.
    """

    plain = False  # whether it stands on the page as it is, without a card around it
    edited = Signal(str, object, bool)
    left = Signal()

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question_id = question.id
        self.theme = theme
        self.setProperty("kind", "editor")

    def set_values(self, values: Mapping[str, Value]) -> None:
        """Show these values, by mark; a mark that is missing is empty. Keeps focus and cursor
        where the text shown is already the same.
        """
        raise NotImplementedError

    def current_mark(self) -> str:
        """The mark that has the focus, "" where none has or the question has only one."""
        return ""

    def focus_mark(self, mark: str) -> None:
        """Give the focus to the part that edits a mark, the first part where there is no such."""
        raise NotImplementedError
