"""A guide's words in one language: finds each text by its key, and knows which were never used."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbook.guides.errors import Path, Problems
from workbook.guides.shapes import Word, a_text, some_texts

SHORT = ("label", "title")  # a text that stands where a table could is this one


class Words:
    """The texts of one words file. `found` holds the path of every text that was asked for and
    is there, `missed` that of every one that is not.
    """

    def __init__(self, table: Mapping[str, Any], problems: Problems) -> None:
        self._table = table
        self._problems = problems
        self._used: set[Path] = set()
        self.found: set[Path] = set()
        self.missed: set[Path] = set()

    def read(self, places: Sequence[Path], name: str, word: Word) -> str | tuple[str, ...] | None:
        """The text called `name` at the first of these places that has it; None where none does.

        A text that is missing although it is required, or is no text, is noted as a problem.
        """
        asked = (*places[0], name)
        for place in places:
            at, value = self._at(place, name)
            if value is None:
                continue
            self._used.add(at)
            self.found.add(asked)
            try:
                return some_texts(value) if word.many else a_text(value)
            except ValueError as expected:
                self._problems.add(at, f"expected {expected}")
                return None
        self.missed.add(asked)
        if word.required:
            what = "a list of texts" if word.many else "a text"
            self._problems.add(asked, f"this translation is missing; expected {what}")
        return None

    def _at(self, place: Path, name: str) -> tuple[Path, Any]:
        node: Any = self._table
        for part in place:
            if not isinstance(node, dict):
                return place, None
            node = node.get(part)
        if name in SHORT and not isinstance(node, dict):
            return place, node
        return (*place, name), node.get(name) if isinstance(node, dict) else None

    def note_left_over(self) -> None:
        """Notes every text that nothing in the structure asks for."""
        for path in _leaves(self._table, ()):
            if path not in self._used:
                self._problems.add(path, "left over: guide.toml has nothing that uses this text")

    def compare(self, original: "Words", language: str) -> None:
        """Notes every optional text that the original language has and this one lacks, and the
        other way round.
        """
        for path in sorted(original.found & self.missed):
            expected = f"this translation is missing; words.{language}.toml has a text here"
            self._problems.add(path, expected)
        for path in sorted(original.missed & self.found):
            self._problems.add(path, f"left over: words.{language}.toml has no text here")


def _leaves(node: Mapping[str, Any], path: Path) -> Iterator[Path]:
    for key, value in node.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*path, key))
        else:
            yield (*path, key)
