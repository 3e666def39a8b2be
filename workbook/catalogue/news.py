"""What each version of the program brought, as `resources/news.en.toml` tells it."""

import tomllib
from typing import NamedTuple

from workbook.resources import resource


class Part(NamedTuple):
    """What belongs together of the news of a version."""

    heading: str
    lines: tuple[str, ...]


class Version(NamedTuple):
    """One version and its news."""

    number: str  # as `workbook.__version__` says it
    parts: tuple[Part, ...]


def news() -> tuple[Version, ...]:
    """All versions, the newest first."""
    told = tomllib.loads(resource("news.en.toml").read_text("utf-8"))
    return tuple(
        Version(
            version["number"],
            tuple(Part(part["heading"], tuple(part["lines"])) for part in version["part"]),
        )
        for version in told["version"]
    )
