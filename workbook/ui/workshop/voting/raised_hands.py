"""Takes raised hands while they are up: an open round by nature, and called so."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbook.catalogue import ntr, tr
from workbook.model.workshop import Ballot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, show_if
from workbook.ui.workshop.voting.answer_grid import AnswerGrid, PeopleField
from workbook.ui.workshop.voting.keys import CountsError
from workbook.ui.workshop.voting.mark_picker import MarkPicker
from workbook.ui.workshop.voting.message_line import message_line, say
from workbook.ui.workshop.workshop import RunningWorkshop


class _HandsGrid(AnswerGrid):
    """Larger than for counts, with a button beside each field."""

    columns = 4
    gap = 18

    def __init__(self, theme: Theme, panel: "HandsPanel") -> None:
        super().__init__(theme, panel)
        self._panel = panel

    def lay_out(self, cell: QWidget, field: PeopleField, *, beside: bool) -> None:
        line = row(cell, gap=6)
        name = label(field.choice.name, "strong", wrap=beside)
        if not beside:
            name.setMinimumWidth(self.theme.px(34))
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(name, 1 if beside else 0)
        if beside:
            field.setFixedWidth(self.theme.px(52))
        else:
            field.setMinimumWidth(self.theme.px(36))
        line.addWidget(field, 0 if beside else 1)
        more = button("+", "small")
        more.setFixedSize(self.theme.px(44), self.theme.px(36))
        more.setAccessibleName(tr("Add hands: {answer}").format(answer=field.choice.name))
        more.clicked.connect(partial(self._panel.take, field))
        field.entered.disconnect()
        field.entered.connect(partial(self._panel.take, field))
        line.addWidget(more)


class HandsPanel(QWidget):
    """A field and a button for each answer. The button takes as many hands as the field says, and
    one where it is empty, at once.
    """

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        inside = column(self, gap=8)
        self._offer = QWidget(self)
        offer = column(self._offer, gap=8)
        self._why = label("")
        offer.addWidget(self._why)
        line = row()
        self.open_button = button(tr("Make it an open round"))
        self.open_button.clicked.connect(self._make_open)
        line.addWidget(self.open_button)
        line.addStretch(1)
        offer.addLayout(line)
        inside.addWidget(self._offer)
        self._hands = QWidget(self)
        hands = column(self._hands, gap=8)
        self.picker = MarkPicker(theme, running, self._hands)
        self.picker.picked.connect(self._show_answers)
        hands.addWidget(self.picker)
        self.grid = _HandsGrid(theme, self)
        hands.addWidget(self.grid)
        self.message = message_line(_hint(), self._hands)
        hands.addWidget(self.message)
        inside.addWidget(self._hands)
        self.refresh()

    def stop(self) -> QWidget:
        """Where the keyboard belongs."""
        if not self._offer.isHidden():
            return self.open_button
        return self.grid.fields[0] if self.grid.fields else self

    def refresh(self) -> None:
        """Show the marks of the open round, or why hands can't be raised in it."""
        found = self._running.open
        secret = found is not None and found.secret
        show_if(self._offer, secret)
        show_if(self._hands, not secret)
        self.picker.refresh()
        if secret:
            self._show_offer(self._running.ballots.count())

    def unfinished(self) -> str:
        """What is still to be done before the round can be closed, "" for nothing."""
        if self._hands.isHidden() or not self.grid.written:
            return ""
        return tr("Some hands are written and not taken yet. Take them, or empty the fields.")

    def show_count(self, counted: int) -> None:
        """Show how many have answered the mark, or at all where hands can't be raised."""
        if self._running.open is not None and self._running.open.secret:
            self._show_offer(counted)
        else:
            self.picker.show_count()

    def _show_offer(self, counted: int) -> None:
        begun = counted > 0
        words = tr("Everyone sees who raises a hand, so hands need an open round.")
        if begun:
            words += " " + tr("This one has secret ballots already, so it stays secret.")
        self._why.setText(words)
        show_if(self.open_button, not begun)

    def _make_open(self) -> None:
        self._running.set_secret(False)

    def _show_answers(self) -> None:
        self.grid.show_answers(self.picker.choices)
        say(self.message, _hint())

    def take(self, field: PeopleField) -> None:
        """Take the hands that a field says, one where it is empty."""
        spot = self.picker.spot
        if spot is None:
            return
        try:
            people = field.people() if field.text().strip() else 1
        except CountsError as error:
            field.setFocus()
            say(self.message, str(error), problem=True)
            return
        if people and not self._running.ballots.take({Ballot.of({spot: field.choice.id}): people}):
            return
        field.setText("")  # and no Undo brings it back
        if people:
            say(self.message, ntr("{n} hand.", "{n} hands.", people).format(n=people))


def _hint() -> str:
    return tr("“+” takes as many hands as you wrote, one where you wrote none.")
