"""Loads what draws charts, once the window stands."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal


class Charts(QObject):
    """Loads matplotlib on a thread of its own after the window is drawn; `ready` tells when."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.warm = False
        self._thread: threading.Thread | None = None
        self._free = QTimer(self)  # runs out with the turn of the event loop in which one was drawn
        self._free.setSingleShot(True)
        self._free.setInterval(0)
        self.ready.connect(self._now_warm)

    def warm_up(self) -> None:
        """Start loading, once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._load, name="charts")
            self._thread.start()

    def finish(self) -> None:
        """Wait for the loading to end, so that the program can leave cleanly."""
        if self._thread is not None:
            self._thread.join()

    def take_turn(self) -> bool:
        """Whether a chart may be drawn now: one in each turn of the event loop, so that no window
        waits for several. Whoever may not asks again in the next turn.
        """
        if self._free.isActive():
            return False
        self._free.start()
        return True

    def _load(self) -> None:
        import workbook.charts.figures  # noqa: F401 - loaded here so that drawing finds it warm

        self.ready.emit()

    def _now_warm(self) -> None:
        self.warm = True
