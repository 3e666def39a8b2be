"""Runs the operations that write on one background thread: the window never waits for a disk."""

import logging
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from workbook.operations import Change, LibraryError

PATIENCE = 0.05  # seconds the window waits for a commit before it goes on

Then = Callable[[Change | None, str], None]

_log = logging.getLogger(__name__)


class Saver(QObject):
    """The one place that writes: each job is an operation already given its arguments.

    Jobs run one after the other in the order given. `changed` tells what each did, `failed` why
    one could not; both reach the window's thread. A job that failed is for its owner to try again.
    """

    changed = Signal(object)  # Change
    failed = Signal(str)
    closed = Signal()  # the thread is about to end: nothing more is taken
    _finished = Signal(object)  # the job's future, from the other thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="saver")
        self._waiting: dict[Future[Change], Then | None] = {}
        self._finished.connect(self._settle)

    def submit(
        self, job: Callable[[], Change], then: Then | None = None, *, wait: bool = False
    ) -> None:
        """Queue a job. `then` is called on the window's thread with what changed and "", or with
        None and why it failed.

        With `wait` the call returns once the job is on disk, but never later than PATIENCE.
        """
        future = self._thread.submit(job)
        self._waiting[future] = then
        if wait:
            try:
                future.exception(PATIENCE)
            except TimeoutError:
                _log.debug("the disk is slow: told when it is done, like any other job")
            else:
                self._settle(future)
                return
        future.add_done_callback(self._finished.emit)

    def flush(self) -> None:
        """Wait until everything queued has been carried out and told."""
        while self._waiting:
            future = next(iter(self._waiting))
            future.exception()
            self._settle(future)

    def close(self) -> None:
        """Finish what is queued and end the thread."""
        self.flush()
        self.closed.emit()
        self._thread.shutdown()

    def _settle(self, future: Future[Change]) -> None:
        if future not in self._waiting:
            return  # told already, by a flush that came before
        then = self._waiting.pop(future)
        error = future.exception()
        change = None if error else future.result()
        if error is not None:
            self._tell(error)
        if then is not None:
            then(change, str(error) if error else "")
        if change is not None:
            self.changed.emit(change)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, LibraryError):
            _log.info("a change could not be stored", exc_info=error)
            self.failed.emit(str(error))
        else:  # a mistake in the program: told as any other
            sys.excepthook(type(error), error, error.__traceback__)
