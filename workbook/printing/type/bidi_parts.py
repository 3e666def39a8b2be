"""What is used of python-bidi beyond what it documents: the steps of its algorithm, one by one.

Its documented `get_display` gives a whole paragraph turned round; a line that is broken and set in
several fonts needs the level of each character. So the steps of `bidi.algorithm` are called here
by name, on its own lists of characters, and nowhere else. Between two of them stands a rule that it
leaves out. pyproject.toml allows only the minors with which this was tried, and
tests/printing/type/test_bidi_parts.py says which step another one would have changed.
"""

from collections.abc import Sequence
from typing import Any

from bidi import algorithm
from bidi.mirror import MIRRORED

_BRACKETS = (
    "() [] {} ⟨⟩ ⟦⟧ ⟪⟫ ⟮⟯ ⁅⁆ ⁽⁾ ₍₎ 〈〉 《》 「」 『』 【】 〔〕 〖〗 〘〙 〚〛 （） ［］ ｛｝ ｟｠"
)
_CLOSED_BY = {pair[0]: pair[1] for pair in _BRACKETS.split()}
_CLOSING = frozenset(_CLOSED_BY.values())


def first_level(text: str) -> int:
    """1 for a paragraph whose first letter is written from right to left, otherwise 0."""
    return int(algorithm.get_base_level(text))


def every_level(text: str, base: int) -> list[int]:
    """The embedding level of each character of one paragraph of this base level (UAX 9); isolates
    are not known.
    """
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(text, storage)
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


def mirror_of(character: str) -> str:
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
