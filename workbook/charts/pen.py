"""What draws a chart's lines and writes its words: on a screen, in a picture, on paper.

`Pen` is what a chart needs of any of them; the one for a window is `ui/widgets/chart_pen.py`, the
one for paper `printing/pages/charts.py`. What they share stands here, once. `ScreenLettering`
measures words as matplotlib itself draws them, in the shipped faces and, for the scripts those do
not have, in others.
"""

import pathlib
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal, Protocol

import matplotlib
from matplotlib.font_manager import FontEntry, FontProperties, findSystemFonts, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Transform

from workbook.resources import resource

LONGEST = 600  # characters of a label that are looked at; no chart has room for more
UNKNOWN = "□"  # stands for a character that cannot be drawn; DejaVu Sans has it
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


class Face(StrEnum):
    """The two faces charts are lettered in."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"


class Lettering(Protocol):
    """Who knows how wide words will be where the chart is going to be drawn."""

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of one line of text at a size in points."""
        ...

    def drawable(self, text: str) -> str:
        """The text with what cannot be drawn replaced by something that can be seen."""
        ...


Op = Literal["M", "L", "C", "Z"]
Step = tuple[Op, tuple[float, ...]]  # move to, line to, cubic curve to, close; y upwards


@dataclass(frozen=True, slots=True)
class Stroke:
    """How an outline is drawn: colour, width in points, dashes in points, and its ends."""

    colour: tuple[float, float, float]
    width: float
    alpha: float = 1.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0
    cap: Literal["butt", "round", "projecting"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"


@dataclass(frozen=True, slots=True)
class Fill:
    """How an inside is filled."""

    colour: tuple[float, float, float]
    alpha: float = 1.0


class Pen(Lettering, Protocol):
    """Something that draws lines and words in points, with y upwards."""

    def path(
        self,
        steps: Sequence[Step],
        fill: Fill | None,
        stroke: Stroke | None,
        clips: Sequence[Sequence[Step]],
    ) -> None:
        """Draw a path; only what lies within all of the clips shows."""
        ...

    def words(
        self, text: str, face: Face, size: float, x: float, y: float, angle: float, fill: Fill
    ) -> None:
        """Write a line of text from its baseline's left end, turned by degrees anticlockwise."""
        ...


def trace(
    steps: Sequence[Step],
    move: Callable[..., object],
    line: Callable[..., object],
    curve: Callable[..., object],
    close: Callable[..., object],
) -> None:
    """Lead a path's steps to what a toolkit calls them, each given its numbers."""
    draw: dict[Op, Callable[..., object]] = {"M": move, "L": line, "C": curve, "Z": close}
    for name, numbers in steps:
        draw[name](*numbers)


def one_line(text: str) -> str:
    """The text as one line, white space made single; what is longer than any chart has room for is
    cut and marked with "…".
    """
    line = " ".join(text[: 2 * LONGEST].split())
    return line if len(line) <= LONGEST else cut(line, LONGEST) + "…"


def cut(text: str, length: int) -> str:
    """The beginning of a text, never parting a letter from its accents or a joined sign."""
    while 0 < length < len(text) and (
        unicodedata.category(text[length]).startswith("M")
        or text[length] in _JOINERS
        or text[length - 1] in _JOINERS
    ):
        length -= 1
    return text[:length].rstrip()


def elided(text: str, width: float, face: Face, size: float, lettering: Lettering) -> str:
    """The text if it is at most so wide, else as much of it as fits with "…"; "" if nothing does.

    A longer beginning is taken to be wider, so the length is found by halving.
    """
    if lettering.width(text, face, size) <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if lettering.width(cut(text, middle) + "…", face, size) <= width:
            fits = middle
        else:
            too_long = middle
    begun = cut(text, fits)
    if begun:
        return begun + "…"
    return "…" if lettering.width("…", face, size) <= width else ""


def wrapped(
    text: str, width: float, lines: int, face: Face, size: float, lettering: Lettering
) -> tuple[str, ...]:
    """The text on at most so many lines, the last elided where it is longer; () for no text.

    Lines break at spaces. A single word that is wider than a line breaks inside.
    """
    done: list[str] = []
    rest = text
    while rest and len(done) < lines - 1:
        if lettering.width(rest, face, size) <= width:
            break
        line = _first_line(rest, width, face, size, lettering)
        if not line:
            break
        done.append(line)
        rest = rest[len(line) :].lstrip()
    last = elided(rest, width, face, size, lettering) if rest else ""
    return (*done, last) if last else tuple(done)


def _first_line(text: str, width: float, face: Face, size: float, lettering: Lettering) -> str:
    line = elided(text, width, face, size, lettering).removesuffix("…")
    if text[len(line) : len(line) + 1] == " ":
        return line
    begun = line.rpartition(" ")[0]
    return begun or line


# The letters of matplotlib's own pictures.

_PREFIX = "Workbook "  # so that no font of the machine can be meant by these names
_FONTS = {
    Face.REGULAR: (400, "SourceSansPro-Regular.ttf", "DejaVuSans.ttf"),
    Face.SEMIBOLD: (600, "SourceSansPro-Semibold.ttf", "DejaVuSans-Bold.ttf"),
}

# Files, without their endings, of fonts that systems bring for many scripts. Beside them the Noto
# Sans of a character's script is looked for. matplotlib draws no bitmap fonts, so colour emoji are
# not among them.
_KNOWN = (
    "NotoSansCJK-Regular", "NotoSansCJKsc-Regular", "NotoSansCJKjp-Regular", "NotoSansSC-Regular",
    "wqy-microhei", "wqy-zenhei", "DroidSansFallbackFull", "DroidSansFallback",
    "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular", "Symbola",
    "Symbola_hint", "Lohit-Devanagari", "FreeSans", "FreeSerif",
    "segoeui", "seguisym", "seguiemj", "Nirmala", "mangal", "LeelawUI", "ebrima",
    "msyh", "YuGothR", "malgun", "simsun", "msgothic",
    "Kohinoor", "DevanagariMT", "GeezaPro", "Thonburi", "PingFang", "Hiragino Sans GB",
    "AppleSDGothicNeo", "Apple Symbols", "Arial Unicode",
)  # fmt: skip


class ScreenLettering:
    """Measures as matplotlib draws; a character without a font becomes "□" and so is seen."""

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points of one line of text at a size in points."""
        return _width(text, face) * size

    def drawable(self, text: str) -> str:
        """The text with "□" for what no font has; signs that have no look need none."""
        if text.isascii() and text.isprintable():
            return text
        return "".join("" if _invisible(c) else c if _family(c) else UNKNOWN for c in text)


@lru_cache(4096)
def _width(text: str, face: Face) -> float:
    """The width of a text, in ems."""
    if not text:
        return 0.0
    props = properties(text, face, text_to_path.FONT_SCALE)
    width, _, _ = text_to_path.get_text_width_height_descent(text, props, ismath=False)
    return float(width) / text_to_path.FONT_SCALE


@lru_cache(2048)
def properties(text: str, face: Face, size: float) -> FontProperties:
    """matplotlib's name for the fonts that a text needs; nobody may change it."""
    own = [_own(face), _own(face) + " 2"]
    others = [] if text.isascii() else [f for f in map(_family, text) if f and f not in _shipped()]
    _shipped()
    return FontProperties(family=[*own, *dict.fromkeys(others)], weight=_FONTS[face][0], size=size)


def face_of(props: FontProperties) -> Face:
    """The face that `properties` was asked for.

    Raises:
        KeyError: for properties made elsewhere.
    """
    return {_own(face): face for face in Face}[props.get_family()[0]]


def _own(face: Face) -> str:
    return f"{_PREFIX}{face}"


def _invisible(character: str) -> bool:
    """Whether a character only steers how others look, so that nothing is lost without it."""
    if character in _JOINERS:
        return _family(character) is None
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@lru_cache(1)
def _shipped() -> dict[str, FT2Font]:
    """The shipped faces and matplotlib's own DejaVu Sans, made known to matplotlib by file.

    Names of our own keep us from another version of the same family on the machine, and from
    matplotlib's search through all of its fonts.
    """
    fonts = {}
    for face, (weight, file, other) in _FONTS.items():
        beside = pathlib.Path(matplotlib.get_data_path(), "fonts", "ttf", other)
        for name, path in ((_own(face), resource("fonts", file)), (_own(face) + " 2", beside)):
            _make_known(name, str(path), weight)
            fonts[name] = FT2Font(str(path))
    return fonts


@lru_cache(4096)
def _family(character: str) -> str | None:
    """The first family that has a character, None where none has."""
    if unicodedata.category(character) in ("Cc", "Cs"):  # some fonts claim to have control signs
        return None
    for name, font in _shipped().items():
        if font.get_char_index(ord(character)):
            return name
    script = unicodedata.name(character, "").partition(" ")[0].title()
    for stem in (f"NotoSans{script}-Regular", *_KNOWN):
        found = _on_machine(stem)
        if found is not None and found.get_char_index(ord(character)):
            return _PREFIX + stem
    return None


@lru_cache(256)
def _on_machine(stem: str) -> FT2Font | None:
    """A font of the machine by its file's name, made known to matplotlib; None if it has none."""
    path = _machine_files().get(stem.lower())
    if path is None:
        return None
    try:
        font = FT2Font(path)
    except RuntimeError:  # a file that FreeType cannot read is as good as none
        return None
    _make_known(_PREFIX + stem, path, 400)
    return font


@lru_cache(1)
def _machine_files() -> dict[str, str]:
    """Paths by the lower-case name without ending. The folders are read, as matplotlib's own list
    may be older than a font.
    """
    return {pathlib.Path(path).stem.lower(): path for path in sorted(findSystemFonts())}


def _make_known(family: str, path: str, weight: int) -> None:
    """Add a font to matplotlib's list, which it does not document; `addfont`, which it does, would
    take the family from the file.
    """
    fontManager.ttflist.append(
        FontEntry(
            fname=path,
            name=family,
            style="normal",
            variant="normal",
            weight=weight,
            stretch="normal",
            size="scalable",
        )
    )


def steps_of(path: Path, transform: Transform) -> list[Step]:
    """A path in moves, lines and cubic curves. matplotlib's own `iter_segments` takes as long for
    this as all the rest of a chart.
    """
    clean: Any = path.cleaned(transform, remove_nans=True, simplify=False, curves=True)
    points: list[list[float]] = clean.vertices.tolist()
    codes: list[int] = clean.codes.tolist()
    steps: list[Step] = []
    at = 0
    while at < len(codes) and codes[at] != Path.STOP:
        code = codes[at]
        if code == Path.CLOSEPOLY:
            steps.append(("Z", ()))
            at += 1
        elif code == Path.CURVE4:
            steps.append(("C", (*points[at], *points[at + 1], *points[at + 2])))
            at += 3
        elif code == Path.CURVE3:
            steps.append(("C", _raised(points[at - 1], (*points[at], *points[at + 1]))))
            at += 2
        else:
            steps.append(("M" if code == Path.MOVETO else "L", tuple(points[at])))
            at += 1
    return steps


def _raised(start: Sequence[float], points: tuple[float, ...]) -> tuple[float, ...]:
    """The cubic curve that a quadratic one is."""
    x, y, end_x, end_y = points
    return (
        (start[0] + 2 * x) / 3,
        (start[1] + 2 * y) / 3,
        (end_x + 2 * x) / 3,
        (end_y + 2 * y) / 3,
        end_x,
        end_y,
    )
