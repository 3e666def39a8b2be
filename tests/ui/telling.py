"""What a window that only tells something has said."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.seeing import words


class Reader(QObject):
    """Reads the next window that waits for an answer, and gives it."""

    def __init__(self, window: QWidget, *, accept: bool = False) -> None:
        super().__init__(window)
        self.said = ""
        self.kind: type[QDialog] | None = None
        self._accept = accept
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._timer.stop()
            self.said, self.kind = words(dialog), type(dialog)
            dialog.accept() if self._accept else dialog.reject()
