"""What is used of ReportLab beyond its user guide: the objects of a file, and how a page ends.

ReportLab documents its canvas. It has no tags, fonts only of its own making, and writes streams as
letters; what is done about that reaches into `canvas._doc` and `pdfbase.pdfdoc` here and nowhere
else. pyproject.toml allows only the minors with which this was tried, and
tests/printing/type/test_reportlab_parts.py says which part another one would have changed.
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import IO, Any, NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workbook.printing.type.file_writer import FileWriter

_EFFORT = 6  # of zlib: more costs time and saves little


class Shown(NamedTuple):
    """What a page shows: the numbers of its operators and of the fonts and states in them, and
    the size of its paper as a PDF file has it.
    """

    contents: int
    resources: int
    box: str


class Roots(NamedTuple):
    """The numbers under which what holds a file together is to be written by hand."""

    pages: int
    bookmarks: int
    tags: int


class OpenCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's canvas, to whose file objects can be added, without a font in it yet."""

    def __init__(self, target: IO[bytes], size: tuple[float, float], **options: Any) -> None:
        """`size` in points; the same drawing always leaves the same bytes."""
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1, **options)
        # ReportLab's would depend on an environment variable, and on no page's content.
        self._doc.signature = hashlib.md5(usedforsecurity=False)

    def set_created(self, moment: datetime) -> None:
        """The date that the file bears, as the moment's own clock shows it, named as UTC."""
        stamp = self._doc._timeStamp
        stamp.YMDhms = moment.timetuple()[:6]
        stamp.dhh = stamp.dmm = 0

    @property
    def is_begun(self) -> bool:
        """Whether anything is drawn on the page. ReportLab's `pageHasData` says the contrary."""
        return bool(self._code)

    def end_page(self, parents: int | None) -> None:
        """End the page; `parents` is the key of its marked pieces in the tree of tags, None where
        it has none.
        """
        for code in self._code:
            self._doc.updateSignature(code.encode("latin-1"))
        name = self._doc.thisPageName()
        super().showPage()
        page = self._doc.idToObject[name]
        # ReportLab would write the compressed bytes as letters (ASCII 85), larger and slowly.
        page.Contents = stream(page.stream.encode("latin-1"))
        if parents is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
            page.StructParents = parents

    def add_object(self, value: Any) -> Any:
        """Give an object a number of its own in the file; what refers to it."""
        return self._doc.Reference(value)

    def add_font(self, name: str, font: Any) -> None:
        """Let all pages know a font, an object of the file, by this name."""
        self._doc.idToObject["BasicFonts"].dict[name] = font

    def set_tags(self, tree: Any) -> None:
        """Let the file be a tagged one; `tree` refers to the root of its tags."""
        self._doc.Catalog.StructTreeRoot = tree
        self._doc.Catalog.MarkInfo = dictionary({"Marked": "true"})

    def take_pages(self) -> list[Shown]:
        """Take all pages out of the file, and leave what they show for pages that are written by
        hand.
        """
        document, found = self._doc, []
        for at, page in enumerate(document.Pages.pages):
            own = page_reference(at)
            page.Parent = own  # or it would bring ReportLab's own tree of pages along
            page.check_format(document)
            document.idToObject[own.name] = page.Resources  # nothing else needs the page's number
            contents = self.add_object(page.Contents)
            box = pdfdoc.format(page.MediaBox, document).decode("ascii")
            found.append(Shown(self.number_of(contents), self.number_of(own), box))
        return found

    def number_of(self, reference: Any) -> int:
        """The number of the object that is referred to."""
        return int(self._doc.idToObjectNumberAndVersion[reference.name][0])

    def begin_file(self) -> tuple[FileWriter, Roots]:
        """Begin the file with all that was added, so that more is written behind it: first of all
        the roots of its pages, bookmarks and tags, which ReportLab knows nothing of here.
        """
        document, catalogue = self._doc, self._doc.Catalog
        document.info.digest(document.signature)
        roots = [self.add_object(dictionary({})) for _ in Roots._fields]
        catalogue.Pages, catalogue.Outlines, _ = roots
        self.set_tags(roots[-1])
        file = FileWriter(
            document._pdfVersion,
            self.number_of(self.add_object(catalogue)),
            self.number_of(self.add_object(document.info)),
            document.signature,
        )
        by_hand = Roots(*map(self.number_of, roots))
        while (number := file.next_number) in document.numberToId:  # more come as it is formatted
            file.reserve(1)
            if number not in by_hand:
                value = document.idToObject[document.numberToId[number]]
                file.add(number, pdfdoc.format(value, document, toplevel=1))
        return file, by_hand

    def _make_preamble(self) -> None:
        # ReportLab's own also chooses Helvetica, which then is a font in the file, not embedded.
        self._preamble = "1 0 0 1 0 0 cm"


def dictionary(entries: Mapping[str, Any]) -> Any:
    """A dictionary of a PDF file. It can be filled later as Python's can."""
    return pdfdoc.PDFDictionary(dict(entries))


def array(items: Sequence[Any]) -> Any:
    """An array of a PDF file."""
    return pdfdoc.PDFArray(items)


def string(text: str) -> Any:
    """A text of a PDF file, escaped."""
    return pdfdoc.PDFString(text)


def stream(data: bytes, **entries: Any) -> Any:
    """A compressed stream. ReportLab's own filter would turn the bytes into text first."""
    return pdfdoc.PDFStream(
        dictionary({"Filter": "/FlateDecode", **entries}), zlib.compress(data, _EFFORT), filters=()
    )


def page_reference(number: int) -> Any:
    """What refers to a page, from 0, even before it is drawn."""
    return pdfdoc.PDFObjectReference(f"Page{number + 1}")
