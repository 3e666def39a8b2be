"""Edits a text answer: free writing, or one line that should hold a date or a number."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date, number, read_date
from workbook.model.answers import Value
from workbook.model.guide import TextFormat, TextQuestion
from workbook.ui.editors.editor import Editor
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, row
from workbook.ui.widgets.fields import GrowingText, LineField
from workbook.ui.widgets.level import LevelHead
from workbook.ui.widgets.numbers import read_number

_EXAMPLE = date(2027, 2, 1)


class TextEditor(PartsEditor):
    """A prompt and a field under it, plain text only."""

    plain = True

    def __init__(self, question: TextQuestion, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(question, theme, parent)
        self._question = question
        self._draft = ""
        self.start = self._make_start() if question.draft else None
        self.field = self._make_field()
        self.parts[""] = self.field
        self.note: QLabel | None = None
        layout = column(self, gap=4)
        self._head = self._make_head()
        layout.addWidget(self._head)
        # What a neighbour is higher by goes to the field, or under a line that cannot grow.
        grows = isinstance(self.field, GrowingText)
        layout.addWidget(self.field, 1 if grows else 0)
        if question.format is not TextFormat.PLAIN:
            self.note = help_label("")
            layout.addWidget(self.note)
        if not grows:
            layout.addStretch(1)
        if self.start is not None:
            QWidget.setTabOrder(self.start, self.field)

    def _make_head(self) -> LevelHead:
        """The prompt, beside it the button that takes the draft, and the help."""
        head, line = LevelHead(self, gap=4), row(gap=8)
        line.addWidget(prompt_label(self._question), 1)
        if self.start is not None:
            line.addWidget(self.start, 0, Qt.AlignmentFlag.AlignBottom)
        head.layout_.addLayout(line)
        if self._question.help:
            head.layout_.addWidget(help_label(self._question.help))
        return head

    @staticmethod
    def level(editors: Sequence[Editor]) -> None:
        """Let the fields of those that are text editors, equally wide, begin at one height."""
        texts = [editor for editor in editors if isinstance(editor, TextEditor)]
        LevelHead.level([editor._head for editor in texts])

    def _make_start(self) -> QPushButton:
        start = button(tr("Start from what you wrote"), "small")
        start.hide()
        start.clicked.connect(self._start)
        return start

    def _make_field(self) -> GrowingText | LineField:
        question = self._question
        field: GrowingText | LineField
        if question.lines == 1:
            field = LineField("", question.prompt, self)
        else:
            field = GrowingText("", question.prompt, self, least=question.lines)
        field.setPlaceholderText(question.hint)
        field.setAccessibleDescription(question.help)
        field.typed.connect(self._typed)
        field.left.connect(self._left)
        return field

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get("", "")
        self.field.show_text(value if isinstance(value, str) else str(value))
        self._tell_reading(final=True)
        self._offer()

    def set_draft(self, text: str) -> None:
        """Offer a text made of earlier answers while the field is empty; "" offers none."""
        self._draft = text
        self._offer()

    def _offer(self) -> None:
        if self.start is not None:
            self.start.setVisible(bool(self._draft) and not self.field.text().strip())

    def _start(self) -> None:
        self.field.setFocus()
        self.field.selectAll()
        if isinstance(self.field, LineField):
            self.field.put_in(self._draft)
        else:
            self.field.insertPlainText(self._draft)

    def _typed(self, mark: str, text: str) -> None:
        self._offer()
        self._tell_reading(final=False)
        self.edited.emit(mark, text or None, True)

    def _left(self) -> None:
        self._tell_reading(final=True)
        self.left.emit()

    def _tell_reading(self, *, final: bool) -> None:
        """Say what was read; what cannot be read is said only when the typing is over."""
        if self.note is None:
            return
        text = self.field.text().strip()
        said = ""
        if text and self._question.format is TextFormat.DATE:
            day = read_date(text)
            said = long_date(day) if day else ""
            if day is None and final:
                said = tr("“{text}” is kept as it is; for a date, write for example {example}.")
                said = said.format(text=text, example=long_date(_EXAMPLE))
        elif text and self._question.format is TextFormat.NUMBER:
            value = read_number(text)
            said = "" if value is None else number(value)
            if value is None and final:
                said = tr("“{text}” is kept as it is; for a number, write for example 12.")
                said = said.format(text=text)
        # What stands in the field already is not said again.
        self.note.setText("" if said == text else said)
