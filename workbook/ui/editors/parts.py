"""What the editors have in common: how a question is headed, and which part edits which mark."""

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from workbook.model.guide import Question, Side
from workbook.ui.editors.editor import Editor
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import label
from workbook.ui.widgets.choice_row import ChoiceGroup

_LABEL = {Side.INSIDE: "label-inside", Side.OUTSIDE: "label-outside", Side.NEITHER: "label"}


def prompt_label(question: Question) -> QLabel:
    """The prompt in the colour of the question's side."""
    return label(question.prompt, _LABEL[question.side])


def help_label(text: str) -> QLabel:
    """A small line that explains."""
    return label(text, "small")


class PartsEditor(Editor):
    """An editor made of parts that each edit one mark."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self.parts: dict[str, QWidget] = {}

    def current_mark(self) -> str:
        focus = QApplication.focusWidget()
        for mark, part in self.parts.items():
            if focus is not None and (focus is part or part.isAncestorOf(focus)):
                return mark
        return ""

    def focus_mark(self, mark: str) -> None:
        part = self.parts.get(mark) or next(iter(self.parts.values()))
        if isinstance(part, ChoiceGroup):
            part = part.stop()
        part.setFocus()
