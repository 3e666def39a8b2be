"""Edits a choice without its reason, as a ballot asks for it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import ReasonedQuestion
from workbook.model.marks import CHOICE
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.choice_row import ChoiceRow


class ChoiceOnlyEditor(PartsEditor):
    """A choice without its reason: reasons are spoken, or nobody would hear who gives them."""

    def __init__(
        self, question: ReasonedQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._choice = ChoiceRow(CHOICE, question.options, theme, name=question.prompt, parent=self)
        self._choice.chosen.connect(self._chosen)
        self.parts[CHOICE] = self._choice
        layout = column(self, gap=theme.px(6))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        layout.addWidget(self._choice)

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get(CHOICE)
        self._choice.set_value(value if isinstance(value, str) else None)

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, choice, False)
