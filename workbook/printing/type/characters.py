"""What single characters are: marks, scripts, invisible ones; and text made fit to be drawn."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, name, normalize

_JOINERS = "\u200c\u200d"
# Format characters that have a visible form of their own.
_VISIBLE_FORMATS = frozenset(
    [*map(chr, range(0x600, 0x606)), "\u06dd", "\u070f", "\u0890", "\u0891", "\u08e2",
     "\ufff9", "\ufffa", "\ufffb", "\U000110bd", "\U000110cd"]
)  # fmt: skip
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
# More marks on one letter than any script stacks would climb over the lines above.
_MOST_MARKS = 8


def clean(text: str) -> str:
    """Text as it is drawn: one kind of line end, tabs as spaces.

    Composes letters and marks where one character stands for both (NFC), joins surrogate pairs,
    and moves marks beyond the eighth on one letter to a space of their own.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    if any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return _limited(normalize("NFC", text.translate(_PLAIN)))


_PLAIN = {0x09: "    ", **dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")}


def _limited(text: str) -> str:
    marks = 0
    out: list[str] = []
    for character in text:
        marks = marks + 1 if character > "\u02ff" and category(character)[0] == "M" else 0
        if marks > _MOST_MARKS:
            out.append("\u00a0")
            marks = 1
        out.append(character)
    return "".join(out)


@lru_cache(maxsize=4096)
def invisible(character: str) -> bool:
    """Whether a character shows nothing by nature: spaces, joiners, direction marks, selectors."""
    kind = category(character)
    if kind == "Cf":
        return character not in _VISIBLE_FORMATS
    if kind == "Zs":
        return character != "\u1680"  # the Ogham space is a line
    return character in _FILLERS or _selector(character)


def _selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


@lru_cache(maxsize=4096)
def script(character: str) -> str:
    """The first word of a letter's name, which is its script; empty for signs and digits."""
    if category(character)[0] != "L":
        return ""
    return name(character, "").split(" ", 1)[0]


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that one font should draw: a character with its marks and joiners."""
    start = 0
    for i in range(1, len(text)):
        character = text[i]
        if character < "\u0300" or not (
            category(character)[0] == "M" or character in _JOINERS or text[i - 1] in _JOINERS
        ):
            yield text[start:i]
            start = i
    if text:
        yield text[start:]
