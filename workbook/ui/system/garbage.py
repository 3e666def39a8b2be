"""Looks for garbage on the window's thread alone, where whatever of Qt it finds may be deleted."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # ms between looks


class Garbage(QObject):
    """From `start` on, looks in Python's place for objects that only hold each other.

    Python itself looks on whichever thread has just made an object, and deletes there what it
    finds. A widget that is deleted on another thread than its own takes the program down while
    that one draws or sends events: rarely, and on a busy machine more often.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on, and keep Python from it; it stays kept from it after `stop`."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look among as many generations of objects as Python would by itself."""
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        full = [age for age, (count, most) in enumerate(made) if count > most]
        if full:
            gc.collect(full[-1])
