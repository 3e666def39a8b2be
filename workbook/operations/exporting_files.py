"""Writes a session into files that other programs read, by the ending of their names; changes
nothing in the library.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.catalogue import tr
from workbook.catalogue.words import shorten
from workbook.operations.changes import OpenSession
from workbook.operations.export import export_summary
from workbook.printing.paper import Paper

# What makes the files is loaded only when one is made: the first window does without it.
if TYPE_CHECKING:
    from workbook.exchange.leaving import Leaving
    from workbook.exchange.pictures import NamedChart

Missing = Callable[[tuple[str, ...]], None]

ENDINGS = (".pdf", ".csv", ".md", ".json", ".ics", ".svg", ".png")


class ExportError(Exception):
    """A file could not be written; str() is a sentence that says why and what to do."""


def charts_of(opened: OpenSession) -> "tuple[NamedChart, ...]":
    """Everything that can be drawn of a session: the stem of its file's name, what it shows, and
    its title. Of a workshop's rounds only those that were revealed.
    """
    from workbook.exchange.pictures import charts

    return charts(_leaving(opened))


def export_files(
    opened: OpenSession,
    path: Path,
    paper: Paper | str = Paper.A4,
    *,
    missing: Missing | None = None,
) -> tuple[Path, ...]:
    """Write a session in the format that the ending names, whole or not at all.

    A folder, or a name without an ending, which becomes one, gets everything: the summary,
    answers.csv, session.md, session.json, look-again.ics where there is a date, and every chart. An
    SVG or PNG file by itself has all charts, one under the other.

    Args:
        opened: the session.
        path: the file to write or to replace, or the folder.
        paper: "a4" or "letter", of the PDF; ValueError for any other.
        missing: called with what no font on this machine can draw in the PDF, if there is any.

    Returns:
        The files that were written.

    Raises:
        ExportError: where the ending is none of these, there is nothing to write in the format, or
            it cannot be written. Whatever was there before is then as it was.
    """
    from workbook.printing.pdf import PrintError

    path, paper = Path(path), Paper(paper)
    try:
        if path.is_dir() or _becomes_folder(path):
            return _folder(opened, path, paper, missing)
        _check(path)
        return _file(opened, path, paper, missing)
    except PrintError as error:
        raise ExportError(str(error)) from error
    except OSError as error:
        raise ExportError(_why_not(error, path)) from error


def _becomes_folder(path: Path) -> bool:
    return bool(path.name) and "." not in path.name and not path.exists()


def _check(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise ExportError(
            tr(
                "The name of a file has to end in one of these: {endings}. A folder gets all of"
                " them."
            ).format(endings=" ".join(ENDINGS))
        )
    if not path.parent.is_dir():
        raise ExportError(_no_folder(path.parent))


def _no_folder(folder: Path) -> str:
    return tr("There is no folder {folder}. Make it first, or choose another place.").format(
        folder=folder
    )


def _why_not(error: OSError, path: Path) -> str:
    return tr("{path} could not be written ({why}). Choose another place.").format(
        path=path, why=error.strerror or error
    )


def _file(
    opened: OpenSession, path: Path, paper: Paper, missing: Missing | None
) -> tuple[Path, ...]:
    from workbook.printing.pdf import save

    ending = path.suffix.lower()
    if ending == ".pdf":
        _summary(opened, path, paper, missing)
    else:
        save(_data(_leaving(opened), ending), path)
    return (path,)


def _summary(opened: OpenSession, path: Path, paper: Paper, missing: Missing | None) -> None:
    written = export_summary(opened, path, paper)
    if missing is not None and written.undrawable:
        missing(written.undrawable)


def _leaving(opened: OpenSession) -> "Leaving":
    from workbook.exchange.leaving import leaving

    return leaving(opened.session, opened.guide, opened.answers, opened.workshop)


def _data(found: "Leaving", ending: str) -> bytes:
    """The whole file of a format.

    Raises:
        ExportError: where there is nothing to write in it.
    """
    from workbook.exchange.answers_csv import answers_csv
    from workbook.exchange.calendar import calendar
    from workbook.exchange.markdown import markdown
    from workbook.exchange.session_json import session_json

    texts = {".csv": answers_csv, ".md": markdown, ".json": session_json}
    if ending in texts:
        return texts[ending](found)
    if ending == ".ics":
        dates = calendar(found)
        if dates is None:
            raise ExportError(_no_date(found))
        return dates
    return _picture(found, ending)


def _no_date(found: "Leaving") -> str:
    for question in found.guide.with_role("look_again"):
        typed = shorten(found.answers.text(question.id), 60)
        if typed:
            return tr(
                "There is no date to put into a calendar: “{typed}” cannot be read as one. Write"
                " it like 1 February 2027, under “{question}”."
            ).format(typed=typed, question=question.prompt)
        return tr(
            "There is no date to put into a calendar. Write one under “{question}”, like"
            " 1 February 2027."
        ).format(question=question.prompt)
    return tr("There is no date to put into a calendar: this workbook asks for none.")


def _picture(found: "Leaving", ending: str) -> bytes:
    from workbook.charts.saving import Titled, as_png, as_svg
    from workbook.exchange.pictures import charts

    drawn = [Titled(chart.title, chart.spec) for chart in charts(found)]
    if not drawn:
        raise ExportError(
            tr(
                "There is nothing to draw yet. Charts need marks that are all placed, or a round"
                " that was revealed."
            )
        )
    return as_svg(drawn) if ending == ".svg" else as_png(drawn)


def _folder(
    opened: OpenSession, folder: Path, paper: Paper, missing: Missing | None
) -> tuple[Path, ...]:
    """Everything into a folder: written beside its place first, then moved there."""
    old = folder.is_dir()
    if not (old or folder.parent.is_dir()):
        raise ExportError(_no_folder(folder.parent))
    beside = (folder if old else folder.parent) / f".{secrets.token_hex(6)}.part"
    beside.mkdir()
    try:
        _summary(opened, beside / "summary.pdf", paper, missing)
        files = _everything(_leaving(opened))
        for name, data in files.items():
            _write(beside / name, data)
        names = ("summary.pdf", *files)
        if old:
            _move(beside, folder, names)
        else:
            beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(folder / name for name in names)


def _everything(found: "Leaving") -> Mapping[str, bytes]:
    """All files of a folder but the summary, by their names within it."""
    from workbook.charts.saving import Titled, as_png, as_svg
    from workbook.exchange.calendar import calendar
    from workbook.exchange.pictures import charts

    files = {"answers.csv": ".csv", "session.md": ".md", "session.json": ".json"}
    made = {name: _data(found, ending) for name, ending in files.items()}
    dates = calendar(found)
    if dates is not None:
        made["look-again.ics"] = dates
    for chart in charts(found):
        drawn = [Titled(chart.title, chart.spec)]
        made[f"charts/{chart.stem}.svg"] = as_svg(drawn)
        made[f"charts/{chart.stem}.png"] = as_png(drawn)
    return made


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move(beside: Path, folder: Path, names: tuple[str, ...]) -> None:
    """Move files into a folder in place of those of the same names; where one cannot be moved,
    all that was there comes back.
    """
    moved: list[tuple[Path, Path]] = []
    try:
        for name in names:
            target, kept = folder / name, beside / "old" / name
            if target.is_dir():
                raise IsADirectoryError(None, tr("{path} is a folder").format(path=target))
            target.parent.mkdir(exist_ok=True)
            kept.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                target.rename(kept)
            moved.append((target, kept))
            (beside / name).rename(target)
    except BaseException:
        for target, kept in reversed(moved):
            target.unlink(missing_ok=True)
            if kept.exists():
                kept.rename(target)
        with suppress(OSError):  # it is only taken away if it is empty
            (folder / "charts").rmdir()
        raise
