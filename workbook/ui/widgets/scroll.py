"""An area that scrolls down only, around a page that is as wide as the area."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class _Inner(QWidget):
    """As high as its words need at the width it is given, and no higher: Qt would take the height
    that they need when squeezed into the narrowest width.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Scroll(QScrollArea):
    """Scrolls what does not fit in height. `inner` wants a layout; `kind` is paper or surface."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = _Inner()
        for widget in (self, self.inner):
            widget.setProperty("kind", kind)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.inner)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.measure)

    def measure(self) -> None:
        """Measure the page anew: wrapped words are measured rightly only once they have their
        font from the style sheet, and Qt does not look again by itself.
        """
        layout = self.inner.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            # Told now and not with the next events: nothing is painted in the height of before.
            QCoreApplication.sendEvent(self.inner, QEvent(QEvent.Type.LayoutRequest))
