"""Draws ballots, as many to a page as their questions let them be, into the bytes of a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from workbook.catalogue import tr
from workbook.charts.palette import PRINT
from workbook.model.slips import LENGTH, Code
from workbook.printing.forms.kit import Kit, fitted, holding_on
from workbook.printing.forms.marks import draw_words, square
from workbook.printing.forms.setter import Setter
from workbook.printing.forms.sizes import BIG_CARD, CARD, LARGE_CARD, SMALL_CARD, TIGHT_CARD, Look
from workbook.printing.handouts.ballots.content import Ballot, Ballots
from workbook.printing.pages.batch import Own, Run, save_copies
from workbook.printing.pages.beside import beside
from workbook.printing.pages.cuts import Cards
from workbook.printing.pages.margins import SIDE
from workbook.printing.pages.outline import describe
from workbook.printing.pages.paragraphs import StyledLine, first_line
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.slices import Placed, Slice, after, fill, height_of, nearer, repeated
from workbook.printing.pages.writer import Drawn
from workbook.printing.type.canvas import Sheet, plain
from workbook.printing.type.characters import clean
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.tags import Tag
from workbook.printing.type.text import one_line, show

PADDING = 11.0  # on both sides of a cut
_RULE = 1.4
_CODE_BOX = 1.55  # how large a box for a letter of the code is, in sizes of the kicker
_CODE_SIZE = 1.5
_CODE_GAP = 5.0
_ABOVE_FOOT, _APART = 3.0, 8.0
_MOST_SPREAD = 0.6  # of the room between the parts of a card
# What is tried, the first that fits is taken: how many across and down, at which sizes.
_WAYS: tuple[tuple[int, int, Look], ...] = (
    *((2, 2, look) for look in (BIG_CARD, CARD, SMALL_CARD, TIGHT_CARD)),
    *((2, 1, look) for look in (BIG_CARD, CARD, SMALL_CARD)),
    (1, 1, BIG_CARD),
)
_LARGE_WAYS: tuple[tuple[int, int, Look], ...] = ((1, 2, LARGE_CARD), (1, 1, LARGE_CARD))


@dataclass(frozen=True, slots=True)
class _Way:
    """How one kind of ballot lies on its paper."""

    cards: Cards
    kit: Kit
    foot: StyledLine | None  # whose ballots they are

    @property
    def height(self) -> float:
        """Of what stands on a card over its foot."""
        foot = self.foot.height + _ABOVE_FOOT if self.foot else 0.0
        return self.cards.height - foot

    @property
    def spread_height(self) -> float:
        """What its parts may spread over: the foot then stands apart, if there is room for that."""
        return self.height - (_APART if self.foot else 0.0)

    def draw_foot(self, sheet: Sheet, number: int) -> None:
        """Whose ballot a card is, at its lower edge."""
        if self.foot is not None:
            x, y = self.cards.place(number)
            with sheet.decoration():
                self.foot.draw(sheet, x, y - self.cards.height + self.foot.height, self.cards.width)


def draw(made: Ballots, job: Job, *, large: bool) -> Drawn:
    """Every kind of ballot for everybody, all of one kind behind each other, first votes before
    second ones. They stand four to a page; where their questions are too long for that, or in
    `large` print of 18 points, two or one.
    """
    return _Writer(made, job, large=large).draw()


class _Writer:
    """Draws every kind of ballot for so many people."""

    def __init__(self, made: Ballots, job: Job, *, large: bool) -> None:
        self._made = made
        self._job = job
        self._ways = _LARGE_WAYS if large else _WAYS
        self._fonts = Fonts(tick=job.tick, language=made.language)
        language = plain(made.language) or None
        self._sheet = Sheet(BytesIO(), job.size, self._fonts, lang=language)
        self._pages = 0
        describe(self._sheet, made.title, made.subject, job.now)

    def draw(self) -> Drawn:
        """All of them; those with codes have no boxes for one."""
        runs = [self._run(ballot) for ballot in self._made.kinds]
        total = sum(len(run.pages) * len(run.copies) for run in runs)
        data = save_copies(self._sheet, runs, lambda done: self._job.report(done, total))
        return Drawn(data, total, self._fonts.undrawable)

    def _run(self, ballot: Ballot) -> Run:
        way = self._way(ballot)
        tag = self._sheet.root.add("Sect")
        first = self._pages
        if way.cards.count == 1:
            self._draw_over_pages(way, ballot, tag)
        else:
            self._draw_page(way, ballot, tag)
        count, codes = way.cards.count, self._made.codes
        starts = range(0, self._made.people, count)
        shown = [self._codes(way, codes[at : at + count]) if codes else "" for at in starts]
        copies = [Own(words, words) for words in shown]
        titles = [ballot.title, *[""] * (len(copies) - 1)]
        return Run(range(first, self._pages), tag, copies, titles)

    def _way(self, ballot: Ballot) -> _Way:
        """As many to a page as fit; the last way goes over several pages if it must."""
        for across, down, look in self._ways:
            cards = Cards(self._job.size, across, down, PADDING)
            foot = first_line(self._fonts, self._made.foot, look.marginal, cards.width)
            way = _Way(
                cards, Kit(self._fonts, look, cards.width), foot if self._made.foot else None
            )
            slices = self._slices(way, ballot, Tag("Sect"))
            if height_of(slices) <= way.height:
                return way
        return way

    def _slices(self, way: _Way, ballot: Ballot, tag: Tag) -> list[Slice]:
        kit, look = way.kit, way.kit.look
        setter = Setter(kit, self._job.tick)
        found = [self._head(kit, ballot.kicker, tag)]
        found += after(kit.text(ballot.title, look.headline, tag, "H1"), look.near)
        found += kit.text(ballot.note, look.small, tag)
        found = holding_on(found)
        for part in ballot.parts:
            found += setter.slices(part, tag)
        return found

    def _draw_page(self, way: _Way, ballot: Ballot, tag: Tag) -> None:
        """A page of equal cards."""
        for number in range(way.cards.count):
            slices = self._slices(way, ballot, tag.add("Sect"))
            slices = _spread(slices, way.spread_height)
            way.draw_foot(self._sheet, number)
            x, y = way.cards.place(number)
            for i, piece in enumerate(slices):
                y -= piece.before if i else 0.0
                piece.draw(self._sheet, x, y)
                y -= piece.height
        way.cards.draw(self._sheet)
        self._end_page()

    def _draw_over_pages(self, way: _Way, ballot: Ballot, tag: Tag) -> None:
        """One card on one page, or on as many as it needs. A sheet that comes loose still says
        what it is, that it is collected, and whose code it has.
        """
        slices = self._slices(way, ballot, tag)
        height = way.height
        if height_of(slices) <= height:
            slices, again = _spread(slices, way.spread_height), []
        else:
            again = self._again(way, ballot)
        below = height - height_of(again) - (way.kit.look.above if again else 0.0)
        pages: list[list[Placed]] = fill(
            fitted(slices, below), lambda page: below if page else height
        )
        for number, page in enumerate(pages):
            top = way.cards.place(0)[1]
            if number:
                repeated(beside([(0.0, again)])).draw(self._sheet, SIDE, top)
                top -= height - below
            for placed in page:
                placed.slice.draw(self._sheet, SIDE, top - placed.top)
            way.draw_foot(self._sheet, 0)
            self._end_page()

    def _again(self, way: _Way, ballot: Ballot) -> list[Slice]:
        """What stands over a ballot that goes on on a new page."""
        unread = Tag("P")
        title = tr("{title}, continued").format(title=ballot.title)
        words = way.kit.text(title, way.kit.look.label, unread)
        head = self._head(way.kit, ballot.kicker, unread)
        return [head, *after(words, way.kit.look.near)]

    def _head(self, kit: Kit, kicker: str, tag: Tag) -> Slice:
        """What a card is and that it is collected, and at its right the code or boxes for it."""
        look, height = kit.look, _head_height(kit)
        boxes = self._made.boxes and not self._made.codes
        box = look.kicker.size * _CODE_BOX
        word = kit.boxed_words(tr("Code"), look.marginal, kit.width / 3)
        code = LENGTH * box + _CODE_GAP + word.width if boxes or self._made.codes else 0.0
        words = kit.boxed_words(clean(kicker).upper(), look.kicker, kit.width - code)
        own, other = tag.add("P"), tag.add("P")
        whole = max(height, words.height)

        def draw(sheet: Sheet, x: float, y: float) -> None:
            draw_words(sheet, look, words, x, y - whole + words.height, kit.width, own)
            if code:
                left = x + kit.width - code
                draw_words(sheet, look, word, left, y - whole + word.height, word.width, other)
            with sheet.decoration():
                for at in range(LENGTH if boxes else 0):
                    square(sheet, x + kit.width - (LENGTH - at) * box, y - whole + 2.2, box)
                half = kit.width / 2
                for color, start in ((PRINT.inside, x), (PRINT.outside, x + half)):
                    sheet.ink(color)
                    sheet.rect(start, y - whole - 1.6 - _RULE, half, _RULE, stroke=0, fill=1)

        return Slice(whole + 1.6 + _RULE, draw)

    def _end_page(self) -> None:
        self._job.tick()
        self._sheet.showPage()
        self._pages += 1

    def _codes(self, way: _Way, codes: Sequence[Code]) -> str:
        """The page's operators that show the codes of its cards."""
        kicker = way.kit.look.kicker
        size = kicker.size * _CODE_SIZE
        found: list[str] = []
        for number, code in enumerate(codes):
            line = one_line(self._fonts, code, Face.SANS_SEMIBOLD)
            x, y = way.cards.place(number)
            right = x + way.cards.width - line.advance * size
            found.append(show(line, right, y - _head_height(way.kit) + kicker.size * 0.3, size))
        red, green, blue = (int(PRINT.ink[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return "\n".join([f"{red:.3f} {green:.3f} {blue:.3f} rg", *found])


def _spread(slices: Sequence[Slice], height: float) -> list[Slice]:
    """The slices with more room between them, as far as their card has any."""
    between = sum(piece.before for piece in slices[1:])
    left = height - height_of(slices)
    share = left / between if between else 0.0
    return nearer(slices, 1 + min(_MOST_SPREAD, max(0.0, share)))


def _head_height(kit: Kit) -> float:
    return kit.look.kicker.size * (_CODE_BOX + 0.35)
