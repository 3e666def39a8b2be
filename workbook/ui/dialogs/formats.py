"""In which format a session is exported: what can be chosen, and the work that writes it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from workbook.catalogue import tr
from workbook.model.paper import Paper
from workbook.operations.exporting_files import ExportError, export_files
from workbook.printing.pages.pdf import PrintError, Written
from workbook.readings.findings import Findings

PDF, FOLDER = ".pdf", ""  # a folder has no ending


def formats() -> dict[str, tuple[str, str]]:
    """The formats by their endings: a name, and what such a file holds."""
    return {
        PDF: (
            tr("Summary (PDF)"),
            tr("Everything you wrote, with the readings, to print or to send."),
        ),
        ".csv": (tr("Table (CSV)"), tr("A line for each answer, for spreadsheets.")),
        ".md": (tr("Text (Markdown)"), tr("Everything you wrote, for wikis and documents.")),
        ".json": (tr("Data (JSON)"), tr("Everything you wrote, for other programs.")),
        ".ics": (
            tr("Dates (iCalendar)"),
            tr("The day to look again, and what was promised for a day."),
        ),
        ".svg": (tr("Charts (SVG)"), tr("All charts, sharp at any size.")),
        ".png": (tr("Charts (PNG)"), tr("All charts as one picture.")),
        FOLDER: (tr("All of these, in a folder"), tr("Each chart is a file by itself there.")),
    }


class FormatChoice(QComboBox):
    """The formats, the summary first."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Format"))
        for ending, (name, _) in formats().items():
            self.addItem(name, ending)

    def ending(self) -> str:
        """The ending of the file's name; FOLDER for a folder."""
        return str(self.currentData())

    def choose(self, ending: str) -> None:
        """Choose the format with this ending, where there is one."""
        at = self.findData(ending.lower())
        if at >= 0:
            self.setCurrentIndex(at)

    def line(self) -> str:
        """What a file of this format holds."""
        return formats()[self.ending()][1]


def writing(
    found: Findings, path: Path, paper: Paper, begun: Callable[[str, int, int], None]
) -> Callable[..., Written]:
    """The work that writes any format but the summary alone: it takes `progress` and `cancelled`.
    `begun` is called on its thread, with the name of each file of a folder.
    """
    return partial(_write, found, path, paper, begun)


def _write(
    found: Findings,
    path: Path,
    paper: Paper,
    begun: Callable[[str, int, int], None],
    *,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Written:
    undrawable: list[str] = []

    def tell(name: str, done: int, files: int) -> None:
        begun(name, done, files)
        progress(done, files)

    try:
        export_files(found, path, paper, missing=undrawable.extend, begun=tell, cancelled=cancelled)
    except ExportError as error:
        raise PrintError(str(error)) from error
    return Written(path, 0, tuple(undrawable))
