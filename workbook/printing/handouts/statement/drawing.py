"""Draws the statement poster: the group's sentence as large as the paper lets it be."""

from collections.abc import Sequence
from io import BytesIO

from workbook.charts.palette import PRINT
from workbook.printing.forms.poster_sheet import PosterSheet
from workbook.printing.handouts.statement.content import Statement
from workbook.printing.pages.largest import balanced, height_of, sized, widest_word
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.paragraphs import StyledLine, styled_lines
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Face, Fonts

_MOST, _LEAST = 132.0, 4.0
_STRONG = Style(Face.SERIF_SEMIBOLD, _MOST, _MOST * 1.2)
_CALM = Style(Face.SERIF, _MOST, _MOST * 1.34)
_LONG = 260  # characters from which a text alone is set in the calmer cut
_SHARE = 0.46  # how large the statement under a sentence is, of the sentence
_BETWEEN = 0.9  # the room between the two, of the sentence's size
_MARK = (58.0, 5.0)
_TRIES = 12  # halvings of the range of sizes
_AROUND = 46.0
_ABOUT = 19.0  # the size of whose words these are, and of when
_HANG = 0.1  # of its size: how far a J reaches to the left of where it stands, an f to the right
_ABOVE = 0.42  # of the free room stands above the text: the middle that the eye sees


def draw(made: Statement, job: Job) -> Drawn:
    """One page with all of it."""
    fonts, target = Fonts(tick=job.tick, language=made.language), BytesIO()
    sheet = Sheet(target, job.size, fonts, lang=plain(made.language) or None)
    describe(sheet, made.title, made.large, job.now)
    bookmark_page(sheet, made.title)
    poster = PosterSheet(sheet, fonts, job.size)
    job.report(0, 1)
    poster.begin()
    top = poster.head(made.kicker, "") - _AROUND
    body = sheet.root.add("Sect")
    foot = poster.at_foot(made.about, _ABOUT)
    low = poster.above(foot) + _AROUND
    large, small = _fitted(fonts, made.large, made.small, poster.width, top - low)
    gap = large[0].style.size * _BETWEEN if large and small else 0.0
    free = top - low - height_of(large) - gap - height_of(small)
    y = top - max(0.0, free * _ABOVE)
    tag, left = body.add("BlockQuote"), poster.left
    y -= poster.lines(large, left + _hanging(large), y, poster.width, tag)
    if small:
        _mark(poster, y - gap * 0.5)
        poster.lines(small, left + _hanging(small), y - gap, poster.width, body.add("P"))
    poster.foot(foot, body)
    poster.end()
    job.report(1, 1)
    sheet.save()
    return Drawn(target.getvalue(), 1, fonts.undrawable)


def _hanging(lines: Sequence[StyledLine]) -> float:
    """How far the lines stand in, so that no letter reaches into the margin."""
    hang = (row.style.size * _HANG for row in lines if row.line.text[:1] in ("J", "j"))
    return max(hang, default=0.0)


def _fitted(
    fonts: Fonts, large: str, small: str, width: float, height: float
) -> tuple[Sequence[StyledLine], Sequence[StyledLine]]:
    """Both texts in the largest type that stands in the room without parting a word."""
    style = _CALM if not small and len(large) > _LONG else _STRONG
    words = max(widest_word(fonts, large, style), widest_word(fonts, small, _CALM) * _SHARE)

    def fits(size: float) -> bool:
        narrow = width - _HANG * size
        if words * size > narrow:
            return False
        under = styled_lines(fonts, small, sized(_CALM, size * _SHARE), narrow) if small else []
        gap = size * _BETWEEN if small else 0.0
        above = styled_lines(fonts, large, sized(style, size), narrow)
        return height_of(above) + gap + height_of(under) <= height

    low, high = _LEAST, _MOST
    if fits(high):
        low = high
    for _ in range(_TRIES):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    narrow = width - _HANG * low
    under = balanced(fonts, small, sized(_CALM, low * _SHARE), narrow) if small else []
    return balanced(fonts, large, sized(style, low), narrow), under


def _mark(poster: PosterSheet, y: float) -> None:
    """A short line in both colours, its middle at y."""
    width, height = _MARK
    with poster.sheet.decoration():
        for color, x in ((PRINT.inside, poster.left), (PRINT.outside, poster.left + width / 2)):
            poster.sheet.ink(color)
            poster.sheet.rect(x, y - height / 2, width / 2, height, stroke=0, fill=1)
