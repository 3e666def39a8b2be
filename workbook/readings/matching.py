"""Suggests who could help whom: sparingly, and by the words that are rare among the records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod

from workbook.readings.impact import Match, words_of

NEEDS_AN_OFFER = 3  # suggested at most
ON_A_PAGE = 24  # suggestions in all
SHARED_BY_MANY = 3  # records; a word that only two records share is what a suggestion rests on

ONE = Fraction(1)

Wish = tuple[str, str]  # (whose, what they need or offer)


def suggest(
    needs: Sequence[Wish], offers: Sequence[Wish], ignore: frozenset[str] = frozenset()
) -> tuple[Match, ...]:
    """Offers that may meet somebody's need, the likeliest first, then in the order given.

    Method: an offer and a need of another record are joined by the words they share. A word weighs
    by its rarity, the logarithm of records / records with that word, and a pair by the sum of its
    words; compared here as the product of the quotients, which puts them in the same order. A word
    that half of the records share (three or more of them) joins nothing. Each offer is suggested
    for the three needs that weigh most. Of more than a page the best need of every offer comes
    first, then the second best, so that nobody's offer is left out for another's third.

    Source: Spärck Jones (1972), "A statistical interpretation of term specificity and its
    application in retrieval", Journal of Documentation 28, 11–21. Three, half and a page are ours.

    Args:
        needs: (project or person, what it needs).
        offers: (project or person, what they offer); never suggested for their own.
        ignore: folded words that say too little.
    """
    weights = _rarity((*needs, *offers), ignore)
    wanted = [(whose, need, words_of(need, ignore) & weights.keys()) for whose, need in needs]
    ranked: list[tuple[int, Fraction, int, Match]] = []
    for offering, offer in offers:
        given = words_of(offer, ignore)
        found = [
            (
                -prod((weights[word] for word in shared), start=ONE),
                Match(whose, need, offering, offer, shared),
            )
            for whose, need, words in wanted
            if whose != offering and (shared := tuple(sorted(words & given)))
        ]
        found.sort(key=lambda weighed: weighed[0])
        for rank, (weight, match) in enumerate(found[:NEEDS_AN_OFFER]):
            ranked.append((rank, weight, len(ranked), match))
    kept = sorted(ranked, key=lambda each: each[:3])[:ON_A_PAGE]
    return tuple(each[3] for each in sorted(kept, key=lambda each: each[1:3]))


def _rarity(wishes: Sequence[Wish], ignore: frozenset[str]) -> Mapping[str, Fraction]:
    """How rare each word is among the records that have one; not those that too many share."""
    words: dict[str, set[str]] = {}
    for whose, text in wishes:
        words.setdefault(whose, set()).update(words_of(text, ignore))
    having = Counter(word for said in words.values() for word in said)
    return {
        word: Fraction(len(words), n)
        for word, n in having.items()
        if n < SHARED_BY_MANY or 2 * n < len(words)
    }
