"""Small fonts, small documents, and PDF files read back."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from workbook.documents.blocks import Block, Document
from workbook.model.paper import Paper
from workbook.printing.pages.writer import Drawn, Writer
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.machine_fonts import MachineFonts

CREATED = "2026-11-22T10:00:00+00:00"


def document(*blocks: Block, title: str = "River Street Makers", **words: str) -> Document:
    """A document of these blocks; its other words can be given too."""
    given = {
        "subtitle": "What we are for.", "kicker": "Community Purpose Workbook",
        "date": "22 November 2026", "footer": "Made with the Community Purpose Workbook",
        "author": "Ana Duarte", "subject": "A summary", "language": "en", "created": CREATED,
    }  # fmt: skip
    return Document(title=title, blocks=blocks, **{**given, **words})


def bare_fonts(language: str = "") -> Fonts:
    """Fonts on a machine that has none of its own, for words in a language."""
    return Fonts(MachineFonts([]), language=language)


def drawn(made: Document, paper: Paper = Paper.A4, fonts: Fonts | None = None) -> Drawn:
    """The document drawn, by default on a machine without fonts of its own."""

    def nothing(*_: object) -> None:
        return

    return Writer(made, paper.size, fonts or bare_fonts(made.language), nothing, nothing).draw()


def read(data: bytes) -> pypdf.PdfReader:
    """The file as pypdf sees it."""
    return pypdf.PdfReader(BytesIO(data), strict=True)


def texts(data: bytes) -> list[str]:
    """The text of each page as pypdf reads it."""
    return [page.extract_text() for page in read(data).pages]


def seen(data: bytes) -> list[str]:
    """The text of each page as PDFium, which is in Chromium, reads it."""
    pdf = pypdfium2.PdfDocument(data)
    return [pdf[i].get_textpage().get_text_range() for i in range(len(pdf))]


def whole(text: str) -> str:
    """Text with every space and line end as one space."""
    return " ".join(text.split())


def unhyphened(text: str) -> str:
    """Text without any hyphen, so that words parted at line ends equal those that are not."""
    return whole(text.replace("-\n", "").replace("-", ""))


def ink(data: bytes, page: int = 0) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of everything that is not white, in points from the upper left;
    None for an empty page.
    """
    pdf = pypdfium2.PdfDocument(data)
    image = pdf[page].render(scale=1).to_pil().convert("L").point(lambda v: 255 if v < 250 else 0)
    box = image.getbbox()
    return tuple(float(n) for n in box) if box else None  # type: ignore[return-value]


def build_font(
    path: Path, characters: str, *, name: str = "Tiny", cff: bool = False,
    blank: bool = False, width: int = 600,
) -> Path:  # fmt: skip
    """A font whose characters are squares, or nothing at all."""
    order = [".notdef", *(f"g{ord(c):X}" for c in characters)]
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(c): f"g{ord(c):X}" for c in characters})
    pens = [T2CharStringPen(width, None) if cff else TTGlyphPen(None) for _ in order]
    for pen in pens:
        if not blank:
            pen.moveTo((50, 0))
            for point in ((50, 700), (550, 700), (550, 0)):
                pen.lineTo(point)
            pen.closePath()
    if cff:
        shapes = {g: pen.getCharString() for g, pen in zip(order, pens, strict=True)}
        builder.setupCFF(name, {"FullName": name}, shapes, {})
    else:
        builder.setupGlyf({g: pen.glyph() for g, pen in zip(order, pens, strict=True)})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (width, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(path)
    return path


def fonts_in(folder: Path | Sequence[Path]) -> Fonts:
    """Fonts on a machine that keeps its own in this folder alone."""
    return Fonts(MachineFonts([folder] if isinstance(folder, Path) else folder))
