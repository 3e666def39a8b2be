"""Draws worksheets for one or many people into the bytes of a file."""

from collections.abc import Sequence
from io import BytesIO

from workbook.catalogue import tr
from workbook.printing.forms.frame import Frame
from workbook.printing.forms.kit import Kit
from workbook.printing.forms.setter import Setter
from workbook.printing.forms.sizes import LARGE, NORMAL
from workbook.printing.handouts.worksheet.content import Worksheet
from workbook.printing.handouts.worksheet.pages import PageOf, pages_of
from workbook.printing.pages.batch import Own, Run, save_copies
from workbook.printing.pages.margins import SIDE
from workbook.printing.pages.outline import describe
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Fonts
from workbook.printing.type.tags import Tag


def draw(made: Worksheet, job: Job, *, large: bool) -> Drawn:
    """Worksheets for everybody they are for; `large` sets them in 18 points."""
    writer = _Writer(made, job, large=large)
    return writer.named(made.names) if made.names else writer.plain(made.people)


class _Writer:
    """Draws one worksheet, once or for many people."""

    def __init__(self, made: Worksheet, job: Job, *, large: bool) -> None:
        self._worksheet = made
        self._job = job
        self._fonts = Fonts(tick=job.tick, language=made.language)
        self._target = BytesIO()
        language = plain(made.language) or None
        self._sheet = Sheet(self._target, job.size, self._fonts, lang=language)
        self._kit = Kit(self._fonts, LARGE if large else NORMAL, job.size[0] - 2 * SIDE)
        self._frame = Frame(self._kit, job.size, made.kicker, made.footer)
        describe(self._sheet, made.title, made.kicker, job.now)
        self._bookmarks = 0

    def plain(self, people: int) -> Drawn:
        """So many worksheets without a name."""
        if people == 1:
            return self._once()
        titles = [tr("Copy {number}").format(number=number + 1) for number in range(people)]
        return self._many([Own()] * people, titles)

    def named(self, names: Sequence[str]) -> Drawn:
        """A worksheet for each of these people, with the name on every page."""
        pages = self._set(bookmarks=False)
        owns: list[Own] = []
        for name in names:
            self._job.tick()
            words = self._frame.name(tr("For {name}").format(name=name), len(pages))
            owns.append(Own(words, words))
        return self._many(owns, [plain(name) for name in names], pages)

    def _set(self, *, bookmarks: bool) -> list[PageOf]:
        outline = self._bookmark if bookmarks else None
        setter = Setter(self._kit, self._job.tick, outline)
        sections, height = self._worksheet.sections, self._frame.text_height
        return pages_of(sections, setter, height, self._sheet.root)

    def _once(self) -> Drawn:
        pages = self._set(bookmarks=True)
        self._sheet.showOutline()
        self._draw(pages, len(pages))
        self._sheet.save()
        return Drawn(self._target.getvalue(), len(pages), self._fonts.undrawable)

    def _many(
        self, owns: Sequence[Own], titles: Sequence[str], pages: list[PageOf] | None = None
    ) -> Drawn:
        pages = self._set(bookmarks=False) if pages is None else pages
        total = len(pages) * len(owns)
        self._draw(pages, total)
        tag = Tag("Sect", content=[*self._sheet.root.content])
        run = Run(range(len(pages)), tag, owns, titles)
        data = save_copies(self._sheet, [run], lambda done: self._job.report(done, total))
        return Drawn(data, total, self._fonts.undrawable)

    def _draw(self, pages: Sequence[PageOf], total: int) -> None:
        sheet = self._sheet
        for number, page in enumerate(pages, 1):
            if total == len(pages):
                self._job.report(number - 1, total)
            for placed in page.placed:
                self._job.tick()
                placed.slice.draw(sheet, SIDE, self._frame.top - placed.top)
            self._frame.draw(sheet, number, len(pages), page.titles)
            sheet.showPage()
        if total == len(pages):
            self._job.report(total, total)

    def _bookmark(self, sheet: Sheet, words: str, y: float) -> None:
        self._bookmarks += 1
        sheet.bookmarkHorizontal(f"b{self._bookmarks}", 0, y + 6)
        sheet.addOutlineEntry(plain(words), f"b{self._bookmarks}", 0, closed=False)
