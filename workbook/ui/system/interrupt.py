"""Lets Ctrl-C in the terminal close the window, as its close button would."""

import os
import signal
import sys
import threading
from types import FrameType

from PySide6.QtCore import QObject, Signal


class Interrupt(QObject):
    """Emits `pressed` on the window's thread for each Ctrl-C, from now on until `close`.

    Python acts on a signal only while it runs, and Qt's loop waits outside of Python. So Python
    writes the signal into a pipe the moment it comes, and a thread that reads there wakes the loop.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end, self._beginning = os.pipe()
        if sys.platform != "win32":  # where Python does not ask for it
            os.set_blocking(self._beginning, False)  # a signal never waits for its reader
        self._handler = signal.signal(signal.SIGINT, _leave_to_the_window)
        self._pipe_before = signal.set_wakeup_fd(self._beginning)
        self._thread = threading.Thread(target=self._watch, name="interrupt")
        self._thread.start()

    def close(self) -> None:
        """Let Ctrl-C mean what it meant before, and end the thread."""
        signal.set_wakeup_fd(self._pipe_before)
        signal.signal(signal.SIGINT, self._handler)
        os.close(self._beginning)
        self._thread.join()
        os.close(self._end)

    def _watch(self) -> None:
        while signals := os.read(self._end, 1):  # nothing to read once the beginning is closed
            if signals[0] == signal.SIGINT:
                self.pressed.emit()


def _leave_to_the_window(number: int, frame: FrameType | None) -> None:
    """Instead of Python's KeyboardInterrupt, which would end the program in the middle."""
