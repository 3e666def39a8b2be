"""Makes what is to be printed as a PDF file, again whenever something else is wanted."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbook.operations.print_room import CannotPrint
from workbook.printing.pages.pdf import NothingToPrint
from workbook.ui.dialogs.export_job import Export

if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Written

Write = Callable[..., "Written"]  # (path, progress=, cancelled=)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made. A first look holds the beginning only."""

    written: "Written"
    whole: bool


class Making(QObject):
    """Makes one file after another in a folder of its own, which goes with it. Who wants something
    else stops what is being made.
    """

    begun = Signal()
    progressed = Signal(int, int)
    made = Signal(object)  # Made
    failed = Signal(str, bool)  # why, and whether it may be made if it is tried again
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-print-")
        self._numbers = count(1)
        self._running: Export | None = None
        self._wanted: tuple[Write, ...] = ()  # what is still to be made
        self._told = True  # whether anybody wants to know of what is running

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._running is not None

    def make(self, writes: Sequence[Write]) -> None:
        """Make these instead of what was wanted before: first looks, and the whole last."""
        self._wanted = tuple(writes)
        if self._running is not None:
            self._told = False
            self._running.cancel()
        else:
            self._go_on()

    def stop(self) -> None:
        """Make nothing any more; `stopped` follows where something was being made."""
        self._wanted = ()
        if self._running is not None:
            self._running.cancel()

    def close(self) -> None:
        """Stop, wait for the end, and delete what was made."""
        self._wanted = ()
        if self._running is not None:
            self._told = False
            self._running.cancel()
            self._running.finish()
        self._folder.cleanup()

    def _go_on(self) -> None:
        if not self._wanted or self._running is not None:
            return
        write, *rest = self._wanted
        self._wanted = tuple(rest)
        path = Path(self._folder.name) / f"{next(self._numbers)}.pdf"
        self._told = True
        self._running = Export(partial(write, path), self)
        self._running.progressed.connect(self._progressed)
        self._running.done.connect(partial(self._done, not rest))
        self._running.failed.connect(self._failed)
        self._running.stopped.connect(self._stopped)
        self.begun.emit()
        self._running.start()

    def _progressed(self, done: int, pages: int) -> None:
        if self._told:
            self.progressed.emit(done, pages)

    def _done(self, whole: bool, written: "Written") -> None:
        if self._ended():
            self.made.emit(Made(written, whole))
            if not whole and not self._wanted:  # stopped when the first look was just done
                self.stopped.emit()
        else:
            written.path.unlink(missing_ok=True)
        self._go_on()

    def _failed(self, sentence: str) -> None:
        error = self._running.error if self._running is not None else None
        if self._ended():
            self._wanted = ()
            self.failed.emit(sentence, not isinstance(error, CannotPrint | NothingToPrint))
        self._go_on()

    def _stopped(self) -> None:
        if self._ended():
            self.stopped.emit()
        self._go_on()

    def _ended(self) -> bool:
        """Nothing is running any more; whether anybody wants to know what came of it."""
        if self._running is not None:
            self._running.deleteLater()
            self._running = None
        return self._told
