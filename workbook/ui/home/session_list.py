"""The list of sessions: rows that open or are selected, by mouse and by keyboard, with a menu."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from workbook.ui.home.session_delegate import SessionDelegate
from workbook.ui.home.sessions_model import Role, SessionsModel
from workbook.ui.theme import Theme
from workbook.ui.widgets.second_click import SecondClick

_HINTED_ROWS = 40  # more never fit a screen


class SessionList(QListView):
    """Shows a SessionsModel. A click on a row opens it where `opens`, else it only selects; with
    Ctrl or Shift it always selects. Signals carry ids.
    """

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)  # and where on the screen
    rename_wanted = Signal(str)
    removal_wanted = Signal(list)
    undo_wanted = Signal()
    escaped = Signal()
    selection_changed = Signal()

    def __init__(self, model: SessionsModel, theme: Theme, *, opens: bool = True) -> None:
        super().__init__()
        self._opens = opens
        self._pressed = QModelIndex()
        self._sessions = model
        self.setProperty("kind", "sessions")
        # A viewport of our own: handed Qt's own one, PySide would first load every kind of widget
        # there is, to find out which it has got, for a tenth of the time to the first window.
        self._rows = QWidget()
        self.setViewport(self._rows)
        self.setModel(model)
        self._delegate = SessionDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        model.modelReset.connect(self.updateGeometry)
        theme.changed.connect(self._restyle)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows, so that what follows stands right below a short list."""
        rows = min(self._sessions.rowCount(), _HINTED_ROWS)
        return QSize(320, rows * self._delegate.row_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """At least one row."""
        return QSize(320, self._delegate.row_height() + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are higher where they are narrow."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def chosen(self) -> list[str]:
        """The ids of the selected rows from top to bottom; the current one where none is."""
        found = sorted(index.row() for index in self.selectedIndexes())
        if not found and self.currentIndex().isValid():
            found = [self.currentIndex().row()]
        return [self._sessions.session(row).id for row in found]

    def current_id(self) -> str:
        """The id of the row that the keyboard is on, "" where it is on none."""
        return self.currentIndex().data(Role.ID) or ""

    def go_to(self, session_id: str, or_row: int = 0, *, select: bool = False) -> None:
        """Put the keyboard on a session, or on this row (or the last) where it is not shown."""
        row = self._sessions.row_of(session_id)
        last = self._sessions.rowCount() - 1
        self.selectionModel().setCurrentIndex(
            self._sessions.index(row if row >= 0 else min(max(or_row, 0), last)),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            if select
            else QItemSelectionModel.SelectionFlag.NoUpdate,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete removes, Escape and undo are passed on."""
        current = self.current_id()
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif key == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._ask_for_menu(self.currentIndex())  # the menu key of keyboards without one
        elif not current:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(current)
        elif key == Qt.Key.Key_F2:
            self.rename_wanted.emit(current)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.removal_wanted.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _on_menu(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        return index.isValid() and self._delegate.menu_rect(self.visualRect(index)).contains(at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the button went down; a click is down and up on one row."""
        at = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._pressed = self.indexAt(at) if left and plain else QModelIndex()
        if self._pressed.isValid() and self._on_menu(at):
            self.setCurrentIndex(self._pressed)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row that was clicked, or its menu."""
        at = event.position().toPoint()
        clicked = self._pressed.isValid() and self.indexAt(at) == self._pressed
        self._pressed = QModelIndex()
        super().mouseReleaseEvent(event)
        if not clicked:
            return
        if self._on_menu(at):
            self._ask_for_menu(self.indexAt(at))
        elif self._opens:
            SecondClick.ignore(self, event.globalPosition().toPoint())
            self.opened.emit(self.current_id())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it already."""
        if not self._opens:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that "⋯" can be clicked, and that a row can be opened."""
        at = event.position().toPoint()
        self._delegate.mouse_row = self.indexAt(at).row()
        self._delegate.menu_row = self._delegate.mouse_row if self._on_menu(at) else -1
        hand = (self._opens and self._delegate.mouse_row >= 0) or self._delegate.menu_row >= 0
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()
        if not event.buttons():  # a press that wanders must not select by drawing a frame
            super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        self._delegate.mouse_row = self._delegate.menu_row = -1
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The row's menu, by right click at the mouse, by key at the row's "⋯"."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_for_menu(self.currentIndex())
        elif (index := self.indexAt(event.pos())).isValid():
            self.menu_wanted.emit(index.data(Role.ID), event.globalPos())

    def _ask_for_menu(self, index: QModelIndex) -> None:
        if index.isValid():
            rect = self._delegate.menu_rect(self.visualRect(index))
            self.menu_wanted.emit(
                index.data(Role.ID), self.viewport().mapToGlobal(rect.bottomLeft())
            )
