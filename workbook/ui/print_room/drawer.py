"""Draws pages on a thread of their own, what is looked at first, and keeps the last ones."""

import sys
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage

from workbook.ui.print_room.pdf_file import PdfFile

_KEPT = 96 * 2**20  # bytes of drawn pages


class Wish(NamedTuple):
    """A page, from 0, in a size in pixels, or a part of it."""

    page: int
    width: int
    height: int
    part: tuple[int, int, int, int] | None = None  # left, top, width, height


class Drawer(QObject):
    """Shows one PDF file at a time. The old one is looked at until the new one is open, and is then
    deleted. `opened` tells the sizes of its pages in points, `drawn` that a wish has its image.
    """

    opened = Signal(object)  # tuple[tuple[float, float], ...]
    drawn = Signal(object)  # Wish
    _opened = Signal(object)  # Future[PdfFile]
    _drawn = Signal(object, object, object)  # PdfFile, Wish, Future[QImage]

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._opening: set[Future[PdfFile]] = set()  # files that were asked for and not taken yet
        self._file: PdfFile | None = None
        self._images: dict[Wish, QImage] = {}  # the one drawn or asked for last stands last
        self._before: dict[Wish, QImage] = {}
        self._wishes: list[Wish] = []
        self._busy: Wish | None = None
        self._closed = False
        for told, take in ((self._opened, self._take_file), (self._drawn, self._take_image)):
            told.connect(take, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path | None:
        """The file that is shown, None before the first one."""
        return self._file.path if self._file else None

    def show(self, path: Path) -> None:
        """Show this file, which nobody else changes, as soon as it is open."""
        opening = self._thread.submit(PdfFile, path)
        self._opening.add(opening)
        opening.add_done_callback(self._opened.emit)

    def clear(self) -> None:
        """Show nothing."""
        old, self._file = self._file, None
        self._images, self._before, self._wishes = {}, {}, []
        if old is not None:
            self._thread.submit(_discard, old)
        self.opened.emit(())

    def want(self, wishes: Sequence[Wish]) -> None:
        """Draw these, the first one first, instead of what was wanted before."""
        self._wishes = [wish for wish in wishes if wish not in self._images]
        self._go_on()

    def image(self, wish: Wish) -> QImage | None:
        """What was drawn, None where it was not yet."""
        found = self._images.pop(wish, None)
        if found is not None:
            self._images[wish] = found
        return found

    def nearly(self, wish: Wish) -> QImage | None:
        """What was drawn, or what the file before has there: better than a white sheet."""
        return self.image(wish) or self._before.get(wish)

    def close(self) -> None:
        """Close the file, and wait until nobody draws any more."""
        self._closed = True
        self._wishes = []
        self._thread.shutdown(cancel_futures=True)
        if self._file is not None:
            self._file.close()
        # Nobody may be left to be told that it is open. Windows deletes no file that still is, and
        # PDFium, which bears no second thread, would close it whenever Python finds it forgotten.
        for opening in self._opening:
            if not opening.cancelled() and opening.exception() is None:
                opening.result().close()

    def _take_file(self, future: "Future[PdfFile]") -> None:
        self._opening.discard(future)
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
            return
        old, self._file = self._file, future.result()
        if self._closed:
            self._file.close()
            return
        self._before, self._images, self._wishes = self._images, {}, []
        if old is not None:
            self._thread.submit(_discard, old)
        self.opened.emit(self._file.sizes)

    def _go_on(self) -> None:
        if self._busy is not None or not self._wishes or self._file is None or self._closed:
            return
        wish = self._busy = self._wishes.pop(0)
        part = QRect(*wish.part) if wish.part else None
        future = self._thread.submit(self._file.draw, wish.page, wish.width, wish.height, part)
        future.add_done_callback(partial(self._drawn.emit, self._file, wish))

    def _take_image(self, file: PdfFile, wish: Wish, future: "Future[QImage]") -> None:
        self._busy = None
        if file is self._file and not future.cancelled():
            self._keep(wish, future.result())
            self.drawn.emit(wish)
        self._go_on()

    def _keep(self, wish: Wish, image: QImage) -> None:
        self._images[wish] = image
        self._before.pop(wish, None)
        held = sum(each.sizeInBytes() for each in self._images.values())
        while held > _KEPT and len(self._images) > 1:
            held -= self._images.pop(next(iter(self._images))).sizeInBytes()


def _discard(file: PdfFile) -> None:
    file.close()
    file.path.unlink(missing_ok=True)
