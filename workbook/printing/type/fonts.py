"""Chooses the fonts that draw a text: the shipped ones, then DejaVu Sans, then the machine's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol
from unicodedata import category

from workbook.printing.type.breaking import is_space, units
from workbook.printing.type.characters import clean, clusters, invisible, script
from workbook.printing.type.direction import levels, runs_left_to_right
from workbook.printing.type.machine_fonts import MachineFonts
from workbook.printing.type.shaping import Piece, Word, shape_word
from workbook.printing.type.typeface import Typeface
from workbook.resources import resource

REPLACEMENT = "\ufffd"


class Face(Enum):
    """The cuts of the two families a document is set in; the value is the shipped file's name."""

    SANS = "SourceSansPro-Regular"
    SANS_SEMIBOLD = "SourceSansPro-Semibold"
    SANS_BOLD = "SourceSansPro-Bold"
    SERIF = "SourceSerifPro-Regular"
    SERIF_SEMIBOLD = "SourceSerifPro-Semibold"
    SERIF_ITALIC = "SourceSerifPro-It"

    @property
    def heavy(self) -> bool:
        """Whether it is bolder than the regular cut."""
        return self in (Face.SANS_SEMIBOLD, Face.SANS_BOLD, Face.SERIF_SEMIBOLD)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row that one font draws; `font_name` is its name in the page's resources."""

    text: str
    font_name: str


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A word, or a part of one with its own direction, or the space between two words."""

    word: Word
    level: int  # odd: from right to left
    space: bool
    breakable: bool  # whether a line may break before it


class Machine(Protocol):
    """Where fonts are looked for that are neither shipped nor matplotlib's."""

    def font_for(self, wanted: Sequence[str], also: Sequence[str]) -> Typeface | None:
        """A font that draws all characters in `wanted`, and as many in `also` as may be."""


@cache
def dejavu_folder() -> Path:
    """Where matplotlib keeps DejaVu Sans; found without importing matplotlib."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("matplotlib is not installed, and DejaVu Sans comes with it.")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"


@cache
def _dejavu(weight: str = "") -> Path:
    return dejavu_folder() / f"DejaVuSans{weight}.ttf"


class Fonts:
    """The fonts of one document: each opens when first needed and is embedded if it was used."""

    def __init__(
        self,
        machine: Machine | None = None,
        tick: Callable[[], None] | None = None,
        language: str = "",
    ) -> None:
        """`machine` finds further fonts; None looks in the system's font folders. `tick` is
        called often while text is shaped, and may raise to stop. `language` is what the words are
        in, as a PDF names it: it says where they may be parted.
        """
        self.language = language
        self._tick = tick
        self._machine = machine
        self._opened: dict[str, Typeface] = {}  # by the name in the page's resources
        self._names: dict[Path, str] = {}
        self._faces: dict[Face, str] = {}
        self._found: list[str] = []  # the machine's, in the order in which they were needed
        self._choices: dict[tuple[str, bool], str | None] = {}
        self._undrawable: set[str] = set()
        self._words: dict[tuple[str, Face, bool, float], Word] = {}
        self._items: dict[tuple[str, Face, float], tuple[TextPiece, ...]] = {}

    @property
    def undrawable(self) -> tuple[str, ...]:
        """What no font could draw so far, sorted: characters, or U+XXXX for those without a form
        that a message could show (controls, surrogates, private and unassigned code points).
        """
        return tuple(_showable(character) for character in sorted(self._undrawable))

    def typeface(self, font_name: str) -> Typeface:
        """The font behind a run's name."""
        return self._opened[font_name]

    def used(self) -> Iterator[tuple[str, Typeface]]:
        """Every font that draws something, with its name, in the order of opening."""
        return ((name, face) for name, face in self._opened.items() if face.used)

    def split(self, text: str, face: Face) -> list[Run]:
        """Parts the text where the font or the script changes; nothing of it is lost.

        What no font draws stands in a run of DejaVu Sans, which has the sign drawn in its place.
        """
        first = self._shipped(face)
        if self._opened[first].characters.issuperset(text):
            return [Run(text, first)] if text else []
        runs: list[Run] = []
        last = ("", "")
        start = end = 0
        for piece, font in self._pieces(text, face, first):
            key = (font, script(piece[0]) or last[1])
            if key != last and end > start:
                runs.append(Run(text[start:end], last[0]))
                start = end
            last = key
            end += len(piece)
        if end > start:
            runs.append(Run(text[start:end], last[0]))
        return runs

    def word(
        self, text: str, face: Face, *, right_to_left: bool = False, tracking: float = 0.0
    ) -> Word:
        """The text of one direction shaped and ready to draw at any size; `tracking` in em."""
        if self._tick is not None:
            self._tick()
        key = (text, face, right_to_left, tracking)
        if key not in self._words:
            pieces = [
                Piece(
                    run.font_name,
                    self.typeface(run.font_name),
                    run.text,
                    "".join(REPLACEMENT if c in self._undrawable else c for c in run.text),
                )
                for run in self.split(text, face)
            ]
            self._words[key] = shape_word(
                text, pieces, right_to_left=right_to_left, tracking=tracking
            )
        return self._words[key]

    def items(self, text: str, face: Face, tracking: float = 0.0) -> tuple[TextPiece, ...]:
        """One paragraph of cleaned text in words and spaces, in the order in which it is read.

        They are kept: a page is set several times until everything fits.
        """
        key = (text, face, tracking)
        if key not in self._items:
            # Fonts are chosen with the whole paragraph in view, so that one may draw all of it.
            self.split(text, face)
            self._items[key] = tuple(self._itemised(text, face, tracking))
        elif self._tick is not None:
            self._tick()
        return self._items[key]

    def _itemised(self, text: str, face: Face, tracking: float) -> Iterator[TextPiece]:
        if runs_left_to_right(text):
            for unit in units(text):
                yield TextPiece(self.word(unit, face, tracking=tracking), 0, is_space(unit), True)
            return
        every = levels(text)
        start = 0
        for unit in units(text):
            end = start + len(unit)
            first = start
            for i in range(start + 1, end + 1):
                if i == end or every[i] != every[first]:
                    level = every[first]
                    word = self.word(
                        text[first:i], face, right_to_left=level % 2 == 1, tracking=tracking
                    )
                    yield TextPiece(word, level, is_space(unit), first == start)
                    first = i
            start = end

    def width(self, text: str, face: Face, size: float) -> float:
        """How wide a line of text is when drawn by `text.draw_line`, in points."""
        line = clean(text).replace("\n", " ")
        return size * sum(item.word.advance for item in self.items(line, face))

    def _pieces(self, text: str, face: Face, first: str) -> Iterator[tuple[str, str]]:
        """Each cluster with its font; a cluster that no single font draws comes in characters."""
        for cluster in clusters(text):
            font = self._font_of(cluster, face, first, text)
            if font is not None:
                yield cluster, font
                continue
            for character in cluster:
                font = self._font_of(character, face, first, text)
                if font is None:
                    self._undrawable.add(character)
                    font = self._open(_dejavu())
                yield character, font

    def _font_of(self, cluster: str, face: Face, first: str, text: str) -> str | None:
        wanted = "".join(c for c in cluster if not invisible(c))
        if self._opened[first].characters.issuperset(wanted):
            return first
        key = (wanted, face.heavy)
        if key not in self._choices:
            self._choices[key] = self._choose(wanted, text, heavy=face.heavy)
        return self._choices[key]

    def _choose(self, wanted: str, text: str, *, heavy: bool) -> str | None:
        for file in (_dejavu("-Bold"), _dejavu()) if heavy else (_dejavu(),):
            font = self._open(file)
            if self._opened[font].characters.issuperset(wanted):
                return font
        if any(category(c) in ("Cc", "Cs") for c in wanted):
            return None
        for font in self._found:
            if all(map(self._opened[font].draws, wanted)):
                return font
        typeface = self._search(wanted, text)
        if typeface is None:
            return None
        self._found.append(self._add(typeface))
        return self._found[-1]

    def _search(self, wanted: str, text: str) -> Typeface | None:
        if self._machine is None:
            self._machine = MachineFonts()
        # One font for a whole text looks better than one for each letter.
        letters = [c for c in dict.fromkeys(text) if c > "\u02ff" and script(c)]
        return self._machine.font_for(wanted, letters)

    def _shipped(self, face: Face) -> str:
        if face not in self._faces:
            self._faces[face] = self._open(resource("fonts", f"{face.value}.ttf"))
        return self._faces[face]

    def _open(self, path: Path) -> str:
        if path not in self._names:
            self._names[path] = self._add(Typeface(path))
        return self._names[path]

    def _add(self, typeface: Typeface) -> str:
        # Numbered names: two fonts may carry the same PostScript name.
        name = f"W{len(self._opened) + 1}"
        self._opened[name] = typeface
        return name


def _showable(character: str) -> str:
    return f"U+{ord(character):04X}" if category(character)[0] == "C" else character
