"""Does long work on a thread of its own, so that the window goes on, and tells what came of it."""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal


class _Gate:
    """Lets nothing through any more once it is shut, whichever thread asks."""

    def __init__(self) -> None:
        self._lock, self._open = Lock(), True

    def shut(self) -> None:
        """From here on nothing goes through."""
        with self._lock:
            self._open = False

    def through(self, do: Callable[[], None]) -> None:
        """Do something, unless the gate is shut."""
        with self._lock:
            if self._open:
                do()


class Background(QObject):
    """Does what was asked for last; what was asked for before is dropped, told or not.

    `done` gives what the work gave, `failed` a sentence where it raised what `expected` names.
    Both come on the window's thread.
    """

    done = Signal(object)
    failed = Signal(str)
    _finished = Signal(object)  # the work's future, from the other thread

    def __init__(self, expected: type[Exception], parent: QObject) -> None:
        super().__init__(parent)
        self._expected = expected
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._wanted: Future[object] | None = None
        self._gate = _Gate()
        # Queued even where the work is done at once: nothing is told while the gate is held.
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(partial(_Gate.shut, self._gate))

    def run(self, work: Callable[[], object]) -> None:
        """Do this instead of whatever was asked for before."""
        self.drop()
        self._wanted = self._thread.submit(work)
        tell = partial(self._gate.through, partial(self._finished.emit, self._wanted))
        self._wanted.add_done_callback(lambda _: tell())

    def drop(self) -> None:
        """Nothing is wanted any more: what waits is not begun, what runs is not told."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted.cancel()

    def close(self) -> None:
        """End without waiting; what runs is finished and dropped."""
        self._gate.shut()
        self.drop()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _settle(self, future: Future[object]) -> None:
        if future is not self._wanted:
            return
        self._wanted = None
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
        elif isinstance(error, self._expected):
            self.failed.emit(str(error))
        else:  # a mistake in the program: told as any other
            sys.excepthook(type(error), error, error.__traceback__)
