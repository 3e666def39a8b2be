"""Draws posters for the wall: a question in large type, what to do, and room for dots."""

from io import BytesIO

from workbook.charts.palette import PRINT
from workbook.printing.forms.poster_sheet import PosterSheet
from workbook.printing.handouts.poster.content import Board, Posters
from workbook.printing.handouts.poster.figures import Space, draw_figure
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.tags import Tag

_HEADLINE = Style(Face.SERIF_SEMIBOLD, 62, 72)
_HOW = Style(Face.SANS_SEMIBOLD, 22, 29)
_STORY = Style(Face.SANS, 22, 29, PRINT.soft)
_HEADLINE_HEIGHT, _HOW_HEIGHT, _STORY_HEIGHT = 230.0, 90.0, 150.0
_UNDER_HEAD, _GAP = 34.0, 12.0
_AROUND = 34.0  # above and below what is drawn


def draw(made: Posters, job: Job) -> Drawn:
    """A page for each poster; type and lines scale with the paper."""
    fonts, target = Fonts(tick=job.tick, language=made.language), BytesIO()
    sheet = Sheet(target, job.size, fonts, lang=plain(made.language) or None)
    describe(sheet, made.title, made.subject, job.now)
    sheet.showOutline()
    poster = PosterSheet(sheet, fonts, job.size)
    for number, board in enumerate(made.boards):
        job.report(number, len(made.boards))
        job.tick()
        bookmark_page(sheet, board.headline, number)
        poster.begin()
        _board(poster, board, made, sheet.root.add("Sect"))
        poster.end()
    job.report(len(made.boards), len(made.boards))
    sheet.save()
    return Drawn(target.getvalue(), len(made.boards), fonts.undrawable)


def _board(poster: PosterSheet, board: Board, made: Posters, tag: Tag) -> None:
    y = poster.head(made.kicker, board.kicker) - _UNDER_HEAD
    headline = poster.fit(board.headline, _HEADLINE, 14, poster.width, _HEADLINE_HEIGHT)
    y -= poster.lines(headline, poster.left, y, poster.width, tag.add("H1"))
    for words, style, most in (
        (board.story, _STORY, _STORY_HEIGHT),
        (board.how, _HOW, _HOW_HEIGHT),
    ):
        found = poster.fit(words, style, 9, poster.width, most)
        if found:
            y -= _GAP
            y -= poster.lines(found, poster.left, y, poster.width, tag.add("P"))
    foot = poster.at_foot(made.source)
    low = poster.above(foot) + _AROUND
    space = Space(poster.left, low, poster.width, y - _AROUND - low)
    draw_figure(poster, board.drawing, space, tag)
    poster.foot(foot, tag)
