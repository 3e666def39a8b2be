"""Asks where a session should go and as what, writes it with progress, and opens it afterwards."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workbook.catalogue import tr
from workbook.documents.wanted import Wanted
from workbook.model.guide import Option
from workbook.model.paper import Paper
from workbook.operations.print_room import Handout, make
from workbook.readings.findings import Findings
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.dialogs.export_job import Export
from workbook.ui.dialogs.faces import Faces, Progress, end_with
from workbook.ui.dialogs.files import LONGEST, free_file, open_file
from workbook.ui.dialogs.formats import FOLDER, PDF, FormatChoice, formats, writing
from workbook.ui.settings import usual_folder, usual_paper
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label, row, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.forms import problem_label, say

if TYPE_CHECKING:
    from workbook.printing.pages.pdf import Written

_ASK, _WRITING, _DONE = range(3)


class ExportDialog(Dialog):
    """Three faces: what to write, how far it is, and what now. `written_to` gives the file.

    A file that is there already is replaced only by who said so, here or in the system's dialog.
    """

    written_to = Signal(object)  # Path
    _file_begun = Signal(str, int, int)  # on the thread that writes

    def __init__(
        self, found: Findings, theme: Theme, folder: Path | None, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Export"), parent)
        self._found = found
        self._export: Export | None = None
        self.written: Path | None = None
        self._agreed: Path | None = None  # the file that may be replaced
        self._faces = Faces(self, 3)
        path = free_file(folder or usual_folder(), found.session.name)
        self._lay_out_asking(self._faces.begin(_ASK, tr("Export")), theme, path)
        self.progress = Progress(self._faces, _WRITING, tr("Writing…"))
        self.progress.stop.clicked.connect(self._cancel)
        self._lay_out_done(self._faces.begin(_DONE, tr("It is written")))
        self._file_begun.connect(self._tell_file)
        self._faces.show(_ASK)

    def _lay_out_asking(self, inside: QVBoxLayout, theme: Theme, path: Path) -> None:
        inside.addWidget(label(tr("Format"), "label"))
        self.format = FormatChoice()
        self.format.currentIndexChanged.connect(self._format_chosen)
        inside.addWidget(self.format, 0, Qt.AlignmentFlag.AlignLeft)
        self._line = label(self.format.line(), "soft")
        inside.addWidget(self._line)
        self._paper_label = label(tr("Paper"), "label")
        inside.addWidget(self._paper_label)
        papers = [Option(Paper.A4.value, tr("A4")), Option(Paper.LETTER.value, tr("Letter"))]
        self.paper = ChoiceRow("", papers, theme, name=tr("Paper"), joined=True, parent=self)
        self.paper.set_value(usual_paper().value)
        self.paper.chosen.connect(self._paper_chosen)
        inside.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self._file_label = label(tr("File"), "label")
        inside.addWidget(self._file_label)
        inside.addLayout(self._file_line(path))
        self.problem = problem_label()
        inside.addWidget(self.problem)
        cancel = button(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = button(tr("Export"), "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._start)
        end_with(inside, cancel, self.go)

    def _file_line(self, path: Path) -> QHBoxLayout:
        line = row()
        self.file = QLineEdit(str(path))
        self.file.setAccessibleName(tr("File"))
        line.addWidget(self.file, 1)
        choose = button(tr("Choose…"))
        choose.clicked.connect(self._choose)
        line.addWidget(choose)
        return line

    def _lay_out_done(self, inside: QVBoxLayout) -> None:
        self.where = label("", "soft")
        inside.addWidget(self.where)
        self.missing = label("", "warn")
        self.missing.hide()
        inside.addWidget(self.missing)
        self.show_folder = button(tr("Show in folder"))
        self.show_folder.clicked.connect(self._show_in_folder)
        close = button(tr("Close"))
        close.clicked.connect(self.accept)
        self.open_button = button(tr("Open"), "primary")
        self.open_button.clicked.connect(self._open)
        end_with(inside, close, self.open_button, at_left=self.show_folder)

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
        name = self._found.session.name
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
                self.file.setText(str(free_file(Path(chosen), self._found.session.name, FOLDER)))
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
            path = free_file(path, self._found.session.name, ending)
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
        say(self.problem, sentence)
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
        self._faces.show(_WRITING)
        self.progress.begin()
        paper = Paper(self.paper.value() or usual_paper())
        write = writing(self._found, path, paper, self._file_begun.emit)
        if self.format.ending() == PDF:
            wanted = Wanted(self._found.guide, self._found, paper=paper)
            write = partial(make, Handout.SUMMARY, wanted, path)
        self._export = Export(write, self)
        self._export.progressed.connect(self.progress.show_done)
        self._export.done.connect(self._done)
        self._export.failed.connect(self._failed)
        self._export.stopped.connect(self._stopped)
        self._export.start()

    def _cancel(self) -> None:
        if self._export is not None:
            self.progress.stop.setEnabled(False)
            self._export.cancel()

    def _tell_file(self, name: str, done: int, files: int) -> None:
        words = tr("{name}, file {number} of {files}")
        self.progress.say(words.format(name=name, number=done + 1, files=files))

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
        self._faces.show(_DONE)
        self.open_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._export = None
        self._faces.show(_ASK)
        self._refuse(sentence)

    def _stopped(self) -> None:
        self._export = None
        self._faces.show(_ASK)
        self.go.setFocus()

    def _open(self) -> None:
        if self.written is not None:
            self._show(self.written)

    def _show_in_folder(self) -> None:
        if self.written is not None:
            self._show(self.written.parent)

    def _show(self, path: Path) -> None:
        if sentence := open_file(path):
            self.missing.setText(sentence)
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
