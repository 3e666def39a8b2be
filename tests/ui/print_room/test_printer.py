"""What comes out of a printer: the pages that were asked for, on paper of their size."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.ui.print_room.conftest import PATIENCE, Opened
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout
from workbook.printing.pages.pdf import Cancelled, PrintError
from workbook.ui.print_room.pdf_file import PdfFile
from workbook.ui.print_room.printer import (
    SHARPEST,
    ask,
    pages_to_print,
    prepared,
    print_pages,
    write_pages,
)

LEFT = Qt.MouseButton.LeftButton
A4, A3, LETTER, ACROSS = (595.28, 841.89), (841.89, 1190.55), (612.0, 792.0), (841.89, 595.28)
Range = QPrinter.PrintRange


def paper(path: Path, sizes: Sequence[tuple[float, float]]) -> Path:
    """A PDF file of these pages, each with a black square of an inch at one inch from its corner,
    and a red one in the opposite corner.
    """
    canvas = Canvas(str(path))
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(72, height - 144, 72, 72, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(width - 72, 0, 72, 72, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.showPage()
    canvas.save()
    return path


def into(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def quiet(_done: int, _of: int) -> None:
    """Nobody watches."""


def never() -> bool:
    return False


def sizes(path: Path) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(path).pages]
    return [(round(float(box.width)), round(float(box.height))) for box in boxes]


def colour(path: Path, page: int, x: float, y: float) -> tuple[int, int, int]:
    """What is printed at a place in inches from the upper left corner, at 100 dots an inch."""
    with PdfFile(path) as file:
        width, height = (round(side / 72 * 100) for side in file.sizes[page])
        return (
            file.draw(page, width, height).pixelColor(round(x * 100), round(y * 100)).getRgb()[:3]
        )


def test_each_page_is_printed_on_its_paper_in_its_true_size(tmp_path: Path) -> None:
    made = paper(tmp_path / "a.pdf", [A4, ACROSS, A3, LETTER])
    out = tmp_path / "out.pdf"
    done: list[tuple[int, int]] = []
    count = print_pages(
        made, into(prepared("a", A4), out), range(4), progress=lambda *at: done.append(at),
        cancelled=never,
    )  # fmt: skip
    assert count == 4
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert sizes(out) == [(595, 842), (842, 595), (842, 1191), (612, 792)]
    for page in range(4):
        for x, y in ((1.05, 1.05), (1.95, 1.95), (1.5, 1.5)):
            assert max(colour(out, page, x, y)) < 60
        for x, y in ((0.95, 1.5), (2.05, 1.5), (1.5, 0.95), (1.5, 2.05)):
            assert min(colour(out, page, x, y)) > 200
        width, height = (side / 72 for side in sizes(out)[page])
        red, *others = colour(out, page, width - 0.1, height - 0.1)  # to the very edge
        assert red > 200
        assert max(others) < 60


def test_pages_are_as_sharp_as_print(tmp_path: Path) -> None:
    made = paper(tmp_path / "a.pdf", [A4])
    out = tmp_path / "out.pdf"
    print_pages(made, into(prepared("a", A4), out), [0], progress=quiet, cancelled=never)
    (image,) = PdfReader(out).pages[0].images
    width, _ = ImageReader(image.image).getSize()
    assert width == pytest.approx(A4[0] / 72 * SHARPEST, abs=3)


def test_other_paper_that_was_chosen_is_taken_and_the_page_fits_on_it(tmp_path: Path) -> None:
    made = paper(tmp_path / "a.pdf", [A3, A3])
    printer = into(prepared("a", A3), tmp_path / "out.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_pages(made, printer, [0, 1], progress=quiet, cancelled=never)
    assert sizes(tmp_path / "out.pdf") == [(595, 842)] * 2
    share = 595.28 / 841.89
    assert max(colour(tmp_path / "out.pdf", 1, 1.5 * share, 1.5 * share)) < 60
    assert min(colour(tmp_path / "out.pdf", 1, 2.1 * share, 1.5 * share)) > 200


def test_larger_paper_does_not_enlarge(tmp_path: Path) -> None:
    made = paper(tmp_path / "a.pdf", [A4])
    printer = into(prepared("a", A4), tmp_path / "out.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    print_pages(made, printer, [0], progress=quiet, cancelled=never)
    left, top = (A3[0] - A4[0]) / 144, (A3[1] - A4[1]) / 144
    assert max(colour(tmp_path / "out.pdf", 0, left + 1.5, top + 1.5)) < 60
    assert min(colour(tmp_path / "out.pdf", 0, left + 2.1, top + 1.5)) > 200


def set_to(first: int, last: int) -> Callable[[QPrinter], None]:
    def change(printer: QPrinter) -> None:
        printer.setPrintRange(Range.PageRange)
        printer.setFromTo(first, last)

    return change


def some(printer: QPrinter) -> None:
    printer.setPrintRange(Range.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1-2,5,9"))


def this_page(printer: QPrinter) -> None:
    printer.setPrintRange(Range.CurrentPage)


def backwards(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)


def twice(printer: QPrinter) -> None:
    set_to(1, 2)(printer)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)


def each_twice(printer: QPrinter) -> None:
    twice(printer)
    printer.setCollateCopies(False)


@pytest.mark.parametrize(
    ("change", "pages"),
    [
        (lambda _printer: None, [0, 1, 2, 3, 4, 5]),
        (set_to(2, 4), [1, 2, 3]),
        (set_to(6, 9), [5]),
        (some, [0, 1, 4]),
        (this_page, [3]),
        (backwards, [5, 4, 3, 2, 1, 0]),
        (twice, [0, 1, 0, 1]),
        (each_twice, [0, 0, 1, 1]),
    ],
)
def test_the_pages_are_those_that_were_asked_for(
    tmp_path: Path, change: Callable[[QPrinter], None], pages: list[int]
) -> None:
    printer = into(prepared("a", A4), tmp_path / "out.pdf")
    change(printer)
    assert list(pages_to_print(printer, 6, 3)) == pages


def test_what_is_cancelled_leaves_no_half_file(tmp_path: Path) -> None:
    made, out = paper(tmp_path / "a.pdf", [A4] * 5), tmp_path / "out.pdf"
    seen: list[int] = []
    with pytest.raises(Cancelled):
        print_pages(
            made, into(prepared("a", A4), out), range(5),
            progress=lambda done, _: seen.append(done), cancelled=lambda: len(seen) == 2,
        )  # fmt: skip
    assert seen == [1, 2]
    assert not out.exists()


def test_what_is_cancelled_before_it_begins_leaves_the_old_file(tmp_path: Path) -> None:
    made, out = paper(tmp_path / "a.pdf", [A4]), tmp_path / "out.pdf"
    out.write_text("old")
    with pytest.raises(Cancelled):
        print_pages(
            made, into(prepared("a", A4), out), [0], progress=quiet, cancelled=lambda: True
        )  # fmt: skip
    assert out.read_text() == "old"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(tmp_path: Path) -> None:
    made = paper(tmp_path / "a.pdf", [A4])
    printer = into(prepared("a", A4), tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(PrintError, match="nowhere"):
        print_pages(made, printer, [0], progress=quiet, cancelled=never)


def test_the_system_is_asked_with_the_paper_of_the_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbook.ui.print_room import printer as module

    asked = []

    def answer(dialog: module.QPrintDialog) -> int:
        asked.append((dialog.minPage(), dialog.maxPage(), dialog.printer().pageLayout()))
        return 1 if len(asked) < 3 else 0

    monkeypatch.setattr(module.QPrintDialog, "exec", answer)
    monkeypatch.setattr(module.QPrinterInfo, "availablePrinterNames", lambda: ["Desk"])
    for size, orientation in ((A4, "Portrait"), (ACROSS, "Landscape")):
        printer = ask("Ballots", [LETTER, size], 1, None)
        assert printer is not None
        assert printer.docName() == "Ballots"
        first, last, layout = asked[-1]
        assert (first, last) == (1, 2)
        assert layout.pageSize().id() is QPageSize.PageSizeId.A4
        assert layout.orientation() is getattr(QPageLayout.Orientation, orientation)
    assert ask("Ballots", [A4], 0, None) is None  # they cancelled


@pytest.fixture
def onto_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes every printer for one with paper, though what comes out goes to a file."""
    monkeypatch.setattr("workbook.ui.print_room.printer.file_of", lambda _: None)


@pytest.mark.usefixtures("onto_paper")
def test_printing_from_the_room_says_how_far_it_is_and_what_went(
    qtbot: QtBot, open_room: Opened, tmp_path: Path
) -> None:
    room = open_room(Handout.SUMMARY, built_in_example("workshop"))
    out = tmp_path / "out.pdf"
    asked: list[object] = []

    def chosen(*given: object) -> QPrinter:
        asked.extend(given)
        printer = into(prepared("a", A4), out)
        set_to(2, 3)(printer)
        return printer

    room.ask_printer = chosen
    qtbot.mouseClick(room.print_button, LEFT)
    assert not room.print_button.isEnabled()
    assert not room.options.isEnabled()
    qtbot.waitUntil(lambda: "2 pages went to the printer" in room.told.text(), timeout=PATIENCE)
    assert asked[0] == "River Street Makers – Summary"
    assert len(PdfReader(out).pages) == 2
    assert room.print_button.isEnabled()
    assert room.options.isEnabled()


@pytest.mark.usefixtures("onto_paper")
def test_printing_can_be_stopped(qtbot: QtBot, open_room: Opened, tmp_path: Path) -> None:
    room = open_room()
    out = tmp_path / "out.pdf"
    room.ask_printer = lambda *_: into(prepared("a", A4), out)
    qtbot.mouseClick(room.print_button, LEFT)
    qtbot.waitUntil(lambda: "page 2 of" in room.preview.doing.text(), timeout=PATIENCE)
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Stopped" in room.told.text(), timeout=PATIENCE)
    assert room.isVisible()
    assert not out.exists()


def test_a_file_chosen_instead_of_paper_gets_the_pages_themselves(
    qtbot: QtBot, open_room: Opened, tmp_path: Path
) -> None:
    room = open_room()
    every, out = room.preview.view.pages, tmp_path / "out.pdf"
    assert room._made is not None
    real = room._made.written.path.read_bytes()
    room.ask_printer = lambda *_: into(prepared("a", room.preview.view.sizes[0]), out)
    qtbot.mouseClick(room.print_button, LEFT)
    told = f"{every} pages were written to {out}"
    qtbot.waitUntil(lambda: told in room.told.text(), timeout=PATIENCE)
    assert out.read_bytes() == real

    def second(*_: object) -> QPrinter:
        printer = into(prepared("a", room.preview.view.sizes[0]), out)
        set_to(2, 2)(printer)
        return printer

    room.ask_printer = second
    qtbot.mouseClick(room.print_button, LEFT)
    qtbot.waitUntil(
        lambda: f"1 page was written to {out}" in room.told.text(), timeout=PATIENCE
    )  # fmt: skip
    (page,) = PdfReader(out).pages
    assert page.extract_text() == PdfReader(BytesIO(real)).pages[1].extract_text()
    assert list(tmp_path.iterdir()) == [out]


def test_a_file_on_other_paper_holds_the_pages_made_smaller(tmp_path: Path) -> None:
    made, out = paper(tmp_path / "a.pdf", [A3, A3]), tmp_path / "out.pdf"
    printer = into(prepared("a", A3), out)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert write_pages(made, printer, [1, 0, 0], progress=quiet, cancelled=never) == 3
    assert sizes(out) == [(595, 842)] * 3
    share = 595.28 / 841.89
    for page in range(3):
        assert max(colour(out, page, 1.5 * share, 1.5 * share)) < 60
        assert min(colour(out, page, 2.1 * share, 1.5 * share)) > 200
    assert len(PdfReader(out).pages[0].images) == 0


def test_what_cannot_be_written_or_is_stopped_leaves_the_old_file(tmp_path: Path) -> None:
    made, out = paper(tmp_path / "a.pdf", [A4]), tmp_path / "out.pdf"
    out.write_text("old")
    with pytest.raises(Cancelled):
        write_pages(
            made, into(prepared("a", A4), out), [0], progress=quiet, cancelled=lambda: True
        )  # fmt: skip
    assert out.read_text() == "old"
    nowhere = into(prepared("a", A4), tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(PrintError, match="nowhere"):
        write_pages(made, nowhere, [0], progress=quiet, cancelled=never)


def test_without_a_printer_the_room_says_what_to_do(
    qtbot: QtBot, open_room: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbook.ui.print_room import printer as module

    monkeypatch.setattr(module.QPrinterInfo, "availablePrinterNames", lambda: [])
    room = open_room(Handout.SLIPS)
    room.activateWindow()
    qtbot.mouseClick(room.print_button, LEFT)
    assert "No printer is set up on this computer. Save it as PDF" in room.told.text()
    assert room.focusWidget() is room.save_button


def test_who_cancels_the_dialog_prints_nothing(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(Handout.SLIPS)
    room.ask_printer = lambda *_: None
    qtbot.mouseClick(room.print_button, LEFT)
    assert room.print_button.isEnabled()
    assert room.told.text() == ""


def test_a_printed_page_has_no_margins_of_the_printer() -> None:
    printer = prepared("a", A4)
    assert printer.fullPage()
    full = printer.pageLayout().fullRectPixels(printer.resolution())
    assert QSizeF(full.size()).width() == pytest.approx(A4[0] / 72 * printer.resolution(), rel=0.01)
