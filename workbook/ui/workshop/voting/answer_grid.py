"""A grid with one field for each answer to a mark: how many people gave it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbook.catalogue import tr
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import clear, column, label, row
from workbook.ui.widgets.fields import PAGE_KEYS
from workbook.ui.workshop.voting.keys import Choice, CountsError, is_numbers, read_people

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORDED = 2  # columns where answers have words
_FIELD = 64  # pixels before enlarging, beside words


class PeopleField(QLineEdit):
    """How many people gave one answer; Enter hands it on."""

    entered = Signal()

    def __init__(self, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setMaxLength(8)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(tr("How many: {answer}").format(answer=choice.name))

    def people(self) -> int:
        """What stands in it, 0 where nothing does; CountsError where that is no number."""
        return read_people(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        else:
            super().keyPressEvent(event)


class AnswerGrid(QWidget):
    """Fields for the answers to one mark: numbers in a few rows, words beside their field.

    Enter goes from field to field; `done` tells of it in the last.
    """

    done = Signal()
    columns = 6  # where answers are numbers, at most
    gap = 10  # pixels between two columns

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.fields: list[PeopleField] = []
        self._cells: list[QWidget] = []
        self._most = self._placed = 0  # columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self.gap)
        self._grid.setVerticalSpacing(8)

    def show_answers(self, among: Sequence[Choice]) -> None:
        """Show an empty field for each of these answers."""
        clear(self._grid)
        self.fields, self._cells = [], []
        numbers = is_numbers(among)
        for choice in among:
            cell = QWidget(self)
            field = PeopleField(choice, cell)
            field.entered.connect(self._entered)
            self.fields.append(field)
            self._cells.append(cell)
            self.lay_out(cell, field, beside=not numbers)
        self._most, self._placed = (self.columns if numbers else _WORDED), 0
        self._place()

    def _place(self) -> None:
        """Put the cells into as many columns as there is room for."""
        columns = self._most
        while columns > 1 and self._needed(columns) > self.width():
            columns -= 1
        if columns == self._placed:
            return
        self._placed = columns
        for at, cell in enumerate(self._cells):
            self._grid.removeWidget(cell)
            self._grid.addWidget(cell, at // columns, at % columns)
        for at in range(self._most):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _needed(self, columns: int) -> int:
        widest = max((cell.minimumSizeHint().width() for cell in self._cells), default=0)
        return columns * widest + (columns - 1) * self.gap

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def lay_out(self, cell: QWidget, field: PeopleField, *, beside: bool) -> None:
        """Put a field and the name of its answer into a cell."""
        if beside:
            field.setFixedWidth(self.theme.px(_FIELD))
            line = row(cell, gap=8)
            line.addWidget(field)
            line.addWidget(label(field.choice.name, "small"), 1)
        else:
            inside = column(cell, gap=1)
            name = label(field.choice.name, "small", wrap=False)
            inside.addWidget(name, 0, Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(field)

    @property
    def written(self) -> bool:
        """Whether anything stands in a field."""
        return any(field.text().strip() for field in self.fields)

    def counts(self) -> Counter[str]:
        """The people at each answer; CountsError where a field holds no number, which then has
        the focus.
        """
        found = Counter[str]()
        for field in self.fields:
            try:
                found[field.choice.id] = field.people()
            except CountsError:
                field.setFocus()
                raise
        return +found

    def empty(self) -> None:
        """Empty all fields."""
        for field in self.fields:
            field.setText("")  # not clear(), which Undo would take back

    def _entered(self) -> None:
        field = self.sender()
        at = next((i for i, each in enumerate(self.fields, 1) if each is field), 0)
        if at < len(self.fields):
            self.fields[at].setFocus()
            self.fields[at].selectAll()
        else:
            self.done.emit()
