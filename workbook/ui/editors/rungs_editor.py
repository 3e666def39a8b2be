"""Edits the breaking point: from which rung of a story on the other thing comes first."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import RungsQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label
from workbook.ui.widgets.rungs import Rungs


class RungsEditor(PartsEditor):
    """The story, and its rungs as stairs."""

    def __init__(
        self, question: RungsQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._rungs = Rungs(question, theme, self)
        self._rungs.setAccessibleDescription(question.story)
        self._rungs.chosen.connect(self._chosen)
        self.parts[""] = self._rungs
        layout = column(self, gap=theme.px(6))
        if question.story:
            layout.addWidget(label(question.story))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        layout.addWidget(self._rungs)

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get("")
        self._rungs.set_value(value if isinstance(value, str) else None)

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, choice, False)
