"""Watches the event loop: how long a window, and so a person, waited for its next turn."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from workbook.ui.widgets.chart_canvas import ChartCanvas


class Watchdog(QObject):
    """Asks for every turn of the event loop and remembers the longest wait for one. A turn may do
    several things, so nothing that is done takes longer than what is measured.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0  # milliseconds
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(0)

    def forget(self) -> None:
        """Begin anew."""
        self.longest = 0.0
        self.look_away()

    def look_away(self) -> None:
        """Leave out what has happened since the last turn: it was the measuring itself."""
        self._last = time.perf_counter()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def end(self) -> None:
        """Watch no longer."""
        self._timer.stop()


def until(app: QApplication, done: Callable[[], bool], watchdog: Watchdog | None = None) -> None:
    """Let the window live until something is so, and every chart in sight is drawn."""
    end = time.monotonic() + 20
    while not (done() and all(canvas.fresh for canvas in seen(app))):
        if watchdog is not None:
            watchdog.look_away()
        turn(app)
        if time.monotonic() > end:
            raise TimeoutError("the window has not got so far in 20 seconds")


def turn(app: QApplication) -> None:
    """One turn of the event loop. What is to be deleted goes only in a loop that runs by itself;
    without this every page and sheet that was left would stay, and make all the others slower.
    """
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(app: QApplication, milliseconds: float) -> None:
    """Let the window live for a while."""
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        turn(app)


def seen(app: QApplication) -> list[ChartCanvas]:
    """The charts on the screen, for a page is not drawn before they are."""
    return [
        widget
        for widget in app.allWidgets()
        if isinstance(widget, ChartCanvas) and not widget.visibleRegion().isEmpty()
    ]
