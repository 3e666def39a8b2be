"""What the records of projects say back: which are alive, and which offers meet needs."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

ALIVE = 2  # people who chose a co-created project before it counts as alive

_BETWEEN_NAMES = re.compile(r"[,;\n&+،、]|\band\b", re.IGNORECASE)
_HAN_KATAKANA = "\u30a0-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "\u3040-\u309f"  # mostly endings and particles: separates, matches nothing
_PAIRED = re.compile(f"[{_HAN_KATAKANA}]")
_PAIRED_RUNS = re.compile(f"[{_HAN_KATAKANA}]+|[^{_HAN_KATAKANA}{_HIRAGANA}]+")


@dataclass(frozen=True, slots=True)
class CoCreated:
    """One project that members made together. `origin` is "members", "top" or "" if not said."""

    project: str
    chose: int
    origin: str

    @property
    def alive(self) -> bool:
        """Whether two or more people chose it."""
        return self.chose >= ALIVE


@dataclass(frozen=True, slots=True)
class Alive:
    """All co-created projects."""

    projects: tuple[CoCreated, ...]

    @property
    def alive(self) -> tuple[CoCreated, ...]:
        """Those that count as alive."""
        return tuple(p for p in self.projects if p.alive)

    @property
    def from_top(self) -> tuple[CoCreated, ...]:
        """Those whose goal was set from the top."""
        return tuple(p for p in self.projects if p.origin == "top")


def people_in(text: str) -> int:
    """How many people a cell of names means: the number where there is one and nothing to
    separate ("5", "about 5 of us"), else names are counted between commas, semicolons, line ends,
    "&", "+" and "and"; an empty cell is 0.
    """
    parts = [part for part in _BETWEEN_NAMES.split(text) if part.strip()]
    numbers = re.findall(r"\d+", text)
    if len(parts) == 1 and len(numbers) == 1 and len(numbers[0]) <= 6:
        return int(numbers[0])
    return len(parts)


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


def matches(
    needs: Sequence[tuple[str, str]],
    offers: Sequence[tuple[str, str]],
    ignore: frozenset[str] = frozenset(),
) -> tuple[Match, ...]:
    """Offers and needs that share words, most shared words first, then in the order given.

    Args:
        needs: (project, what it needs).
        offers: (project or person, what they offer); an offer never matches its own project.
        ignore: folded words that say too little to match.
    """
    found = []
    for project, need in needs:
        needed = words_of(need, ignore)
        for offering, offer in offers:
            if offering == project:
                continue
            shared = needed & words_of(offer, ignore)
            if shared:
                found.append(Match(project, need, offering, offer, tuple(sorted(shared))))
    return tuple(sorted(found, key=lambda match: -len(match.words)))
