"""A bar that says what has just been done and offers to take it back."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import tr
from workbook.ui.widgets.basics import button, label, row
from workbook.ui.widgets.focus import holds_focus

STAYS = 15_000  # milliseconds; never less while the mouse is on it or the focus in it


class Toast(QFrame):
    """Hidden until `say`. `undo` is what was given to `say` and is done once at most."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._undo: Callable[[], None] | None = None
        self._label = label("", "toast", wrap=False)
        self.undo_button = button(tr("Undo"), "toast")
        self.undo_button.setToolTip(
            QKeySequence(QKeySequence.StandardKey.Undo).toString(
                QKeySequence.SequenceFormat.NativeText
            )
        )
        self.close_button = button("×", "toast")
        self.close_button.setAccessibleName(tr("Close this message"))
        layout = row(self, margins=(16, 8, 8, 8), gap=8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._time_is_up)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence, read it out, and offer to take back what it tells of."""
        self._label.setText(text)
        self._undo = undo
        self.undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()
        # Named here alone: what is imported by name is made at once, and has many names itself.
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(self, text))

    def undo(self) -> bool:
        """Take back what it tells of; False where there is nothing to take back."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        self.dismiss()
        undo()
        return True

    def dismiss(self) -> None:
        """Hide; what it told of can no longer be taken back here."""
        held_focus = holds_focus(self)
        self._timer.stop()
        self._undo = None
        self.hide()
        if held_focus:
            self.closed.emit()

    def _time_is_up(self) -> None:
        if holds_focus(self) or self.underMouse():
            self._timer.start()
        else:
            self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, undo takes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)
