"""An area that scrolls down only, around a page that is as wide as the area."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Scroll(QScrollArea):
    """Scrolls what does not fit in height. `kind` is "paper" or "surface"."""

    def __init__(self, inner: QWidget, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for widget in (self, inner):
            widget.setProperty("kind", kind)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.measure)

    def measure(self) -> None:
        """Measure the page anew: wrapped words are measured rightly only once they have their
        font from the style sheet, and Qt does not look again by itself.
        """
        layout = self.widget().layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            self.widget().updateGeometry()
