"""Takes counts of a pile or of a big room, one mark at a time: how many gave which answer."""

from collections import Counter

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbook.catalogue import ntr, tr
from workbook.model.workshop import Ballot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, row
from workbook.ui.widgets.fields import PAGE_KEYS
from workbook.ui.workshop.voting.answer_grid import AnswerGrid
from workbook.ui.workshop.voting.keys import CountsError, read_counts
from workbook.ui.workshop.voting.mark_picker import MarkPicker
from workbook.ui.workshop.voting.message_line import message_line, say
from workbook.ui.workshop.workshop import RunningWorkshop


class _CountsLine(QLineEdit):
    """Counts as text; Page Up and Page Down are left to the page, a list may be pasted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CountsPanel(QWidget):
    """A field for each answer, or a line of text; both are taken together, then emptied."""

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        inside = column(self, gap=8)
        self.picker = MarkPicker(theme, running, self)
        self.picker.picked.connect(self._show_answers)
        inside.addWidget(self.picker)
        self.grid = AnswerGrid(theme, self)
        self.grid.done.connect(self._to_button)
        inside.addWidget(self.grid)
        line = row(gap=8)
        self.line = _CountsLine(self)
        self.line.setAccessibleName(tr("Counts as text"))
        self.line.setPlaceholderText(tr("or as text: 3: 47, 4: 12"))
        self.line.returnPressed.connect(self.add)
        line.addWidget(self.line, 1)
        self.add_button = button(tr("Add these counts"))
        self.add_button.clicked.connect(self.add)
        line.addWidget(self.add_button)
        inside.addLayout(line)
        self.message = message_line("", self)
        inside.addWidget(self.message)
        self.refresh()

    def stop(self) -> QWidget:
        """Where the keyboard belongs."""
        return self.grid.fields[0] if self.grid.fields else self.line

    def refresh(self) -> None:
        """Show the marks of the round that is open."""
        self.picker.refresh()

    def unfinished(self) -> str:
        """What is still to be done before the round can be closed, "" for nothing."""
        if not (self.grid.written or self.line.text().strip()):
            return ""
        return tr("Some counts are written and not added yet. Add them, or empty the fields.")

    def show_count(self) -> None:
        """Show how many have answered the mark."""
        self.picker.show_count()

    def add(self) -> None:
        """Take all that the fields and the line say, or say what can't be read; then nothing is
        taken and nothing lost.
        """
        spot = self.picker.spot
        if spot is None:
            return
        try:
            counts = self.grid.counts() + self._of_line()
        except CountsError as error:
            say(self.message, str(error), problem=True)
            return
        if not counts:
            say(self.message, tr("Write how many gave each answer first."), problem=True)
            return
        ballots = {Ballot.of({spot: choice}): n for choice, n in sorted(counts.items())}
        if not self._running.ballots.take(ballots):
            return
        self.grid.empty()
        self.line.setText("")  # and no Undo brings it back
        added = ntr("{n} answer added.", "{n} answers added.", counts.total())
        say(self.message, added.format(n=counts.total()))
        self.stop().setFocus()

    def _of_line(self) -> Counter[str]:
        try:
            return read_counts(self.line.text(), self.picker.choices)
        except CountsError:
            self.line.setFocus()
            raise

    def _show_answers(self) -> None:
        self.grid.show_answers(self.picker.choices)
        self.line.setText("")
        say(self.message, "")

    def _to_button(self) -> None:
        self.add_button.setFocus()
