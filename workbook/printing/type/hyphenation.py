"""Where words may be parted at the end of a line, by the patterns of the language they are in."""

import re
from functools import lru_cache
from typing import Any

from pyphen import Pyphen, language_fallback

_WORD = re.compile(r"([^\w\s]*)([^\W\d_]+)([^\w\s]*)")
_LEAST = 3  # letters of a word on either line
_FEWEST = 8  # letters of a word that is parted at all
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014/")


@lru_cache(maxsize=4096)
def hyphens_in(word: str, language: str) -> tuple[int, ...]:
    """The indices in `word` before which it may be parted with a hyphen, in ascending order.

    None where the language has no patterns here, and none in what is no plain word: with digits
    or capitals inside, with an apostrophe, with a hyphen or dash of its own. `language` is a tag
    as a PDF names it: "en", "pt-BR".
    """
    found = _WORD.fullmatch(word)
    if found is None or not _DASHES.isdisjoint(word):
        return ()
    before, letters, _ = found.groups()
    if len(letters) < _FEWEST or letters[1:] != letters[1:].lower():
        return ()
    patterns = _patterns(language)
    if patterns is None or len(letters.lower()) != len(letters):
        return ()
    # Some languages spell a parted word in another way; it is left whole.
    places = [int(at) for at in patterns.positions(letters) if at.data is None]
    return tuple(len(before) + at for at in places)


@lru_cache(maxsize=8)
def _patterns(language: str) -> Any:
    name = language_fallback(language.replace("-", "_")) if language else None
    return Pyphen(lang=name, left=_LEAST, right=_LEAST) if name else None
