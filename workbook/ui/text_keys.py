"""What keys and menus do in the focused text, and which keys it must leave to the window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TextKeys(QObject):
    """Watches only the focused widget. Presenter remotes send Page Up and Down, which turn pages
    also while a text has the focus; undo goes to the window where the text has nothing to undo.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def _focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        inside = now is not None and self._window.isAncestorOf(now)
        self._watched = now if inside else None
        if self._watched is not None:
            self._watched.destroyed.connect(self._gone)
            self._watched.installEventFilter(self)

    def _gone(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if self._for_window(watched, event):
            event.ignore()
            return True
        return False

    @staticmethod
    def _for_window(watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _PAGES and plain:
            return True
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        return (undo and not can_undo(watched)) or (redo and not can_redo(watched))


def can_undo(field: QObject | None) -> bool:
    """Whether a text field has something of its own to undo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()


def can_redo(field: QObject | None) -> bool:
    """Whether a text field has something of its own to redo."""
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isRedoAvailable()


def undo_in_text() -> bool:
    """Undo in the focused text; False where it has nothing to undo."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit) and can_undo(field):
        field.undo()
        return True
    return False


def redo_in_text() -> bool:
    """Redo in the focused text; False where it has nothing to redo."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit) and can_redo(field):
        field.redo()
        return True
    return False


def edit_text(what: str) -> None:
    """Do "cut", "copy", "paste" or "selectAll" in the focused text, if there is one."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        getattr(field, what)()
