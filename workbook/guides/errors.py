"""The one error of guides: what is wrong, in which file, at which key, and what was expected."""

from collections.abc import Sequence
from dataclasses import dataclass

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a guide or an example."""

    file: str
    key: str
    expected: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.key, self.expected) if part)


class GuideError(Exception):
    """A guide, its words or an example cannot be used. `str` has one problem a line; `file`, `key`
    and `expected` are those of the first.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))

    @property
    def file(self) -> str:
        """The file of the first problem."""
        return self.problems[0].file

    @property
    def key(self) -> str:
        """The key of the first problem, as it would be written in TOML."""
        return self.problems[0].key

    @property
    def expected(self) -> str:
        """What was expected there."""
        return self.problems[0].expected


def toml_key(path: Path) -> str:
    """A path as TOML writes it: parts with a dot or a space stand in quotation marks."""
    return ".".join(
        part if part.replace("_", "").replace("-", "").isalnum() else f'"{part}"' for part in path
    )


class Problems:
    """Collects what is wrong in one file, so that an author sees all of it at once."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, path: Path, expected: str) -> None:
        """Notes one problem at a key."""
        self.found.append(Problem(self.file, toml_key(path), expected))


def raise_if_any(*lists: Problems | Sequence[Problem]) -> None:
    """Raises a GuideError with every problem found, if there is any."""
    found = [p for each in lists for p in (each.found if isinstance(each, Problems) else each)]
    if found:
        raise GuideError(*found)
