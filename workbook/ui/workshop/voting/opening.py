"""What the facilitator sees before a round: what it asks, of how many, and whether in secret."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.rounds import round_name
from workbook.catalogue.spots import question_name
from workbook.model.guide import Option
from workbook.model.spots import spots
from workbook.model.workshop import FEWEST
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, row, set_kind, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.workshop.voting.asked_ticks import AskedTicks
from workbook.ui.workshop.workshop import RunningWorkshop

SECRET, OPEN = "secret", "open"


class Opening(QWidget):
    """Opens the next round of a step."""

    opened = Signal(bool)  # whether the round is secret

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        inside = column(self, gap=8)
        head = row(gap=10)
        self._title = label("", "name", wrap=False)
        head.addWidget(self._title)
        self._people = label("", "soft", wrap=False)
        head.addWidget(self._people)
        head.addStretch(1)
        inside.addLayout(head)
        inside.addWidget(label(tr("This round asks"), "small"))
        line = row(gap=12)
        self._asked = label("")
        line.addWidget(self._asked, 1)
        self.choose_button = button(tr("Choose…"), "quiet")
        self.choose_button.setAccessibleName(tr("Choose what this round asks"))
        self.choose_button.clicked.connect(self._choose)
        line.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(line)
        self.ticks = AskedTicks(self)
        self.ticks.picked.connect(running.ask_next)
        inside.addWidget(self.ticks)
        self._none = label(tr("Tick at least one question."), "warn")
        inside.addWidget(self._none)
        self._joined = label("", "small")
        inside.addWidget(self._joined)
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
        self._choosing = False  # whether the questions stand there to be ticked

    def refresh(self) -> None:
        """Show the round that would be opened now."""
        running = self._running
        number = running.round.id.number + 1 if running.round else 1
        if self._shown != (running.step.id, number):
            self._shown = (running.step.id, number)
            self._choosing = running.next_round.chosen
            self.secret = running.next_round.secret
            self.secrecy.set_value(SECRET if self.secret else OPEN)
        self._title.setText(round_name(number))
        people = running.setup.people
        self._people.setText(ntr("{n} person", "{n} people", people).format(n=people))
        show_if(self._people, people > 0)
        self._show_asked(number)
        self._show_few()
        kind = "primary" if running.next_round.waits else "plain"
        set_kind(self.open_button, kind)

    def _show_asked(self, number: int) -> None:
        """The first round asks all of the ballot; of a later one, the facilitator chooses."""
        step, asked = self._running.step, self._running.next_round.asked
        choosing, ballot = self._choosing, self._running.next_round.ballot
        show_if(self._asked, not choosing)
        show_if(
            self.choose_button,
            number > 1 and len(ballot) > 1 and not choosing,
        )
        show_if(self.ticks, choosing)
        show_if(self._none, not asked)
        unjoined = self._running.setup.slips and step.focus and not set(asked) <= set(step.focus)
        show_if(self._joined, choosing and bool(unjoined))
        joined = (question_name(self._running.guide.questions[q]) for q in step.focus)
        focus = ", ".join(tr("“{question}”").format(question=name) for name in joined)
        self._joined.setText(
            tr("Slips show who moved only here: {questions}.").format(questions=focus)
        )
        self.open_button.setEnabled(bool(asked))
        if choosing:
            names = {
                q: question_name(self._running.guide.questions[q])
                for q in self._running.next_round.ballot
            }
            self.ticks.show_questions(names, asked)
        else:
            self._asked.setText("\n".join(map(self._words, asked)))

    def _choose(self) -> None:
        self._choosing = True
        self.refresh()
        self.ticks.take_focus()

    def _words(self, question_id: str) -> str:
        question = self._running.guide.questions[question_id]
        marks = len(spots(question))
        said = ntr("{n} mark", "{n} marks", marks).format(n=marks)
        # Translators: a question, and how many marks it asks for.
        words = tr("{question} · {marks}") if marks > 1 else "{question}"
        return words.format(question=question_name(question), marks=said)

    def _show_few(self) -> None:
        few = 0 < self._running.setup.people < FEWEST
        if few and self.secret:
            words = tr(
                "With four people or fewer, secrecy can’t hold: fewer than five secret answers"
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
