"""Writes several files into a folder, all or none, and takes away what an earlier time left there.

What was written is listed in the folder, with a digest of each file. Only a file that is on the
list, and still is what was written, is surely ours: it goes where it is not written any more. All
others stay.
"""

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from workbook.catalogue import tr

LIST = ".workbook-export.json"  # the name of the list
FORMAT = "community-purpose-workbook-export"
_LONGEST_LIST = 1_000_000  # bytes; a longer one is none of ours
_OURS = re.compile(r"(charts/)?[^/\\:\x00]+\.(pdf|csv|md|json|ics|svg|png)")

File = tuple[str, Callable[[Path], None]]  # its name in the folder, and what writes it
Begun = Callable[[str, int, int], None]  # a file's name, how many were written before it, of all


def write_folder(
    folder: Path, files: Sequence[File], begun: Begun, check: Callable[[], None]
) -> tuple[Path, ...]:
    """Write files into a folder, which is made if it is not there: all of them, or none.

    Args:
        folder: the folder; its parent has to be there.
        files: what is written, in this order.
        begun: called before each file.
        check: called often; may raise to stop, and then all is as it was.

    Returns:
        The files that were written, and the list of them.

    Raises:
        OSError: where something cannot be written. All is then as it was.
    """
    old = folder.is_dir()
    beside = (folder if old else folder.parent) / f".{secrets.token_hex(6)}.part"
    beside.mkdir()
    try:
        for number, (name, write) in enumerate(files):
            check()
            begun(name, number, len(files))
            (beside / name).parent.mkdir(exist_ok=True)
            write(beside / name)
        names = tuple(name for name, _ in files)
        save_new(beside / LIST, _listing(beside, names))
        check()
        if old:
            _move(beside, folder, (*names, LIST), _left_behind(folder, names))
        else:
            beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(folder / name for name in (*names, LIST))


def save_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, down to the disk.

    Raises:
        OSError: where that fails, or there is one.
    """
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _listing(folder: Path, names: Sequence[str]) -> bytes:
    files = {name: _digest(folder / name) for name in names}
    return json.dumps({"format": FORMAT, "version": 1, "files": files}, indent=2).encode() + b"\n"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _left_behind(folder: Path, names: Sequence[str]) -> tuple[str, ...]:
    """What an earlier time wrote there, nobody has changed, and is not written any more."""
    return tuple(
        name
        for name, digest in _listed(folder).items()
        if name not in names and _is_ours(folder, name, digest)
    )


def _listed(folder: Path) -> dict[str, str]:
    """The files on the folder's list; none where there is no list, or one that is not ours."""
    path = folder / LIST
    if path.is_symlink() or not path.is_file():
        return {}
    with path.open("rb") as file:
        data = file.read(_LONGEST_LIST + 1)
    try:
        found = json.loads(data) if len(data) <= _LONGEST_LIST else None
    except (ValueError, RecursionError):  # somebody wrote into it: then nothing is surely ours
        return {}
    if not isinstance(found, dict) or found.get("format") != FORMAT or found.get("version") != 1:
        return {}
    files = found.get("files")
    items = files.items() if isinstance(files, dict) else ()
    return {name: digest for name, digest in items if isinstance(digest, str)}


def _is_ours(folder: Path, name: str, digest: str) -> bool:
    """Whether a listed file is a plain one inside the folder, and still is what was written."""
    path = folder / name
    return (
        _OURS.fullmatch(name) is not None
        and not path.parent.is_symlink()
        and not path.is_symlink()
        and path.is_file()
        and _digest(path) == digest
    )


def _move(beside: Path, folder: Path, names: Sequence[str], gone: Sequence[str]) -> None:
    """Move files into a folder in place of those of the same names, and those away that are gone;
    where that fails, all that was there comes back.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for name in (*names, *gone):
            target, kept = folder / name, beside / "old" / name
            if target.is_dir():
                raise IsADirectoryError(None, tr("{path} is a folder").format(path=target))
            target.parent.mkdir(exist_ok=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(target):
                target.rename(kept)
            moved.append((target, kept))
            if name not in gone:
                (beside / name).rename(target)
    except BaseException:
        for target, kept in reversed(moved):
            target.unlink(missing_ok=True)
            if os.path.lexists(kept):
                kept.rename(target)
        _drop_charts(folder)
        raise
    if gone:
        _drop_charts(folder)


def _drop_charts(folder: Path) -> None:
    with suppress(OSError):  # it is only taken away if it is empty
        (folder / "charts").rmdir()
