"""Edits a choice with its reason."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.model.answers import Value
from workbook.model.guide import ReasonedQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.fields import GrowingText


class ReasonedEditor(PartsEditor):
    """Options as buttons, and the reason under them."""

    def __init__(
        self, question: ReasonedQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._choice = ChoiceRow(
            "choice", question.options, theme, name=question.prompt, parent=self
        )
        self._reason = GrowingText(
            "reason", question.reason_prompt or question.prompt, self, least=2
        )
        self._reason.setPlaceholderText(question.reason_hint)
        self.parts = {"choice": self._choice, "reason": self._reason}
        layout = column(self, gap=theme.px(6))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        layout.addWidget(self._choice)
        if question.reason_prompt:
            layout.addWidget(help_label(question.reason_prompt))
        layout.addWidget(self._reason, 1)
        self._choice.chosen.connect(self._chosen)
        self._reason.typed.connect(self._typed)
        self._reason.left.connect(self.left)

    def set_values(self, values: Mapping[str, Value]) -> None:
        choice, reason = values.get("choice"), values.get("reason", "")
        self._choice.set_value(choice if isinstance(choice, str) else None)
        self._reason.show_text(str(reason))

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, choice, False)

    def _typed(self, mark: str, text: str) -> None:
        self.edited.emit(mark, text or None, True)
