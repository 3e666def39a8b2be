"""Writes a file on a thread of its own, with progress, and can be cancelled."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from workbook.printing.pages.pdf import Cancelled, PrintError, Written


class Export(QObject):
    """One export on a thread of its own. `done` gives what was written, `failed` a sentence,
    `stopped` that it was cancelled; after each of them nothing of it runs any more.

    `write` is an operation that has its arguments but for `progress` and `cancelled`.
    """

    progressed = Signal(int, int)
    done = Signal(object)  # Written
    failed = Signal(str)
    stopped = Signal()
    _ended = Signal(object)

    def __init__(self, write: Callable[..., Written], parent: QObject) -> None:
        super().__init__(parent)
        self.error: BaseException | None = None  # why it failed
        self._stop = threading.Event()
        self._ended.connect(self._tell)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._write = write

    def start(self) -> None:
        """Begin writing."""
        future = self._thread.submit(
            self._write,
            progress=self.progressed.emit,
            cancelled=self._stop.is_set,
        )
        future.add_done_callback(self._ended.emit)

    def cancel(self) -> None:
        """Ask it to stop; `stopped` follows."""
        self._stop.set()

    def finish(self) -> None:
        """Wait for the thread to end."""
        self._thread.shutdown()

    def _tell(self, future: Future[Written]) -> None:
        self._thread.shutdown()
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
        elif isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.error = error
            self.failed.emit(str(error))
            if not isinstance(error, PrintError):  # a mistake in the program: told as any other
                sys.excepthook(type(error), error, error.__traceback__)
