"""Reads what Home lists on one background thread: the window never waits for a long search."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from workbook.operations import LibraryError, Listing


class Lister(QObject):
    """Answers the last question asked, on the window's thread; an answer that comes when another
    has been asked for meanwhile is dropped.

    `listed` brings the answer, `failed` a sentence why there is none.
    """

    listed = Signal(object)  # Listing
    failed = Signal(str)
    _finished = Signal()  # from the other thread

    def __init__(self, read: Callable[[str], Listing], parent: QObject | None = None) -> None:
        """Let `read` find what matches a search; LibraryError where it cannot."""
        super().__init__(parent)
        self._read = read
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="lister")
        self._reading: Future[Listing] | None = None
        self._next: str | None = None  # the search to read for when the thread is free
        self._closed = False
        self._finished.connect(self._settle)

    def ask(self, search: str) -> None:
        """Ask for what matches a search, "" for everything."""
        self._next = search
        if self._reading is None and not self._closed:
            self._start(search)

    def close(self) -> None:
        """End the thread; what it is reading is finished and dropped."""
        self._closed = True
        self._thread.shutdown()

    def _start(self, search: str) -> None:
        self._next = None
        self._reading = self._thread.submit(self._read, search)
        self._reading.add_done_callback(lambda _: self._finished.emit())

    def _settle(self) -> None:
        done, self._reading = self._reading, None
        if self._closed or done is None:
            return
        if self._next is not None:
            self._start(self._next)
            return
        try:
            listing = done.result()
        except LibraryError as error:
            self.failed.emit(str(error))
        else:
            self.listed.emit(listing)
