"""Keeps the ballots of open rounds beside the library: what was answered, never by whom, when or in
which order.

One small file a round holds a sorted multiset, rewritten whole at each ballot: a crash loses
nothing, and equal ballots leave equal bytes in whichever order they came. It never goes into a
backup. Neither does the second file of a round whose ballots with slips wait for the next one.
"""

import errno
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from workbook.catalogue import tr
from workbook.model.workshop import Ballot, RoundId, Spot, Workshop
from workbook.storage import workshop_rows
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, not_stored
from workbook.storage.values import from_json

FOLDER = "ballots"
_PART = ".part"
_FORMAT = 1
_NO_TIME = 946_684_800  # 2000-01-01 UTC in seconds since 1970: some disks know no earlier day
_SESSION = re.compile(r"[a-z0-9]+")  # no "-", which ends it in the name of a file
_STEP = re.compile(r"[a-z0-9][a-z0-9_-]*")  # as in guides
_NAMED = re.compile(rf"({_SESSION.pattern})-({_STEP.pattern})-([1-9][0-9]*)(\.slips)?\.json")
_NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP)  # what some network disks say to fsync

_encoded = json.JSONEncoder(separators=(",", ":")).encode


def load(library: Library, session_id: str, round_id: RoundId) -> Counter[Ballot]:
    """The ballots of a round that is open, each with how often it was cast; none where there are
    none.

    Raises:
        LibraryError: where they cannot be read; the file is left as it is.
    """
    return _read(_round_path(library, session_id, round_id))


def store(library: Library, session_id: str, round_id: RoundId, ballots: Counter[Ballot]) -> None:
    """Put the ballots of an open round in place of those before; on disk when this returns.

    Raises:
        LibraryError: where they cannot be stored; then those before are still there.
    """
    _write(_round_path(library, session_id, round_id), ballots)


def delete(library: Library, session_id: str, round_id: RoundId) -> None:
    """Delete the ballots of a round that has been counted, or voided.

    Raises:
        LibraryError: where the file cannot be deleted.
    """
    _remove([_round_path(library, session_id, round_id)])


def load_slips(library: Library, session_id: str, round_id: RoundId) -> Mapping[str, Ballot]:
    """The ballots of a closed round by the slips that were on them; none where none wait.

    Raises:
        LibraryError: where they cannot be read; the file is left as it is.
    """
    return {ballot.slip: ballot for ballot in _read(_slips_path(library, session_id, round_id))}


def store_slips(
    library: Library, session_id: str, round_id: RoundId, slips: Mapping[str, Ballot]
) -> None:
    """Keep ballots of a closed round by their slips until the next round closes, in place of those
    before.

    Raises:
        LibraryError: where they cannot be stored; then those before are still there.
    """
    ballots = Counter(replace(ballot, slip=slip) for slip, ballot in slips.items())
    _write(_slips_path(library, session_id, round_id), ballots)


def delete_slips(library: Library, session_id: str, round_ids: Iterable[RoundId]) -> None:
    """Delete the ballots of closed rounds that wait for the next one.

    Raises:
        LibraryError: where a file cannot be deleted.
    """
    _remove([_slips_path(library, session_id, round_id) for round_id in round_ids])


def forget(library: Library, session_id: str) -> None:
    """Delete all ballots of a session.

    Raises:
        LibraryError: where a file cannot be deleted.
    """
    _remove([file.path for file in _files(library) if file.session == session_id])


def tidy(library: Library) -> None:
    """Delete what a crash can have left: ballots whose round is not open, slips that wait for no
    round any more, files half written. Only for whoever holds the library, because what
    looks half written may be another program's.

    Raises:
        LibraryError: where the library cannot be read, or a file not be deleted.
    """
    files = _files(library)
    if files:
        with library.reading() as reading:
            found = {file.session: workshop_rows.read(reading, file.session) for file in files}
        _remove([file.path for file in files if not _is_needed(file, found[file.session])])


class _File(NamedTuple):
    path: Path
    session: str
    round: RoundId
    slips: bool  # whether it holds slips that wait for the next round
    finished: bool


def _is_needed(file: _File, workshop: Workshop | None) -> bool:
    if workshop is None or not file.finished:
        return False
    found = workshop.round(file.round)
    if found is None or found.over is not file.slips:
        return False
    following = workshop.round(RoundId(file.round.step, file.round.number + 1))
    waits = workshop.clock.ended is None and (following is None or not following.over)
    return waits or not file.slips


def _files(library: Library) -> list[_File]:
    """The files of ballots that there are. What else lies there is somebody else's."""
    files = []
    folder = library.folder / FOLDER
    try:
        paths = sorted(folder.iterdir()) if folder.exists() else []
    except OSError as error:
        raise not_stored(folder, error) from error
    for path in paths:
        named = _NAMED.fullmatch(path.name.removesuffix(_PART))
        if named:
            session, step, number, slips = named.groups()
            round_id, finished = RoundId(step, int(number)), path.suffix != _PART
            files.append(_File(path, session, round_id, bool(slips), finished))
    return files


def _round_path(library: Library, session_id: str, round_id: RoundId) -> Path:
    return _path(library, session_id, round_id, ".json")


def _slips_path(library: Library, session_id: str, round_id: RoundId) -> Path:
    return _path(library, session_id, round_id, ".slips.json")


def _path(library: Library, session_id: str, round_id: RoundId, ending: str) -> Path:
    step, number = round_id
    name = f"{session_id}-{step}-{number}{ending}"
    if not (_SESSION.fullmatch(session_id) and _STEP.fullmatch(step) and _NAMED.fullmatch(name)):
        raise ValueError(f"{name} is no safe name of a file")
    return library.folder / FOLDER / name


def _read(path: Path) -> Counter[Ballot]:
    try:
        return _decoded(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return Counter()
    except OSError as error:
        raise not_stored(path, error) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise LibraryError(
            tr(
                "The ballots in {file} cannot be read. Move that file aside and try again: what "
                "was in it is lost, but rounds that are closed are safe."
            ).format(file=path)
        ) from error


def _text(ballots: Counter[Ballot]) -> str:
    """A multiset of ballots: equal for equal ones, whatever order they were cast in. The spots
    stand there once for all, which makes it five times smaller and three times faster.
    """
    cast = [(dict(each.choices), each.slip, n) for each, n in ballots.items() if n > 0]
    spots = sorted(set[Spot]().union(*(choices for choices, _, _ in cast)))
    # Each word is quoted once: there are few, and hundreds of ballots that say them.
    said = {None}.union(
        *(choices.values() for choices, _, _ in cast), (slip for _, slip, _ in cast)
    )
    words = {word: _encoded(word) for word in said}
    rows = sorted(
        f"[[{','.join([words[choices.get(spot)] for spot in spots])}],{words[slip]},{n}]"
        for choices, slip, n in cast
    )
    head = f'{{"format":{_FORMAT},"spots":{_encoded(spots)},"ballots":[\n'
    return head + ",\n".join(rows) + "\n]}\n"


def _decoded(text: str) -> Counter[Ballot]:
    """The ballots that `_text` wrote; ValueError, TypeError or KeyError for any other text."""
    document = from_json(text)
    spots = [Spot(*spot) for spot in document["spots"]]
    ballots: Counter[Ballot] = Counter()
    for row, slip, times in document["ballots"]:
        choices = {s: choice for s, choice in zip(spots, row, strict=True) if choice is not None}
        _check(str, slip, *choices.values())
        _check(int, times)
        ballots[Ballot.of(choices, slip)] = times
    for spot in spots:
        _check(str, *spot)
    if _text(ballots) != text:
        raise ValueError("not as it was written")
    return ballots


def _check(kind: type, *values: object) -> None:
    if not all(type(value) is kind for value in values):
        raise TypeError(f"{kind.__name__} was expected")


def _write(path: Path, ballots: Counter[Ballot]) -> None:
    """Write beside, then rename, so that the old ballots are there or the new ones. No time of
    theirs stays in the folder, not even that of the last one.
    """
    text = _text(ballots)
    if not +ballots:
        _remove([path])
        return
    part = path.with_name(path.name + _PART)
    try:
        try:
            if not path.parent.exists():
                _make(path.parent)
            with part.open("w", encoding="ascii", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.utime(part, (_NO_TIME, _NO_TIME))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as error:
        raise not_stored(path, error) from error


def _make(folder: Path) -> None:
    """Make a folder in one that keeps its times: they would tell when the first ballot came."""
    before = folder.parent.stat()
    folder.mkdir()
    os.utime(folder.parent, ns=(before.st_atime_ns, before.st_mtime_ns))
    _sync_folder(folder.parent)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
            _settle(path.parent)
        except OSError as error:
            raise not_stored(path, error) from error


def _settle(folder: Path) -> None:
    """Leave a folder without a trace of when it was used last, and none without files."""
    if not folder.exists():
        return
    if any(folder.iterdir()):
        os.utime(folder, (_NO_TIME, _NO_TIME))
        _sync_folder(folder)
    else:
        folder.rmdir()


def _sync_folder(folder: Path) -> None:
    """Make renaming and making files outlast a loss of power; Windows does so by itself."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in _NOT_FOR_FOLDERS:
            raise
    finally:
        os.close(opened)
