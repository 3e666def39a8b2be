"""Finds fonts on this machine that draw what the shipped ones lack: looked for only when needed."""

import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from workbook.printing.type.typeface import Typeface

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
# Fonts that claim every character and draw a box, or nothing, for each.
_SHAM = ("lastresort", "adobeblank", "notdef", "blank", "fallback")
# Words in a file's name that speak against it as a companion of text, the worst last.
_ODD = ("condensed", "narrow", "mono", "oblique", "italic", "light", "thin", "extralight",
        "black", "heavy", "bold", "-it.", "display", "looped", "nastaliq", "serif",
        "ui")  # fmt: skip


def system_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts, those of the user first."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        own = (Path(local) / "Microsoft/Windows/Fonts",) if local else ()
        return (*own, windows / "Fonts")
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"),
                Path("/System/Library/AssetsV2"))  # fmt: skip
    data = os.environ.get("XDG_DATA_HOME")
    own_data = Path(data) if data else home / ".local/share"
    return (own_data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"))  # fmt: skip


class MachineFonts:
    """The fonts in some folders; each file is opened once, at the first search."""

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        """`folders` None means the system's."""
        self._folders = system_folders() if folders is None else tuple(folders)

    def font_for(self, wanted: Sequence[str], also: Sequence[str]) -> Typeface | None:
        """The font that draws all of `wanted` and most of `also`; of equals one for the country
        whose script is among them, then the plainest one.
        """
        region = _region({*wanted, *also})
        best: tuple[tuple[int, bool], Typeface] | None = None
        for typeface in self._typefaces:
            if all(map(typeface.draws, wanted)):
                score = (sum(map(typeface.draws, also)), _is_for(typeface, region))
                if best is None or score > best[0]:
                    best = (score, typeface)
        return best[1] if best else None

    @cached_property
    def _typefaces(self) -> list[Typeface]:
        """Every usable font, the plainest first; the order depends on nothing but the files."""
        return [
            typeface
            for path in sorted(set(self._files()), key=_oddness)
            for typeface in _opened(path)
        ]

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            for root, _, names in os.walk(folder):
                for name in names:
                    path = Path(root, name)
                    if path.suffix.lower() in _SUFFIXES and not _is_sham(name):
                        yield path


def _region(characters: set[str]) -> str:
    """How fonts name the country whose forms of the Chinese characters a text wants."""
    if any("\u3041" <= c <= "\u30ff" for c in characters):
        return "jp"
    if any("\uac00" <= c <= "\ud7a3" for c in characters):
        return "kr"
    return "sc"


def _is_for(typeface: Typeface, region: str) -> bool:
    return f"CJK{region}" in typeface.name or f"{region.upper()}-" in typeface.name


def _is_sham(name: str) -> bool:
    return any(word in name.lower() for word in _SHAM)


def _oddness(path: Path) -> tuple[int, str]:
    name = path.name.lower()
    return sum(word in name for word in _ODD), str(path)


def _opened(path: Path) -> list[Typeface]:
    """The fonts of a file that have outlines; none if it cannot be read or is no font."""
    try:
        count = hb.Face(hb.Blob.from_file_path(str(path))).count
        faces = [Typeface(path, index) for index in range(max(count, 1))]
    except (OSError, hb.HarfBuzzError):
        return []
    return [face for face in faces if face.tables & {"glyf", "CFF ", "CFF2"}]
