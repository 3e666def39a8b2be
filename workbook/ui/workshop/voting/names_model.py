"""What people answer by name in an open round, as a table: a row a person, a column a spot."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbook.catalogue import tr
from workbook.catalogue.spots import spot_title
from workbook.model.answers import Key, Value
from workbook.model.guide import PASS
from workbook.model.marks import is_number, takes_at
from workbook.model.workshop import Person, RoundId, Spot
from workbook.ui.theme import Theme
from workbook.ui.workshop.voting.keys import Choice, choices
from workbook.ui.workshop.workshop import RunningWorkshop

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_LEAST = 2  # letters with which the words of an answer begin, so that they mean it


class NamesModel(QAbstractTableModel):
    """Reads and writes through the workshop; stored nowhere else is text that is no answer."""

    def __init__(
        self, theme: Theme, running: RunningWorkshop, round_id: RoundId, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._running, self._round = theme, running, round_id
        self.people: tuple[Person, ...] = running.setup.names
        self.spots: tuple[Spot, ...] = running.ballots.spots()
        questions = running.guide.questions
        self.titles = tuple(spot_title(running.guide, spot) for spot in self.spots)
        self._choices = [choices(questions[spot.question], spot.mark) for spot in self.spots]
        self._typed: dict[tuple[int, int], str] = {}  # what was typed and is no answer

    # What is answered

    def value(self, index: Index) -> Value | None:
        """What is stored of a cell."""
        return self._running.document.answers.get(self._key(index))

    def _key(self, index: Index) -> Key:
        spot, person = self.spots[index.column()], self.people[index.row()]
        return Key(spot.question, spot.mark, self._round.number, person.id)

    def answers(self, column: int) -> tuple[Choice, ...]:
        """What can be answered in a column."""
        return self._choices[column]

    def type_in(self, index: Index, text: str, before: Value | None) -> bool:
        """Take in what is typed so far; where it is no answer, what was there before stays stored
        and False is returned.
        """
        at = (index.row(), index.column())
        self._typed.pop(at, None)
        value: Value | None = None
        if text.strip():
            choice = _meant(self._choices[index.column()], text)
            if choice is None:
                self._typed[at] = text
                value = before
            else:
                value = self._as_value(index.column(), choice)
        self._put(index, value)
        self.dataChanged.emit(index, index)
        return at not in self._typed

    def _as_value(self, column: int, choice: Choice) -> Value:
        spot = self.spots[column]
        takes = takes_at(self._running.guide.questions[spot.question], spot.mark)
        number = takes is not None and is_number(takes)
        return int(choice.id) if number and not choice.is_pass else choice.id

    def _put(self, index: Index, value: Value | None) -> None:
        if self.value(index) != value:
            spot, person = self.spots[index.column()], self.people[index.row()]
            self._running.ballots.answer_by_name(person, spot, value)

    def typed(self, index: Index) -> str:
        """What was typed in a cell and is no answer, "" where there is nothing of the kind."""
        return self._typed.get((index.row(), index.column()), "")

    def first_wrong(self) -> QModelIndex | None:
        """The first cell whose text is no answer."""
        return self.index(*min(self._typed)) if self._typed else None

    # What is shown

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.spots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                wrong = self.typed(index)
                # Marked by a sign too, not by its colour alone.
                return f"{wrong} ?" if wrong else self._words(index)
            case Qt.ItemDataRole.ForegroundRole if self.typed(index):
                return self._theme.color("danger")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if across:
                return self.titles[section]
            return self.people[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, index: Index) -> str:
        value = self.value(index)
        if value is None:
            return ""
        if value == PASS:
            return tr("Pass")
        found = (each for each in self._choices[index.column()] if each.id == str(value))
        choice = next(found, None)
        # The level of a consent is a number with words; the number is what people say.
        return str(value) if choice is None or isinstance(value, int) else choice.name

    def _spoken(self, index: Index) -> str:
        said = self.typed(index) or self._words(index) or tr("empty")
        # Translators: a cell as it is spoken: "Ada, For each other · say: 7".
        spoken = tr("{person}, {question}: {answer}")
        return spoken.format(
            person=self.people[index.row()].name, question=self.titles[index.column()], answer=said
        )


def _meant(among: tuple[Choice, ...], typed: str) -> Choice | None:
    """The answer that is typed: its key, its number, or how its words begin."""
    wanted = typed.strip().casefold()
    exactly = [each for each in among if wanted in (each.key.casefold(), each.id.casefold())]
    begun = [
        each for each in among if len(wanted) >= _LEAST and each.words.casefold().startswith(wanted)
    ]
    found = exactly or begun
    return found[0] if len(found) == 1 else None
