"""Letters charts on a screen: the shipped faces, and others for the scripts they do not have."""

import unicodedata
from functools import lru_cache
from pathlib import Path

import matplotlib
from matplotlib.font_manager import FontEntry, FontProperties, findSystemFonts, fontManager
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
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


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
    return {Path(path).stem.lower(): path for path in sorted(findSystemFonts())}


def _make_known(family: str, path: str, weight: int) -> None:
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
