"""The words of offers and needs by which they are compared, in any script."""

import re
import unicodedata
from dataclasses import dataclass

_HAN_KATAKANA = "\u30a0-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3040-\u309f"  # mostly endings and particles: separates, matches nothing
_PAIRED = re.compile(f"[{_HAN_KATAKANA}]")
_PAIRED_RUNS = re.compile(f"[{_HAN_KATAKANA}]+|[^{_HAN_KATAKANA}{_HIRAGANA}]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody's offer that shares words with another project's need."""

    project: str  # whose need it is
    need: str
    offering: str  # the project or person that offers
    offer: str
    words: tuple[str, ...]


def words_of(text: str, ignore: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of a text that can match: case and accents folded, without `ignore`.

    A word needs four letters, two in scripts without capitals (Arabic, Devanagari, Hangul); a
    plural's last s is dropped. Han and Katakana, written without spaces, give pairs of neighbours.
    """
    found: set[str] = set()
    for word in _runs(_folded(text)):
        if _PAIRED.match(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
            continue
        least = 4 if word.upper() != word else 2
        if sum(character.isalpha() for character in word) < least or word in ignore:
            continue
        if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        found.add(word)
    return frozenset(found - ignore)


def _folded(text: str) -> str:
    """Casefolded, without accents, and composed again: Hangul stays whole syllables."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare)


def _runs(text: str) -> list[str]:
    """Letters with their marks, which are no letters to `re` in Devanagari or Thai."""
    kept = "".join(c if unicodedata.category(c)[0] in "LM" else " " for c in text)
    return [run for word in kept.split() for run in _PAIRED_RUNS.findall(word)]
