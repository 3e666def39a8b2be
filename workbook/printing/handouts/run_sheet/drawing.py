"""Draws the run sheet: what a facilitator has in hand from the first minute to the last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import sqrt

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.printing.forms.kit import Kit, fitted, holding_on, moved
from workbook.printing.forms.leaf import Leaf, LeafWriter
from workbook.printing.forms.marks import words_slice
from workbook.printing.forms.sizes import NORMAL
from workbook.printing.handouts.run_sheet.content import Moment, Part, Timetable
from workbook.printing.pages.beside import beside
from workbook.printing.pages.pdf import Job, Tick
from workbook.printing.pages.slices import (
    Draw,
    Hold,
    Placed,
    Slice,
    after,
    fill,
    height_of,
    held,
    smaller,
)
from workbook.printing.pages.style import Style
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Face
from workbook.printing.type.tags import Tag

MOST_SIDES = 4
# How large all of it is and whether short steps stay whole: the first that needs no more than four
# sides, else the last.
_TRIES = (
    (1.0, True), (0.97, True), (0.94, True), (1.0, False), (0.97, False), (0.94, False),
    *((scale / 100, whole) for scale in range(92, 77, -2) for whole in (True, False)),
)  # fmt: skip
_LESS = 0.88  # of the height that a smaller scale promises: its lines end elsewhere
_MOST_SPACE = 1.9  # between the parts of a page that is not full, of the usual
_TITLE = Style(Face.SERIF_SEMIBOLD, 25, 30)
_STEP = Style(Face.SERIF_SEMIBOLD, 14.5, 18.5)
_SECTION = Style(Face.SERIF_SEMIBOLD, 13, 17)
_LEAD = Style(Face.SANS, 12, 16.5, PRINT.soft)
_TIME = Style(Face.SANS_SEMIBOLD, 10.5, 14)
_STRONG = Style(Face.SANS_SEMIBOLD, 10.25, 13.2)
_TEXT = Style(Face.SANS, 10.25, 13.2, hyphens=True)
_ALOUD = replace(_TEXT, hyphens=False)
_SMALL = Style(Face.SANS, 9.5, 12.2, PRINT.soft, hyphens=True)
_LABEL = Style(Face.SANS_SEMIBOLD, 9.5, 12.2)
_TIMES, _DOING, _GAP = 38.0, 126.0, 11.0  # the columns of times and of what is done, and a gap
_BAR = 2.4
_SHARE = 0.52  # of the width, for the list of the steps on page one
_WHOLE = 0.62  # of a page; a step that is higher may part between its phases


def draw(made: Timetable, job: Job) -> Drawn:
    """A run sheet on four sides at most, while its words are no longer than people say them."""
    title = " · ".join((tr("Run sheet"), made.title))
    leaf = Leaf(title, made.kicker, made.footer, made.language)
    writer = LeafWriter(leaf, job)
    return writer.draw(_pages(made, writer, job.tick), made.span)


def _pages(made: Timetable, writer: LeafWriter, tick: Tick) -> list[list[Placed]]:
    """The sheet as large as four sides let it be, with as much room as those have left."""
    height = writer.height
    found = {1.0: _Set(made, writer, 1.0)}
    most = sqrt(MOST_SIDES * height / (found[1.0].height * _LESS))  # no larger one can be enough
    pages: list[list[Placed]] = []
    for scale, whole in _TRIES:
        tick()
        if scale <= most or (scale, whole) == _TRIES[-1]:
            if scale not in found:
                found[scale] = _Set(made, writer, scale)
            pages = fill(fitted(found[scale].slices(whole=whole), height), lambda _page: height)
            if len(pages) <= MOST_SIDES:
                break
    return [_spread(page, height) for page in pages]


class _Set:
    """The sheet set at a scale, each step by itself."""

    def __init__(self, made: Timetable, writer: LeafWriter, scale: float) -> None:
        root = writer.root
        root.content.clear()
        kit = Kit(writer.kit.fonts, NORMAL, writer.kit.width / scale)
        parts = _Sheet(made, kit, writer).parts()
        self._parts = [smaller(list(part), scale) for part in parts]
        self._root, self._tags = root, [*root.content]
        self._whole = _WHOLE * writer.height

    @property
    def height(self) -> float:
        """Of all of it, in points."""
        return sum(height_of(part, at_top=False) for part in self._parts)

    def slices(self, *, whole: bool) -> list[Slice]:
        """All of it, to be drawn; the tags are its own from now on."""
        self._root.content[:] = self._tags
        found: list[Slice] = []
        for part in self._parts:
            together = whole and height_of(part) <= self._whole
            found += held(part, Hold.SOFT) if together else part
        return found


def _spread(page: Sequence[Placed], height: float) -> list[Placed]:
    """The page with what room it has left between its parts."""
    pieces = [placed.slice for placed in page]
    between = sum(piece.before for piece in pieces[1:])
    used = height_of(pieces)
    more = min(_MOST_SPACE, 1 + (height - used) / between) if between > 0 and used < height else 1.0
    found, top = [], 0.0
    for at, piece in enumerate(pieces):
        top += piece.before * more if at else 0.0
        found.append(Placed(piece, top))
        top += piece.height
    return found


class _Sheet:
    """Sets a run sheet in slices of a kit's width."""

    def __init__(self, made: Timetable, kit: Kit, writer: LeafWriter) -> None:
        self._made = made
        self._kit = kit
        self._writer = writer

    def parts(self) -> Iterator[list[Slice]]:
        """Its opening, then every step; nothing holds one to the next."""
        yield list(self._opening())
        for part in self._made.parts:
            yield self._part(part, self._writer.root.add("Sect"))

    def _text(self, text: str, style: Style, width: float, tag: Tag, role: str = "P"
              ) -> list[Slice]:  # fmt: skip
        return Kit(self._kit.fonts, self._kit.look, width).text(text, style, tag, role)

    # ------------------------------------------------------------------------------- page one

    def _opening(self) -> Iterator[Slice]:
        made, kit, root = self._made, self._kit, self._writer.root
        yield from holding_on(kit.text(made.title, _TITLE, root, "Title"))
        yield from after(kit.text(made.lead, _LEAD, root), 2.0)
        left = kit.width * _SHARE
        right = kit.width - left - 2 * _GAP
        lists = ((0.0, list(self._list(left))), (left + 2 * _GAP, list(self._bring(right))))
        yield replace(beside(lists), before=16.0)
        yield from after(held(list(self._late()), Hold.SOFT), 14.0)

    def _list(self, width: float) -> Iterator[Slice]:
        """Every step with the time at which it begins, and how long it is."""
        tag = self._writer.root.add("Sect")
        yield from self._text(tr("The time"), _SECTION, width, tag, "H2")
        for part in self._made.parts:
            style = _TEXT if part.question else _TEXT.in_color(PRINT.soft)
            yield self._listed(part.at, part.title, part.minutes, style, width, tag)
        at, minutes = self._made.spare
        if at:
            soft = _TEXT.in_color(PRINT.soft)
            yield self._listed(at, tr("To spare"), minutes, soft, width, tag)
        yield self._listed(self._made.end, tr("End"), "", _STRONG, width, tag)

    def _listed(
        self, at: str, title: str, minutes: str, style: Style, width: float, tag: Tag
    ) -> Slice:
        row = tag.add("P")
        left = width - _TIMES - _DOING / 2
        stacks = (
            (0.0, self._text(at, _TIME, _TIMES, row, "Span")),
            (_TIMES, self._text(title, style, left, row, "Span")),
            (0.0, self._text(minutes, _TEXT.in_color(PRINT.soft).at_right(), width, row, "Span")),
        )
        return _ruled(beside(stacks, below=3.0), width, before=3.0)

    def _bring(self, width: float) -> Iterator[Slice]:
        tag = self._writer.root.add("Sect")
        yield from self._text(tr("Bring"), _SECTION, width, tag, "H2")
        kit = self._kit
        for words in self._made.bring:
            placed = kit.boxed_words(words, _TEXT, width, boxed=True)
            yield replace(words_slice(kit.look, [(0.0, placed, width)], tag), before=4.5)

    def _late(self) -> Iterator[Slice]:
        """What to do when it gets late, and how firm phases are told from others."""
        kit, tag = self._kit, self._writer.root.add("Sect")
        words = kit.text(tr("When it gets late"), _SECTION, tag, "H2")
        for line in self._made.late:
            words += after(kit.text(line, _TEXT, tag), 2.0)
        yield from holding_on(words)
        firm = tr("The bar marks a firm phase. Words in “…” are there to be said as they are.")
        yield from after(kit.text(firm, _SMALL, tag), 5.0)

    # ---------------------------------------------------------------------------------- steps

    def _part(self, part: Part, tag: Tag) -> list[Slice]:
        heading = self._heading(part, tag)
        if not part.question:
            return [heading]
        again = self._again(part)
        # Made in the order in which they are read, which is that of their tags.
        rows = [replace(self._moment(each, tag), header=again) for each in part.moments[:1]]
        cases = [replace(each, header=again) for each in self._cases(part, tag)]
        rows += [replace(self._moment(each, tag), header=again) for each in part.moments[1:]]
        notes = [replace(each, header=again) for each in self._notes(part, tag)]
        # Neither the first phase nor the last stands alone on a side; notes stay with the last.
        ends = {0, len(rows) - 2, len(rows) - 1 if notes else 0}
        rows = [replace(r, hold=Hold.SOFT) if at in ends else r for at, r in enumerate(rows)]
        # What is read aloud stands with the phase that reads it, before all others.
        return [heading, *rows[:1], *cases, *rows[1:], *notes]

    def _heading(self, part: Part, tag: Tag) -> Slice:
        """Time, question and minutes over a firm line; it holds on to its first phase."""
        width = self._kit.width
        row = tag.add("H2")
        left = width - _TIMES - _DOING / 2
        words = self._text(part.question or part.title, _STEP, left, row, "Span")
        first = words[0].height if words else 0.0
        drop = max(0.0, (first - _TIME.leading) * 0.62)  # onto the question's baseline
        stacks = (
            (0.0, [_space(drop), *self._text(part.at, _TIME, _TIMES, row, "Span")]),
            (_TIMES, words),
            (0.0, [_space(drop), *self._text(part.minutes, _TIME.at_right(), width, row, "Span")]),
        )
        piece = _ruled(beside(stacks, below=2.0), width, before=13.0, ink=True)
        hold = Hold.HARD if part.question else Hold.SOFT  # a break stays with what follows it
        return replace(piece, hold=hold, draw=self._bookmarked(piece, part))

    def _bookmarked(self, piece: Slice, part: Part) -> Draw:
        words = part.question or part.title

        def draw(sheet: Sheet, x: float, y: float) -> None:
            self._writer.bookmark(sheet, words, y)
            piece.draw(sheet, x, y)

        return draw

    def _again(self, part: Part) -> Slice | None:
        """What stands over a step that goes on on a new page."""
        # Translators: a step that goes on on the next page.
        words = tr("{title}, continued").format(title=part.title)
        unread = Tag("P")
        found = self._text(words, _LABEL.in_color(PRINT.soft), self._kit.width, unread)
        return _ruled(beside([(0.0, found)], below=3.0), self._kit.width) if found else None

    def _moment(self, moment: Moment, tag: Tag) -> Slice:
        """One phase: when, what is done and for how long, and the card."""
        row = tag.add("P")
        card = _TIMES + _DOING + _GAP
        firm = tr("firm") if moment.firm else ""
        length = " · ".join(filter(None, (moment.title, moment.minutes, firm)))
        doing = self._text(moment.lead or moment.title, _STRONG, _DOING, row, "Span")
        stacks = (
            (0.0, self._text(moment.at, _TIME, _TIMES, row, "Span")),
            (_TIMES, [*doing, *self._text(length, _SMALL, _DOING, row, "Span")]),
            (card, self._text(moment.card, _TEXT, self._kit.width - card, row, "Span")),
        )
        piece = replace(beside(stacks), before=4.5)
        return _barred(piece, _TIMES - 8.0) if moment.firm else piece

    def _notes(self, part: Part, tag: Tag) -> Iterator[Slice]:
        """What to listen for and what to say if it gets hot, side by side."""
        width = (self._kit.width - _TIMES - 2 * _GAP) / 2
        stacks: list[tuple[float, list[Slice]]] = []
        for label, text in ((tr("Listen for"), part.listen), (tr("If it gets hot"), part.hot)):
            if text:
                words = self._text(label, _LABEL, width, tag)
                left = _TIMES + len(stacks) * (width + 2 * _GAP)
                stacks.append((left, [*words, *self._text(text, _SMALL, width, tag)]))
        if stacks:
            yield replace(beside(stacks), before=5.0)

    def _cases(self, part: Part, tag: Tag) -> Iterator[Slice]:
        """The cases in two columns, each with its choices, and the rungs under them."""
        if not part.cases:
            return
        width = (self._kit.width - _TIMES - 2 * _GAP) / 2
        half = -(-len(part.cases) // 2)
        stacks: list[tuple[float, list[Slice]]] = []
        for column, cases in enumerate((part.cases[:half], part.cases[half:])):
            stack: list[Slice] = []
            for case in cases:
                words = self._text(case.title, _STRONG, width, tag)
                words += self._text(case.story, _ALOUD, width, tag)
                words += self._text(" · ".join(case.choices), _SMALL, width, tag)
                stack += after(words, 5.0)
            stacks.append((_TIMES + column * (width + 2 * _GAP), stack))
        yield replace(beside(stacks), before=6.0, hold=Hold.SOFT if part.rungs else Hold.FREE)
        if part.rungs:
            width = self._kit.width - _TIMES
            words = self._text(tr("The rungs, from the mildest"), _LABEL, width, tag)
            words += self._text(part.story, _ALOUD, width, tag)
            words += self._text(part.rungs, _SMALL, width, tag)
            yield from held(after([moved(piece, _TIMES) for piece in words], 5.0), Hold.HARD)


def _space(height: float) -> Slice:
    return Slice(height, lambda _sheet, _x, _y: None)


def _ruled(piece: Slice, width: float, before: float = 0.0, *, ink: bool = False) -> Slice:
    """The slice with a line at its foot."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            sheet.setStrokeColor(PRINT.ink if ink else PRINT.line)
            sheet.setLineWidth(0.8 if ink else 0.6)
            sheet.line(x, y - piece.height, x + width, y - piece.height)
        piece.draw(sheet, x, y)

    return replace(piece, draw=draw, before=before)


def _barred(piece: Slice, left: float) -> Slice:
    """The slice with a bar so far from its left."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.decoration():
            sheet.ink(PRINT.ink)
            sheet.rect(x + left, y - piece.height, _BAR, piece.height, stroke=0, fill=1)
        piece.draw(sheet, x, y)

    made = piece.lines
    lines = None if made is None else lambda: [_barred(each, left) for each in made()]
    return replace(piece, draw=draw, lines=lines)
