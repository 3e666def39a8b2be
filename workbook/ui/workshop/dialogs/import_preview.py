"""The first rows of a table from a file, and above each column what becomes of it."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QWidget

from workbook.catalogue import tr
from workbook.catalogue.words import shorten
from workbook.model.workshop import Spot
from workbook.operations.importing import Columns, Sheet
from workbook.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_ROWS = 4  # of the file that are shown
_CELL = 80  # characters of a cell that are shown
_HEADER = 160  # characters of a header
_WIDE, _TALL, _TOP = 216, 30, 46  # pixels before enlarging
_LINES = 3  # of a header
_NOT_USED, _SLIP = "", "slip"


class _Model(QAbstractTableModel):
    """The first line is for choosing; below it a sample, of what is private only why."""

    def __init__(self, sheet: Sheet, columns: Columns, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._columns = sheet, columns

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + min(_ROWS, len(self._sheet.rows))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sheet.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            private = index.column() in self._columns.private and index.row()
            side = Qt.AlignmentFlag.AlignTop if private else Qt.AlignmentFlag.AlignVCenter
            return Qt.AlignmentFlag.AlignLeft | side
        return None

    def _text(self, row: int, column: int) -> str:
        reason = self._columns.private.get(column)
        if reason is not None:
            return (tr("Never taken"), reason)[row] if row < 2 else ""
        if row == 0:
            return ""  # a choice stands there
        return shorten(" ".join(self._sheet.rows[row - 1].cells[column].split()), _CELL)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return column_name(self._sheet, section)
        return None


def column_name(sheet: Sheet, index: int) -> str:
    """The header of a column, its number where it has none."""
    header = shorten(sheet.headers[index], _HEADER)
    return header or tr("Column {number}").format(number=index + 1)


class _Choice(QComboBox):
    """A box that lets the wheel scroll the table it stands in. `entered` tells of the focus."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Preview(QTableView):
    """`chosen` tells that a column is for something else now; `spots` and `slips` say for what.

    The boxes for choosing are made as they come into sight: a file may have a thousand columns.
    """

    chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        sheet: Sheet,
        columns: Columns,
        targets: Sequence[tuple[Spot, str]],
        parent: QWidget,
        *,
        slips: bool,
    ) -> None:
        super().__init__(parent)
        self._theme, self._sheet, self._columns = theme, sheet, columns
        self._targets = targets
        self._with_slips = slips
        self.spots: dict[int, Spot] = dict(columns.spots)
        self.slips = columns.slips if slips else None
        self.boxes: dict[int, _Choice] = {}
        self._high = 0
        self.setAccessibleName(tr("The columns of the file"))
        self.setModel(_Model(sheet, columns, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes have the keys
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)  # else Qt wraps nothing
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        rows = self.model().rowCount()
        for column in columns.private:
            self.setSpan(1, column, rows - 1, 1)
        self.horizontalScrollBar().valueChanged.connect(self._make_boxes)
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px, across = self._theme.px, self.horizontalHeader()
        across.setDefaultSectionSize(px(_WIDE))
        metrics = QFontMetrics(self._theme.font(13, bold=True))
        wrap = Qt.TextFlag.TextWordWrap.value
        lines = max(
            metrics.boundingRect(
                0, 0, px(_WIDE) - 20, 10_000, wrap, column_name(self._sheet, at)
            ).height()
            for at in range(len(self._sheet.headers))
        )
        head = min(lines, _LINES * metrics.lineSpacing()) + 12
        across.setFixedHeight(head)
        rows = self.model().rowCount()
        self.setRowHeight(0, px(_TOP))
        for at in range(1, rows):
            self.setRowHeight(at, px(_TALL))
        bar = self.horizontalScrollBar().sizeHint().height() + 4
        self._high = head + px(_TOP) + px(_TALL) * (rows - 1) + bar
        self.setMaximumHeight(self._high)
        self.setMinimumHeight(head + px(_TOP) + px(_TALL) + bar)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_boxes()

    def _make_boxes(self) -> None:
        """Make the boxes of the columns that are seen, and of the next one, to which Tab goes."""
        first, last = self.columnAt(0), self.columnAt(self.viewport().width() - 1)
        for at in range(max(first, 0), len(self._sheet.headers)):
            if at not in self._columns.private:
                if at not in self.boxes:
                    self._make_box(at)
                if at > last >= 0:
                    return

    def _make_box(self, at: int) -> None:
        index = self.model().index(0, at)
        box = self.boxes[at] = self._box(at)
        box.entered.connect(partial(self.scrollTo, index))
        self.setIndexWidget(index, box)
        before = max((each for each in self.boxes if each < at), default=None)
        if before is not None:
            QWidget.setTabOrder(self.boxes[before], box)

    def _box(self, column: int) -> _Choice:
        box = _Choice(self)
        box.setAccessibleName(
            tr("Use of the column “{header}”").format(header=column_name(self._sheet, column))
        )
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.addItem(tr("Not used"), _NOT_USED)
        for spot, words in self._targets:
            box.addItem(words, spot)
        if self._with_slips:
            box.addItem(tr("Slip code"), _SLIP)
        box.setCurrentIndex(self._place(column))
        box.currentIndexChanged.connect(partial(self._chosen, column))
        view = box.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + self._theme.px(40))
        return box

    def _place(self, column: int) -> int:
        """Where in the box stands what a column is for."""
        if column == self.slips:
            return len(self._targets) + 1
        spot = self.spots.get(column)
        return next((at for at, (each, _) in enumerate(self._targets, 1) if each == spot), 0)

    def _chosen(self, column: int, place: int) -> None:
        self.spots.pop(column, None)
        if column == self.slips:
            self.slips = None
        if 0 < place <= len(self._targets):
            self.spots[column] = self._targets[place - 1][0]
        elif place > len(self._targets):
            before, self.slips = self.slips, column
            if before is not None and before in self.boxes:  # only one column can hold slips
                self.boxes[before].setCurrentIndex(0)
        self.chosen.emit()
