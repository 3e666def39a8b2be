"""Takes in answers that were collected elsewhere: a file, what its columns mean, then at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbook.catalogue import ntr, tr
from workbook.catalogue.spots import spot_title
from workbook.operations.importing import (
    Columns,
    Imported,
    ImportProblem,
    Sheet,
    Unreadable,
    guess_columns,
    read_ballots,
    read_sheet,
)
from workbook.ui.dialogs.background import Background
from workbook.ui.dialogs.faces import Faces, Progress, buttons_line, end_with
from workbook.ui.dialogs.wide import WideDialog
from workbook.ui.settings import Settings, usual_folder
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, clear, column, label
from workbook.ui.widgets.forms import problem_label, say
from workbook.ui.workshop.dialogs.import_preview import Preview, column_name
from workbook.ui.workshop.workshop import RunningWorkshop

_WIDE, _HIGH = 940, 690
_FOLDER = "import_folder"  # the setting that holds the folder chosen last
_MOST = 500  # lines of what was not taken; who has more mends the file first

_ASK, _READING, _MAP, _DONE = range(4)


class ImportDialog(WideDialog):
    """Four faces: which file, reading it, what its columns mean, what was taken in.

    Nothing goes into the box before it is said so on the third.
    """

    def __init__(
        self, theme: Theme, running: RunningWorkshop, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(tr("Answers from a file"), theme, window, wide=_WIDE, high=_HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._running, self._settings = running, settings
        self._round = running.open
        self._reader = Background(ImportProblem, self)
        self._reader.done.connect(self._read)
        self._reader.failed.connect(self._failed)
        self._counter = Background(ImportProblem, self)
        self._counter.done.connect(self._counted)
        self._counter.failed.connect(self._not_counted)
        self._sheet: Sheet | None = None
        self.imported: Imported | None = None
        self.preview: Preview | None = None
        self._faces = Faces(self, 4)
        self._lay_out_asking(self._faces.begin(_ASK, tr("Answers from a file")))
        self.progress = Progress(self._faces, _READING, tr("Reading the file…"))
        self.progress.stop.clicked.connect(self._stop)
        words = tr("What does each column answer?")
        self._lay_out_columns(self._faces.begin(_MAP, words, gap=8))
        self._lay_out_done(self._faces.begin(_DONE))
        self._show_face(_ASK)
        running.changed.connect(self._look)
        running.moved.connect(self._look)
        self._look()

    # Faces

    def _show_face(self, number: int) -> None:
        self.spread = number == _MAP
        self._faces.show(number)
        if self.isVisible():
            self.fit()

    def _lay_out_asking(self, inside: QVBoxLayout) -> None:
        inside.addWidget(
            label(
                tr(
                    "A CSV file as Google Forms, Microsoft Forms and LimeSurvey export it. Names,"
                    " addresses and times in it are never taken."
                )
            )
        )
        self.problem = problem_label()
        inside.addWidget(self.problem)
        self.choose_button = button(tr("Choose a file…"), "primary")
        self.choose_button.setDefault(True)
        self.choose_button.clicked.connect(self._choose)
        end_with(inside, self._cancel_button(), self.choose_button)

    def _cancel_button(self) -> QPushButton:
        made = button(tr("Cancel"))
        made.clicked.connect(self.reject)
        return made

    def _lay_out_columns(self, inside: QVBoxLayout) -> None:
        inside.addWidget(
            label(tr("These are the first rows. Choose above each column what it is."), "soft")
        )
        self._place = column()
        inside.addLayout(self._place)
        self.outcome = label("", "strong")
        inside.addWidget(self.outcome)
        self.left_out = QPlainTextEdit()
        self.left_out.setReadOnly(True)
        self.left_out.setTabChangesFocus(True)
        self.left_out.setAccessibleName(tr("What is not taken, and why"))
        self.left_out.setMinimumHeight(self.theme.px(64))
        inside.addWidget(self.left_out, 1)
        self.copy_button = button(tr("Copy this list"))
        self.copy_button.clicked.connect(self._copy)
        self.other_button = button(tr("Another file…"))
        self.other_button.clicked.connect(self._choose)
        self.take_button = button("", "primary")
        self.take_button.clicked.connect(self._take)
        buttons = self.other_button, self._cancel_button(), self.take_button
        inside.addLayout(buttons_line(*buttons, at_left=self.copy_button))

    def _lay_out_done(self, inside: QVBoxLayout) -> None:
        self.taken = label("", "heading")
        inside.addWidget(self.taken)
        self._after = label(
            tr("While the round is open, “Undo the last” takes all of them back at once.")
        )
        inside.addWidget(self._after)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        end_with(inside, self.close_button)

    # The file

    def _choose(self) -> None:
        kept = Path(self._settings.text(_FOLDER) or "")
        folder = kept if kept.is_absolute() and kept.is_dir() else usual_folder()
        names = tr("CSV files (*.csv *.tsv *.txt)") + ";;" + tr("All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a file of answers"), str(folder), names
        )
        if chosen:
            self._settings.set_text(_FOLDER, str(Path(chosen).parent))
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file on another thread; what its columns mean is asked next."""
        if self._round is None:
            return
        self.problem.hide()
        self._counter.drop()
        self._show_face(_READING)
        self.progress.begin()
        guide, questions = self._running.guide, self._round.questions

        def work() -> tuple[Sheet, Columns]:
            sheet = read_sheet(path)
            return sheet, guess_columns(guide, questions, sheet)

        self._reader.run(work)

    def _stop(self) -> None:
        self._reader.drop()
        self._show_face(_ASK)
        self.choose_button.setFocus()

    def _failed(self, sentence: str) -> None:
        self._show_face(_ASK)
        say(self.problem, sentence)
        self.choose_button.setFocus()

    def _read(self, found: tuple[Sheet, Columns]) -> None:
        self._sheet, columns = found
        running = self._running
        clear(self._place)
        self.preview = Preview(
            self.theme,
            self._sheet,
            columns,
            [(spot, spot_title(running.guide, spot)) for spot in running.ballots.spots()],
            self,
            slips=running.setup.slips,
        )
        self.preview.chosen.connect(self._count)
        self._place.addWidget(self.preview)
        QTimer.singleShot(0, self, self._show_map)  # bit by bit: the window goes on meanwhile

    def _show_map(self) -> None:
        if self.preview is None or not self._faces.shows(_READING):
            return  # stopped in between
        self.outcome.setText(tr("Counting…"))
        self.left_out.setPlainText("")
        self._show_take(0)
        self._show_face(_MAP)
        first = next(iter(self.preview.boxes.values()), None)
        if first is not None:
            first.setFocus()
        QTimer.singleShot(0, self, self._count)

    # What comes of it

    def _count(self) -> None:
        """Count again, with what the columns mean now."""
        self.imported = None
        self._show_take(0)
        if self._sheet is None or self.preview is None or self._round is None:
            return
        job = partial(read_ballots, self._running.guide, self._round.questions, self._sheet)
        self._counter.run(partial(job, dict(self.preview.spots), self.preview.slips))

    def _counted(self, imported: Imported) -> None:
        self.imported = imported
        number = imported.ballots.total()
        words = ntr(
            "{n} ballot comes of this file.", "{n} ballots come of this file.", number
        ).format(n=number)
        if imported.empty:
            empty = ntr(
                "{n} row holds no answer.", "{n} rows hold no answer.", imported.empty
            ).format(n=imported.empty)
            words = f"{words} {empty}"
        self.outcome.setText(words)
        lines = self._lines(imported)
        self.left_out.setPlainText("\n".join(lines) or tr("Everything in it could be read."))
        self.copy_button.setEnabled(bool(lines))
        self._show_take(number)

    def _not_counted(self, sentence: str) -> None:
        self.outcome.setText(sentence)

    def _show_take(self, number: int) -> None:
        words = tr("Take in the ballots")
        if number:
            words = ntr("Take in {n} ballot", "Take in {n} ballots", number).format(n=number)
        self.take_button.setText(words)
        self.take_button.setAccessibleName(words)
        self.take_button.setEnabled(number > 0)

    def _lines(self, imported: Imported) -> list[str]:
        """What was not taken, a line each: cells first, then columns."""
        lines = []
        for each in imported.unreadable[:_MOST]:
            if each.column or each.cell:
                # Translators: a cell that could not be read: its row, header, text, and why.
                line = tr("{row}, “{header}”, “{cell}”: {reason}")
            else:
                line = tr("{row}: {reason}")
            lines.append(
                line.format(
                    row=_row_words(each), header=each.column, cell=each.cell, reason=each.reason
                )
            )
        more = len(imported.unreadable) - len(lines)
        if more > 0:
            words = ntr("… and {n} cell more", "… and {n} cells more", more)
            lines.append(words.format(n=more))
        if self._sheet is not None:
            for column_ in imported.unmapped:
                header = column_name(self._sheet, column_.index)
                line = tr("Column “{header}”: {reason}")
                lines.append(line.format(header=header, reason=column_.reason))
        return lines

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.left_out.toPlainText())

    # Taking it in

    def _take(self) -> None:
        imported = self.imported
        if imported is None or self._over() or not self._running.ballots.take(imported.ballots):
            return
        self.imported = None
        number = imported.ballots.total()
        words = ntr("{n} ballot taken in", "{n} ballots taken in", number)
        self.taken.setText(words.format(n=number))
        self._show_face(_DONE)
        self.close_button.setFocus()

    def _over(self) -> bool:
        """Whether the round for which this was opened takes no more ballots."""
        found = self._running.open
        return found is None or self._round is None or found.id != self._round.id

    def _look(self) -> None:
        if not self._over():
            return
        self._reader.drop()
        self._counter.drop()
        if not self._faces.shows(_DONE):
            self.taken.setText(tr("This round is closed"))
            if self._round is None:
                self.taken.setText(tr("No round is open"))
            self._after.setText(tr("It takes no ballots, so nothing was taken from a file."))
            self._show_face(_DONE)

    # Leaving

    def done(self, result: int) -> None:
        """Closing drops what is being read."""
        self._end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self._reader.close()
        self._counter.close()


def _row_words(found: Unreadable) -> str:
    """The row as a spreadsheet shows it, and the line of the file where that is another one."""
    if found.row == found.line:
        return tr("Row {row}").format(row=found.row)
    return tr("Row {row} (line {line} of the file)").format(row=found.row, line=found.line)
