"""Which way text runs: the levels of the Unicode bidirectional algorithm, and their order."""

import re
from collections.abc import Sequence

from workbook.printing.type.bidi_parts import every_level, first_level, mirror_of

# Hebrew to Arabic Extended, their presentation forms, right-to-left planes, direction controls.
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# python-bidi knows no isolates; an embedding is the nearest thing it knows.
_ISOLATES = str.maketrans({"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a",
                           "\u2069": "\u202c"})  # fmt: skip


def runs_left_to_right(text: str) -> bool:
    """Whether nothing in the text turns its direction: then every level is 0."""
    return _MAY_TURN.search(text) is None


def base_level(text: str) -> int:
    """1 for a paragraph whose first letter is written from right to left, otherwise 0."""
    if runs_left_to_right(text):
        return 0
    return first_level(text)


def levels(text: str) -> list[int]:
    """The embedding level of each character of one paragraph (UAX 9, by python-bidi)."""
    if runs_left_to_right(text):
        return [0] * len(text)
    return every_level(text.translate(_ISOLATES), base_level(text))


def mirrored(character: str) -> str:
    """The character that looks like this one in right-to-left text: ")" for "("."""
    return mirror_of(character)


def visual_order(run_levels: Sequence[int]) -> list[int]:
    """The indexes of a line's runs from left to right (rule L2): from the highest level down,
    every row of runs at that level or above turns round.
    """
    order = list(range(len(run_levels)))
    if not any(run_levels):
        return order
    lowest_odd = min((level for level in run_levels if level % 2), default=1)
    for level in range(max(run_levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if run_levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and run_levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order
