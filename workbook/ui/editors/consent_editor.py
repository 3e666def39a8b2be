"""Edits consent from fist to five: how much one stands behind a proposal, 0 to 5."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import ConsentQuestion, Option
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.choice_row import ChoiceRow


class ConsentEditor(PartsEditor):
    """Six buttons, each its number and its words; a digit chooses."""

    def __init__(
        self, question: ConsentQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._levels = ChoiceRow(
            "",
            [Option(level.id, f"{level.id}  {level.label}") for level in question.levels],
            theme,
            name=question.prompt,
            spoken=[f"{level.id}, {level.label}" for level in question.levels],
            joined=True,
            equal=True,
            parent=self,
        )
        self._levels.chosen.connect(self._chosen)
        self.parts[""] = self._levels
        layout = column(self, gap=theme.px(6))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        layout.addWidget(self._levels)

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get("")
        self._levels.set_value(None if value is None else str(value))

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, None if choice is None else int(str(choice)), False)
