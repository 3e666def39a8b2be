"""What the records of projects say back: which are alive, and which offers meet needs."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

ALIVE = 2  # people who chose a co-created project before it counts as alive


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
    """How many people a cell of names means: a plain number is itself, else names are counted
    between commas, semicolons, line ends and "&"; an empty cell is 0.
    """
    text = text.strip()
    if text.isdecimal():
        return int(text)
    return sum(bool(part.strip()) for part in re.split(r"[,;\n&،、]", text))


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody's offer that shares words with another project's need."""

    project: str  # whose need it is
    need: str
    offering: str  # the project or person that offers
    offer: str
    words: tuple[str, ...]


def words_of(text: str, ignore: frozenset[str] = frozenset()) -> frozenset[str]:
    """The words of a text that can match: case and accents folded, four letters or more (any
    length in scripts without spaces or capitals), a plural's final s dropped, without `ignore`.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    found = set()
    for word in re.findall(r"[^\W\d_]+", folded):
        if word.isascii():
            if len(word) < 4 or word in ignore:
                continue
            word = word.removesuffix("s") if len(word) > 4 else word
        if word not in ignore:
            found.add(word)
    return frozenset(found)


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
