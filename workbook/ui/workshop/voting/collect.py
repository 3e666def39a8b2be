"""Collects the answers of a round in the cockpit: opens it, takes them in, shows only how many."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.rounds import round_name, round_words, secret_words
from workbook.model.guide import Step
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, show_if
from workbook.ui.workshop.voting.collect_panels import CollectPanels
from workbook.ui.workshop.voting.count_label import CountLabel
from workbook.ui.workshop.voting.opening import Opening
from workbook.ui.workshop.workshop import RunningWorkshop


class CollectCard(QFrame):
    """Opens a round of a step, then takes its answers in, several ways at
    once. Nobody sees more of them than their number, the facilitator neither.
    """

    def __init__(self, theme: Theme, running: RunningWorkshop, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Collecting answers"))
        self._theme, self._running, self._step = theme, running, step
        inside = column(self, margins=(20, 14, 20, 14), gap=0)
        self.opening = Opening(theme, running, self)
        self.opening.opened.connect(self._open)
        inside.addWidget(self.opening)
        self._collecting = QWidget(self)
        self._collecting.hide()
        inside.addWidget(self._collecting)
        collecting = column(self._collecting, gap=10)
        collecting.addWidget(self._make_head())
        self.panels = CollectPanels(theme, running, self._collecting)
        self.panels.chosen.connect(self._show_kind)
        collecting.addWidget(self.panels)
        collecting.addWidget(self._make_foot())
        running.changed.connect(self.refresh)
        running.moved.connect(self.refresh)
        running.counted.connect(self._counted)
        self.refresh()

    def _make_head(self) -> QWidget:
        head = QWidget(self._collecting)
        line = row(head, gap=10)
        words = column(gap=1)
        line.addLayout(words, 1)
        self._title = label("", "name", wrap=False)
        words.addWidget(self._title)
        self._kind = label("", "soft")
        words.addWidget(self._kind)
        self._more = label("", "warn")
        words.addWidget(self._more)
        self.count = CountLabel(self._theme, head)
        line.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget(self._collecting)
        line = row(foot, gap=8)
        self.undo_button = button(tr("Undo the last"))
        self.undo_button.clicked.connect(self._undo)
        line.addWidget(self.undo_button)
        self.void_button = button(tr("Void…"), "quiet")
        self.void_button.clicked.connect(partial(self._running.asked.emit, "void"))
        line.addWidget(self.void_button)
        line.addStretch(1)
        self.secret_button = button("", "quiet")
        self.secret_button.clicked.connect(self._toggle_secrecy)
        line.addWidget(self.secret_button)
        self.close_button = button(tr("Close the round"))
        self.close_button.clicked.connect(self._close)
        line.addWidget(self.close_button)
        return foot

    def refresh(self) -> None:
        """Show the round that is open, or what the next one would be."""
        running = self._running
        if running.step is not self._step:
            return
        found = running.open
        # Asked before anything is hidden: the keyboard then goes wherever Qt finds a place for it.
        begins = self._collecting.isHidden() and not _writing()
        show_if(self._collecting, found is not None)
        show_if(self.opening, found is None)
        self.panels.refresh()
        if found is None:
            self.opening.refresh()
            return
        self._title.setText(round_name(found.id.number))
        self._show_kind()
        self._show_count()
        if begins:
            self.panels.current.stop().setFocus()

    def _counted(self) -> None:
        if self._running.step is self._step:
            self.count.light()
            self._show_count()

    def _show_kind(self) -> None:
        found = self._running.open
        if found is not None:
            hands = self.panels.current is self.panels.hands
            self._kind.setText(secret_words(found, hands=hands))

    def _show_count(self) -> None:
        running = self._running
        found = running.open
        if running.step is not self._step or found is None:
            return
        counted, people = running.ballots.count(), running.setup.people
        self.count.show_count(
            counted, people, round_words(found, counted, people, running.ballots.fewest())
        )
        self._show_more(counted, people)
        self.undo_button.setEnabled(running.ballots.can_take_back)
        show_if(self.secret_button, counted == 0)
        if counted == 0:
            words = tr("Make it an open round") if found.secret else tr("Make it secret")
            self.secret_button.setText(words)
            self.secret_button.setAccessibleName(words)
        self.panels.show_count(counted)

    def _show_more(self, counted: int, people: int) -> None:
        more = 0 < people < counted
        show_if(self._more, more)
        if more:
            words = ntr(
                "{n} answer more than people. Did somebody come late, or was a slip keyed twice?",
                "{n} answers more than people. Did somebody come late, or was a slip keyed twice?",
                counted - people,
            )
            self._more.setText(words.format(n=counted - people))

    def _open(self, secret: bool) -> None:
        self._running.open_round(secret=secret)

    def _close(self) -> None:
        if self.panels.finished():
            self._running.asked.emit("close")

    def _undo(self) -> None:
        self._running.ballots.take_back()

    def _toggle_secrecy(self) -> None:
        found = self._running.open
        if found is not None:
            self._running.set_secret(not found.secret)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._running.open is not None and not _writing():
            self.panels.current.stop().setFocus()


def _writing() -> bool:
    """Whether the facilitator is writing somewhere: then the keyboard stays there."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
