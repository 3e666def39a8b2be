"""Prints pages of a PDF file through the system's print dialog, or into a file chosen there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.printing.pages.pdf import Cancelled, PrintError, save
from workbook.ui.print_room.pdf_file import PdfFile, some_pages

SHARPEST = 300  # dots an inch; a page of more takes the printer longer, and looks the same
Size = tuple[float, float]  # in points


def ask(title: str, sizes: Sequence[Size], current: int, parent: QWidget | None) -> QPrinter | None:
    """Let a person choose a printer and pages in the system's dialog; None where they cancel.

    Args:
        title: what the printer's queue calls it.
        sizes: widths and heights of the pages.
        current: the number of the page that is looked at, from 0.
        parent: the window over which it opens.

    Raises:
        PrintError: where there is no printer; str() is a sentence for people.
    """
    if not QPrinterInfo.availablePrinterNames():
        # The dialog would offer a file alone, and name it anew: saving does that better.
        raise PrintError(
            tr("No printer is set up on this computer. Save it as PDF, and print that elsewhere.")
        )
    printer = prepared(title, sizes[current])
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setMinMax(1, len(sizes))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def prepared(title: str, size: Size) -> QPrinter:
    """A printer with the paper of a page and the edges of the sheet as those of the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    _lay(printer, size)
    return printer


def pages_to_print(printer: QPrinter, count: int, current: int) -> tuple[int, ...]:
    """The numbers of the pages, from 0, in the order in which they are printed.

    Args:
        printer: as a person has set it.
        count: how many pages there are.
        current: the one that is looked at.
    """
    chosen = range(count)
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        pages = [page for page in chosen if ranges.contains(page + 1)]
    else:
        pages = list(chosen)
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(pages * copies)
    return tuple(page for page in pages for _ in range(copies))


def file_of(printer: QPrinter) -> Path | None:
    """The file that a person has chosen instead of paper, None where they chose a printer."""
    name = printer.outputFileName()
    return Path(name) if name else None


def write_pages(
    path: Path,
    printer: QPrinter,
    pages: Sequence[int],
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Write pages of a PDF file to the file that was chosen instead of paper, whole or not at all;
    how many were written. They are the pages themselves, with their text, and no pictures of them.

    Raises:
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    target = file_of(printer)
    if target is None:
        raise ValueError("a printer takes no file")
    with PdfFile(path) as file:
        sizes = file.sizes
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    own = _is(printer.pageLayout(), sizes[pages[0]]) if pages else True
    if own and list(pages) == list(range(len(sizes))):
        data = path.read_bytes()
    else:
        data = some_pages(path, pages, None if own else (paper.width(), paper.height()))
    if cancelled():
        raise Cancelled
    save(data, target)
    progress(len(pages), len(pages))
    return len(pages)


def print_pages(
    path: Path,
    printer: QPrinter,
    pages: Sequence[int],
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Print pages of a PDF file; how many were printed. Needs no window.

    Each page is printed on paper of its size and direction, unless a person has chosen other
    paper: then on that, made smaller where it has to be.

    Raises:
        PrintError: where the printer does not take them; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    painter = QPainter()
    with PdfFile(path) as file:
        own = _is(printer.pageLayout(), file.sizes[pages[0]]) if pages else True
        try:
            for at, page in enumerate(pages):
                if cancelled():
                    raise Cancelled
                if own:
                    _lay(printer, file.sizes[page])
                if not (printer.newPage() if at else painter.begin(printer)):
                    raise PrintError(_why_not(printer))
                _draw(painter, printer, file, page)
                progress(at + 1, len(pages))
        except BaseException:
            begun = painter.isActive()
            printer.abort()
            _end(painter)
            if begun and printer.outputFileName():  # a file instead of paper
                Path(printer.outputFileName()).unlink(missing_ok=True)
            raise
        _end(painter)
    return len(pages)


def _why_not(printer: QPrinter) -> str:
    path = printer.outputFileName()
    if path:
        return tr("{path} could not be written. Choose another place.").format(path=path)
    words = tr("The printer “{name}” does not take it. Look whether it is on.")
    return words.format(name=printer.printerName())


def _end(painter: QPainter) -> None:
    if painter.isActive():
        painter.end()


def _lay(printer: QPrinter, size: Size) -> None:
    """Let the printer take paper of a size, upright or across."""
    across = size[0] > size[1]
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    orientation = QPageLayout.Orientation
    printer.setPageSize(paper)
    printer.setPageOrientation(orientation.Landscape if across else orientation.Portrait)


def _is(layout: QPageLayout, size: Size) -> bool:
    """Whether a printer has paper of this size, whichever way round."""
    paper = layout.pageSize().size(QPageSize.Unit.Point)
    sides = sorted((paper.width(), paper.height()))
    return all(abs(one - other) < 5 for one, other in zip(sides, sorted(size), strict=True))


def _draw(painter: QPainter, printer: QPrinter, file: PdfFile, page: int) -> None:
    """Draw a page in its true size in the middle of the paper, smaller where that is smaller."""
    resolution = printer.resolution()
    paper = printer.pageLayout().fullRectPixels(resolution)
    width, height = (side * resolution / 72 for side in file.sizes[page])
    share = min(1.0, paper.width() / width, paper.height() / height)
    if share > 0.99:  # the same paper, whose sides are whole points to a printer
        share = 1.0
    place = QRect(0, 0, round(width * share), round(height * share))
    place.moveCenter(QRect(0, 0, paper.width(), paper.height()).center())
    dots = min(resolution, SHARPEST) / resolution
    image = file.draw(page, round(place.width() * dots), round(place.height() * dots))
    # Flat colours and letters stay sharp, and are smaller than as the photograph that Qt sends.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.drawImage(place, image)
