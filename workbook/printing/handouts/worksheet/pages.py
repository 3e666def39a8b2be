"""Puts the sections of a worksheet on pages, and gives what is left on each to those who write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbook.printing.forms.kit import fitted
from workbook.printing.forms.parts import Choice, Lines, Part, Ruled
from workbook.printing.forms.setter import Setter
from workbook.printing.handouts.worksheet.content import Section
from workbook.printing.pages.slices import Placed, Slice, fill, height_of, nearer
from workbook.printing.type.tags import Tag

# The space between parts, of the usual: the largest of those that need the fewest pages is used.
_SPACINGS = (1.0, 0.92, 0.84, 0.76, 0.68)
_MOST_ROWS = 3  # that a table is given beside its own
Place = tuple[int, int]  # a section, and a part of it


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page: its slices, and the titles of the sections on it."""

    placed: tuple[Placed, ...]
    titles: tuple[str, ...]


def pages_of(sections: Sequence[Section], setter: Setter, height: float, root: Tag) -> list[PageOf]:
    """The sections on pages whose text is `height` points high. What room a page has left goes to
    its lines and tables, in turn, so that nobody runs out of paper beside an empty half page.
    """
    first = _set(sections, setter, root, {})
    spacings: list[float] = []
    for at in range(len(sections)):
        begun = sections[: at + 1]
        tried = {
            each: len(_Filled(begun, first, [*spacings, each], height).pages) for each in _SPACINGS
        }
        spacings.append(min(tried, key=lambda each: tried[each]))
    plain = _Filled(sections, first, spacings, height)
    found = _Filled(sections, _set(sections, setter, root, plain.shares()), spacings, height)
    if len(found.pages) > len(plain.pages):  # more to write on is no reason for more paper
        found = _Filled(sections, _set(sections, setter, root, {}), spacings, height)
    return found.on_pages()


def _set(
    sections: Sequence[Section], setter: Setter, root: Tag, more: Mapping[Place, int]
) -> list[list[list[Slice]]]:
    """The slices of every part of every section; the root holds their tags and nothing else."""
    root.content.clear()
    found: list[list[list[Slice]]] = []
    for at, section in enumerate(sections):
        own = root.add("Sect")
        found.append(
            [
                setter.slices(part, own, more.get((at, number), 0))
                for number, part in enumerate(section.parts)
            ]
        )
    return found


def _most(part: Part) -> int:
    """How many lines or rows a part may be given; an answer of one line needs no second."""
    match part:
        case Lines():
            return 2 * part.count if part.count > 1 else 0
        case Ruled():
            return _MOST_ROWS
        case Choice():
            return 2 * part.lines if part.reason else 0
        case _:
            return 0


class _Filled:
    """Sections on pages; `spacings` is how much space between its parts each of them keeps."""

    def __init__(
        self,
        sections: Sequence[Section],
        parts: Sequence[Sequence[Sequence[Slice]]],
        spacings: Sequence[float],
        height: float,
    ) -> None:
        self._sections = sections
        self._height = height
        self._places: dict[int, Place] = {}  # of slices, by their id
        self._slices: list[Slice] = []  # which keeps their ids their own
        self.pages: list[list[Placed]] = []
        for at in range(len(sections)):
            found: list[Slice] = []
            for number, part in enumerate(parts[at]):
                pieces = fitted(nearer(part, spacings[at]), height)
                self._places |= {id(piece): (at, number) for piece in pieces}
                found += pieces
            self._slices += self._begun(found, at)
            self.pages = fill(self._slices, lambda _page: height)

    def _begun(self, found: list[Slice], at: int) -> list[Slice]:
        """A section's slices, on a new page unless they all stand on what is left of the last."""
        if not found or not at:
            return found
        used = self._used(len(self.pages) - 1)
        alone = self._sections[at].own_page or self._sections[at - 1].own_page
        if not alone and used + height_of(found, at_top=False) <= self._height:
            return found
        opening = replace(found[0], new_page=True)
        self._places[id(opening)] = self._places[id(found[0])]
        return [opening, *found[1:]]

    def _used(self, page: int) -> float:
        """How far down a page its slices go."""
        return max((p.top + p.slice.height for p in self.pages[page]), default=0.0)

    def shares(self) -> dict[Place, int]:
        """How many lines or rows more each part can have without going over its page."""
        more: dict[Place, int] = {}
        over: set[Place] = set()
        for page in reversed(range(len(self.pages))):
            last = {self._places.get(id(p.slice)): p.slice for p in self.pages[page]}
            open_ends = {
                place: piece.height
                for place, piece in last.items()
                if place is not None and place not in over and self._grows(place, piece)
            }
            over |= {place for place in last if place is not None}
            more |= self._share(open_ends, self._height - self._used(page))
        return more

    def _grows(self, place: Place, piece: Slice) -> bool:
        part = self._sections[place[0]].parts[place[1]]
        # A table that is set as lines has no header; what is a row of it is no single slice.
        return _most(part) > 0 and not (isinstance(part, Ruled) and piece.header is None)

    def _share(self, heights: Mapping[Place, float], left: float) -> dict[Place, int]:
        more = dict.fromkeys(heights, 0)
        given = True
        while given:
            given = False
            for place, height in heights.items():
                part = self._sections[place[0]].parts[place[1]]
                if height <= left and more[place] < _most(part):
                    more[place] += 1
                    left -= height
                    given = True
        return more

    def on_pages(self) -> list[PageOf]:
        """The pages with their titles."""
        return [PageOf(tuple(page), self._titles(number)) for number, page in enumerate(self.pages)]

    def _titles(self, page: int) -> tuple[str, ...]:
        here = (self._places.get(id(p.slice)) for p in self.pages[page])
        numbers = dict.fromkeys(place[0] for place in here if place is not None)
        return tuple(self._sections[number].title for number in numbers)
