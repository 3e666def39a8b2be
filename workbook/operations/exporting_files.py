"""Writes a session into files that other programs read, by the ending of their names; changes
nothing in the library.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from workbook.catalogue import tr
from workbook.catalogue.words import shorten
from workbook.documents.summary import summary
from workbook.documents.wanted import Wanted
from workbook.exchange.answers_csv import answers_csv
from workbook.exchange.calendar import calendar
from workbook.exchange.exportable import Leaving, leaving
from workbook.exchange.markdown import markdown
from workbook.exchange.pictures import NamedChart, charts
from workbook.exchange.session_json import session_json
from workbook.model.paper import Paper, sheet_of
from workbook.operations.export_folder import save_new, write_folder
from workbook.operations.print_room import Handout, make
from workbook.printing.pages.pdf import Cancelled, PrintError, save
from workbook.readings.findings import Findings

Missing = Callable[[tuple[str, ...]], None]
Begun = Callable[[str, int, int], None]

ENDINGS = (".pdf", ".csv", ".md", ".json", ".ics", ".svg", ".png")


class ExportError(Exception):
    """A file could not be written; str() is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Watch:
    """Who is told of what happens, and is asked whether to stop."""

    missing: Missing | None
    begun: Begun
    cancelled: Callable[[], bool]

    def check(self) -> None:
        """Stop where somebody wants that.

        Raises:
            Cancelled: where `cancelled` says yes.
        """
        if self.cancelled():
            raise Cancelled


def export_files(
    found: Findings,
    path: Path,
    paper: Paper | str = Paper.A4,
    *,
    missing: Missing | None = None,
    begun: Begun | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Write a session in the format that the ending names, whole or not at all.

    A folder, or a name without an ending, which becomes one, gets everything: the summary,
    answers.csv, session.md, session.json, look-again.ics where there is a date, and every chart. An
    SVG or PNG file by itself has all charts, one under the other. A folder that has an export
    already keeps everything that is not surely of that one, see `export_folder`.

    Args:
        found: what the session says.
        path: the file to write or to replace, or the folder.
        paper: "a4" or "letter", of the PDF; ValueError for any other, such as "a3".
        missing: called with what no font on this machine can draw in the PDF, if there is any.
        begun: called before each file of a folder with its name, how many were written before it,
            and of how many.
        cancelled: asked often; where it says yes, nothing is left behind.

    Returns:
        The files that were written.

    Raises:
        ExportError: where the ending is none of these, there is nothing to write in the format, or
            it cannot be written. Whatever was there before is then as it was.
        Cancelled: where `cancelled` said yes; the same holds then.
    """
    path, paper = Path(path), sheet_of(paper)
    watch = _Watch(missing, begun or (lambda *_: None), cancelled or (lambda: False))
    try:
        if path.is_dir() or _becomes_folder(path):
            return _folder(found, path, paper, watch)
        _check(path)
        return _file(found, path, paper, watch)
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


def _file(found: Findings, path: Path, paper: Paper, watch: _Watch) -> tuple[Path, ...]:
    ending = path.suffix.lower()
    if ending == ".pdf":
        _summary(found, path, paper, watch)
    else:
        data = _data(found, ending)
        watch.check()
        save(data, path)
    return (path,)


def _summary(found: Findings, path: Path, paper: Paper, watch: _Watch) -> None:
    wanted = Wanted(found.guide, found, paper=paper)
    written = make(Handout.SUMMARY, wanted, path, cancelled=watch.cancelled)
    if watch.missing is not None and written.undrawable:
        watch.missing(written.undrawable)


def _data(found: Findings, ending: str) -> bytes:
    """The whole file of a format.

    Raises:
        ExportError: where there is nothing to write in it.
    """
    if ending == ".md":
        return markdown(summary(found, in_full=True))
    left = leaving(found)
    texts = {".csv": answers_csv, ".json": session_json}
    if ending in texts:
        return texts[ending](left)
    if ending == ".ics":
        dates = calendar(left)
        if dates is None:
            raise ExportError(_no_date(left))
        return dates
    return _picture(left, ending)


def _no_date(found: Leaving) -> str:
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


def _picture(found: Leaving, ending: str) -> bytes:
    pictures = charts(found)
    if not pictures:
        raise ExportError(
            tr(
                "There is nothing to draw yet. Charts need marks that are all placed, or a round"
                " that was revealed."
            )
        )
    return _drawn(pictures, ending)


def _drawn(pictures: Sequence[NamedChart], ending: str) -> bytes:
    """Charts as one SVG or PNG file."""
    from workbook.charts.saving import Titled, as_png, as_svg  # they load matplotlib

    titled = [Titled(picture.title, picture.spec) for picture in pictures]
    return as_svg(titled) if ending == ".svg" else as_png(titled)


def _folder(found: Findings, folder: Path, paper: Paper, watch: _Watch) -> tuple[Path, ...]:
    if not (folder.is_dir() or folder.parent.is_dir()):
        raise ExportError(_no_folder(folder.parent))

    def saving(data: Callable[[], bytes]) -> Callable[[Path], None]:
        return lambda path: save_new(path, data())

    def pdf(path: Path) -> None:
        _summary(found, path, paper, watch)

    files = [(name, saving(data)) for name, data in _everything(found).items()]
    return write_folder(folder, [("summary.pdf", pdf), *files], watch.begun, watch.check)


def _everything(found: Findings) -> Mapping[str, Callable[[], bytes]]:
    """All files of a folder but the summary, by their names within it, and what makes them."""
    left = leaving(found)
    files = {"answers.csv": ".csv", "session.md": ".md", "session.json": ".json"}
    made = {name: partial(_data, found, ending) for name, ending in files.items()}
    if calendar(left) is not None:
        made["look-again.ics"] = partial(_data, found, ".ics")
    for chart in charts(left):
        for picture in (".svg", ".png"):
            made[f"charts/{chart.stem}{picture}"] = partial(_drawn, [chart], picture)
    return made
