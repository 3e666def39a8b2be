"""Edits records: rows of typed columns, with an empty one at the end to type into."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbook.model.answers import Record, Value, is_empty
from workbook.model.guide import Column, ColumnType, RecordsQuestion
from workbook.ui.editors.parts import PartsEditor, help_label, prompt_label
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, frame
from workbook.ui.widgets.cells import ChoiceCell
from workbook.ui.widgets.record_row import RecordRow, column_places


class _Header(QWidget):
    """The columns' names above the rows; gone where rows carry captions of their own."""

    def __init__(self, columns: Sequence[Column], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns, self._theme = columns, theme
        self._known: dict[int, list[QRect]] = {}  # boxes by width, for which layouts ask often
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return max((box.height() for box in boxes), default=0)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._known.clear()

    def _boxes(self, width: int) -> list[QRect]:
        if width not in self._known:
            self._known[width] = self._found_boxes(width)
        return self._known[width]

    def _found_boxes(self, width: int) -> list[QRect]:
        px, found = self._theme.px, column_places(self._columns, self._theme, width)
        if found[-1].line:
            return []
        metrics = QFontMetrics(self._theme.font(12))
        boxes = []
        for each, place in zip(self._columns, found, strict=True):
            space = place.width - px(16)
            flags = Qt.TextFlag.TextWordWrap.value
            tall = metrics.boundingRect(0, 0, space, 1000, flags, each.label).height()
            boxes.append(QRect(px(9 + 8) + place.left, 0, space, tall + px(8)))
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("soft"))
        bottom = Qt.AlignmentFlag.AlignBottom.value | Qt.TextFlag.TextWordWrap.value
        for each, box in zip(self._columns, self._boxes(self.width()), strict=False):
            low = QRect(box)
            low.setBottom(self.height() - self._theme.px(2))
            right = each.type is ColumnType.NUMBER
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(low, bottom | side.value, each.label)


class RecordsEditor(PartsEditor):
    """A card of rows. Enter goes to the first text of the empty row at the end, from wherever it
    is pressed.
    """

    plain = True

    def __init__(
        self, question: RecordsQuestion, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, theme, parent)
        self._question = question
        self.rows: list[RecordRow] = []
        layout = column(self, gap=theme.px(4))
        layout.addWidget(prompt_label(question))
        if question.help:
            layout.addWidget(help_label(question.help))
        card = frame("card")
        layout.addWidget(card)
        self._card = card
        self._stack = column(card, margins=(1, 1, 1, 1), gap=0)
        if _needs_header(question.columns):
            self._stack.addWidget(_Header(question.columns, theme, card))
        self._add()

    def set_values(self, values: Mapping[str, Value]) -> None:
        value = values.get("")
        wanted = [r for r in value if isinstance(r, Mapping)] if isinstance(value, tuple) else []
        wanted = [record for record in wanted if not is_empty((record,))]
        if wanted == list(self._records()):
            return
        held = self._focused()
        while len(self.rows) < len(wanted) + 1:
            self._add()
        if held is not None and held[0] > len(wanted):
            self.rows[len(wanted)].cells[held[1]].setFocus()
        while len(self.rows) > len(wanted) + 1:
            self._take(self.rows[-1])
        for row, record in zip(self.rows, [*wanted, {}], strict=True):
            row.show_record(record)
        self._show_last()

    def current_mark(self) -> str:
        return ""

    def focus_mark(self, mark: str) -> None:
        if self._focused() is None:
            self.rows[0].cells[0].setFocus()

    def _focused(self) -> tuple[int, int] | None:
        """Which row, and in it which cell, has the focus."""
        for at, row in enumerate(self.rows):
            for cell_at, cell in enumerate(row.cells):
                if cell.hasFocus():
                    return at, cell_at
        return None

    def _records(self) -> tuple[Record, ...]:
        return tuple(row.record() for row in self.rows if not row.blank())

    def _add(self) -> None:
        row = RecordRow(self._question.columns, self.theme, self._card)
        row.first = not self.rows
        row.changed.connect(self._changed)
        row.entered.connect(self._entered)
        row.removed.connect(self._removed)
        row.left.connect(self.left)
        # A row that comes later would be the last stop of the window.
        before: QWidget | None = self.rows[-1].cells[-1] if self.rows else None
        for each in row.cells:
            if before is not None:
                QWidget.setTabOrder(before, each)
            before = each
        self.rows.append(row)
        self._stack.addWidget(row)
        if self._card.isVisible():
            row.show()
        self._show_last()

    def _take(self, row: RecordRow) -> None:
        self.rows.remove(row)
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.rows[0].first = True

    def _show_last(self) -> None:
        for row in self.rows:
            row.show_last(last=row is self.rows[-1], hint=self._question.add_hint)

    def _tell(self, *, typing: bool) -> None:
        self.edited.emit("", self._records() or None, typing)

    def _changed(self, row: RecordRow, typing: bool) -> None:
        if not self.rows[-1].blank():
            self._add()
        self._tell(typing=typing)

    def _entered(self, row: RecordRow) -> None:
        # A choice would swallow the sentence that is typed next.
        cells = self.rows[-1].cells
        text = next((cell for cell in cells if not isinstance(cell, ChoiceCell)), cells[0])
        text.setFocus(Qt.FocusReason.TabFocusReason)

    def _removed(self, row: RecordRow) -> None:
        at, was_blank = self.rows.index(row), row.blank()
        if row is self.rows[-1] and was_blank:
            return
        held = [cell.hasFocus() for cell in row.cells]
        column_at = held.index(True) if True in held else 0
        if row is self.rows[-1]:
            self._add()
        self._take(row)
        self._show_last()
        self.rows[at].cells[column_at].setFocus(Qt.FocusReason.TabFocusReason)
        if not was_blank:
            self._tell(typing=False)


def _needs_header(columns: Sequence[Column]) -> bool:
    """Whether a column could be taken for something else: figures, names, or texts beside texts."""
    texts = [each for each in columns if each.type is not ColumnType.CHOICE]
    return len(texts) > 1 or any(each.type is not ColumnType.TEXT for each in texts)
