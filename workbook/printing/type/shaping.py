"""Turns words into glyphs, ready to be shown by a PDF at any size, and readable again from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbook.printing.type.direction import mirrored
from workbook.printing.type.typeface import Cluster, Glyph, Typeface

# Movements under this part of an em are not written: they cannot be seen.
_UNSEEN = 0.0005
_MAY_JOIN = "\u0590"  # before it: Latin, Greek, Cyrillic, Armenian


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font. `drawn` has the same length as `text`, U+FFFD where none has it."""

    font_name: str
    typeface: Typeface
    text: str
    drawn: str


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs at one height: the inside of a TJ array, how far up in em, and what it reads as
    where its codes do not say so themselves.
    """

    array: str
    rise: float = 0.0
    reads: str | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """The parts of a word that one font draws, from left to right."""

    font_name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word; its lengths in em. `above` and `below` are where its ink ends, where that
    might be further than an ordinary letter's; otherwise 0.
    """

    text: str
    strips: tuple[Strip, ...]
    advance: float
    above: float
    below: float  # negative
    advances: tuple[tuple[int, float], ...]  # (index of a first character, advance), in order


def shape_word(
    text: str, pieces: Sequence[Piece], *, right_to_left: bool, tracking: float = 0.0
) -> Word:
    """Shapes a word of one direction. `pieces` are its fonts in the order of reading.

    `tracking` is room behind each letter, in em; letters of scripts that may join have none.
    """
    strips: list[Strip] = []
    advances: list[tuple[int, float]] = []
    above = below = 0.0
    start = 0
    for piece in pieces:
        clusters = piece.typeface.shape(piece.drawn, right_to_left=right_to_left)
        if tracking and max(piece.text) < _MAY_JOIN:
            clusters = tuple(_spaced(cluster, tracking) for cluster in clusters)
        strips.append(Strip(piece.font_name, _parts(piece, clusters, right_to_left=right_to_left)))
        advances += [(start + c.start, c.advance) for c in clusters]
        if piece.font_name != pieces[0].font_name or not _plain(clusters):
            above, below = _reach(piece.typeface, clusters, above, below)
        start += len(piece.text)
    if right_to_left:
        strips.reverse()
    advances.sort()
    total = sum(advance for _, advance in advances)
    return Word(text, tuple(strips), total, above, below, tuple(advances))


def _spaced(cluster: Cluster, space: float) -> Cluster:
    *glyphs, last = cluster.glyphs
    wider = Glyph(last.id, last.advance + space, last.dx, last.dy)
    return Cluster(cluster.start, cluster.text, (*glyphs, wider), cluster.advance + space)


def _plain(clusters: Sequence[Cluster]) -> bool:
    return all(not glyph.dy for cluster in clusters for glyph in cluster.glyphs)


def _reach(
    typeface: Typeface, clusters: Sequence[Cluster], above: float, below: float
) -> tuple[float, float]:
    for cluster in clusters:
        for glyph in cluster.glyphs:
            top, bottom = typeface.ink(glyph.id)
            above, below = max(above, top + glyph.dy), min(below, bottom + glyph.dy)
    return above, below


def _parts(piece: Piece, clusters: Sequence[Cluster], *, right_to_left: bool) -> tuple[Part, ...]:
    pen = _Pen(piece.typeface)
    for cluster in clusters:
        reads = piece.text[cluster.start : cluster.start + len(cluster.text)]
        if len(cluster.glyphs) == 1 and not right_to_left:  # nearly every letter
            code, exact = piece.typeface.code(cluster.glyphs[0].id, reads)
            if exact:
                pen.glyph(cluster.glyphs[0], code)
                continue
        texts = _shares(reads, len(cluster.glyphs), right_to_left=right_to_left)
        glyphs = [*cluster.glyphs, *[None] * (len(texts) - len(cluster.glyphs))]
        codes = [
            piece.typeface.code(glyph.id if glyph else None, text)
            for glyph, text in zip(glyphs, texts, strict=True)
        ]
        exact = all(said for _, said in codes)
        if not exact:
            pen.end_part()
        for glyph, (code, _) in zip(glyphs, codes, strict=True):
            if glyph:
                pen.glyph(glyph, code)
            elif exact:
                pen.nothing(code)
        if not exact:
            pen.end_part(reads)
    return pen.finish()


def _shares(text: str, count: int, *, right_to_left: bool) -> list[str]:
    """What each glyph of a cluster reads as, so that they read as the text one after the other.

    Readers turn right-to-left glyphs round one by one, so theirs come backwards, each a single
    character: what is left over, as in a ligature, stands behind them for glyphs of no width.
    """
    if right_to_left:
        # A bracket reads as it looks, for readers turn it round but do not mirror it.
        shares = [mirrored(character) for character in reversed(text)]
    else:
        shares = [*text[: count - 1], text[count - 1 :]]
    return shares + [""] * (count - len(shares))


class _Pen:
    """Collects glyphs into TJ arrays, with the movements that the font's own widths do not say."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._parts: list[Part] = []
        self._array: list[str] = []
        self._codes: list[str] = []
        self._rise = 0.0
        self._owed = 0.0  # movement still to be written, in em

    def glyph(self, glyph: Glyph, code: int) -> None:
        """Adds a glyph behind the last."""
        if glyph.dy != self._rise:
            self.end_part()
            self._rise = glyph.dy
        self._owed += glyph.dx
        if self._owed:
            self._move()
        self._codes.append(f"{code:04X}")
        self._owed += glyph.advance - self._typeface.advance(glyph.id) - glyph.dx

    def nothing(self, code: int) -> None:
        """Adds a code that draws nothing and takes no room."""
        self._codes.append(f"{code:04X}")

    def end_part(self, reads: str | None = None) -> None:
        """Ends a part, which reads as `reads` if that is given."""
        self._close_codes()
        if self._array:
            self._parts.append(Part("".join(self._array), self._rise, reads))
            self._array = []

    def finish(self) -> tuple[Part, ...]:
        """All parts, with the last movement behind them."""
        self._move()
        self.end_part()
        return tuple(self._parts)

    def _move(self) -> None:
        if abs(self._owed) >= _UNSEEN:
            self._close_codes()
            self._array.append(f"{-1000 * self._owed:.2f}")
            self._owed = 0.0

    def _close_codes(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes = []
