"""Which way text runs: the levels of the Unicode bidirectional algorithm, and their order."""

import re
from collections.abc import Sequence
from typing import Any

from bidi import algorithm
from bidi.mirror import MIRRORED

# Hebrew to Arabic Extended, their presentation forms, right-to-left planes, direction controls.
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# python-bidi knows no isolates; an embedding is the nearest thing it knows.
_ISOLATES = str.maketrans({"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a",
                           "\u2069": "\u202c"})  # fmt: skip
_BRACKETS = (
    "() [] {} ⟨⟩ ⟦⟧ ⟪⟫ ⟮⟯ ⁅⁆ ⁽⁾ ₍₎ 〈〉 《》 「」 『』 【】 〔〕 〖〗 〘〙 〚〛 （） ［］ ｛｝ ｟｠"
)
_CLOSED_BY = {pair[0]: pair[1] for pair in _BRACKETS.split()}
_CLOSING = frozenset(_CLOSED_BY.values())


def runs_left_to_right(text: str) -> bool:
    """Whether nothing in the text turns its direction: then every level is 0."""
    return _MAY_TURN.search(text) is None


def base_level(text: str) -> int:
    """1 for a paragraph whose first letter is written from right to left, otherwise 0."""
    if runs_left_to_right(text):
        return 0
    return int(algorithm.get_base_level(text))


def levels(text: str) -> list[int]:
    """The embedding level of each character of one paragraph (UAX 9, by python-bidi)."""
    if runs_left_to_right(text):
        return [0] * len(text)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base = base_level(text)
    storage["base_dir"] = ("L", "R")[base]
    algorithm.get_embedding_levels(text.translate(_ISOLATES), storage)
    every = storage["chars"]
    for character in every:
        # python-bidi fails on code points without a class: those never assigned.
        character["type"] = character["orig"] = character["type"] or "L"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    for run in storage["runs"]:
        _resolve_brackets(storage["chars"][run["start"] : run["start"] + run["length"]], run["sor"])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    kept = {id(character) for character in storage["chars"]}
    found: list[int] = []
    for character in every:
        # The algorithm drops format characters: they stand with what is before them.
        level = character["level"] if id(character) in kept else (found or [base])[-1]
        found.append(level)
    return found


def mirrored(character: str) -> str:
    """The character that looks like this one in right-to-left text: ")" for "("."""
    return str(MIRRORED.get(character, character))


def _resolve_brackets(characters: Sequence[dict[str, Any]], before: str) -> None:
    """Gives both brackets of a pair one direction (rule N0, which python-bidi leaves out)."""
    for first, last in _pairs(characters):
        own = "LR"[characters[first]["level"] % 2]
        inside = {_strong(c) for c in characters[first + 1 : last]} - {""}
        if not inside:
            continue
        found = own
        if own not in inside:
            around = (_strong(c) for c in reversed(characters[:first]))
            found = next(filter(None, around), before)
        characters[first]["type"] = characters[last]["type"] = found


def _strong(character: dict[str, Any]) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(character["type"], "")


def _pairs(characters: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Brackets that belong together, by where they open (rule BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, character in enumerate(characters):
        if character["type"] != "ON":
            continue
        sign = character["ch"]
        if sign in _CLOSED_BY:
            opened.append((_CLOSED_BY[sign], i))
        while opened and sign in _CLOSING and any(sign == closing for closing, _ in opened):
            closing, start = opened.pop()
            if closing == sign:
                pairs.append((start, i))
                break
    return sorted(pairs)


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
