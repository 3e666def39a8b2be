"""A table into which answers are keyed cell by cell, without opening anything."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from workbook.catalogue import tr
from workbook.model.answers import Value
from workbook.ui.theme import Theme
from workbook.ui.workshop.voting.names_model import NamesModel

_ROW = 34  # pixels before enlarging
_NARROW, _NAMES = 124, 190  # of a column at least, and of the names at most
_LINES = 4  # of words above a column at most
_WITH_TEXT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class CellsView(QTableView):
    """People by spots. Whatever is typed is an answer at once; Enter goes on to the next cell,
    arrows go anywhere, Delete empties. `moved` tells that another cell has the keys, `keyed`
    whether what is typed there is an answer.
    """

    moved = Signal()
    keyed = Signal(bool)

    def __init__(self, theme: Theme, model: NamesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._names = theme, model
        self._text: str | None = None  # being typed
        self._before: Value | None = None  # what was there before
        self.setProperty("kind", "names")
        self.setAccessibleName(tr("Answers by name"))
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as it leaves a list
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        across.setDefaultAlignment(words)
        for header in (across, down):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
            header.setSectionsClickable(False)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)  # else Qt wraps nothing
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px, down = self._theme.px, self.verticalHeader()
        down.setDefaultSectionSize(px(_ROW))
        metrics = QFontMetrics(self._theme.font(14, bold=True))
        names = (metrics.horizontalAdvance(person.name) for person in self._names.people)
        down.setFixedWidth(min(px(_NAMES), max(px(70), max(names, default=0) + px(20))))
        self._spread()

    def _spread(self) -> None:
        """Share the width out where all columns fit in it."""
        count = max(self._names.columnCount(), 1)
        wide = max(self.viewport().width() // count, self._theme.px(_NARROW))
        self.horizontalHeader().setDefaultSectionSize(wide)
        metrics = QFontMetrics(self._theme.font(13, bold=True))
        words = (
            metrics.boundingRect(0, 0, wide - 20, 10_000, Qt.TextFlag.TextWordWrap.value, title)
            for title in self._names.titles
        )
        lines = max((box.height() for box in words), default=0)
        most = _LINES * metrics.lineSpacing()
        self.horizontalHeader().setFixedHeight(min(lines, most) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self._text = None
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        elif key == Qt.Key.Key_Delete:
            self._type("")
        elif key == Qt.Key.Key_Backspace:
            self._type(self._shown()[:-1])
        elif key == Qt.Key.Key_Escape and self._text is not None:
            self._restore()
        elif text.strip() and text.isprintable() and event.modifiers() in _WITH_TEXT:
            self._type((self._text or "") + text)
        else:
            super().keyPressEvent(event)

    def _shown(self) -> str:
        """What Backspace takes the last letter from: nothing of an answer that stands there."""
        return self._text or self._names.typed(self.currentIndex())

    def _type(self, text: str) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if self._text is None:
            self._before = self._names.value(index)
        self._text = text
        self.keyed.emit(self._names.type_in(index, text, self._before))

    def _restore(self) -> None:
        index, before = self.currentIndex(), self._before
        self._text = None
        self._names.type_in(index, "" if before is None else str(before), None)
        self.keyed.emit(True)

    def _go_on(self) -> None:
        """The next cell; after the last of a person, the first of the next one."""
        index = self.currentIndex()
        row, column = index.row(), index.column() + 1
        if column == self._names.columnCount():
            row, column = row + 1, 0
        if row < self._names.rowCount():
            self.setCurrentIndex(self._names.index(row, column))
