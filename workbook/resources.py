"""Where the shipped files are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_INSIDE = Path(__file__).parent / "resources"
_BESIDE = Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, named by its parts below `resources/`."""
    return (_INSIDE if _INSIDE.is_dir() else _BESIDE).joinpath(*parts)
