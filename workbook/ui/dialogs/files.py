"""Names for files that people save, and opening what was written."""

import os
import re
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from workbook.catalogue import tr
from workbook.ui.dialogs.formats import FOLDER, PDF

_DEVICE = re.compile(r"(aux|con|nul|prn|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)", re.IGNORECASE)
LONGEST = 150  # bytes of a group's name in a file's; with "summary" well below the 255 there are


def file_name(name: str) -> str:
    """A name of a group as a file's: without what a file system cannot hold, never empty, none
    that Windows keeps for its devices, and at most LONGEST bytes, since a file system counts bytes
    and not letters.
    """
    kept = "".join(" " if c in '<>:"/\\|?*' or not c.isprintable() else c for c in name)
    kept = kept.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore")
    found = " ".join(kept.split()).strip(". ") or tr("Summary")
    return f"_{found}" if _DEVICE.match(found) else found


def free_file(folder: Path, name: str, ending: str = PDF) -> Path:
    """A file for what a group of this name leaves, or a folder for all of it, whose name none in
    the folder has yet.
    """
    beginning = f"{file_name(name)} – {tr('summary')}"
    if ending == FOLDER:  # a dot would make a file of it
        beginning = file_name(name.replace(".", " "))
    names = chain([beginning], (f"{beginning} {number}" for number in count(2)))
    files = (folder / f"{one}{ending}" for one in names)
    return next(file for file in files if not os.path.lexists(file))


def open_file(path: Path) -> str:
    """Open a file or folder as the system does; a sentence where nothing opens it, "" else. Then
    its path is on the clipboard.
    """
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return ""
    QApplication.clipboard().setText(str(path))
    return tr("No program here opens it. Its path has been copied: {path}").format(path=path)
