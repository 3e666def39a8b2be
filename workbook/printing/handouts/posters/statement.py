"""Draws the statement poster: the group's sentence as large as the paper lets it be."""

from collections.abc import Sequence
from io import BytesIO

from workbook.catalogue import tr
from workbook.catalogue.words import listed, sentences
from workbook.charts.palette import PRINT
from workbook.documents.outcome import Outcome
from workbook.printing.handouts.posters.sheets import Wall
from workbook.printing.pages.largest import balanced, height_of, sized, widest_word
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.paragraphs import Row, rows
from workbook.printing.pages.pdf import Report, Tick
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


def draw_statement(
    made: Outcome, size: tuple[float, float], report: Report, tick: Tick, *, names: bool
) -> Drawn:
    """One page of a size in points with the sentence, the statement, or both. `names` adds who
    facilitated, and who was there where the group wanted that kept. `report` hears of the
    finished page, `tick` is called often and may raise to stop.
    """
    fonts, target = Fonts(tick=tick, language=made.language), BytesIO()
    sheet = Sheet(target, size, fonts, lang=plain(made.language) or None)
    title = " · ".join(filter(None, (tr("Statement"), made.group)))
    describe(sheet, title, made.sentence or made.statement, made.created)
    bookmark_page(sheet, title)
    wall = Wall(sheet, fonts, size)
    report(0, 1)
    wall.begin()
    top = wall.head(made.group or made.title, "") - _AROUND
    body = sheet.root.add("Sect")
    about = sentences(made.about, _people(made) if names else "")
    foot = wall.at_foot(about, _ABOUT)
    low = wall.above(foot) + _AROUND
    large, small = _fitted(fonts, *_texts(made), wall.width, top - low)
    gap = large[0].style.size * _BETWEEN if large and small else 0.0
    free = top - low - height_of(large) - gap - height_of(small)
    y = top - max(0.0, free * _ABOVE)
    y -= wall.lines(large, wall.left + _hanging(large), y, wall.width, body.add("BlockQuote"))
    if small:
        _mark(wall, y - gap * 0.5)
        wall.lines(small, wall.left + _hanging(small), y - gap, wall.width, body.add("P"))
    wall.foot(foot, body)
    wall.end()
    report(1, 1)
    sheet.save()
    return Drawn(target.getvalue(), 1, fonts.undrawable)


def _hanging(lines: Sequence[Row]) -> float:
    """How far the lines stand in, so that no letter reaches into the margin."""
    hang = (row.style.size * _HANG for row in lines if row.line.text[:1] in ("J", "j"))
    return max(hang, default=0.0)


def _texts(made: Outcome) -> tuple[str, str]:
    """What stands large, and what stands smaller under it."""
    if made.sentence and made.statement:
        return made.sentence, made.statement
    return made.sentence or made.statement, ""


def _people(made: Outcome) -> str:
    facilitator = ""
    if made.facilitator:
        words = tr("Written by {name}.") if made.alone else tr("Facilitated by {name}.")
        facilitator = words.format(name=made.facilitator)
    there = tr("In the room: {names}.").format(names=listed(made.names)) if made.names else ""
    return sentences(facilitator, there)


def _fitted(
    fonts: Fonts, large: str, small: str, width: float, height: float
) -> tuple[Sequence[Row], Sequence[Row]]:
    """Both texts in the largest type that stands in the room without parting a word."""
    style = _CALM if not small and len(large) > _LONG else _STRONG
    words = max(widest_word(fonts, large, style), widest_word(fonts, small, _CALM) * _SHARE)

    def fits(size: float) -> bool:
        narrow = width - _HANG * size
        if words * size > narrow:
            return False
        under = rows(fonts, small, sized(_CALM, size * _SHARE), narrow) if small else []
        gap = size * _BETWEEN if small else 0.0
        above = rows(fonts, large, sized(style, size), narrow)
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


def _mark(wall: Wall, y: float) -> None:
    """A short line in both colours, its middle at y."""
    width, height = _MARK
    with wall.sheet.decoration():
        for color, x in ((PRINT.inside, wall.left), (PRINT.outside, wall.left + width / 2)):
            wall.sheet.ink(color)
            wall.sheet.rect(x, y - height / 2, width / 2, height, stroke=0, fill=1)
