"""Letters charts on a screen: the shipped faces, and others for the scripts they do not have."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from unicodedata import category

import matplotlib
from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from workbook.charts.pen import Face
from workbook.resources import resource

UNKNOWN = "□"  # stands for a character that no font here has; DejaVu Sans has it

_JOINERS = "\u200c\u200d"  # they join or part letters of Arabic and Indic scripts
_PREFIX = "Workbook "  # so that no font of the machine can be meant by these names
_FILES = {
    Face.REGULAR: (400, "SourceSansPro-Regular.ttf", "DejaVuSans.ttf"),
    Face.SEMIBOLD: (600, "SourceSansPro-Semibold.ttf", "DejaVuSans-Bold.ttf"),
}

# Fonts that systems bring for other scripts. matplotlib draws neither colour nor bitmap fonts, so
# colour emoji are not among them.
_MACHINE = (
    "Noto Sans Devanagari", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Thai",
    "Noto Sans Bengali", "Noto Sans Tamil", "Noto Sans Ethiopic",
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback",
    "Lohit Devanagari", "FreeSans", "FreeSerif", "Noto Emoji", "Noto Sans Symbols",
    "Noto Sans Symbols2", "Symbola",
    "Segoe UI", "Segoe UI Symbol", "Nirmala UI", "Nirmala Text", "Mangal", "Leelawadee UI",
    "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "SimSun", "MS Gothic",
    "Arial Unicode MS", "Devanagari Sangam MN", "Kohinoor Devanagari", "Thonburi", "Geeza Pro",
    "Hiragino Sans", "Hiragino Sans GB", "PingFang SC", "Heiti TC", "Apple SD Gothic Neo",
    "Apple Symbols",
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
    return FontProperties(family=[*own, *dict.fromkeys(others)], weight=_FILES[face][0], size=size)


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
    return category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@lru_cache(1)
def _shipped() -> dict[str, FT2Font]:
    """The shipped faces and matplotlib's own DejaVu Sans, made known to matplotlib by file.

    Names of our own keep us from another version of the same family on the machine, and from
    matplotlib's search through all of its fonts.
    """
    fonts = {}
    for face, (weight, file, other) in _FILES.items():
        beside = Path(matplotlib.get_data_path(), "fonts", "ttf", other)
        for name, path in ((_own(face), resource("fonts", file)), (_own(face) + " 2", beside)):
            fontManager.ttflist.append(
                FontEntry(
                    fname=str(path), name=name, style="normal", variant="normal",
                    weight=weight, stretch="normal", size="scalable",
                )
            )  # fmt: skip
            fonts[name] = FT2Font(str(path))
    return fonts


@lru_cache(1)
def _machine() -> dict[str, FT2Font]:
    """Those of the machine's fonts for other scripts that are really there."""
    found: dict[str, FontEntry] = {}
    for entry in fontManager.ttflist:
        if entry.name in _MACHINE and entry.style == "normal" and entry.weight in (400, "normal"):
            found.setdefault(entry.name, entry)
    fonts = {}
    for name in _MACHINE:
        if name in found and Path(found[name].fname).is_file():  # the list may be out of date
            fontManager.ttflist.append(replace(found[name], name=_PREFIX + name))
            fonts[_PREFIX + name] = FT2Font(found[name].fname)
    return fonts


@lru_cache(4096)
def _family(character: str) -> str | None:
    """The first family that has a character, None where none has."""
    for fonts in (_shipped(), _machine()):
        for name, font in fonts.items():
            if font.get_char_index(ord(character)):
                return name
    return None
