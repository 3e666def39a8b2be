"""What a chart needs of whoever writes its words or draws it elsewhere; no matplotlib here."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol

LONGEST = 600  # characters of a label that are looked at; no chart has room for more
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
