"""The library of a rehearsal: a folder among the machine's temporary ones, gone when it ends."""

import logging
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workbook.catalogue import tr
from workbook.storage import holding
from workbook.storage.database import FILE_NAME, Library
from workbook.storage.errors import LibraryError

PREFIX = "workbook-rehearsal-"
FRESH = 60  # seconds within which a folder may be that of a program that is just making it
_NAMED = re.compile(rf"{PREFIX}[a-z0-9_]{{8}}")

_log = logging.getLogger(__name__)


@contextmanager
def rehearsal() -> Iterator[Library]:
    """An empty library that this program holds, and that is deleted at the end.

    Raises:
        LibraryError: where it cannot be made, and at the end where it cannot be deleted.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    except OSError as error:
        raise LibraryError(
            tr(
                "A rehearsal needs the computer’s folder for temporary files, and that cannot be"
                " used: {reason}. Free some space there, or allow writing, and try again."
            ).format(reason=error.strerror or error)
        ) from error
    try:
        with closing(Library.open(folder)) as library, holding.hold(library):
            yield library
    finally:
        _delete(folder)


def _delete(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise LibraryError(
            tr(
                "What this rehearsal wrote could not be deleted: {reason}. It is in {folder}, and"
                " may be deleted by hand."
            ).format(reason=error.strerror or error, folder=folder)
        ) from error


def sweep() -> None:
    """Delete rehearsals that a crash has left. A folder is taken for one only where its name, its
    owner and what is in it say so, and where no program holds it; any other is left alone.
    """
    try:
        left = [path for path in Path(tempfile.gettempdir()).iterdir() if _is_ours(path)]
    except OSError:
        _log.debug("temporary files cannot be listed: whoever needs that folder will say so")
        return
    for folder in left:
        try:
            with holding.hold_folder(folder):
                pass  # nobody else does
            shutil.rmtree(folder)
        except (OSError, LibraryError) as error:
            _log.debug("a rehearsal stays until the next start: %s", error)


def _is_ours(path: Path) -> bool:
    """Whether this is the folder of a rehearsal of this person, and not one just being made."""
    if not _NAMED.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
        return False
    mine = not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()
    fresh = abs(time.time() - path.stat().st_mtime) < FRESH
    held = (path / holding.FILE_NAME).is_file() and (path / FILE_NAME).is_file()
    return mine and held and not fresh
