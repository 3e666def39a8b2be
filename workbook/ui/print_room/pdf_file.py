"""Draws pages of a PDF file, or takes some of them out of it, from whichever thread."""

import ctypes
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from threading import Lock
from types import TracebackType

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

_ONE_AT_A_TIME = Lock()  # PDFium bears no second thread, not even with another file
_WHITE = 0xFFFFFFFF


class PdfFile:
    """An open PDF file. `sizes` are the widths and heights of its pages, in points.

    Raises:
        pypdfium2.PdfiumError: where it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with _ONE_AT_A_TIME:
            self._file = pypdfium2.PdfDocument(path)
            count = range(len(self._file))
            self.sizes = tuple(self._file.get_page_size(page) for page in count)
        self._open = True

    def draw(self, page: int, width: int, height: int, part: QRect | None = None) -> QImage:
        """A page, drawn so large that all of it takes `width` by `height` pixels.

        Args:
            page: its number, from 0.
            width: of the whole page, in pixels.
            height: of the whole page, in pixels.
            part: the part of those pixels that is wanted; all of them if not given.

        Raises:
            ValueError: where the file has been closed meanwhile.
        """
        wanted = part or QRect(0, 0, width, height)
        # Four bytes a pixel in the order in which both know them.
        image = QImage(wanted.size(), QImage.Format.Format_RGB32)
        with _ONE_AT_A_TIME:
            if not self._open:
                raise ValueError("the file is closed")
            drawn = self._file[page]
            try:
                _draw(drawn, image, QRect(-wanted.x(), -wanted.y(), width, height))
            finally:
                drawn.close()
        return image

    def close(self) -> None:
        """Close it; a second time nothing happens."""
        with _ONE_AT_A_TIME:
            if self._open:
                self._open = False
                self._file.close()

    def __enter__(self) -> "PdfFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()


def some_pages(path: Path, pages: Sequence[int], paper: tuple[float, float] | None) -> bytes:
    """Some pages of a PDF file as another one, drawn as they were: text stays text.

    Args:
        path: the file.
        pages: their numbers, from 0, in the order in which they come; some may come again.
        paper: width and height in points of the paper on which they stand, in the middle and made
            smaller where they have to be; each on its own if not given.

    Raises:
        pypdfium2.PdfiumError: where the file cannot be read.
    """
    with _ONE_AT_A_TIME:
        made = pypdfium2.PdfDocument.new()
        file = pypdfium2.PdfDocument(path)
        try:
            for page in pages:  # one by one: PDFium takes none twice at once
                made.import_pages(file, [page])
            if paper is not None:
                for at in range(len(made)):
                    _put_on(made[at], paper)
            into = BytesIO()
            made.save(into)
        finally:
            file.close()
            made.close()
    return into.getvalue()


def _put_on(page: pypdfium2.PdfPage, paper: tuple[float, float]) -> None:
    """Let a page stand on paper of another size."""
    width, height = page.get_size()
    share = min(1.0, paper[0] / width, paper[1] / height)
    left, low = (paper[0] - width * share) / 2, (paper[1] - height * share) / 2
    place = pdfium.FS_MATRIX(share, 0, 0, share, left, low)
    seen = pdfium.FS_RECTF(left, low + height * share, left + width * share, low)
    pdfium.FPDFPage_TransFormWithClip(page, ctypes.byref(place), ctypes.byref(seen))
    page.set_mediabox(0, 0, *paper)
    page.close()


def _draw(page: pypdfium2.PdfPage, image: QImage, place: QRect) -> None:
    """Draw a page straight into the memory of an image."""
    bits = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
    bitmap = pdfium.FPDFBitmap_CreateEx(
        image.width(), image.height(), pdfium.FPDFBitmap_BGRx, bits, image.bytesPerLine()
    )
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, image.width(), image.height(), _WHITE)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page, place.x(), place.y(), place.width(), place.height(), 0, 0
        )
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
