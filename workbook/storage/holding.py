"""Keeps a library for one program while it runs a window or counts ballots into it.

The library itself may be read and written by several programs at once. But the ballots of an open
round are known to the program that collects them, and a second one would write over them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbook.catalogue import tr
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, folder_unusable

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE_NAME = "library.lock"


class LibraryInUse(LibraryError):  # noqa: N818 - named as people say it
    """Another program holds the library."""


@contextmanager
def hold(library: Library) -> Iterator[None]:
    """Keep a library from every other program that wants to hold it, and from this one as well.

    The system itself takes the hold back when the process ends, however it ends. The empty file
    that carries it stays: to delete it would be to pull it from under whoever just opened it.

    Raises:
        LibraryInUse: where somebody else holds it; nobody waits.
        LibraryError: where the folder cannot be used.
    """
    with hold_folder(library.folder):
        yield


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """The same for the folder of a library that need not be open.

    Raises:
        LibraryInUse: where somebody else holds it; nobody waits.
        LibraryError: where the folder cannot be used.
    """
    try:
        file = (folder / FILE_NAME).open("ab")
    except OSError as error:
        raise folder_unusable(folder, error) from error
    with file:
        try:
            _lock(file)
        except (BlockingIOError, PermissionError) as error:  # as POSIX and Windows say "taken"
            raise LibraryInUse(
                tr(
                    "Another program has the library {folder} open. Close the workbook there and "
                    "try again."
                ).format(folder=folder)
            ) from error
        except OSError as error:
            raise folder_unusable(folder, error) from error
        try:
            yield
        finally:
            _unlock(file)


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
