"""What the file of the print room, or the printer's queue, is called, and where it goes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from workbook.catalogue import tr
from workbook.catalogue.print_room import handout_name, one_poster_name
from workbook.documents.wanted import Choice, Wanted
from workbook.operations.print_room import Handout
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.files import file_name

# Endings of other formats, which a name may have by mistake. "Mr.Smith" has none.
_OTHER = frozenset(
    (
        *(".doc", ".docx", ".odt", ".rtf", ".txt", ".md", ".htm", ".html", ".ps", ".xps"),
        *(".jpg", ".jpeg", ".png", ".svg", ".tif", ".tiff", ".csv", ".ics", ".json"),
    )
)


def name_of(handout: Handout, wanted: Wanted) -> str:
    """A name for what is printed: "River Street Makers – Ballots"."""
    name = handout_name(handout.id)
    if Choice.POSTER in handout.takes and len(wanted.posters) == 1:
        name = one_poster_name(wanted.posters[0])
    return f"{file_name(wanted.group)} – {name}" if wanted.group else name


def as_pdf(chosen: str) -> Path:
    """A file that was named, with the ending of what is in it: instead of another format's, or
    after a name that has none.
    """
    path = Path(chosen)
    if path.suffix.lower() == ".pdf":
        return path
    stem = path.stem if path.suffix.lower() in _OTHER else path.name
    return path.with_name(f"{stem}.pdf")


def ask_where(first: Path, save: Callable[[Path], None], window: QWidget) -> None:
    """Ask in the system's dialog where a PDF file goes, and save it there.

    Args:
        first: the file that is proposed.
        save: what saves it.
        window: the one over which it is asked.
    """
    chosen, _ = QFileDialog.getSaveFileName(
        window, tr("Save as PDF"), str(first), tr("PDF files (*.pdf)")
    )
    if not chosen:
        return
    path = as_pdf(chosen)
    if path == Path(chosen) or not path.exists():
        save(path)
        return
    # The system has asked about the name that was typed alone.
    words = tr("If you replace “{name}”, what is in it now will be gone.")
    title = tr("There is a file of this name already")
    sure = ConfirmDialog(title, words.format(name=path.name), tr("Replace"), window)
    sure.accepted.connect(partial(save, path))
    sure.open()
