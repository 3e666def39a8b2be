"""Edits ratings: several statements on one short scale, each with a note where asked for."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.answers import Value
from workbook.model.guide import Item, Option, RatingsQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label
from workbook.ui.widgets.beside import Beside
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.fields import LineField

_NOTE = ".note"


class _Ends(QWidget):
    """What the lowest and the highest rating mean, above the ends of the buttons."""

    def __init__(self, question: RatingsQuestion, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._theme = question, theme
        self.buttons = question.high - question.low + 1

    def sizeHint(self) -> QSize:
        px, metrics = self._theme.px, QFontMetrics(self._theme.font(13))
        words = sum(metrics.horizontalAdvance(text) for text in self._texts())
        return QSize(max(px(40) * self.buttons, words + px(24)), metrics.height())

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.color("soft"))
        low, high = self._texts()
        box = self.rect()
        box.setWidth(min(self.width(), self.sizeHint().width()))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.drawText(box, left | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(box, right | Qt.AlignmentFlag.AlignVCenter, high)

    def _texts(self) -> tuple[str, str]:
        question = self._question
        return question.low_label, question.high_label


class RatingsEditor(PartsEditor):
    """A row for each statement; what the ends of the scale mean is said once above."""

    def __init__(
        self, question: RatingsQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._question = question
        layout = column(self, gap=theme.px(6))
        if question.low_label or question.high_label:
            head = Beside(theme, self, least=220)
            head.hold(prompt_label(question), _Ends(question, theme, head))
            layout.addWidget(head)
        elif question.prompt:
            layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        for at, item in enumerate(question.items):
            if at and question.notes:
                layout.addSpacing(theme.px(6))
            layout.addWidget(self._row(item))
            if question.notes:
                layout.addWidget(self._note(item))

    def _row(self, item: Item) -> QWidget:
        question = self._question
        numbers = [str(n) for n in range(question.low, question.high + 1)]
        # Translators: one rating of a statement as it is spoken: "Branding: 3 of 4".
        spoken = tr("{item}: {number} of {most}")
        both = Beside(self.theme, self, least=220)
        group = ChoiceRow(
            item.id,
            [Option(n, n) for n in numbers],
            self.theme,
            name=f"{item.label}. {item.text}" if item.text else item.label,
            spoken=[spoken.format(item=item.label, number=n, most=question.high) for n in numbers],
            joined=True,
            equal=True,
            parent=both,
        )
        group.chosen.connect(self._chosen)
        self.parts[item.id] = group
        both.hold(_words(item, both), group)
        return both

    def _note(self, item: Item) -> LineField:
        # Translators: the field for a note on a statement as it is spoken.
        field = LineField(item.id + _NOTE, tr("{item}: note").format(item=item.label), self)
        field.setPlaceholderText(self._question.note_hint)
        field.typed.connect(self._typed)
        field.left.connect(self.left)
        self.parts[field.mark] = field
        return field

    def set_values(self, values: Mapping[str, Value]) -> None:
        for mark, part in self.parts.items():
            value = values.get(mark)
            if isinstance(part, ChoiceRow):
                part.set_value(None if value is None else str(value))
            elif isinstance(part, LineField):
                part.show_text("" if value is None else str(value))

    def _chosen(self, mark: str, choice: object) -> None:
        self.edited.emit(mark, None if choice is None else int(str(choice)), False)

    def _typed(self, mark: str, text: str) -> None:
        self.edited.emit(mark, text or None, True)


def _words(item: Item, parent: QWidget) -> QWidget:
    if not item.text:
        return label(item.label)
    both = QWidget(parent)
    layout = column(both, gap=0)
    layout.addWidget(label(item.label, "strong"))
    layout.addWidget(label(item.text, "soft"))
    return both
