"""The cells of a record: text that grows, a number, one of a few options.

Each keeps what was stored and gives it back unless a person changed what is shown, so that
nothing is lost that the cell shows differently or cannot show. None has an undo of its own: the
rows are undone as a whole, and two histories of one text would undo each other.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from workbook.model.answers import Cell
from workbook.model.guide import Column, ColumnType, Option, Side
from workbook.ui.theme import Theme
from workbook.ui.widgets.fields import PAGE_KEYS, GrowingText, LineField
from workbook.ui.widgets.numbers import number_text, read_number
from workbook.ui.widgets.typing_steps import TypingSteps

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHROME = QSize(16, 10)  # border and padding of both sides, as in the style sheet
_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class TextCell(GrowingText):
    """Text of one to three lines; Enter goes on, so it types no line ends."""

    entered = Signal()
    removed = Signal()
    emptied = Signal()  # Delete was pressed where there is nothing to delete

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(column.id, column.label, parent, least=1, most=3, chrome=_CHROME)
        self.column = column
        self._stored: Cell | None = None
        self._shown = ""
        self.steps = TypingSteps()
        self.setProperty("kind", "cell")
        self.setUndoRedoEnabled(False)

    def value(self) -> Cell | None:
        """What the cell holds, None where it holds nothing."""
        text = self.text()
        return self._stored if text == self._shown else text or None

    def show_value(self, value: Cell | None) -> None:
        """Show a stored value without telling anybody."""
        self._stored = value
        self.show_text("" if value is None else str(value))
        self._shown = self.text()
        self.steps.start_from(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _row_key(self, event, blank=not self.text()):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split("\n")))


class NumberCell(LineField):
    """A number; what is none stays as typed, and `unread()` tells."""

    entered = Signal()
    removed = Signal()
    emptied = Signal()

    def __init__(self, column: Column, parent: QWidget) -> None:
        super().__init__(column.id, column.label, parent)
        self.column = column
        self._stored: Cell | None = None
        self._shown = ""
        self.steps = TypingSteps()
        self.setProperty("kind", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def value(self) -> Cell | None:
        """The number, the text where it is none, None where there is nothing."""
        text = self.text()
        if text == self._shown:
            return self._stored
        read = read_number(text)
        return (text or None) if read is None else read

    def show_value(self, value: Cell | None) -> None:
        """Show a stored value without telling anybody."""
        self._stored = value
        shown = number_text(value) if isinstance(value, int | float) else value or ""
        self.show_text(shown)
        self._shown = self.text()
        self.steps.start_from(self._shown)

    def unread(self) -> bool:
        """Whether something is typed that cannot be read as a number."""
        value = self.value()
        return isinstance(value, str) and bool(value.strip())

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _row_key(self, event, blank=not self.text()):
            super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        at = self.cursorPosition()
        self.setText(text)  # the only way to empty the history that a line keeps of itself
        self.setCursorPosition(at)
        super()._edited(text)


class ChoiceCell(QComboBox):
    """One of a few options, drawn as a chip, or in its side's colour where it has one."""

    picked = Signal()
    left = Signal()
    entered = Signal()
    removed = Signal()
    emptied = Signal()

    def __init__(self, column: Column, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        self._theme = theme
        self._stored: Cell | None = None
        self._shown = -1
        self._at = -1  # which option is chosen, -1 for none
        self.setProperty("kind", "cell")
        self.setAccessibleName(column.label)
        # Where the name of a combo box is spoken as what it holds, this says what it is.
        self.setAccessibleDescription(column.label)
        self.setPlaceholderText(column.hint or column.label)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._activated)

    def value(self) -> Cell | None:
        """The id of the option chosen, None where there is none."""
        if self._at == self._shown:
            return self._stored
        return self.column.options[self._at].id if self._at >= 0 else None

    def show_value(self, value: Cell | None) -> None:
        """Show a stored value without telling anybody."""
        self._stored = value
        ids = [option.id for option in self.column.options]
        self._shown = ids.index(value) if isinstance(value, str) and value in ids else -1
        self._show(self._shown)

    def fill(self) -> None:
        """Make the list. Qt needs a millisecond for it, so it waits until the page is drawn,
        or until somebody turns to the cell.
        """
        if self.count() == 0:
            self.addItems(["–", *(option.label for option in self.column.options)])
            self._show(self._at)

    def showPopup(self) -> None:
        self.fill()
        words = self.view().sizeHintForColumn(0)
        self.view().setMinimumWidth(words + 2 * self._theme.px(8))
        super().showPopup()

    def _show(self, at: int) -> None:
        self._at = at
        if self.count():
            self.setCurrentIndex(at + 1 if at >= 0 else -1)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fill)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.fill()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.fill()
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(13, bold=True))
        words = [option.label for option in self.column.options]
        widest = max(metrics.horizontalAdvance(w) for w in (*words, self.placeholderText()))
        return QSize(widest + self._theme.px(18 + 16), max(self._theme.px(30), 30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in PAGE_KEYS:
            event.ignore()
        elif _row_key(self, event, blank=self._at < 0):
            pass
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._activated(0)
        elif key == Qt.Key.Key_Up and self._at <= 0:
            event.accept()  # not up to the dash, which only the list offers
        elif key == Qt.Key.Key_Down and self._at < 0:
            self._activated(1)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        # What Qt would do for a style is to make the list again, which costs a millisecond each.
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        else:
            super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling the page chooses nothing

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = self.column.options[self._at] if self._at >= 0 else None
        painter.setFont(theme.font(13, bold=option is not None))
        words = option.label if option else self.placeholderText()
        wide = painter.fontMetrics().horizontalAdvance(words)
        chip = QRectF(1, 0, min(wide + theme.px(34), self.width() - 2), theme.px(26))
        chip.moveTop((self.height() - chip.height()) / 2)
        self._paint_chip(painter, chip, option)
        text = chip.adjusted(theme.px(9), 0, -theme.px(20), 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter.value, words)
        _paint_arrow(painter, chip.right() - theme.px(13), chip.center().y(), theme)

    def _paint_chip(self, painter: QPainter, chip: QRectF, option: Option | None) -> None:
        theme = self._theme
        plain = option is None or option.side is not Side.NEITHER
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if plain else theme.color("chip"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 2))
        elif self.underMouse():
            painter.setPen(QPen(theme.color("edge"), 1))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        if option is None:
            painter.setPen(theme.color("faint"))
        elif plain:
            painter.setPen(theme.side_color(option.side))
        else:
            painter.setPen(theme.color("soft"))

    def _activated(self, at: int) -> None:
        self._show(at - 1)
        self.picked.emit()


AnyCell = TextCell | NumberCell | ChoiceCell


def make_cell(column: Column, theme: Theme, parent: QWidget) -> AnyCell:
    """The cell that a column's type asks for."""
    if column.type is ColumnType.CHOICE:
        return ChoiceCell(column, theme, parent)
    return (
        NumberCell(column, parent) if column.type is ColumnType.NUMBER else TextCell(column, parent)
    )


def is_blank(cells: Sequence[AnyCell]) -> bool:
    """Whether no cell says anything."""
    return not any(str(value).strip() for cell in cells if (value := cell.value()) is not None)


def _row_key(cell: AnyCell, event: QKeyEvent, *, blank: bool) -> bool:
    """Whether a key was for the whole row, which is told then."""
    if event.key() in _ENTER:
        cell.entered.emit()
    elif event.key() == Qt.Key.Key_Delete and event.modifiers() & _WITH:
        cell.removed.emit()
    elif event.key() == Qt.Key.Key_Delete and blank:
        cell.emptied.emit()
    else:
        return False
    return True


def _paint_arrow(painter: QPainter, x: float, y: float, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("faint"), 1.5))
    size = theme.px(3.5)
    for side in (-1, 1):
        painter.drawLine(
            QRectF(x + side * size, y - size / 2, 0, 0).topLeft(),
            QRectF(x, y + size / 2, 0, 0).topLeft(),
        )
