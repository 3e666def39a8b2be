"""One font file: which characters it draws, how it shapes them, which glyphs a document used."""

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb


class Glyph(NamedTuple):  # made by the thousand: a dataclass takes three times as long
    """One placed glyph; all lengths in em."""

    id: int
    advance: float
    dx: float
    dy: float


class Cluster(NamedTuple):
    """Characters that shaping does not part, and their glyphs from left to right."""

    start: int  # index of its first character in the shaped text
    text: str
    glyphs: tuple[Glyph, ...]
    advance: float  # how far it moves the pen, in em


class Typeface:
    """A TrueType or OpenType font as HarfBuzz sees it, opened from a file or a collection."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        self.face: Any = hb.Face(hb.Blob.from_file_path(str(path)), index)
        self.font: Any = hb.Font(self.face)
        self.em: int = self.face.upem
        self._codes: dict[tuple[int | None, str], int] = {}
        self._texts: dict[int, str] = {}
        self._advances: dict[int, float] = {}
        self._ink: dict[int, tuple[float, float]] = {}

    @cached_property
    def name(self) -> str:
        """The PostScript name with letters, digits and hyphens only; the file's name without one.

        Two typefaces may share it: it is for showing, never for telling fonts apart.
        """
        named = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        kept = "".join(c for c in named if c.isascii() and (c.isalnum() or c == "-"))
        return kept or "Font"

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tags of its tables."""
        return frozenset(self.face.table_tags)

    @cached_property
    def is_cff(self) -> bool:
        """Whether its outlines are PostScript's (CFF) rather than TrueType's."""
        return "glyf" not in self.tables

    @cached_property
    def empty(self) -> int:
        """The glyph of the space, which draws nothing."""
        return int(self.font.get_nominal_glyph(0x20) or 0)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character it maps to a glyph."""
        return frozenset(map(chr, self.face.unicodes))

    def draws(self, character: str) -> bool:
        """Whether it has an outline with ink for the character (a colour picture is none)."""
        glyph = self.font.get_nominal_glyph(ord(character))
        return bool(glyph) and _has_outline(self.font, glyph)

    def shape(self, text: str, *, right_to_left: bool = False) -> tuple[Cluster, ...]:
        """The glyphs of a text in one direction and script, from left to right."""
        buffer: Any = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = "en"  # or it would depend on the locale of the process
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        em = self.em
        groups: dict[int, list[Glyph]] = {}
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            groups.setdefault(info.cluster, []).append(
                Glyph(info.codepoint, place.x_advance / em, place.x_offset / em,
                      place.y_offset / em)
            )  # fmt: skip
        starts = sorted(groups)
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        return tuple(
            Cluster(
                start,
                text[start : ends[start]],
                tuple(glyphs),
                glyphs[0].advance if len(glyphs) == 1 else sum(g.advance for g in glyphs),
            )
            for start, glyphs in groups.items()
        )

    def code(self, glyph: int | None, text: str) -> tuple[int, bool]:
        """The two-byte code that draws a glyph and reads as the text; whether it does read so.
        Glyph None draws nothing and takes no room.

        TrueType fonts get one code for each pair, so that they always do. CFF fonts have no such
        table: the code is the glyph, and reads as what the glyph stood for first.
        """
        if self.is_cff:
            return glyph or 0, glyph is not None and self._texts.setdefault(glyph, text) == text
        # Code 0 stays .notdef's: some readers treat it as a gap.
        code = self._codes.setdefault((glyph, text), len(self._codes) + 1)
        return code, True

    @property
    def used(self) -> dict[int, tuple[int | None, str]]:
        """What the document used so far: code → (glyph, text), see `code`."""
        if self.is_cff:
            return {glyph: (glyph, self._texts[glyph]) for glyph in sorted(self._texts)}
        return {code: pair for pair, code in self._codes.items()}

    def advance(self, glyph: int) -> float:
        """A glyph's own width in em."""
        if glyph not in self._advances:
            self._advances[glyph] = self.font.get_glyph_h_advance(glyph) / self.em
        return self._advances[glyph]

    def ink(self, glyph: int) -> tuple[float, float]:
        """How far a glyph reaches above and below its baseline, in em (below is negative)."""
        if glyph not in self._ink:
            box = self.font.get_glyph_extents(glyph)
            top, height = (box.y_bearing, box.height) if box else (0, 0)
            self._ink[glyph] = (top / self.em, (top + height) / self.em)
        return self._ink[glyph]


class _Pen:
    """Notices whether anything is drawn at all."""

    def __init__(self) -> None:
        self.inked = False

    def moveTo(self, _point: tuple[float, float]) -> None:
        """Moving alone leaves no ink."""

    def lineTo(self, _point: tuple[float, float]) -> None:
        """A line does."""
        self.inked = True

    def curveTo(self, *_points: tuple[float, float]) -> None:
        """So does a cubic curve."""
        self.inked = True

    def qCurveTo(self, *_points: tuple[float, float]) -> None:
        """So does a quadratic one."""
        self.inked = True

    def closePath(self) -> None:
        """Closing draws nothing new."""

    def endPath(self) -> None:
        """Nor does ending."""


def _has_outline(font: Any, glyph: int) -> bool:
    pen = _Pen()
    font.draw_glyph_with_pen(glyph, pen)
    return pen.inked
