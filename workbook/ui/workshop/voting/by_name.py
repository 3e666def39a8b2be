"""Takes answers down by name, in a round that is not secret: people by what they are asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbook.catalogue import tr
from workbook.ui.dialogs.faces import buttons_line
from workbook.ui.dialogs.wide import WideDialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, set_kind
from workbook.ui.workshop.voting.cells_view import CellsView
from workbook.ui.workshop.voting.keys import keys_words
from workbook.ui.workshop.voting.names_model import NamesModel
from workbook.ui.workshop.workshop import RunningWorkshop

_WIDE, _HIGH = 900, 640


class NameGrid(WideDialog):
    """A table of the people in the room. Every answer is stored as soon as it is keyed."""

    def __init__(self, theme: Theme, running: RunningWorkshop, window: QWidget) -> None:
        super().__init__(tr("Answers by name"), theme, window, wide=_WIDE, high=_HIGH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._running = running
        self._round = running.open.id if running.open else None
        self._warned = False  # that something typed is no answer
        self.cells: CellsView | None = None
        self.problem: QLabel | None = None
        self.inside.addWidget(label(tr("Answers by name"), "heading"))
        self._table = QWidget(self)
        self.inside.addWidget(self._table, 1)
        self._told = label("")
        self.inside.addWidget(self._told)
        self.inside.addSpacing(6)
        self.done_button = button(tr("Done"), "primary")
        self.done_button.clicked.connect(self.reject)
        self.inside.addLayout(buttons_line(self.done_button))
        reason = _why_not(running)
        if reason:
            self._refuse(reason)
        else:
            self._fill()
        running.changed.connect(self._look)
        running.moved.connect(self._look)

    def _refuse(self, reason: str) -> None:
        self.spread = False
        self._table.hide()
        self._told.setText(reason)
        self._told.show()
        self.done_button.setText(tr("Close"))
        self.done_button.setAccessibleName(tr("Close"))
        self.done_button.setDefault(True)
        self.done_button.setFocus()
        if self.isVisible():
            self.fit()

    def _fill(self) -> None:
        found = self._running.open
        if found is None:
            raise ValueError("there is no open round")
        self.spread = True
        self._told.hide()
        inside = column(self._table, gap=8)
        inside.addWidget(label(_kept_words(keep=self._running.setup.keep_names), "soft"))
        self._legend = label("", "label")
        inside.addWidget(self._legend)
        self.model = NamesModel(self.theme, self._running, found.id, self)
        self.cells = CellsView(self.theme, self.model, self._table)
        self.cells.moved.connect(self._moved)
        self.cells.keyed.connect(self._keyed)
        inside.addWidget(self.cells, 1)
        self.problem = label("", "small")
        inside.addWidget(self.problem)
        self.cells.setCurrentIndex(self.model.index(0, 0))
        self.cells.setFocus()
        self._moved()

    # What is said

    def _moved(self) -> None:
        """Say what can be keyed in this cell."""
        if self.cells is None:
            return
        index = self.cells.currentIndex()
        keys = keys_words(self.model.answers(index.column()))
        title = self.model.titles[index.column()]
        # Translators: what is asked in a column, and the keys that answer it.
        self._legend.setText(tr("{question} – {keys}").format(question=title, keys=keys))
        self._keyed(not self.model.typed(index))

    def _keyed(self, fits: bool) -> None:
        if self.cells is None:
            return
        self._warned = False
        index = self.cells.currentIndex()
        if fits:
            self._say(tr("Enter goes on, arrow keys go anywhere, Delete empties a cell."))
            return
        sentence = tr("“{typed}” is no answer here, so it is not stored: {keys}.")
        keys = keys_words(self.model.answers(index.column()))
        self._say(sentence.format(typed=self.model.typed(index), keys=keys), problem=True)

    def _say(self, sentence: str, *, problem: bool = False) -> None:
        if self.problem is None:
            return
        self.problem.setText(sentence)
        kind = "danger" if problem else "small"
        set_kind(self.problem, kind)

    # Ending

    def _look(self) -> None:
        """Whether the round for which this was opened still takes names."""
        found = self._running.open
        if found is None or found.id != self._round:
            self._refuse(tr("This round is closed. What was keyed before is in it."))
        elif found.secret:
            self._refuse(_why_not(self._running))

    def reject(self) -> None:
        """What is no answer yet is shown once before it is left."""
        wrong = None if self.cells is None or not self.spread else self.model.first_wrong()
        if wrong is None or self.cells is None or self._warned:
            super().reject()
            return
        self.cells.setCurrentIndex(wrong)
        self.cells.setFocus()
        self._warned = True
        sentence = tr("“{typed}” is no answer and not stored. Mend it, or leave once more.")
        self._say(sentence.format(typed=self.model.typed(wrong)), problem=True)


def _why_not(running: RunningWorkshop) -> str:
    """Why nothing can be taken down by name now, "" where it can."""
    if running.open is None:
        return tr("No round is open.")
    if running.open.secret:
        return tr(
            "This round is secret, so no answer is taken down with a name. Before anybody has"
            " answered, it can be made an open one."
        )
    if not running.setup.names:
        return tr("No names are written down yet. They are a part of the workshop’s set-up.")
    return ""


def _kept_words(*, keep: bool) -> str:
    if keep:
        return tr("These answers are kept with the names, as the group wants it.")
    return tr("These answers stay with the names until the workshop ends; then only counts stay.")
