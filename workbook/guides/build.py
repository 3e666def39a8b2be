"""Merges a guide's structure with its words into the values of the model, by the shapes."""

import re
from collections.abc import Mapping
from typing import Any

from workbook.guides.errors import Path, Problems
from workbook.guides.shapes import GUIDE, SHAPES, Fixed, Nested, Shape
from workbook.guides.words import Words
from workbook.model.guide import Guide, Question

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_DOTTED = re.compile(rf"{_ID.pattern}\.{_ID.pattern}")


class Builder:
    """Builds one guide, and notes every problem of shape instead of stopping at the first."""

    def __init__(self, words: Words, problems: Problems) -> None:
        self._words = words
        self._problems = problems

    def guide(self, structure: Mapping[str, Any], language: str) -> Guide | None:
        """The guide without its content hash; None where a problem was noted."""
        made = self._make(GUIDE, structure, (), ((),))
        questions = self._questions(structure.get("questions"))
        if self._problems.found or made is None:
            return None
        made["questions"] = questions
        made["language"] = language
        return Guide(**made, content_hash="")

    def _questions(self, tables: object) -> dict[str, Question]:
        found: dict[str, Question] = {}
        if not isinstance(tables, dict):
            self._problems.add(("questions",), "expected a table for each question")
            return found
        for id_, table in tables.items():
            path = ("questions", id_)
            kind = table.get("kind") if isinstance(table, dict) else None
            if not isinstance(kind, str) or kind not in SHAPES:
                self._problems.add((*path, "kind"), "expected one of " + ", ".join(SHAPES))
                continue
            role = table.get("role", id_)  # who needs no reading needs no role
            places = (path, ("roles", str(role)))
            rest = {key: value for key, value in table.items() if key != "kind"}
            made = self._make(SHAPES[kind], {"role": role, **rest, "id": id_}, path, places)
            if made is not None:
                found[id_] = made
        return found

    def _make(
        self, shape: Shape, table: Mapping[str, Any], path: Path, places: tuple[Path, ...]
    ) -> Any:
        before = len(self._problems.found)
        self._check_keys(shape, table, path)
        values: dict[str, Any] = {"id": table.get("id")}
        for name, fixed in shape.fixed.items():
            self._read_fixed(name, fixed, table, path, values)
        for name, word in shape.words.items():
            text = self._words.read(places, name, word)
            if text is not None:
                values[name] = text
        for name, nested in shape.lists.items():
            values[name] = self._list(nested, table.get(name, []), (*path, name), places)
        required = {name for name, word in shape.words.items() if word.required}
        if len(self._problems.found) > before or not required <= values.keys():
            return None
        return shape.make(**values)

    def _check_keys(self, shape: Shape, table: Mapping[str, Any], path: Path) -> None:
        known = {"id", *shape.fixed, *shape.lists}
        for key in table:
            if key not in known:
                expected = "no such key; expected one of " + ", ".join(sorted(known))
                self._problems.add((*path, key), expected)
        id_ = table.get("id")
        pattern = _DOTTED if shape.dotted else _ID
        if not isinstance(id_, str) or not pattern.fullmatch(id_):
            form = "step.name" if shape.dotted else "name"
            expected = f'expected an id like "{form}", of small letters, digits, - and _'
            self._problems.add((*path, "id"), expected)

    def _read_fixed(
        self, name: str, fixed: Fixed, table: Mapping[str, Any], path: Path, values: dict[str, Any]
    ) -> None:
        if name not in table:
            if fixed.required:
                self._problems.add((*path, name), "this key is missing")
            return
        try:
            values[name] = fixed.read(table[name])
        except ValueError as expected:
            self._problems.add((*path, name), f"expected {expected}")

    def _list(
        self, nested: Nested, entries: object, path: Path, places: tuple[Path, ...]
    ) -> tuple[Any, ...]:
        if not isinstance(entries, list) or len(entries) < nested.at_least:
            self._problems.add(path, f"expected a list of at least {nested.at_least}")
            return ()
        found = []
        seen: set[object] = set()
        for number, entry in enumerate(entries, start=1):
            table = {"id": entry} if isinstance(entry, str) else entry
            if not isinstance(table, dict):
                self._problems.add((*path, str(number)), "expected an id or a table with an id")
                continue
            id_ = str(table.get("id", number))
            if id_ in seen:
                self._problems.add((*path, id_), "this id stands here twice; expected it once")
            seen.add(id_)
            below = _below(nested, places, path[-1], id_)
            made = self._make(nested.shape, table, (*path, id_), below)
            if made is not None:
                found.append(made)
        return tuple(found)


def _below(nested: Nested, places: tuple[Path, ...], name: str, id_: str) -> tuple[Path, ...]:
    """Where the words of a thing of a list may stand, the first place before the others."""
    if nested.words_at:
        return ((nested.words_at, id_),)
    own = tuple((*place, name, id_) for place in places)
    return (*own, (nested.shared_at, id_)) if nested.shared_at else own
