"""Fills pages with slices: pieces of a document that never part, and how they hold together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from workbook.printing.type.canvas import Sheet

# Draws itself with its upper left at x, y in points (y upwards).
Draw = Callable[[Sheet, float, float], None]
_EPSILON = 1e-6
_FIRST, _LAST = 3, 2  # slices at the ends of what is higher than a page that stay together


class Hold(IntEnum):
    """How firmly a slice holds on to the next one; the weaker gives way where a page is too short
    for what holds together.
    """

    FREE = 0
    SOFT = 1  # belongs together
    HARD = 2  # a heading and what it is about, the first two lines and the last two


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of the page, as high as it says, in points."""

    height: float
    draw: Draw
    before: float = 0.0  # room above it, none at the top of a page
    hold: Hold = Hold.FREE
    header: "Slice | None" = None  # stands above it where it begins a page
    new_page: bool = False
    # The same in lines that flow on over pages, for where no page is high enough for it.
    lines: "Callable[[], list[Slice]] | None" = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice and how far its top lies under the top of the page's text area."""

    slice: Slice
    top: float


def held(slices: Sequence[Slice], hold: Hold) -> list[Slice]:
    """The same slices holding together at least so firmly, the last one as it was."""
    firm = [replace(s, hold=max(s.hold, hold)) for s in slices[:-1]]
    return [*firm, *slices[-1:]]


def after(slices: Sequence[Slice], space: float) -> list[Slice]:
    """The same slices with so much room above the first."""
    return [replace(s, before=space) if i == 0 else s for i, s in enumerate(slices)]


def height_of(slices: Sequence[Slice], *, at_top: bool = True) -> float:
    """How high the slices stand under each other; `at_top` leaves out the room above them."""
    return sum(s.height + s.before for s in slices) - (
        slices[0].before if slices and at_top else 0.0
    )


def nearer(slices: Sequence[Slice], share: float) -> list[Slice]:
    """The same slices with that share of the room between them."""
    return [replace(piece, before=piece.before * share) for piece in slices]


def smaller(slices: Sequence[Slice], scale: float) -> list[Slice]:
    """The same slices drawn at a scale from 0 to 1."""
    return [
        replace(
            piece,
            height=piece.height * scale,
            before=piece.before * scale,
            draw=_scaled(piece.draw, scale),
            header=piece.header and smaller([piece.header], scale)[0],
            lines=_smaller_lines(piece, scale),
        )
        for piece in slices
    ]


def _smaller_lines(piece: Slice, scale: float) -> Callable[[], list[Slice]] | None:
    made = piece.lines
    return None if made is None else lambda: smaller(made(), scale)


def _scaled(draw: Draw, scale: float) -> Draw:
    def scaled(sheet: Sheet, x: float, y: float) -> None:
        sheet.saveState()
        sheet.translate(x, y)
        sheet.scale(scale, scale)
        draw(sheet, 0, 0)
        sheet.restoreState()

    return scaled


def repeated(piece: Slice) -> Slice:
    """A slice that stands over what goes on on a new page, and is not read out there."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.repeated():
            piece.draw(sheet, x, y)

    return replace(piece, draw=draw)


def fill(slices: Sequence[Slice], height: Callable[[int], float]) -> list[list[Placed]]:
    """The slices on pages. `height` says how high the text area of a page is (0 is the first)."""
    pages = _Pages(height)
    for group in _groups(slices, Hold.SOFT):
        pages.place(group)
    return pages.pages


def _groups(slices: Sequence[Slice], hold: Hold) -> Iterator[list[Slice]]:
    """The slices parted wherever they hold less firmly than that."""
    group: list[Slice] = []
    for piece in slices:
        if group and (group[-1].hold < hold or piece.new_page):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


class _Pages:
    """Pages being filled from top to bottom."""

    def __init__(self, height: Callable[[int], float]) -> None:
        self._height = height
        self.pages: list[list[Placed]] = [[]]
        self._used = 0.0

    def place(self, group: list[Slice]) -> None:
        """Puts a group on this page or the next, or parts it where it is higher than a page."""
        if group[0].new_page:
            self._new_page()
        if self._fits(group):
            self._put(group)
        elif self._fits_alone(group):
            self._new_page()
            self._put(group)
        else:
            self._part(group)

    def _part(self, group: list[Slice]) -> None:
        parts = list(_groups(group, Hold.HARD))
        if len(parts) == 1:
            parts = _apart(group)
        for part in parts:
            if len(part) == 1 and not self._fits(part):
                self._new_page()
            if len(part) == 1 or self._fits(part):
                self._put(part)
            else:
                self.place(part)

    def _fits(self, group: Sequence[Slice]) -> bool:
        header = 0.0 if self.pages[-1] else _header(group)
        needed = height_of(group, at_top=not self.pages[-1]) + header
        return self._used + needed <= self._height(len(self.pages) - 1) + _EPSILON

    def _fits_alone(self, group: Sequence[Slice]) -> bool:
        return height_of(group) + _header(group) <= self._height(len(self.pages)) + _EPSILON

    def _put(self, group: Sequence[Slice]) -> None:
        for piece in group:
            if not self.pages[-1] and piece.header is not None:
                self._put_one(repeated(piece.header))
            self._put_one(piece)

    def _put_one(self, piece: Slice) -> None:
        page = self.pages[-1]
        if page:
            self._used += piece.before
        page.append(Placed(piece, self._used))
        self._used += piece.height

    def _new_page(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self._used = 0.0


def _apart(group: list[Slice]) -> list[list[Slice]]:
    """What holds firmly together and is higher than a page, piece by piece; but its beginning and
    its end, where a heading would stand alone, or a last line.
    """
    if len(group) < _FIRST + _LAST + 1:
        return [[piece] for piece in group]
    middle = group[_FIRST:-_LAST]
    return [group[:_FIRST], *([piece] for piece in middle), group[-_LAST:]]


def _header(group: Sequence[Slice]) -> float:
    """The header that a page needs above the group, and the room between the two."""
    return group[0].header.height + group[0].before if group[0].header is not None else 0.0
