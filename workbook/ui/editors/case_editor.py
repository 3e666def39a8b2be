"""Edits a case: a forced choice in a story, and what was done the last time."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.answers import Value
from workbook.model.guide import PASS, CaseQuestion, Option
from workbook.ui.editors.parts import PartsEditor
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, row
from workbook.ui.widgets.beside import Beside
from workbook.ui.widgets.choice_row import ChoiceRow


class CaseEditor(PartsEditor):
    """Title, story, the choice with a pass, and beside it the last time."""

    def __init__(self, question: CaseQuestion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        both = Beside(theme, self)
        self._choice = ChoiceRow(
            "choice",
            (*question.options, Option(PASS, tr("Pass"))),
            theme,
            name=question.title,
            quiet=PASS,
            parent=both,
        )
        last = QWidget(both)
        self._last = ChoiceRow(
            "last",
            question.last_time,
            theme,
            name=f"{question.title}. {question.last_prompt}",
            joined=True,
            parent=last,
        )
        for group in (self._choice, self._last):
            group.chosen.connect(self._chosen)
            self.parts[group.mark] = group
        self._choice.setAccessibleDescription(question.story)
        layout = column(self, gap=theme.px(2))
        layout.addWidget(label(question.title, "heading"))
        layout.addWidget(label(question.story))
        layout.addSpacing(theme.px(4))
        inner = row(last, gap=theme.px(8))
        inner.addWidget(label(question.last_prompt, "small", wrap=False))
        inner.addWidget(self._last, 1)
        both.hold(self._choice, last)
        layout.addWidget(both)

    def set_values(self, values: Mapping[str, Value]) -> None:
        for group in (self._choice, self._last):
            value = values.get(group.mark)
            group.set_value(value if isinstance(value, str) else None)

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, choice, False)
