"""The canvas that every page is drawn on: ReportLab's, with fonts and tags of our own in it."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import IO, Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from workbook.printing.type.embedding import embed, flate
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag, attach


class Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas whose text comes from `text.draw_line` and whose fonts are embedded on saving."""

    def __init__(self, target: IO[bytes], size: tuple[float, float], fonts: Fonts,
                 **options: Any) -> None:  # fmt: skip
        """`size` in points; the same drawing always leaves the same bytes."""
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1, **options)
        # ReportLab's would depend on an environment variable, and on no page's content.
        self._doc.signature = hashlib.md5(usedforsecurity=False)
        self.fonts = fonts
        self.root = Tag("Document")
        self._tagged_pages: list[list[Tag]] = []
        self._tags: list[Tag] = []  # of this page, by number
        self._repeating = False

    def set_created(self, moment: datetime) -> None:
        """The date that the file bears, as the moment's own clock shows it, named as UTC."""
        stamp = self._doc._timeStamp
        stamp.YMDhms = moment.timetuple()[:6]
        stamp.dhh = stamp.dmm = 0

    def ink(self, color: str) -> None:
        """Fills from now on with "#rrggbb"."""
        self.setFillColor(_color(color))

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """What is drawn inside belongs to the tag; not to be nested."""
        if self._repeating:
            yield
            return
        number = len(self._tags)
        self._tags.append(tag)
        tag.content.append((len(self._tagged_pages), number))
        self.addLiteral(f"/{tag.role} <</MCID {number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside is no content: lines, grounds, heads and feet of pages."""
        if self._repeating:
            yield
            return
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """What is drawn inside was read before, and is decoration where it stands again."""
        with self.decoration():
            self._repeating = True
            yield
            self._repeating = False

    def showPage(self) -> None:
        """Ends the page."""
        for code in self._code:
            self._doc.updateSignature(code.encode("latin-1"))
        name = self._doc.thisPageName()
        super().showPage()
        drawn = self._doc.idToObject[name]
        # ReportLab would write the compressed bytes as letters (ASCII 85), larger and slowly.
        drawn.Contents = flate(drawn.stream.encode("latin-1"))
        if self._tags:
            drawn.__NoDefault__ = [*drawn.__NoDefault__, "StructParents"]
            drawn.StructParents = len(self._tagged_pages)
        self._tagged_pages.append(self._tags)
        self._tags = []

    def save(self) -> None:
        """Embeds the fonts that were used, writes the tags, and writes the file."""
        if self._code:
            self.showPage()
        embed(self.fonts, self._doc)
        if self.root.content:
            attach(self._doc, self.root, self._tagged_pages)
        super().save()

    def _make_preamble(self) -> None:
        # ReportLab's own also chooses Helvetica, which then is a font in the file, not embedded.
        self._preamble = "1 0 0 1 0 0 cm"


@lru_cache(maxsize=64)
def _color(color: str) -> Any:
    return HexColor(color)


def plain(text: str) -> str:
    """Text for the places that take no shaping: titles, bookmarks."""
    return " ".join(
        "".join(c if c.isprintable() else "\ufffd" for c in part) for part in text.split()
    )
