"""Compares words as people do: whatever their case, accents, punctuation and kind of blank."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The words of a text in small letters without accents, one blank between them.

    "For  each Other [Say]" and "for each other: say" give the same. Letters and figures of every
    script are words; "" where there are none.
    """
    kept = []
    for character in unicodedata.normalize("NFKD", text.casefold()):
        category = unicodedata.category(character)
        if category == "Cf" or unicodedata.combining(character):
            continue  # marks that cannot be seen: a joiner, a byte order mark
        kept.append(character if category[0] in "LMN" else " ")
    return " ".join("".join(kept).split())


def squash(text: str) -> str:
    """A folded text without its blanks: "insidescale" for "inside_scale"."""
    return fold(text).replace(" ", "")


def holds(folded: str, phrase: str) -> bool:
    """Whether folded words hold a folded phrase, as whole words in a row."""
    return bool(phrase) and f" {phrase} " in f" {folded} "


def without(folded: str, phrase: str) -> str:
    """The folded words that are left when a phrase is taken out once."""
    return " ".join(f" {folded} ".replace(f" {phrase} ", "  ", 1).split())
