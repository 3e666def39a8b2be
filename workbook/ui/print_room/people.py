"""Asks for whom something is printed: for so many people, or for these names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from workbook.catalogue import ntr, tr
from workbook.documents.wanted import MOST_PEOPLE
from workbook.model.guide import Option
from workbook.model.people import names_in
from workbook.operations.print_room import CannotPrint, read_names
from workbook.ui.settings import usual_folder
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.fields import GrowingText
from workbook.ui.widgets.forms import problem_label, say
from workbook.ui.widgets.number_field import NumberField

PLAIN, NAMED = "plain", "named"


class PeoplePart(QWidget):
    """How many people, or their names where the kind can bear them. `changed` tells of each change.

    Names are held here and in the memory of the program alone, never in a file of its own.
    """

    changed = Signal()

    def __init__(
        self, count: int, names: Sequence[str], theme: Theme, parent: QWidget, *, known: bool
    ) -> None:
        super().__init__(parent)
        self._first = count  # where `known`, as many as the session has
        self._can_name = True
        self._tried = bool(names)  # whether there ever was a name
        inside = column(self, gap=8)
        inside.addWidget(label(tr("For how many people"), "label"))
        both = [Option(PLAIN, tr("Without names")), Option(NAMED, tr("With names"))]
        words = tr("With or without names")
        self.named = ChoiceRow("", both, theme, name=words, joined=True, parent=self)
        self.named.set_value(PLAIN)
        self.named.chosen.connect(self._chosen)
        inside.addWidget(self.named)
        self.people = NumberField(tr("For how many people"), 1, MOST_PEOPLE, theme)
        self.people.set_value(count)
        self.people.changed.connect(self._numbered)
        inside.addWidget(self.people, 0, Qt.AlignmentFlag.AlignLeft)
        words = tr("As many as in this session.") if known else tr("A guess: give your number.")
        self.people_hint = label(words, "soft")
        inside.addWidget(self.people_hint)
        self.names = GrowingText("", tr("Names, one a line"), self, least=3, most=8)
        self.names.show_text("\n".join(names))
        self.names.typed.connect(self._typed)
        inside.addWidget(self.names)
        self.hint = label(
            tr("One name a line. They are kept until you quit, and in no file but those you save."),
            "soft",
        )
        inside.addWidget(self.hint)
        line = row()
        self.file_button = button(tr("From a file…"), "small")
        self.file_button.clicked.connect(self._choose_file)
        line.addWidget(self.file_button)
        self.counted = label("", "soft")
        line.addWidget(self.counted, 1)
        inside.addLayout(line)
        self.problem = problem_label()
        inside.addWidget(self.problem)
        self._count()

    # What is chosen

    @property
    def is_named(self) -> bool:
        """Whether it is printed for names."""
        return self._can_name and self.named.value() == NAMED

    @property
    def found(self) -> tuple[str, ...]:
        """The names that stand there; () where it is printed without."""
        return names_in(self.names.text()) if self.is_named else ()

    @property
    def waits(self) -> bool:
        """Whether names are still to be typed, and nothing is wrong yet."""
        return self.is_named and not self.found and not self._tried

    def wrong(self) -> str:
        """What is wrong, "" where nothing is."""
        if self.is_named:
            return "" if self.found or self.waits else tr("Please type at least one name.")
        words = tr("Please give a whole number, from 1 to {most}.").format(most=MOST_PEOPLE)
        return "" if self.people.value() else words

    def show_text(self, names: str) -> None:
        """Show names that were typed before."""
        self.names.show_text(names)
        self._count()

    def show_for(self, *, can_name: bool) -> None:
        """Show what belongs to a kind that can bear names, or to one that cannot."""
        self._can_name = can_name
        show_if(self.named, can_name)
        show_if(self.people, not self.is_named)
        self._show_hint()
        for part in (self.names, self.hint, self.file_button, self.counted):
            show_if(part, self.is_named)

    # What follows from it

    def _chosen(self, _mark: str, choice: str | None) -> None:
        if choice is None:  # one of the two there must be
            self.named.set_value(PLAIN)
        self.show_for(can_name=self._can_name)
        self.changed.emit()

    def _numbered(self) -> None:
        self._show_hint()
        self.changed.emit()

    def _show_hint(self) -> None:
        """Say where the number is from, as long as it is the one that stood there first."""
        show_if(self.people_hint, not self.is_named and self.people.value() == self._first)

    def _typed(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        names = len(names_in(self.names.text()))
        self._tried = self._tried or names > 0
        self.counted.setText(ntr("{n} name", "{n} names", names).format(n=names) if names else "")

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            tr("Names, one a line"),
            str(usual_folder()),
            tr("Text files (*.txt *.csv);;All files (*)"),
        )
        if chosen:
            self.take_names(Path(chosen))

    def take_names(self, path: Path) -> None:
        """Add the names of a file to those in the field, or say why that cannot be. Those that
        stand there stay, and are not added again; Undo takes back what was added.
        """
        try:
            names = read_names(path)
        except CannotPrint as error:
            say(self.problem, str(error))
            return
        old = names_in(self.names.text())
        new = [name for name in names if name not in old]
        cursor = QTextCursor(self.names.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        apart = "\n" if self.names.text() and not self.names.text().endswith("\n") else ""
        if new:
            cursor.insertText(apart + "\n".join(new))
        self._count()
        if old:
            words = ntr("{n} name, {new} of them new", "{n} names, {new} of them new", len(old))
            every = len(names_in(self.names.text()))
            self.counted.setText(words.format(n=every, new=len(new)))
        self.names.setFocus()
