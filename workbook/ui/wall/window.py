"""The window on the wall: it shows what the room may see, and hands on what a remote sends."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.documents.wall import WallContent
from workbook.ui.wall.view import WallView
from workbook.ui.widgets.basics import column

_ON = (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up)
_BLACK = (Qt.Key.Key_B, Qt.Key.Key_Period)  # presenter remotes send either


class WallWindow(QWidget):
    """Shows an `WallView` and nothing else. It never takes the focus by itself; where it has
    got it, a presenter remote works all the same: its keys come out as `forward` and `back`.
    Closing it hides it.
    """

    forward = Signal()
    back = Signal()
    blacked = Signal(bool)  # whether it is black now
    closed = Signal()

    def __init__(self, view: WallView) -> None:
        """A window, not shown yet, for this view."""
        super().__init__()
        # No name of a group: the title shows in task bars and in lists of windows to share.
        self.setWindowTitle(tr("Audience screen"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 200)
        self.resize(960, 600)
        self.view = view
        column(self, gap=0).addWidget(view)
        self._latest = view.value
        self._frozen = False

    @property
    def frozen(self) -> bool:
        """Whether it keeps showing what it showed."""
        return self._frozen

    def show_value(self, value: WallContent) -> None:
        """Show this; while it is frozen, once it thaws."""
        self._latest = value
        if not self._frozen:
            self.view.show_value(value)

    def freeze(self, frozen: bool) -> None:
        """Keep showing what is shown, or follow again. Nothing on the wall tells of it."""
        self._frozen = frozen
        if not frozen:
            self.view.show_value(self._latest)

    def black(self, black: bool) -> None:
        """Show nothing but black, or everything again."""
        if black != self.view.is_black:
            self.view.black(black)
            self.blacked.emit(black)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        if event.matches(QKeySequence.StandardKey.FullScreen):
            self.fill_screen(not self.isFullScreen())
        elif not plain:
            super().keyPressEvent(event)
        elif key in (*_ON, *_BACK, *_BLACK) and event.isAutoRepeat():
            event.accept()  # a key that is held counts once
        elif key in _ON:
            self.forward.emit()
        elif key in _BACK:
            self.back.emit()
        elif key in _BLACK:
            self.black(not self.view.is_black)
        elif key == Qt.Key.Key_Escape:
            self.fill_screen(False)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fill_screen(not self.isFullScreen())

    def fill_screen(self, full: bool) -> None:
        """Fill the screen it is on, or be a window again; a hidden one stays hidden."""
        if full != self.isFullScreen() and self.isVisible():
            self.showFullScreen() if full else self.showNormal()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
