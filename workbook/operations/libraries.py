"""Opening a library, and where it is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workbook.storage import holding
from workbook.storage.database import FILE_NAME, Library
from workbook.storage.folders import sync_warning

VARIABLE = "WORKBOOK_LIBRARY"
_BALLOTS = "ballots"  # as workbook.storage.ballot_files names their folder
_PROGRAM = "community-purpose-workbook"

__all__ = [
    "default_folder",
    "has_library",
    "hold_library",
    "library_folder",
    "log_folder",
    "open_library",
    "sync_warning",
]


def default_folder() -> Path:
    """The library's folder where nothing else is chosen: in the user's data folder."""
    return _folders_of_user()[0]


def log_folder() -> Path:
    """The folder of the log. Its name is another one than the library's, for on Windows both would
    be the same, and the log shall not lie where the sessions are.
    """
    return _folders_of_user()[1]


def _folders_of_user() -> tuple[Path, Path]:
    """For the library, and for the log."""
    import platformdirs  # not needed, and so not loaded, where a library is named and all goes well

    return (
        platformdirs.user_data_path(_PROGRAM, appauthor=False),
        platformdirs.user_log_path(f"{_PROGRAM}-log", appauthor=False, opinion=False),
    )


def library_folder(chosen: str | None, environ: Mapping[str, str]) -> Path:
    """The library's folder: what --library says, else WORKBOOK_LIBRARY, else the default."""
    named = chosen or environ.get(VARIABLE)
    return Path(named).expanduser() if named else default_folder()


def has_library(folder: Path) -> bool:
    """Whether there is a library in a folder; looking makes nothing."""
    return (folder / FILE_NAME).exists()


def open_library(folder: Path) -> Library:
    """Open the library in a folder, and make both where there are none.

    Raises:
        LibraryError: where it cannot be used; then nothing was touched.
    """
    return Library.open(folder)


@contextmanager
def hold_library(library: Library) -> Iterator[None]:
    """Keep a library from every other program that collects ballots into it, and put away what a
    crash left of rounds that are closed.

    Raises:
        LibraryInUse: where another program holds it.
        LibraryError: where the folder cannot be used.
    """
    with holding.hold(library):
        if (library.folder / _BALLOTS).exists():
            # Not needed, and so not loaded, at most starts.
            from workbook.storage import ballot_files

            ballot_files.tidy(library)
        yield
