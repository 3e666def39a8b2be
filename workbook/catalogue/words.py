"""The shape in which readings are worded, and the small tools for putting words together."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.catalogue import tr

if TYPE_CHECKING:  # Home is drawn before any reading is loaded
    from workbook.readings.claim import Claim

ELLIPSIS = "…"
_JOINER = "\N{ZERO WIDTH JOINER}"


@dataclass(frozen=True, slots=True)
class Words:
    """A reading in words: a lead of at most 60 characters, why, and single things it found. Beside
    them stands what they claim, as data that can be recounted from the ballots.
    """

    lead: str
    reason: str = ""
    items: tuple[str, ...] = ()
    claims: "tuple[Claim, ...]" = ()


def listed(parts: Sequence[str]) -> str:
    """Things in a row: "a", "a and b", "a, b and c"; "" without any."""
    if len(parts) < 2:
        return "".join(parts)
    # Translators: the end of a list of things.
    return tr("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])


def quoted(text: str) -> str:
    """What a person or a guide wrote, in quotation marks."""
    # Translators: quotation marks around what somebody wrote.
    return tr("“{text}”").format(text=text.strip())


def sentences(*parts: str) -> str:
    """Sentences after one another; empty ones are left out."""
    return " ".join(part for part in parts if part)


def capitalised(text: str) -> str:
    """The text with a capital at its beginning and the rest as it is."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """The text on one line, cut at the end of a word and marked "…" where it is longer than limit
    characters; a long word is cut inside rather than lost with half of the text.
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = limit - len(ELLIPSIS)
    while cut > 1 and (unicodedata.combining(line[cut]) or _JOINER in line[cut - 1 : cut + 1]):
        cut -= 1  # never between a letter and its accent, or inside a joined emoji
    begun = line[:cut]
    if not line[cut].isspace():
        whole_words = begun.rpartition(" ")[0]
        begun = whole_words if len(whole_words) * 2 >= limit else begun
    return begun.rstrip(" ,;:.–-") + ELLIPSIS
