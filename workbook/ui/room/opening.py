"""What the facilitator sees before a round: what it asks, of how many, and whether in secret."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.rooms import round_name
from workbook.model.guide import Option
from workbook.model.spots import spots
from workbook.model.workshop import FEWEST
from workbook.ui.room.keys import question_name
from workbook.ui.room.room import Room
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, restyle, row, show_if
from workbook.ui.widgets.choice_row import ChoiceRow

SECRET, OPEN = "secret", "open"


class Opening(QWidget):
    """Opens the next round of a step."""

    opened = Signal(bool)  # whether the round is secret

    def __init__(self, theme: Theme, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = room
        inside = column(self, gap=8)
        head = row(gap=10)
        self._title = label("", "name", wrap=False)
        head.addWidget(self._title)
        self._people = label("", "soft", wrap=False)
        head.addWidget(self._people)
        head.addStretch(1)
        inside.addLayout(head)
        inside.addWidget(label(tr("This round asks"), "small"))
        self._asked = label("")
        inside.addWidget(self._asked)
        self._few = label("", "warn")
        inside.addWidget(self._few)
        inside.addSpacing(4)
        foot = row(gap=12)
        self.secrecy = ChoiceRow(
            "secrecy",
            [Option(SECRET, tr("Secret ballots")), Option(OPEN, tr("Open round"))],
            theme,
            name=tr("How people answer"),
            joined=True,
            parent=self,
        )
        self.secrecy.chosen.connect(self._chosen)
        foot.addWidget(self.secrecy, 1)
        self.open_button = button(tr("Open the round"))
        self.open_button.clicked.connect(self._open)
        foot.addWidget(self.open_button)
        inside.addLayout(foot)
        self.secret = True  # whether the round will be secret
        self._shown: tuple[str, int] | None = None

    def refresh(self) -> None:
        """Show the round that would be opened now."""
        room = self._room
        number = room.round.id.number + 1 if room.round else 1
        if self._shown != (room.step.id, number):
            self._shown = (room.step.id, number)
            self.secret = room.secret_next
            self.secrecy.set_value(SECRET if self.secret else OPEN)
        self._title.setText(round_name(number))
        people = room.setup.people
        self._people.setText(ntr("{n} person", "{n} people", people).format(n=people))
        show_if(self._people, people > 0)
        self._asked.setText("\n".join(self._lines()))
        self._show_few()
        kind = "primary" if room.waits_to_open else "plain"
        if self.open_button.property("kind") != kind:
            self.open_button.setProperty("kind", kind)
            restyle(self.open_button)

    def _lines(self) -> list[str]:
        room = self._room
        lines = []
        for question_id in room.asked_next():
            question = room.guide.questions[question_id]
            marks = len(spots(question))
            said = ntr("{n} mark", "{n} marks", marks).format(n=marks)
            # Translators: a question, and how many marks it asks for.
            words = tr("{question} · {marks}") if marks > 1 else "{question}"
            lines.append(words.format(question=question_name(question), marks=said))
        return lines

    def _show_few(self) -> None:
        few = 0 < self._room.setup.people < FEWEST
        if few and self.secret:
            words = tr(
                "With four people or fewer, secrecy can't hold: fewer than five secret answers"
                " are never shown. An open round would show them."
            )
        elif few:
            words = tr("An open round: everyone may see who answers what. Say so first.")
        else:
            words = ""
        self._few.setText(words)
        show_if(self._few, few)

    def _chosen(self, mark: str, choice: object) -> None:
        if choice is None:
            self.secrecy.set_value(SECRET if self.secret else OPEN)  # one of the two always holds
        else:
            self.secret = choice == SECRET
        self._show_few()

    def _open(self) -> None:
        self.opened.emit(self.secret)
