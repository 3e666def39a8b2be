"""Sets the parts of a sheet in slices, at the sizes of a look."""

from collections.abc import Callable
from dataclasses import replace

from workbook.catalogue import tr
from workbook.printing.forms.choices import (
    choice_slices,
    ladder_slices,
    levels_slices,
    ranks_slices,
)
from workbook.printing.forms.kit import Kit, holding_on
from workbook.printing.forms.marks import draw_words, rule, words_lines, writing_line
from workbook.printing.forms.own_map import own_map_slices
from workbook.printing.forms.parts import (
    Blanks,
    Choice,
    Headline,
    Ladder,
    Levels,
    Lines,
    Note,
    OwnMap,
    Part,
    Ranks,
    Ratings,
    Ruled,
    Scale,
)
from workbook.printing.forms.ruled import ruled_slices
from workbook.printing.forms.scales import ratings_slices, scale_slices
from workbook.printing.pages.beside import side_by_side
from workbook.printing.pages.slices import Hold, Slice, after, held
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.tags import Tag

_COLUMN_GAP = 24.0
Outline = Callable[[Sheet, str, float], None]


class Setter:
    """Sets parts. `outline` hears of headlines of level 1 when they are drawn, with their height
    on the page; `tick` is called often and may raise to stop.
    """

    def __init__(self, kit: Kit, tick: Callable[[], None], outline: Outline | None = None) -> None:
        self._kit = kit
        self._tick = tick
        self._outline = outline

    def slices(self, part: Part, tag: Tag, more: int = 0) -> list[Slice]:
        """A part with the room above it; with `more` lines or rows to write on than it asks for."""
        self._tick()
        kit, above = self._kit, self._kit.look.above
        match part:
            case Headline():
                return self._headline(part, tag)
            case Note():
                return self._note(part, tag)
            case Lines():
                found = _lines(kit, part, tag, more)
            case Blanks():
                found = [_blanks(kit, part, tag)]
            case Scale():
                found = scale_slices(kit, part, tag)
            case Ratings():
                found = ratings_slices(kit, part, tag)
            case Choice():
                found = choice_slices(kit, part, tag, more)
            case Ladder():
                found = ladder_slices(kit, part, _how(part), tag)
            case Ranks():
                found = ranks_slices(kit, part, tag)
            case Levels():
                found = levels_slices(kit, part, tag)
            case Ruled():
                found = ruled_slices(kit, part, tag, more)
            case OwnMap():
                found = own_map_slices(kit, part, tag)
        return after(held(found, Hold.SOFT), above)

    def _headline(self, part: Headline, tag: Tag) -> list[Slice]:
        kit, first = self._kit, part.level == 1
        style = kit.look.headline if first else kit.look.section
        words = kit.text(part.text, style, tag, "H1" if first else "H2")
        if first and words:
            words[0] = self._bookmarked(words[0], part.text)
        lead = after(kit.text(part.lead, kit.look.lead, tag), 3.0)
        return after(holding_on(words + lead), kit.look.above * (1.9 if first else 1.4))

    def _bookmarked(self, piece: Slice, words: str) -> Slice:
        def draw(sheet: Sheet, x: float, y: float) -> None:
            if self._outline is not None:
                self._outline(sheet, words, y)
            piece.draw(sheet, x, y)

        return replace(piece, draw=draw)

    def _note(self, part: Note, tag: Tag) -> list[Slice]:
        kit = self._kit
        if part.strong:
            return after(holding_on(kit.text(part.text, kit.look.label, tag)), kit.look.above * 0.9)
        return after(kit.text(part.text, kit.look.small, tag), kit.look.above * 1.4)


def _lines(kit: Kit, part: Lines, tag: Tag, more: int) -> list[Slice]:
    """What is asked and lines to write on; neither the first two nor the last two part."""
    found = kit.label(part.label, part.help, tag, part.side)
    count = part.count + more
    for at in range(count):
        line = writing_line(kit.width, kit.look.pitch)
        firm = at in (0, count - 2) and at < count - 1
        found.append(replace(line, hold=Hold.HARD) if firm else line)
    return found


def _blanks(kit: Kit, part: Blanks, tag: Tag) -> Slice:
    look, count = kit.look, len(part.labels)
    width = (kit.width - _COLUMN_GAP * (count - 1)) / count
    cells = [kit.boxed_words(each, look.label, width) for each in part.labels]
    tags = [tag.add("P") for _ in cells]
    top = max(cell.height for cell in cells)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for at, (cell, own) in enumerate(zip(cells, tags, strict=True)):
            left = x + at * (width + _COLUMN_GAP)
            draw_words(sheet, look, cell, left, y, width, own)
            with sheet.decoration():
                rule(sheet, left, y - top - look.pitch, width)

    def lines() -> list[Slice]:
        stacks = [
            (at * (width + _COLUMN_GAP), [
                *words_lines(look, cell, width, own), writing_line(width, look.pitch)
            ])
            for at, (cell, own) in enumerate(zip(cells, tags, strict=True))
        ]  # fmt: skip
        return side_by_side(stacks)

    return Slice(top + look.pitch, draw, lines=lines)


def _how(ladder: Ladder) -> str:
    """What it means to mark a rung."""
    if not (ladder.below and ladder.above):
        return tr("Mark one rung.")
    return tr("Mark the rung where it turns: {below} until then, {above} from there on.").format(
        below=ladder.below, above=ladder.above
    )
