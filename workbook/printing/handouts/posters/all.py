"""Draws posters for the wall: a question in large type, what to do, and room for dots."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.model.guide import Guide
from workbook.printing.handouts.posters.content import Board, Kind, boards
from workbook.printing.handouts.posters.drawing import Room, draw
from workbook.printing.handouts.posters.sheets import Wall
from workbook.printing.pages.outline import bookmark_page, describe
from workbook.printing.pages.pdf import Report, Tick
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.tags import Tag

_HEADLINE = Style(Face.SERIF_SEMIBOLD, 62, 72)
_HOW = Style(Face.SANS_SEMIBOLD, 22, 29)
_STORY = Style(Face.SANS, 22, 29, PRINT.soft)
_HEADLINE_ROOM, _HOW_ROOM, _STORY_ROOM = 230.0, 90.0, 150.0
_UNDER_HEAD, _GAP = 34.0, 12.0
_AROUND = 34.0  # above and below what is drawn


def wanted(guide: Guide, kinds: Sequence[Kind | str] = ()) -> tuple[Board, ...]:
    """The posters of these kinds, all that the guide has something for without any.

    Raises:
        ValueError: for another kind, or one that the guide has nothing for.
    """
    found = {board.kind: board for board in boards(guide)}
    chosen = [Kind(kind) for kind in kinds] or list(found)
    if missing := [kind for kind in chosen if kind not in found]:
        raise ValueError(f"this guide has nothing for the poster {missing[0].value!r}")
    return tuple(found[kind] for kind in dict.fromkeys(chosen))


def draw_posters(
    guide: Guide, made: Sequence[Board], size: tuple[float, float], now: datetime, report: Report,
    tick: Tick,
) -> Drawn:  # fmt: skip
    """A page for each poster on paper of a size in points; type and lines scale with the paper.
    `now` is the date that the file bears; `report` hears of finished pages, `tick` is called often
    and may raise to stop.
    """
    fonts, target = Fonts(tick=tick, language=guide.language), BytesIO()
    sheet = Sheet(target, size, fonts, lang=plain(guide.language) or None)
    describe(sheet, tr("Posters"), tr("Questions and drawings for the wall"), now)
    sheet.showOutline()
    wall = Wall(sheet, fonts, size)
    for number, board in enumerate(made):
        report(number, len(made))
        tick()
        bookmark_page(sheet, board.headline, number)
        wall.begin()
        _poster(wall, board, guide, sheet.root.add("Sect"))
        wall.end()
    report(len(made), len(made))
    sheet.save()
    return Drawn(target.getvalue(), len(made), fonts.undrawable)


def _poster(wall: Wall, board: Board, guide: Guide, tag: Tag) -> None:
    y = wall.head(guide.title, board.kicker) - _UNDER_HEAD
    headline = wall.fit(board.headline, _HEADLINE, 14, wall.width, _HEADLINE_ROOM)
    y -= wall.lines(headline, wall.left, y, wall.width, tag.add("H1"))
    for words, style, most in (
        (board.story, _STORY, _STORY_ROOM),
        (board.how, _HOW, _HOW_ROOM),
    ):
        found = wall.fit(words, style, 9, wall.width, most)
        if found:
            y -= _GAP
            y -= wall.lines(found, wall.left, y, wall.width, tag.add("P"))
    foot = wall.at_foot(guide.source)
    low = wall.above(foot) + _AROUND
    draw(wall, board.drawing, Room(wall.left, low, wall.width, y - _AROUND - low), tag)
    wall.foot(foot, tag)
