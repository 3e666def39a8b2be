"""A page that scrolls where the window is too low for the least it needs, and only there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class LowPage(QWidget):
    """A page that can be lower than it would like; what counts is the least its width allows."""

    def minimumSizeHint(self) -> QSize:
        """Only a width: how high wrapped text is depends on it."""
        layout = self.layout()
        return QSize(layout.totalMinimumSize().width() if layout is not None else 0, 0)

    def heightForWidth(self, width: int) -> int:
        """The least height at a width; a scroll area asks for this one."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1


def scrolled(page: LowPage) -> QScrollArea:
    """The page in a scroll area that gives it all the room there is."""
    area = QScrollArea()
    area.setProperty("kind", "paper")
    page.setProperty("kind", "paper")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    area.setFocusProxy(page)
    return area
