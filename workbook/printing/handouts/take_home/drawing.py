"""Draws the sheet to take home on as few pages as its parts let it be."""

from collections.abc import Iterator
from dataclasses import replace

from workbook.printing.forms.kit import fitted
from workbook.printing.forms.leaf import Leaf, LeafWriter
from workbook.printing.forms.parts import Part
from workbook.printing.handouts.take_home.content import TakeHome
from workbook.printing.pages.pdf import Job, Tick
from workbook.printing.pages.slices import Hold, Placed, Slice, fill, held, nearer
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.tags import Tag

_MOST_MINE = 6  # lines under each question for whoever takes it home
# The space between the parts, of the usual: the first that needs the fewest pages.
_SPACINGS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52)


def draw(made: TakeHome, job: Job) -> Drawn:
    """The sheet, drawn nearer together where that saves a page. What room there is left goes to who
    takes it home.
    """
    writer = LeafWriter(Leaf(made.title, made.kicker, made.footer, made.language), job)
    return writer.draw(_pages(made, writer, job.tick))


def _pages(made: TakeHome, writer: LeafWriter, tick: Tick) -> list[list[Placed]]:
    told = _told(made, writer, writer.root.add("Sect"))
    tag = writer.root.add("Sect")

    def pages(spacing: float, mine: int = 0) -> list[list[Placed]]:
        tick()
        tag.content.clear()
        slices = nearer([*told, *_asked(made, writer, tag, mine)], spacing)
        return fill(fitted(slices, writer.height), lambda _page: writer.height)

    sides = [len(pages(each)) for each in _SPACINGS]
    fewest = min(sides)
    if not made.home_asked:
        for mine in range(_MOST_MINE, 1, -1):
            found = pages(_SPACINGS[0], mine)
            if len(found) <= fewest:
                return found
    return pages(_SPACINGS[sides.index(fewest)])


def _told(made: TakeHome, writer: LeafWriter, tag: Tag) -> list[Slice]:
    """What came out and was promised."""
    found = writer.setter.slices(made.opening, tag)
    return found + writer.flow.slices(list(made.came_out), writer.kit.width, tag)


def _asked(made: TakeHome, writer: LeafWriter, tag: Tag, mine: int) -> list[Slice]:
    """What is written in at home, with so many lines under each question for oneself; 0 asks for
    one small thing alone.
    """
    setter = writer.setter
    parts: tuple[Part, ...] = (*made.open, *_mine(made, mine))
    found = [each for part in parts for each in setter.slices(part, tag)]
    return [*found, *_home(made, writer, tag), *setter.slices(made.source, tag)]


def _mine(made: TakeHome, lines: int) -> Iterator[Part]:
    """What each person writes in alone."""
    if not lines:
        yield made.mine_asked[0]
        return
    yield made.mine
    for asked in made.mine_asked:
        yield replace(asked, count=lines)


def _home(made: TakeHome, writer: LeafWriter, tag: Tag) -> list[Slice]:
    """The questions that were left for at home, with room to think on paper."""
    if not made.home_asked:
        return []
    found = writer.setter.slices(made.home, tag)
    for asked in made.home_asked:
        found += held(writer.setter.slices(asked, tag), Hold.SOFT)
    return found
