"""One row of records: its cells, its captions where they need two lines, and its removal."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbook.catalogue import tr
from workbook.model.answers import Cell, Record
from workbook.model.guide import Column, ColumnType
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label
from workbook.ui.widgets.cells import AnyCell, ChoiceCell, NumberCell, TextCell, is_blank, make_cell
from workbook.ui.widgets.record_layout import Place, places

_NEEDS = {ColumnType.TEXT: 130, ColumnType.NAMES: 120, ColumnType.NUMBER: 76}
_GAP, _SIDE, _REMOVE, _CAPTION = 6, 9, 30, 17  # pixels before enlarging


def column_places(columns: Sequence[Column], theme: Theme, width: int) -> tuple[Place, ...]:
    """Where the cells of every row stand within a row's width, the removing button left out."""
    px = theme.px
    needs, shares = [], []
    for column in columns:
        need = px(_NEEDS.get(column.type, 0))
        if column.type is ColumnType.NUMBER:
            # Room for the column's name on two lines.
            name = QFontMetrics(theme.font(12)).horizontalAdvance(column.label)
            need = min(max(need, name // 2 + px(30)), px(130))
        if column.type is ColumnType.CHOICE:
            metrics = QFontMetrics(theme.font(13, bold=True))
            words = [*(option.label for option in column.options), column.hint or column.label]
            need = max(metrics.horizontalAdvance(word) for word in words) + px(38)
        needs.append(need)
        fixed = column.type in (ColumnType.CHOICE, ColumnType.NUMBER)
        shares.append(0 if fixed else column.width)
    return places(needs, shares, width - px(_REMOVE + 2 * _SIDE), px(_GAP))


class RecordRow(QWidget):
    """The cells of one record.

    `changed(row, typing)`, `entered(row)` and `removed(row)` tell what a person did in it,
    `left()` that a cell lost the focus or that what is typed now is another step.
    """

    changed = Signal(object, bool)
    entered = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(self, columns: Sequence[Column], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns, self._theme = columns, theme
        self._record: Record = {}
        self._known: dict[int, tuple[Place, ...]] = {}
        self._unread: QLabel | None = None
        self._last = False
        self.first = False
        self.cells: tuple[AnyCell, ...] = tuple(
            make_cell(column, theme, self) for column in columns
        )
        for cell in self.cells:
            self._listen(cell)
        self.remove = button("×", "quiet")
        self.remove.setParent(self)
        # Who writes on with Tab must not meet it on the way; Ctrl+Delete removes by keyboard.
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.setToolTip(tr("Remove this row (Ctrl+Delete)"))
        self.remove.clicked.connect(self._remove)
        self._name()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _listen(self, cell: AnyCell) -> None:
        if isinstance(cell, ChoiceCell):
            cell.picked.connect(self._picked)
        else:
            cell.typed.connect(self._typed)
            cell.left.connect(self._cell_left)
        cell.entered.connect(self._entered)
        cell.removed.connect(self._remove)
        cell.emptied.connect(self._emptied)

    def blank(self) -> bool:
        """Whether nothing is written in the row."""
        return is_blank(self.cells)

    def record(self) -> Record:
        """What is written; what was stored and this question no longer asks for stays."""
        ids = {column.id for column in self._columns}
        record: dict[str, Cell] = {}
        for name, stored in self._record.items():
            if name not in ids:
                record[name] = stored
        for cell in self.cells:
            value = cell.value()
            if value is not None:
                record[cell.column.id] = value
        return record

    def show_record(self, record: Record) -> None:
        """Show a record without telling anybody."""
        self._record = record
        for cell in self.cells:
            cell.show_value(record.get(cell.column.id))
        self._warn()
        self._name()

    def show_last(self, *, last: bool, hint: str) -> None:
        """Show the row as the empty one at the end, which is typed into and cannot be removed."""
        self._last = last
        self.remove.setVisible(not last)
        hinted = False
        for cell in self.cells:
            if isinstance(cell, TextCell):
                wanted = cell.column.hint
                if last and hint and not hinted:
                    wanted = hint
                hinted = True
                if cell.placeholderText() != wanted:
                    cell.setPlaceholderText(wanted)
        self.update()

    # Where things stand

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._boxes(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self.heightForWidth(self._theme.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(36))

    def _column_places(self, width: int) -> tuple[Place, ...]:
        if width not in self._known:
            self._known[width] = column_places(self._columns, self._theme, width)
        return self._known[width]

    def _boxes(self, width: int) -> tuple[list[QRect], int]:
        """The cells' places, and the row's height."""
        px = self._theme.px
        found = self._column_places(width)
        lines = found[-1].line + 1
        caption = px(_CAPTION) if lines > 1 else 0
        boxes, y = [], px(3)
        for line in range(lines):
            tall = px(30)
            here = [(c, p) for c, p in zip(self.cells, found, strict=True) if p.line == line]
            for cell, place in here:
                high = cell.heightForWidth(place.width)
                tall = max(tall, high)
                boxes.append(QRect(px(_SIDE) + place.left, y + caption, place.width, high))
            for box in boxes[-len(here) :]:
                if box.height() < px(30):
                    box.moveTop(box.top() + (px(30) - box.height()) // 2)
            y += caption + tall + px(3)
        if self._unread is not None and self._unread.text():
            y += self._unread.heightForWidth(width - 2 * px(14)) + px(4)
        return boxes, y

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._known.clear()
            self.updateGeometry()

    def settle(self) -> None:
        """Put the cells where they stand now."""
        px, width = self._theme.px, self.width()
        boxes, height = self._boxes(width)
        for cell, box in zip(self.cells, boxes, strict=True):
            if self.isRightToLeft():
                box.moveRight(width - 1 - box.left())
            cell.setGeometry(box)
        cross = QRect(width - px(_REMOVE + 3), boxes[0].top(), px(_REMOVE), px(30))
        if self.isRightToLeft():
            cross.moveLeft(px(3))
        self.remove.setGeometry(cross)
        if self._unread is not None:
            tall = self._unread.heightForWidth(width - 2 * px(14))
            self._unread.setGeometry(px(14), height - tall - px(4), width - 2 * px(14), tall)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # A cell has grown or shrunk.
            self.updateGeometry()
            self.settle()
        return super().event(event)

    # What a person does

    def _typed(self, mark: str, text: str) -> None:
        cell = self.sender()
        if isinstance(cell, TextCell | NumberCell) and cell.steps.begins(text):
            self.left.emit()
        self._name()
        self.changed.emit(self, True)

    def _picked(self) -> None:
        self._name()
        self.changed.emit(self, False)

    def _cell_left(self) -> None:
        self._warn()
        self.left.emit()

    def _entered(self) -> None:
        self.entered.emit(self)

    def _remove(self) -> None:
        self.removed.emit(self)

    def _emptied(self) -> None:
        if self.blank():
            self.removed.emit(self)

    def _warn(self) -> None:
        wrong = [c for c in self.cells if isinstance(c, NumberCell) and c.unread()]
        words = tr("“{text}” is kept as it is; for a number, write for example 3 or 2.5.")
        text = words.format(text=wrong[0].text()) if wrong else ""
        if self._unread is None:
            if not text:
                return
            self._unread = label("", "small")
            self._unread.setParent(self)
        if self._unread.text() != text:
            self._unread.setText(text)
            self._unread.setVisible(bool(text))
            self.updateGeometry()
            self.settle()

    def _name(self) -> None:
        said = [str(value) for cell in self.cells if (value := cell.value()) is not None]
        self.remove.setAccessibleName(tr("Remove {row}").format(row=", ".join(said)))

    # How it is drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        if not self.first:
            painter.fillRect(QRect(0, 0, self.width(), 1), theme.color("line"))
        boxes, _ = self._boxes(self.width())
        found = self._column_places(self.width())
        painter.setPen(theme.color("faint"))
        painter.setFont(theme.font(12))
        if found[-1].line:
            for cell, box in zip(self.cells, boxes, strict=True):
                above = QRect(
                    box.left() + theme.px(8),
                    box.top() - theme.px(_CAPTION),
                    box.width(),
                    theme.px(_CAPTION),
                )
                painter.drawText(above, Qt.AlignmentFlag.AlignVCenter.value, cell.column.label)
        if self._last and self.blank():
            self._paint_hint(painter, boxes)

    def _paint_hint(self, painter: QPainter, boxes: list[QRect]) -> None:
        painter.setFont(self._theme.font(13))
        hint = tr("Enter to add")
        for cell, box in zip(self.cells, boxes, strict=True):
            if isinstance(cell, TextCell):
                used = QFontMetrics(cell.font()).horizontalAdvance(cell.placeholderText())
                own = painter.fontMetrics().horizontalAdvance(hint)
                if used + own + self._theme.px(48) <= box.width():
                    inner = box.adjusted(0, 0, -self._theme.px(8), 0)
                    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                    painter.drawText(inner, flags, hint)
                return
