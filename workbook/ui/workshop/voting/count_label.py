"""The count of an open round: large, and lit for a moment when it changes."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from workbook.catalogue import ntr, tr
from workbook.ui.theme import Theme

LIT = 160  # ms


class CountLabel(QLabel):
    """How many have answered: "9 of 14"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "title")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(8, 0, 8, 0)
        self._dark = QTimer(self)
        self._dark.setSingleShot(True)
        self._dark.setInterval(LIT)
        self._dark.timeout.connect(self.update)

    def show_count(self, counted: int, people: int, spoken: str) -> None:
        """Show a count; `spoken` is it in a sentence."""
        words = ntr("{n} answer", "{n} answers", counted).format(n=counted)
        if people > 0:
            words = tr("{counted} of {people}").format(counted=counted, people=people)
        if self.text() != words:
            self.setText(words)
        if self.accessibleName() != spoken:
            self.setAccessibleName(spoken)

    def light(self) -> None:
        """Tell without a sound that something was taken, or taken back."""
        self._dark.start()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dark.isActive():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("chip"))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
            painter.end()
        super().paintEvent(event)
