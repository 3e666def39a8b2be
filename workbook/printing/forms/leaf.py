"""Draws papers that flow over pages under one frame: the run sheet, and what follows a workshop."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from workbook.printing.forms.frame import Frame
from workbook.printing.forms.kit import Kit
from workbook.printing.forms.setter import Setter
from workbook.printing.forms.sizes import NORMAL
from workbook.printing.pages.flow import Flow
from workbook.printing.pages.margins import SIDE
from workbook.printing.pages.outline import describe
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.slices import Placed, Slice
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands around a paper and in its file."""

    title: str
    kicker: str
    footer: str
    language: str


class LeafWriter:
    """Draws one paper. Its parts are set with `kit`, blocks with `flow`, lines to write on with
    `setter`; all of them belong to `root`.
    """

    def __init__(self, leaf: Leaf, job: Job) -> None:
        size = job.size
        self._job = job
        self._fonts = Fonts(tick=job.tick, language=leaf.language)
        self._target = BytesIO()
        self._sheet = Sheet(self._target, size, self._fonts, lang=plain(leaf.language) or None)
        describe(self._sheet, leaf.title, leaf.kicker, job.now)
        self.kit = Kit(self._fonts, NORMAL, size[0] - 2 * SIDE)
        self._frame = Frame(self.kit, size, leaf.kicker, leaf.footer)
        self.height = self._frame.text_height  # how high the text of a page may be, in points
        self.setter = Setter(self.kit, job.tick)
        self.flow = Flow(self._fonts, self.height, self._outline, job.tick)
        self._bookmarks = 0

    @property
    def root(self) -> Tag:
        """The document's tag."""
        return self._sheet.root

    def bookmark(self, sheet: Sheet, words: str, y: float) -> None:
        """A bookmark to a height on the page that is being drawn."""
        self._bookmarks += 1
        sheet.bookmarkHorizontal(f"b{self._bookmarks}", 0, y + 6)
        sheet.addOutlineEntry(plain(words), f"b{self._bookmarks}", 0, closed=False)

    def bookmarked(self, slices: Sequence[Slice], words: str) -> list[Slice]:
        """The slices with a bookmark to the first of them."""

        def draw(sheet: Sheet, x: float, y: float) -> None:
            self.bookmark(sheet, words, y)
            slices[0].draw(sheet, x, y)

        return [replace(slices[0], draw=draw), *slices[1:]]

    def _outline(self, sheet: Sheet, words: str, _level: int, y: float) -> None:
        self.bookmark(sheet, words, y)

    def draw(self, pages: Sequence[Sequence[Placed]], at_foot: str = "") -> Drawn:
        """The finished file; `at_foot` stands at the right of each foot."""
        sheet = self._sheet
        sheet.showOutline()
        for number, page in enumerate(pages, 1):
            self._job.report(number - 1, len(pages))
            for placed in page:
                self._job.tick()
                placed.slice.draw(sheet, SIDE, self._frame.top - placed.top)
            self._frame.draw(sheet, number, len(pages), (at_foot,) if at_foot else ())
            sheet.showPage()
        self._job.report(len(pages), len(pages))
        sheet.save()
        return Drawn(self._target.getvalue(), len(pages), self._fonts.undrawable)
