"""Writes a document to a PDF file: whole, beside the old one first, or not at all."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from workbook.catalogue import tr
from workbook.documents.blocks import Document
from workbook.model.paper import Paper

if TYPE_CHECKING:  # it loads ReportLab
    from workbook.printing.pages.writer import Drawn

Report = Callable[[int, int], None]  # hears of the pages done and their number
Tick = Callable[[], None]  # called often; raises to stop
_ASK_AFTER = 0.005  # seconds between two questions whether to stop


@dataclass(frozen=True, slots=True)
class Job:
    """What everything that is drawn is drawn for."""

    size: tuple[float, float]  # of the paper, in points
    now: datetime  # the moment that the file bears, aware
    report: Report
    tick: Tick


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written. `undrawable` names what no font on this machine could draw: the
    character itself, or U+XXXX for one without a form that a message could show.
    """

    path: Path
    pages: int
    undrawable: tuple[str, ...]


class Cancelled(Exception):  # noqa: N818  # no error: somebody asked for it
    """The writing was stopped by whoever asked for it; nothing was changed."""


class PrintError(Exception):
    """A file could not be written; str() is a sentence that says why and what to do."""


class NothingToPrint(PrintError):  # noqa: N818  # it comes when it is written
    """A session has nothing of this yet; str() is a sentence that says where it is written."""


def write_pdf(
    document: Document,
    path: Path,
    paper: Paper = Paper.A4,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write a document as a PDF file, replacing an old one only when all is done.

    The same document on the same machine gives the same bytes.

    Args:
        document: what to write.
        path: the file; its folder must exist.
        paper: the size of the pages.
        progress: called with the pages done and their number, whenever a page is finished.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        PrintError: where the file cannot be written.
        Cancelled: where `cancelled` said yes.
        ValueError: if `document.created` is no ISO 8601 moment.
    """
    # ReportLab and HarfBuzz load with the first document, not with the program.
    from workbook.printing.pages.writer import draw_document

    def draw(report: Report, tick: Tick) -> "Drawn":
        return draw_document(document, paper.size, report, tick)

    return produce(draw, path, progress=progress, cancelled=cancelled)


def produce(
    draw: Callable[[Report, Tick], "Drawn"],
    path: Path,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write what `draw` returns to a file, as `write_pdf` does. It is given what tells of finished
    pages and their number, and what is to be called often and may raise to stop.

    Raises:
        PrintError: where the file cannot be written.
        Cancelled: where `cancelled` said yes.
    """
    asked = -1.0

    def tick() -> None:
        nonlocal asked
        now = monotonic()
        if cancelled is not None and now - asked >= _ASK_AFTER:
            asked = now
            if cancelled():
                raise Cancelled

    def report(done: int, total: int) -> None:
        tick()
        if progress is not None:
            progress(done, total)

    tick()
    path = Path(path)
    _check(path)
    drawn = draw(report, tick)
    tick()
    save(drawn.data, path)
    return Written(path, drawn.pages, drawn.undrawable)


def _check(path: Path) -> None:
    """Says at once what would only fail after the work."""
    try:
        has_folder, is_folder = path.parent.is_dir(), path.is_dir()
    except OSError as error:  # a name too long for the disk, a folder that may not be looked into
        raise PrintError(_why_not_written(error, path)) from error
    if not has_folder:
        raise PrintError(
            tr("There is no folder {folder}. Make it first, or choose another place.").format(
                folder=path.parent
            )
        )
    if is_folder:
        raise PrintError(tr("{path} is a folder. Give the name of a file in it.").format(path=path))


def save(data: bytes | bytearray, path: Path) -> None:
    """Write bytes to a file beside the target, make sure they are on the disk, then rename.

    Raises:
        PrintError: where that fails; an old file is then as it was, and nothing new is left.
    """
    target = path.resolve()  # a link goes on pointing where it did
    beside = target.parent / f".{secrets.token_hex(6)}.part"
    try:
        try:
            with beside.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, beside)
        except OSError as error:
            raise PrintError(_why_not_written(error, target)) from error
        try:
            beside.replace(target)
        except OSError as error:
            raise PrintError(_why_not_replaced(error, target)) from error
    except BaseException:
        with suppress(OSError):  # it must not hide what went wrong
            beside.chmod(stat.S_IREAD | stat.S_IWRITE)  # Windows deletes no read-only file
            beside.unlink()
        raise


def _why_not_written(error: OSError, target: Path) -> str:
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        sentence = tr("Nothing may be written in {folder}. Choose another folder.")
    elif isinstance(error, FileNotFoundError | NotADirectoryError):
        sentence = tr("There is no folder {folder}. Make it first, or choose another place.")
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        sentence = tr("There is no room left in {folder}. Free some, or choose another folder.")
    else:
        sentence = tr("{path} could not be written ({why}). Choose another place.")
    return sentence.format(folder=target.parent, path=target, why=error.strerror or error)


def _why_not_replaced(error: OSError, target: Path) -> str:
    if isinstance(error, PermissionError):
        sentence = tr(
            "{path} cannot be replaced: it may be open in another program. Close it there and"
            " try again, or choose another name."
        )
    else:
        sentence = tr("{path} could not be written ({why}). Choose another place.")
    return sentence.format(path=target, why=error.strerror or error)
