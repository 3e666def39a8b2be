"""Edits a forced order: one row of choices for each place but the last, which remains."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.answers import Value
from workbook.model.guide import OrderQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label
from workbook.ui.widgets.choice_row import ChoiceRow


class OrderEditor(PartsEditor):
    """Asks what comes first, then what comes next; nothing is an answer until all is in order.

    Choosing what stands further down puts it there and moves the others down.
    """

    def __init__(
        self, question: OrderQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._question = question
        self._order: list[str] = []
        layout = column(self, gap=theme.px(6))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        self._rows: list[ChoiceRow] = []
        for place in range(len(question.options) - 1):
            caption = tr("Comes first") if place == 0 else tr("Then")
            row = ChoiceRow(
                str(place),
                question.options,
                theme,
                name=f"{question.prompt} {caption}",
                parent=self,
            )
            row.chosen.connect(self._chosen)
            layout.addWidget(label(caption, "small"))
            layout.addWidget(row)
            self._rows.append(row)
        self.said = label("", "strong")
        layout.addWidget(self.said)
        self.parts[""] = self._rows[0]
        self._show()

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get("")
        known = [option.id for option in self._question.options]
        given = [str(each) for each in value] if isinstance(value, tuple) else []
        if given or self._complete():
            self._order = given if sorted(given) == sorted(known) else []
        self._show()

    def _complete(self) -> bool:
        return len(self._order) == len(self._question.options)

    def _chosen(self, place: str, choice: object) -> None:
        at, was = int(place), self._complete()
        if choice is None:
            self._order = self._order[:at]
        else:
            rest = [each for each in self._order if each != choice]
            self._order = [*rest[:at], str(choice), *rest[at:]]
            left = [o.id for o in self._question.options if o.id not in self._order]
            if len(left) == 1:
                self._order += left
        self._show()
        if was or self._complete():
            self.edited.emit("", tuple(self._order) if self._complete() else None, False)

    def _show(self) -> None:
        for place, row in enumerate(self._rows):
            row.set_value(self._order[place] if place < len(self._order) else None)
            row.setEnabled(place <= len(self._order))
        words = {o.id: o.sentence or o.label for o in self._question.options}
        if self._complete():
            # Translators: an order in words: "how we treat each other, even over how much …".
            said = tr(", even over ").join(words[each] for each in self._order)
            self.said.setText(said[:1].upper() + said[1:])
        else:
            self.said.setText(tr("Nothing is put first yet."))
