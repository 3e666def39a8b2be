"""Which screen is the room's: puts the wall's window there, keeps the facilitator's off it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from workbook.ui.wall.window import WallWindow

RAISE = 100  # ms after which the system has given the focus to whom it wanted
_WHOLE = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized


class Screen(Protocol):
    """What is asked of a screen."""

    def name(self) -> str:
        """What the system calls it, the same whenever it is plugged in."""

    def geometry(self) -> QRect:
        """Its place among all screens."""


S = TypeVar("S", bound=Screen)


class Wish(StrEnum):
    """How the room is to see the wall."""

    PROJECTOR = "projector"  # a second screen is filled by itself
    WINDOW = "window"  # a window, for screen sharing
    ONE = "one"  # there is one screen: the main window itself shows it, and this one never


def mirrored(screens: Sequence[Screen]) -> bool:
    """Whether two screens show the same: then the room sees all that the facilitator does."""
    return any(
        one.geometry().intersects(other.geometry())
        for at, one in enumerate(screens)
        for other in screens[:at]
    )


def choose_screen(screens: Sequence[S], main: S | None, preferred: str = "") -> S | None:
    """The screen for the room: another one than the facilitator's, which does not mirror it; the
    one of the preferred name where it is among several. None where there is none.
    """
    others = [s for s in screens if main is None or not s.geometry().intersects(main.geometry())]
    named = [screen for screen in others if screen.name() == preferred]
    return next(iter(named or others), None) if main is not None else None


class Show(StrEnum):
    """How the wall's window is to stand."""

    FULL = "full"
    WINDOW = "window"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Plan(Generic[S]):
    """Where both windows belong."""

    show: Show
    room: S | None  # the screen to fill
    home: S | None  # the facilitator's screen
    move_main: bool  # whether the facilitator's window has to go back to it


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of the screens while some of them are not there."""

    home: str = ""  # the name of the facilitator's screen
    room: str = ""  # and of the room's
    filled: bool = False  # whether the room's was filled: once it is gone, nothing takes its place


def plan(screens: Sequence[S], main_on: S | None, known: Known, wish: Wish) -> Plan[S]:
    """Where both windows belong now.

    Args:
        screens: those that are there.
        main_on: the one on which the facilitator's window is, which may just have gone.
        known: what is remembered.
        wish: how the room is to see it.
    """
    home = main_on if main_on in screens else next(iter(screens), None)
    before = next((screen for screen in screens if screen.name() == known.home), None)
    if home is not None and before is not None and home.name() == known.room:
        home = before  # the system has put it on the room's screen
    room = choose_screen(screens, home, known.room) if wish is Wish.PROJECTOR else None
    show = Show.FULL if room is not None else Show.WINDOW
    if wish is Wish.ONE or (room is None and wish is Wish.PROJECTOR and known.filled):
        show = Show.HIDDEN
    return Plan(show, room, home, room is not None and home is not main_on)


class ScreenKeeper(QObject):
    """Shows the wall's window where it belongs, while it is wanted, whatever is plugged in.

    `changed` tells that it is shown or not, or that there are other screens.
    """

    changed = Signal()

    def __init__(self, main: QWidget, window: WallWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._main, self._window = main, window
        self._wish, self._wanted, self._known = Wish.PROJECTOR, False, Known()
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise RuntimeError("there are no screens before there is an application")
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self.follow)
        for screen in app.screens():
            screen.geometryChanged.connect(self.follow)
        window.closed.connect(self.hide)

    @property
    def wish(self) -> Wish:
        """How the room is to see it."""
        return self._wish

    @property
    def shown(self) -> bool:
        """Whether the wall's window can be seen somewhere."""
        return self._window.isVisible()

    @property
    def mirrored(self) -> bool:
        """Whether two screens show the same."""
        return mirrored(QGuiApplication.screens())

    @property
    def home(self) -> QScreen | None:
        """The facilitator's screen."""
        return self._plan().home

    @property
    def room(self) -> QScreen | None:
        """The screen that the room sees, None where there is no other one, or it is not wished."""
        return self._plan().room

    def choose(self, wish: Wish) -> None:
        """Let the room see it in another way from now on."""
        self._wish = wish
        self._known = Known(self._known.home, self._known.room)
        self.follow()

    def show(self) -> None:
        """Show the wall's window: on the projector, or where there is none in a window."""
        self._wanted = True
        self._known = Known(self._known.home, self._known.room)
        self.follow()

    def hide(self) -> None:
        """Show it no longer."""
        self._wanted = False
        self.follow()

    def swap(self) -> None:
        """Let the facilitator's and the room's screen change places."""
        found = self._plan()
        if found.home is not None and found.room is not None:
            self._known = Known(found.room.name(), found.home.name(), self._known.filled)
            self.follow()

    def follow(self) -> None:
        """Put both windows where they belong now."""
        found = self._plan()
        if found.home is not None and found.room is not None:
            filled = self._known.filled or self._wanted
            self._known = Known(found.home.name(), found.room.name(), filled)
        if not self._wanted or found.show is Show.HIDDEN:
            self._window.hide()
        if found.home is not None and found.move_main:
            bring(self._main, found.home)
        active = QApplication.activeWindow()
        if self._wanted and found.room is not None:
            self._fill(found.room)
        elif self._wanted and found.show is Show.WINDOW:
            self._in_a_window()
        if active is not None and active.isVisible():
            active.activateWindow()  # some systems give the focus to whatever fills a screen
            if found.show is Show.WINDOW and self.shown:
                # ... which raises it above a window that one has just asked to see.
                QTimer.singleShot(RAISE, self._window, self._window.raise_)
        self.changed.emit()

    def _plan(self) -> Plan[QScreen]:
        screens = QGuiApplication.screens()
        return plan(screens, self._main.screen(), self._known, self._wish)

    def _fill(self, screen: QScreen) -> None:
        window = self._window
        if window.isFullScreen() and window.isVisible():
            if window.geometry() == screen.geometry():
                return
            window.hide()  # a window that fills one screen can't be moved to another
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setScreen(screen)
        window.setGeometry(screen.geometry())
        window.showFullScreen()

    def _in_a_window(self) -> None:
        window = self._window
        if window.isVisible() and not window.isFullScreen():
            return
        window.hide()
        window.setWindowState(Qt.WindowState.WindowNoState)
        bring(window, self._main.screen())
        window.showNormal()

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.follow)
        self.follow()

    def _removed(self) -> None:
        """At once, before the system moves what was on it; then again, when it has."""
        self.follow()
        QTimer.singleShot(0, self, self.follow)


def bring(window: QWidget, screen: QScreen) -> None:
    """Put a window in the middle of a screen, as large as it was where there is room for that."""
    state, area = window.windowState(), screen.availableGeometry()
    if state & _WHOLE:
        window.setWindowState(state & ~_WHOLE)
    place = QRect(area.topLeft(), window.size().boundedTo(area.size()))
    place.moveCenter(area.center())
    window.setScreen(screen)
    window.setGeometry(place)
    if state & _WHOLE:
        window.setWindowState(state)
