"""Asks where a session should go and as what, writes it with progress, and opens it afterwards."""

import os
import re
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from workbook.catalogue import tr
from workbook.model.guide import Option
from workbook.model.opened import OpenSession
from workbook.operations import export_summary
from workbook.printing.pages.paper import Paper
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.dialogs.export_job import Export
from workbook.ui.dialogs.formats import FOLDER, PDF, FormatChoice, formats, writing
from workbook.ui.settings import usual_folder, usual_paper
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, show_if
from workbook.ui.widgets.choice_row import ChoiceRow

if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Written

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


class ExportDialog(Dialog):
    """Three faces: what to write, how far it is, and what now. `written_to` gives the file.

    A file that is there already is replaced only by who said so, here or in the system's dialog.
    """

    written_to = Signal(object)  # Path
    _file_begun = Signal(str, int, int)  # on the thread that writes

    def __init__(
        self, opened: OpenSession, theme: Theme, folder: Path | None, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Export"), parent)
        self._opened = opened
        self._export: Export | None = None
        self.written: Path | None = None
        self._agreed: Path | None = None  # the file that may be replaced
        self._faces = [QWidget(self), QWidget(self), QWidget(self)]
        for face in self._faces:
            self.inside.addWidget(face)
        self._ask_face(
            self._faces[0], theme, free_file(folder or usual_folder(), opened.session.name)
        )
        self._progress_face(self._faces[1])
        self._done_face(self._faces[2])
        self._file_begun.connect(self._tell_file)
        self._show_face(0)

    def _show_face(self, number: int) -> None:
        for at, face in enumerate(self._faces):
            face.setVisible(at == number)

    def _ask_face(self, face: QWidget, theme: Theme, path: Path) -> None:
        inside = column(face, gap=10)
        inside.addWidget(label(tr("Export"), "heading"))
        inside.addWidget(label(tr("Format"), "label"))
        self.format = FormatChoice()
        self.format.currentIndexChanged.connect(self._format_chosen)
        inside.addWidget(self.format, 0, Qt.AlignmentFlag.AlignLeft)
        self._line = label(self.format.line(), "soft")
        inside.addWidget(self._line)
        self._paper_label = label(tr("Paper"), "label")
        inside.addWidget(self._paper_label)
        papers = [Option(Paper.A4.value, tr("A4")), Option(Paper.LETTER.value, tr("Letter"))]
        self.paper = ChoiceRow("", papers, theme, name=tr("Paper"), joined=True, parent=face)
        self.paper.set_value(usual_paper().value)
        self.paper.chosen.connect(self._paper_chosen)
        inside.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._file_label = label(tr("File"), "label")
        inside.addWidget(self._file_label)
        line = row()
        self.file = QLineEdit(str(path))
        self.file.setAccessibleName(tr("File"))
        line.addWidget(self.file, 1)
        choose = button(tr("Choose…"))
        choose.clicked.connect(self._choose)
        line.addWidget(choose)
        inside.addLayout(line)
        self.problem = label("", "danger")
        self.problem.hide()
        inside.addWidget(self.problem)
        inside.addSpacing(8)
        ends = row()
        ends.addStretch(1)
        cancel = button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        ends.addWidget(cancel)
        self.go = button(tr("Export"), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        ends.addWidget(self.go)
        inside.addLayout(ends)

    def _progress_face(self, face: QWidget) -> None:
        inside = column(face, gap=12)
        inside.addWidget(label(tr("Writing…"), "heading"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Progress"))
        inside.addWidget(self.bar)
        self.doing = label("", "soft")
        inside.addWidget(self.doing)
        inside.addSpacing(8)
        ends = row()
        ends.addStretch(1)
        self.stop = button(tr("Cancel"))
        self.stop.clicked.connect(self._cancel)
        ends.addWidget(self.stop)
        inside.addLayout(ends)

    def _done_face(self, face: QWidget) -> None:
        inside = column(face, gap=10)
        inside.addWidget(label(tr("It is written"), "heading"))
        self.where = label("", "soft")
        inside.addWidget(self.where)
        self.missing = label("", "warn")
        self.missing.hide()
        inside.addWidget(self.missing)
        inside.addSpacing(8)
        ends = row()
        self.show_folder = button(tr("Show in folder"))
        self.show_folder.clicked.connect(self._show_in_folder)
        ends.addWidget(self.show_folder)
        ends.addStretch(1)
        close = button(tr("Close"))
        close.clicked.connect(self.accept)
        ends.addWidget(close)
        self.open_button = button(tr("Open"), "primary")
        self.open_button.clicked.connect(self._open)
        ends.addWidget(self.open_button)
        inside.addLayout(ends)

    def _paper_chosen(self, _mark: str, choice: str | None) -> None:
        if choice is None:  # a paper there must be
            self.paper.set_value(usual_paper().value)

    def _format_chosen(self) -> None:
        """The name of the file follows, unless it has an ending of its own already."""
        ending = self.format.ending()
        self._line.setText(self.format.line())
        for part in (self._paper_label, self.paper):
            show_if(part, ending in (PDF, FOLDER))
        self._file_label.setText(tr("Folder") if ending == FOLDER else tr("File"))
        path = Path(self.file.text())
        name = self._opened.session.name
        if FOLDER in (ending, path.suffix) or path.suffix.lower() not in formats():
            self.file.setText(str(free_file(path.parent, name, ending)))
        elif path.suffix.lower() != ending:
            self.file.setText(str(path.with_suffix(ending)))
        self.problem.hide()

    def _choose(self) -> None:
        ending = self.format.ending()
        if ending == FOLDER:
            beginning = str(Path(self.file.text()).parent)
            chosen = QFileDialog.getExistingDirectory(self, tr("Export"), beginning)
            if chosen:
                self.file.setText(str(free_file(Path(chosen), self._opened.session.name, FOLDER)))
            return
        kind = f"{self.format.currentText().partition(' (')[0]} (*{ending})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), self.file.text(), kind)
        if chosen:
            self.file.setText(chosen)
            self._agreed = Path(chosen)  # whether it may be replaced has been asked there

    def _path(self) -> Path | None:
        """The file to write, None where what is typed cannot be one; then `problem` says why."""
        try:
            path = Path(self.file.text().strip()).expanduser()
        except RuntimeError:  # "~name" of a name that this computer does not know
            path = Path()
        ending = self.format.ending()
        if path.is_absolute() and path.is_dir() and ending != FOLDER:
            path = free_file(path, self._opened.session.name, ending)
            self.file.setText(str(path))
        if not path.is_absolute() or not path.name:
            return self._refuse(tr("Please choose a file with “Choose…”."))
        if ending == FOLDER:
            if "." in path.name and not path.is_dir():
                return self._refuse(tr("Please give the folder a name without a dot."))
        elif not path.suffix:
            path = path.with_suffix(ending)
        elif path.suffix.lower() != ending:
            words = tr("Please let the name of the file end in “{ending}”.")
            return self._refuse(words.format(ending=ending))
        if len(os.fsencode(path.name)) > LONGEST + 50:
            return self._refuse(tr("This name is too long. Please choose a shorter one."))
        if not path.parent.is_dir():
            return self._refuse(
                tr("There is no folder {folder}. Please choose another with “Choose…”.").format(
                    folder=path.parent
                )
            )
        if path.is_dir() and ending != FOLDER:  # its name became a folder's with the ending
            return self._refuse(tr("{path} is a folder. Please add a file name.").format(path=path))
        return path

    def _refuse(self, sentence: str) -> Path | None:
        """Say why the file cannot be written; always None."""
        self.problem.setText(sentence)
        self.problem.show()
        self.file.setFocus()
        return None

    def _start(self) -> None:
        path = self._path()
        if path is None:
            return
        self.problem.hide()
        if path != self._agreed and os.path.lexists(path):
            self._ask_to_replace(path)
        else:
            self._write(path)

    def _ask_to_replace(self, path: Path) -> None:
        title = tr("There is a file of this name already")
        words = tr("If you replace “{name}”, what is in it now will be gone.")
        if path.is_dir():
            title = tr("There is a folder of this name already")
            words = tr(
                "In “{name}”, files of the same names will be replaced, and what an earlier export"
                " left there goes. All others stay."
            )
        dialog = ConfirmDialog(
            title,
            words.format(name=path.name),
            tr("Replace"),
            self,
        )
        dialog.accepted.connect(partial(self._write, path))
        dialog.open()

    def _write(self, path: Path) -> None:
        self._agreed = path
        self._show_face(1)
        self.stop.setEnabled(True)
        self.stop.setFocus()
        paper = Paper(self.paper.value() or usual_paper())
        write = writing(self._opened, path, paper, self._file_begun.emit)
        if self.format.ending() == PDF:
            write = partial(export_summary, self._opened, path, paper)
        self.bar.setRange(0, 0)
        self.doing.hide()
        self._export = Export(write, self)
        self._export.progressed.connect(self._progressed)
        self._export.done.connect(self._done)
        self._export.failed.connect(self._failed)
        self._export.stopped.connect(self._stopped)
        self._export.start()

    def _cancel(self) -> None:
        if self._export is not None:
            self.stop.setEnabled(False)
            self._export.cancel()

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _tell_file(self, name: str, done: int, files: int) -> None:
        words = tr("{name}, file {number} of {files}")
        self.doing.setText(words.format(name=name, number=done + 1, files=files))
        show_if(self.doing, True)

    def _done(self, written: "Written") -> None:
        self._export = None
        self.written = written.path
        self.written_to.emit(written.path)
        self.where.setText(str(written.path))
        if written.undrawable:
            self.missing.setText(
                tr(
                    "No font on this computer can draw {characters}. A box stands in their place."
                ).format(characters=" ".join(written.undrawable))
            )
            self.missing.show()
        self._show_face(2)
        self.open_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._export = None
        self._show_face(0)
        self._refuse(sentence)

    def _stopped(self) -> None:
        self._export = None
        self._show_face(0)
        self.go.setFocus()

    def _open(self) -> None:
        if self.written is not None:
            self._show(self.written)

    def _show_in_folder(self) -> None:
        if self.written is not None:
            self._show(self.written.parent)

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            QApplication.clipboard().setText(str(path))
            self.missing.setText(
                tr("No program here opens it. Its path has been copied: {path}").format(path=path)
            )
            self.missing.show()

    def reject(self) -> None:
        """Escape cancels a running export first."""
        if self._export is not None:
            self._cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._export is not None:
            self._export.cancel()
            self._export.finish()
        super().closeEvent(event)
