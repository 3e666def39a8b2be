"""The canvas that every page is drawn on: ReportLab's, with fonts and tags of our own in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import IO, Any

from reportlab.lib.colors import HexColor

from workbook.printing.type.embedding import embed
from workbook.printing.type.file_writer import FileWriter
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.reportlab_parts import OpenCanvas, Roots, Shown
from workbook.printing.type.tags import Tag, attach


class Sheet(OpenCanvas):
    """A canvas whose text comes from `text.draw_line` and whose fonts are embedded on saving."""

    def __init__(self, target: IO[bytes], size: tuple[float, float], fonts: Fonts,
                 **options: Any) -> None:  # fmt: skip
        """`size` in points; the same drawing always leaves the same bytes."""
        super().__init__(target, size, **options)
        self.fonts = fonts
        self.root = Tag("Document")
        self._tagged_pages: list[list[Tag]] = []
        self._tags: list[Tag] = []  # of this page, by number
        self._repeating = False

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
        self.end_page(len(self._tagged_pages) if self._tags else None)
        self._tagged_pages.append(self._tags)
        self._tags = []

    def save(self) -> None:
        """Embeds the fonts that were used, writes the tags, and writes the file."""
        if self.is_begun:
            self.showPage()
        embed(self.fonts, self)
        if self.root.content:
            attach(self, self.root, self._tagged_pages)
        super().save()

    def save_without_pages(self) -> tuple[FileWriter, Roots, list[Shown]]:
        """Instead of `save`: a file that holds what the drawn pages show, but no pages, bookmarks
        or tags, which are to be written behind it under the numbers of the roots.
        """
        embed(self.fonts, self)
        shown = self.take_pages()
        self.showOutline()
        return *self.begin_file(), shown


@lru_cache(maxsize=64)
def _color(color: str) -> Any:
    return HexColor(color)


def plain(text: str) -> str:
    """Text for the places that take no shaping: titles, bookmarks."""
    return " ".join(
        "".join(c if c.isprintable() else "\ufffd" for c in part) for part in text.split()
    )
