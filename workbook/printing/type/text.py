"""Sets text in lines of a width, and shows lines on a page: one way for every script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbook.printing.type.canvas import Sheet
from workbook.printing.type.characters import clean
from workbook.printing.type.direction import base_level, visual_order
from workbook.printing.type.embedding import readable
from workbook.printing.type.fonts import Face, Fonts, TextPiece
from workbook.printing.type.hyphenation import hyphens_in
from workbook.printing.type.shaping import Word

Anchor = Literal["start", "middle", "end"]
_EPSILON = 1e-6
# A line is short if it leaves free more than this share of the width and more than this, in em:
# ragged lines of a page's width look well without hyphens, narrow columns do not.
_SHORT, _LEAST_SHORT = 1 / 8, 2.0
_HYPHENED = 2  # lines in a row may end with a hyphen


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words from left to right. Lengths in em of the size it is shown at."""

    words: tuple[Word, ...]
    text: str  # as it is read
    right_to_left: bool
    advance: float
    above: float
    below: float  # negative
    scale: float = 1.0  # under 1 where a single character is wider than the room there is


def break_lines(
    fonts: Fonts,
    text: str,
    face: Face,
    width: float,
    tracking: float = 0.0,
    *,
    hyphens: bool = False,
) -> list[Line]:
    """Lines no wider than `width`, with `tracking` behind each letter; both in em. `hyphens` says
    that a word is parted by its language where a line would stay short without it; one wider than
    a line is parted anyway.

    A typed line end starts a new line; of several empty lines in a row one stays, at the
    beginning and the end none.
    """
    lines: list[Line] = []
    paragraphs = clean(text).strip("\n").split("\n")
    for before, paragraph in zip(["", *paragraphs], paragraphs, strict=False):
        if not paragraph.strip() and not before.strip():
            continue
        items = fonts.items(paragraph.rstrip(" "), face, tracking)
        breaker = _Breaker(fonts, face, tracking, width, base_level(paragraph), hyphens=hyphens)
        lines += breaker.lines(items)
    return lines


def one_line(fonts: Fonts, text: str, face: Face) -> Line:
    """The whole text in one line, however wide; line ends become spaces."""
    plain = clean(text).replace("\n", " ")
    return _line(fonts.items(plain, face), base_level(plain))


def _line(items: Sequence[TextPiece], level: int, limit: float | None = None) -> Line:
    words = [items[i].word for i in visual_order([item.level for item in items])]
    advance = sum(word.advance for word in words)
    return Line(
        tuple(words),
        "".join(item.word.text for item in items),
        level == 1,
        advance,
        max((word.above for word in words), default=0.0),
        min((word.below for word in words), default=0.0),
        1.0 if limit is None or advance <= limit + _EPSILON else limit / advance,
    )


class _Breaker:
    """Fills lines with items, greedily; parts a word where it is wider than a line, and with
    `hyphens` also where the line would stay short without it.
    """

    def __init__(
        self,
        fonts: Fonts,
        face: Face,
        tracking: float,
        limit: float,
        level: int,
        *,
        hyphens: bool,
    ) -> None:
        self._fonts = fonts
        self._face = face
        self._tracking = tracking
        self._limit = limit
        self._level = level
        self._short = max(limit * _SHORT, _LEAST_SHORT) if hyphens else limit
        self._hyphened = 0  # lines in a row, up to now, that end with a hyphen
        self._done: list[Line] = []
        self._held: list[TextPiece] = []
        self._width = 0.0
        self._spaces: list[TextPiece] = []  # behind what is held; shown only if more follows

    def lines(self, items: Sequence[TextPiece]) -> list[Line]:
        """The items in lines, at least one."""
        groups = list(_groups(items))
        for at, group in enumerate(groups):
            if group[0].space:
                self._spaces += group
            else:
                self._add(group, last=at == len(groups) - 1)
        self._end_line()
        return self._done

    def _add(self, group: list[TextPiece], *, last: bool) -> None:
        width = _width(group)
        free = self._free()
        if width <= free:
            self._hold([*self._spaces, *group])
        elif width > self._limit + _EPSILON:
            self._add_wide(group)
        else:
            parted = None
            if free > self._short and self._hyphened < _HYPHENED and not last:
                parted = self._parted(group, free)
            if parted:
                self._end_hyphened(parted[0])
                self._hold([parted[1]])
            else:
                if self._held:
                    self._end_line()
                self._hold(group)
        self._spaces = []

    def _free(self) -> float:
        return self._limit - self._width - _width(self._spaces) + _EPSILON

    def _parted(self, group: list[TextPiece], free: float) -> tuple[TextPiece, TextPiece] | None:
        """As much of a word, with a hyphen, as there is room for, and the rest of it."""
        item = group[0]
        if len(group) > 1 or item.level % 2 == 1:
            return None
        text = item.word.text
        for at in reversed(hyphens_in(text, self._fonts.language)):
            head = self._fonts.word(text[:at] + "-", self._face, tracking=self._tracking)
            if head.advance <= free:
                rest = self._fonts.word(text[at:], self._face, tracking=self._tracking)
                return replace(item, word=head), replace(item, word=rest)
        return None

    def _end_hyphened(self, head: TextPiece) -> None:
        self._hold([*self._spaces, head])
        count = self._hyphened + 1
        self._end_line()
        self._hyphened = count

    def _add_wide(self, group: list[TextPiece]) -> None:
        """Parts a word that is wider than any line where its language does, else anywhere."""
        while _width(group) > self._limit + _EPSILON:
            parted = self._parted(group, self._free())
            if parted is None and self._held:
                whole = self._parted(group, self._limit + _EPSILON)
                if whole is not None:
                    self._end_line()
                    parted = whole
            if parted is None:
                self._add_parted(group)
                return
            self._end_hyphened(parted[0])
            group = [parted[1]]
        self._hold(group)

    def _add_parted(self, group: list[TextPiece]) -> None:
        """Fills the line with what fits of a word, letter by letter, and goes on."""
        if self._held and self._width + _width(self._spaces) < self._limit:
            self._hold(self._spaces)
        for item in group:
            text = item.word.text
            starts = [start for start, _ in item.word.advances] + [len(text)]
            first = 0
            while first < len(starts) - 1:
                last, fitting = self._fitting(item, starts, first)
                if last == first:
                    self._end_line()
                    continue
                self._hold([fitting])
                first = last
                if first < len(starts) - 1:
                    self._end_line()

    def _fitting(self, item: TextPiece, starts: list[int], first: int) -> tuple[int, TextPiece]:
        """As many clusters from `first` as fit in the line; one at least in an empty line."""
        free = self._limit - self._width + _EPSILON
        last, total = first, 0.0
        while last < len(item.word.advances) and total + item.word.advances[last][1] <= free:
            total += item.word.advances[last][1]
            last += 1
        last = max(last, first if self._held else first + 1)
        while True:
            # Letters may change their form where the word is parted, so it is measured again.
            text = item.word.text[starts[first] : starts[last]]
            word = self._fonts.word(
                text, self._face, right_to_left=item.level % 2 == 1, tracking=self._tracking
            )
            if word.advance <= free or last - first <= (0 if self._held else 1):
                return last, TextPiece(word, item.level, space=False, breakable=True)
            last -= 1

    def _hold(self, items: Sequence[TextPiece]) -> None:
        self._held += items
        self._width += _width(items)

    def _end_line(self) -> None:
        self._done.append(_line(self._held, self._level, self._limit))
        self._held, self._width, self._spaces = [], 0.0, []
        self._hyphened = 0


def _width(items: Sequence[TextPiece]) -> float:
    return sum(item.word.advance for item in items)


def _groups(items: Sequence[TextPiece]) -> Iterator[list[TextPiece]]:
    group: list[TextPiece] = []
    for item in items:
        if group and item.breakable:
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def show(line: Line, x: float, y: float, size: float) -> str:
    """The page's operators that show a line from x on, its baseline at y, in points."""
    size *= line.scale
    out = ["BT", f"1 0 0 1 {x:.3f} {y:.3f} Tm"]
    font, rise, arrays = "", 0.0, list[str]()

    def flush() -> None:
        if arrays:
            out.append(f"[{''.join(arrays)}] TJ")
            arrays.clear()

    for strip in (strip for word in line.words for strip in word.strips):
        if strip.font_name != font:
            flush()
            font = strip.font_name
            out.append(f"/{font} {size:.3f} Tf")
        for part in strip.parts:
            if part.rise != rise or part.reads is not None:
                flush()
            if part.rise != rise:
                rise = part.rise
                out.append(f"{rise * size:.3f} Ts")
            if part.reads is None:
                arrays.append(part.array)
            else:
                out.append(f"/Span <</ActualText <FEFF{readable(part.reads)}>>> BDC")
                out.append(f"[{part.array}] TJ EMC")
    flush()
    if rise:
        out.append("0 Ts")
    out.append("ET")
    return "\n".join(out)


def draw_line(canvas: Sheet, text: str, face: Face, size: float, x: float, y: float,
              color: str, anchor: Anchor = "start") -> None:  # fmt: skip
    """Draws text in one line with its baseline at y. `anchor` says what of it stands at x;
    `color` is "#rrggbb". Direction, joining and fonts are looked after.
    """
    line = one_line(canvas.fonts, text, face)
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    canvas.ink(color)
    canvas.addLiteral(show(line, x - shift * line.advance * size, y, size))
