"""What the room sees, and where: the wall's window, or the one screen that both share."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from workbook.documents.wall import WallContent
from workbook.ui.charts import Charts
from workbook.ui.settings import MOTION, Settings
from workbook.ui.theme import Theme
from workbook.ui.wall.check import ScreenCheck
from workbook.ui.wall.layout import TextSize
from workbook.ui.wall.screens import ScreenKeeper, Wish
from workbook.ui.wall.view import WallView
from workbook.ui.wall.window import WallWindow
from workbook.ui.workshop.cockpit.cockpit import Cockpit
from workbook.ui.workshop.workshop import RunningWorkshop

COVER_AGAIN = 20_000  # ms without a key or a click before the controls are covered again
_SIZE, _LIGHT = "audience_size", "audience_light"  # settings


class Projection(QObject):
    """Shows what is on the `Wall` to the room and nothing else. `private` tells that the
    facilitator's own window is what the room looks at, so that nothing of other sessions may stand
    in it; `covered` hands on the view that lies over that window, None where its controls can be
    seen.
    """

    private = Signal(bool)
    covered = Signal(object)  # WallView or None

    def __init__(
        self,
        running: RunningWorkshop,
        cockpit: Cockpit,
        theme: Theme,
        charts: Charts,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._running, self._cockpit, self._settings = running, cockpit, settings
        self._theme, self._charts, self._main = theme, charts, window
        self.cover: Cover | None = None
        self.window = WallWindow(self._make_view())
        self.window.forward.connect(cockpit.go_next)
        self.window.back.connect(cockpit.go_back)
        self.window.blacked.connect(self._tell)
        self.keeper = ScreenKeeper(window, self.window, self.window)
        self.keeper.changed.connect(self._screens_changed)
        running.changed.connect(self.show_now)
        running.counted.connect(self.show_now)
        running.moved.connect(self.show_now)
        running.ticked.connect(self.show_now)
        running.document.answered.connect(self.show_now)

        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.toggle)
        if self.keeper.room is not None:
            self._first.start(0)  # a projector is there: it shows by itself

    def show_now(self) -> None:
        """Hand on what the room may see now; the only thing a wall ever gets."""
        moves = self._settings.flag(MOTION, True) and _desktop_moves()
        if self.shown:
            self.window.view.motion = moves
            self.window.show_value(self._running.wall.content())
        if self.cover is not None:
            self.cover.view.motion = moves
            self.cover.show_value(self._running.wall.content())

    # The second window

    @property
    def shown(self) -> bool:
        """Whether the wall's window is on a screen."""
        return self.window.isVisible()

    def toggle(self) -> None:
        """Show the wall's window, or hide it."""
        if self.shown:
            self.keeper.hide()
            return
        if self.cover is not None:
            self.toggle_one_screen()
        self.window.show_value(self._running.wall.content())
        self.keeper.show()

    @property
    def room_looks_on(self) -> bool:
        """Whether the room sees what stands on the facilitator's screen."""
        return self.cover is not None or self.keeper.mirrored

    def check_screens(self) -> None:
        """Show which screen is which."""
        ScreenCheck(self.keeper, self._main).open()

    def _screens_changed(self) -> None:
        self.show_now()
        self._tell()
        if (self.keeper.wish is Wish.ONE) != (self.cover is not None):
            self.toggle_one_screen()

    def _make_view(self, parent: QWidget | None = None) -> WallView:
        view = WallView(self._theme, self._charts, now=self._running.now, parent=parent)
        view.choose(dark=not self._settings.flag(_LIGHT, False), size=self._size())
        return view

    def _tell(self) -> None:
        self._cockpit.show_wall(
            shown=self.shown, frozen=self.window.frozen, black=self.window.view.is_black
        )

    def toggle_freeze(self) -> None:
        """Keep the wall as it is, or let it follow again."""
        self.window.freeze(not self.window.frozen)
        self._tell()

    def toggle_black(self) -> None:
        """Show the room nothing, or everything again."""
        if self.cover is not None:
            self.cover.view.black(not self.cover.view.is_black)
        else:
            self.window.black(not self.window.view.is_black)

    def size_by(self, steps: int) -> None:
        """Let the room read larger, or smaller."""
        sizes = list(TextSize)
        at = sizes.index(self._size()) + steps
        size = sizes[max(0, min(at, len(sizes) - 1))]
        self._settings.set_text(_SIZE, size.value)
        self._choose(size=size)

    def _size(self) -> TextSize:
        kept = self._settings.text(_SIZE)
        return TextSize(kept) if kept in list(TextSize) else TextSize.NORMAL

    def toggle_light(self) -> None:
        """Let the room read dark on light, or light on dark."""
        light = not self._settings.flag(_LIGHT, False)
        self._settings.set_flag(_LIGHT, light)
        self._choose(dark=not light)

    def _choose(self, *, dark: bool | None = None, size: TextSize | None = None) -> None:
        self.window.view.choose(dark=dark, size=size)
        if self.cover is not None:
            self.cover.view.choose(dark=dark, size=size)

    # One screen for both

    def toggle_one_screen(self) -> None:
        """Let the main window be what the room sees, or the facilitator's own again."""
        cover, self.cover = self.cover, None
        if cover is not None:
            cover.end()
            if self.keeper.wish is Wish.ONE:  # else another way was chosen, and this follows
                self.keeper.choose(Wish.PROJECTOR)
            self._cockpit.share(False)
            self.private.emit(False)
            self._cockpit.take_focus()
            return
        self._cockpit.share(True)
        self.private.emit(True)
        self.cover = Cover(self._make_view(self._main), self._cockpit, self._main)
        self.cover.turned.connect(self._turned)
        self.keeper.choose(Wish.ONE)
        self.show_now()
        self.cover.put_on()

    def _turned(self) -> None:
        cover = self.cover
        self.covered.emit(cover.view if cover is not None and cover.on else None)

    def end(self) -> None:
        """The workshop is left: the room sees nothing any more."""
        self._first.stop()
        self.keeper.hide()
        if self.cover is not None:
            self.toggle_one_screen()
        self.window.deleteLater()
        self.deleteLater()


class Cover(QObject):
    """Lies over the whole window. Escape takes it off for the facilitator's controls; Escape again,
    or some seconds without a key or a click, puts it on. `turned` tells of both.
    """

    turned = Signal()

    def __init__(self, view: WallView, cockpit: Cockpit, window: QWidget) -> None:
        super().__init__(window)
        self.view, self._cockpit, self._window = view, cockpit, window
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(COVER_AGAIN)
        self._idle.timeout.connect(self.put_on)
        self._app = QApplication.instance()
        if isinstance(self._app, QApplication):
            self._app.installEventFilter(self)
            self._app.focusChanged.connect(self._focus_moved)

    @property
    def on(self) -> bool:
        """Whether the room sees the view, and nothing of the controls."""
        return not self.view.isHidden()

    def show_value(self, value: WallContent) -> None:
        """Show what the room may see."""
        self.view.show_value(value)

    def put_on(self) -> None:
        """Cover the controls."""
        self._idle.stop()
        self.view.setGeometry(self._window.rect())
        self.view.show()
        self.view.raise_()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def take_off(self) -> None:
        """Show the controls, for a while."""
        self.view.hide()
        self.turned.emit()
        self._cockpit.take_focus()
        self._idle.start()

    def end(self) -> None:
        """The room is shown nothing here any more."""
        self._idle.stop()
        if isinstance(self._app, QApplication):
            self._app.removeEventFilter(self)
            self._app.focusChanged.disconnect(self._focus_moved)
        self.view.hide()
        self.turned.emit()
        self.view.deleteLater()
        self.deleteLater()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        """Nobody writes behind the cover, whatever a page below it gives the keyboard to."""
        if self.on and now is not None and now is not self.view and now.window() is self._window:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window and kind is QEvent.Type.Resize:
            self.view.setGeometry(self._window.rect())
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.view:
                return self._key(event)
            if self._idle.isActive():
                self._idle.start()
                if event.key() == Qt.Key.Key_Escape and watched is self._window:
                    self.put_on()
                    return True
        elif kind is QEvent.Type.MouseButtonPress and self._idle.isActive():
            self._idle.start()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """What a remote and the facilitator can press while the room looks on."""
        keys = {
            Qt.Key.Key_PageDown: self._cockpit.go_next,
            Qt.Key.Key_PageUp: self._cockpit.go_back,
            Qt.Key.Key_Escape: self.take_off,
        }
        do = keys.get(Qt.Key(event.key()))
        black = event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period)
        if event.isAutoRepeat():
            pass  # a key that is held counts once
        elif do is not None:
            do()
        elif black:
            self.view.black(not self.view.is_black)
        return do is not None or black


def _desktop_moves() -> bool:
    """Whether things may move: a desktop that asks for less motion leaves animations no time."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
