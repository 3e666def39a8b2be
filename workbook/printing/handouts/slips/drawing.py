"""Draws sheets of slips to cut: a code each, to be kept by whoever draws it from the hat."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.model.slips import Code
from workbook.printing.pages.cuts import Cards
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.paragraphs import rows
from workbook.printing.pages.pdf import Report, Tick
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Face, Fonts

ACROSS, DOWN = 3, 8
_PADDING = 8.0  # on both sides of a cut
_CODE = Style(Face.SANS_SEMIBOLD, 27, 33, tracking=0.14)
_WORDS = Style(Face.SANS, 9.25, 12, PRINT.soft)


def draw_slips(
    codes: Sequence[Code],
    language: str,
    size: tuple[float, float],
    now: datetime,
    report: Report,
    tick: Tick,
) -> Drawn:
    """The codes on sheets of paper of a size, in points. `now` is the date that the file bears;
    `report` hears of finished pages, `tick` is called often and may raise to stop.
    """
    fonts, target = Fonts(tick=tick, language=language), BytesIO()
    sheet = Sheet(target, size, fonts, lang=plain(language) or None)
    describe(sheet, tr("Slips"), tr("A code each, to be cut, kept and never signed"), now)
    bookmark_page(sheet, tr("Slips"))
    cards = Cards(size, ACROSS, DOWN, _PADDING)
    pages = [codes[at : at + cards.count] for at in range(0, len(codes), cards.count)]
    for number, page in enumerate(pages):
        report(number, len(pages))
        for at, code in enumerate(page):
            tick()
            _draw_slip(sheet, fonts, cards, at, code)
        cards.draw(sheet)
        sheet.showPage()
    report(len(pages), len(pages))
    sheet.save()
    return Drawn(target.getvalue(), len(pages), fonts.undrawable)


def _draw_slip(sheet: Sheet, fonts: Fonts, cards: Cards, number: int, code: Code) -> None:
    """The code in the middle of its slip, what to do with it below."""
    words = rows(fonts, tr("Keep it. Write it on your ballots."), _WORDS, cards.width)
    shown = rows(fonts, code, _CODE, cards.width)
    x, y = cards.place(number)
    high = sum(row.height for row in (*shown, *words))
    y -= max(0.0, (cards.height - high) / 2)
    tag = sheet.root.add("P")
    for row in (*shown, *words):
        advance = row.line.advance * row.style.size * row.line.scale
        with sheet.tagged(tag):
            row.draw(sheet, x + (cards.width - advance) / 2, y, advance)
        y -= row.height
