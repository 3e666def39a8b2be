"""Draws sheets of slips to cut: a code each, to be kept by whoever draws it from the hat."""

from collections.abc import Sequence
from io import BytesIO

from workbook.charts.palette import PRINT
from workbook.printing.handouts.slips.content import Slips
from workbook.printing.pages.cuts import Cards
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Face, Fonts

ACROSS, DOWN = 3, 8
_PADDING = 8.0  # on both sides of a cut
_CODE = Style(Face.SANS_SEMIBOLD, 27, 33, tracking=0.14)
_WORDS = Style(Face.SANS, 9.25, 12, PRINT.soft)


def draw(made: Slips, job: Job) -> Drawn:
    """The codes on sheets of paper to cut."""
    fonts, target = Fonts(tick=job.tick, language=made.language), BytesIO()
    sheet = Sheet(target, job.size, fonts, lang=plain(made.language) or None)
    describe(sheet, made.title, made.subject, job.now)
    bookmark_page(sheet, made.title)
    cards = Cards(job.size, ACROSS, DOWN, _PADDING)
    codes = made.codes
    pages = [codes[at : at + cards.count] for at in range(0, len(codes), cards.count)]
    words = styled_lines(fonts, made.words, _WORDS, cards.width)
    for number, page in enumerate(pages):
        job.report(number, len(pages))
        for at, code in enumerate(page):
            job.tick()
            shown = styled_lines(fonts, code, _CODE, cards.width)
            _draw_slip(sheet, cards, at, (*shown, *words))
        cards.draw(sheet)
        sheet.showPage()
    job.report(len(pages), len(pages))
    sheet.save()
    return Drawn(target.getvalue(), len(pages), fonts.undrawable)


def _draw_slip(sheet: Sheet, cards: Cards, number: int, lines: Sequence[StyledLine]) -> None:
    """The code in the middle of its slip, what to do with it below."""
    x, y = cards.place(number)
    y -= max(0.0, (cards.height - sum(row.height for row in lines)) / 2)
    tag = sheet.root.add("P")
    for row in lines:
        advance = row.line.advance * row.style.size * row.line.scale
        with sheet.tagged(tag):
            row.draw(sheet, x + (cards.width - advance) / 2, y, advance)
        y -= row.height
