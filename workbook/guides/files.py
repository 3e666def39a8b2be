"""Reads a TOML file; whatever goes wrong becomes a GuideError that names the file."""

import tomllib
from pathlib import Path
from typing import Any

from workbook.guides.errors import GuideError, Problem


def short_name(path: Path) -> str:
    """A file as errors name it: with the folder it stands in, which is the guide's id."""
    return f"{path.parent.name}/{path.name}"


def read_toml(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        GuideError: where the file cannot be read, is not UTF-8 or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        expected = "this file, which does not exist"
    except OSError as error:
        expected = f"a file that can be read ({error.strerror})"
    except UnicodeDecodeError:
        expected = "text in UTF-8"
    except tomllib.TOMLDecodeError as error:
        expected = f"TOML ({error})"
    raise GuideError(Problem(short_name(path), "", f"expected {expected}"))
