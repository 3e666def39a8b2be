"""Edits the marks of one scale."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import ScaleQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.scale_line import ScaleLine


class ScaleEditor(PartsEditor):
    """A line with its marks; each mark is a part of its own for the keyboard."""

    def __init__(
        self, question: ScaleQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self.line = ScaleLine(question, theme, prompt_label(question), self)
        self.line.moved.connect(self._moved)
        layout = column(self, gap=4)
        if question.help:
            layout.addWidget(help_label(question.help))
        layout.addWidget(self.line)
        for mark in self.line.marks:
            self.parts[mark.mark.id] = mark

    def set_values(self, values: Mapping[str, Value]) -> None:
        for mark in self.line.marks:
            value = values.get(mark.mark.id)
            mark.show_value(value if isinstance(value, int) else None)
        self.line.settle()

    def _moved(self, mark: str, value: object) -> None:
        self.edited.emit(mark, value, False)
