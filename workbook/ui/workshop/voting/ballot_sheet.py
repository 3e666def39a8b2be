"""One person's ballot as a sheet: the questions of a round, page by page, and ways to pass."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.slips import slip_fault_words
from workbook.catalogue.spots import question_name
from workbook.model.answers import Value
from workbook.model.guide import (
    PASS,
    CaseQuestion,
    Option,
    Question,
)
from workbook.model.slips import SlipFault, read_slip, slip_fault
from workbook.model.spots import spots
from workbook.model.workshop import Ballot, Spot
from workbook.ui.editors.factory import make_editor
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, show_if
from workbook.ui.widgets.choice_row import ChoiceRow
from workbook.ui.widgets.scroll import Scroll
from workbook.ui.widgets.second_click import SecondClick

_WIDTH = 860  # pixels before enlarging, of what is read
_NAMED = 3  # questions at most that are named where several are left open
_GAP = 14  # pixels between two cards
_AROUND = (32, 24, 32, 20)  # pixels around the cards


class Asked(QFrame):
    """One question of a sheet. `changed` tells that it is answered otherwise."""

    changed = Signal()

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.question = question
        self._values: dict[str, Value] = {}
        self._passed = False
        self.editor = make_editor(question, theme, self, voted=True)
        self.editor.edited.connect(self._edited)
        layout = column(self, margins=(22, 16, 22, 14), gap=theme.px(8))
        layout.addWidget(self.editor)
        self.passing: ChoiceRow | None = None
        if not isinstance(question, CaseQuestion):  # a case has its own button to pass
            words = tr("I’d rather not say")
            self.passing = ChoiceRow(
                "",
                [Option(PASS, words)],
                theme,
                name=f"{question.prompt} {words}",
                parent=self,
            )
            self.passing.chosen.connect(self._pass_chosen)
            layout.addWidget(self.passing)

    def choices(self) -> dict[Spot, str]:
        """What is answered so far."""
        asked = spots(self.question)
        if self._passed:
            return dict.fromkeys(asked, PASS)
        return {spot: str(self._values[spot.mark]) for spot in asked if spot.mark in self._values}

    @property
    def left_open(self) -> bool:
        """Whether something of it is not answered; who passes on a case need not say more of it."""
        found = self.choices()
        return PASS not in found.values() and len(found) < len(spots(self.question))

    def _edited(self, mark: str, value: object, _typing: bool) -> None:
        if self._passed and self.passing is not None:
            self._passed, self._values = False, {}
            self.passing.set_value(None)
        if isinstance(value, int | str):
            self._values[mark] = value
        else:
            self._values.pop(mark, None)
        self.changed.emit()

    def _pass_chosen(self, _mark: str, choice: object) -> None:
        # Who passes by mistake finds their marks again.
        self._passed = choice is not None
        self.editor.set_values({} if self._passed else self._values)
        self.changed.emit()


class CodeField(QLineEdit):
    """Takes the code of a slip by keys only. Nothing goes to the clipboard or comes from it: what
    the person before had copied would be there for the next.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(8)  # a printed code, and blanks between its signs
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.selectionChanged.connect(self.deselect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Where a selection is a clipboard of its own, the middle button would paste it.
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)


class BallotSheet(QWidget):
    """A sheet for one person, made anew for each. `handed_in` gives their ballot, once.

    `promise` says what becomes of the answers, `sentence` what is voted on where that is written.
    """

    handed_in = Signal(object)  # Ballot

    def __init__(
        self,
        theme: Theme,
        questions: Sequence[Question],
        headline: str,
        promise: str,
        parent: QWidget,
        *,
        sentence: str,
        slips: bool,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = False
        self.page = 0
        self._pages: list[list[QWidget]] = []
        outer = column(self, gap=0)
        self._scroll = Scroll("paper", self)
        centre = row(self._scroll.inner, margins=_AROUND, gap=0)
        self._body = QWidget(self._scroll.inner)
        centre.addStretch(1)
        centre.addWidget(self._body, 1000)
        centre.addStretch(1)
        into = column(self._body, gap=_GAP)
        self._head = self._make_head(headline, promise, sentence)
        into.addWidget(self._head)
        self.asked = [Asked(question, theme, self._body) for question in questions]
        self._cards: list[QWidget] = [*self.asked]
        for card in self.asked:
            card.changed.connect(self._answered)
        self.code = CodeField()
        if slips:
            self._cards.append(self._make_slip())
        for each in self._cards:
            into.addWidget(each)
        into.addStretch(1)
        outer.addWidget(self._scroll, 1)
        self._foot = self._make_foot()
        outer.addWidget(self._foot)
        theme.changed.connect(self._arrange)

    def _make_head(self, headline: str, promise: str, sentence: str) -> QWidget:
        head = QWidget(self._body)
        inside = column(head, gap=2)
        inside.addWidget(label(headline, "headline"))
        inside.addWidget(label(promise, "framing"))
        if sentence:
            inside.addSpacing(8)
            inside.addWidget(label(sentence, "banner"))
        return head

    def _make_slip(self) -> QFrame:
        card = frame("card", self._body)
        inside = column(card, margins=(22, 16, 22, 14), gap=6)
        words = tr("The code of your slip")
        inside.addWidget(label(words, "label"))
        inside.addWidget(
            label(
                tr(
                    "If you drew a slip, write its four characters here: it joins your two ballots."
                ),
                "small",
            )
        )
        self.code.setParent(card)
        self.code.setAccessibleName(words)
        self.code.setFixedWidth(self._theme.px(140))
        self.code.textEdited.connect(self._answered)
        inside.addWidget(self.code)
        return card

    def _make_foot(self) -> QFrame:
        foot = frame("foot", self)
        line = row(foot, margins=(32, 12, 32, 12), gap=14)
        self.back_button = button(tr("Back"))
        self.back_button.clicked.connect(self.go_back)
        line.addWidget(self.back_button)
        self._where = label("", "soft", wrap=False)
        line.addWidget(self._where)
        self.problem = label("", "danger")
        line.addWidget(self.problem, 1)
        self.next_button = button(tr("Next"), "primary")
        self.next_button.clicked.connect(self._next_clicked)
        line.addWidget(self.next_button)
        self.hand_in_button = button(tr("Hand in"), "primary")
        self.hand_in_button.clicked.connect(self._hand_in)
        line.addWidget(self.hand_in_button)
        return foot

    # Pages

    def forward(self) -> None:
        """What Page Down does: further down, or to the next page; never hands in."""
        bar = self._scroll.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep())
        elif self.page + 1 < len(self._pages):
            self._show_page(self.page + 1)

    def go_back(self) -> None:
        """What Page Up does: further up, or to the page before."""
        bar = self._scroll.verticalScrollBar()
        if self.sender() is not self.back_button and bar.value() > 0:
            bar.setValue(bar.value() - bar.pageStep())
        elif self.page > 0:
            self._show_page(self.page - 1)

    def _next_clicked(self) -> None:
        # "Hand in" comes to stand where "Next" was: a double click must not press it.
        middle = self.next_button.rect().center()
        SecondClick.ignore(self, self.next_button.mapToGlobal(middle))
        self._show_page(self.page + 1)

    def _show_page(self, number: int, *, focus: bool = True) -> None:
        self.page = number
        shown = self._pages[number]
        for card in self._cards:
            show_if(card, card in shown)
        several, last = len(self._pages) > 1, number + 1 == len(self._pages)
        show_if(self.back_button, number > 0)
        show_if(self._where, several)
        self._where.setText(
            tr("Page {number} of {all}").format(number=number + 1, all=len(self._pages))
        )
        self._say("")
        if focus:
            self._focus(shown[0])
        show_if(self.next_button, not last)
        show_if(self.hand_in_button, last)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.measure()

    def _focus(self, card: QWidget) -> None:
        if isinstance(card, Asked):
            card.editor.focus_mark("")
        else:
            self.code.setFocus()

    def _arrange(self) -> None:
        """Spread the cards over as many pages as the height asks for; keep the one that is seen."""
        if not self.isVisible():
            return
        first = not self._pages
        seen = self._cards[0] if first else self._pages[self.page][0]
        self._body.setMaximumWidth(self._theme.px(_WIDTH))
        # Qt measures nothing that is hidden.
        for card in self._cards:
            show_if(card, True)
        self.ensurePolished()
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        left, top, right, bottom = _AROUND
        width = min(self.width() - left - right, self._body.maximumWidth())
        space = self.height() - self._foot.sizeHint().height() - top - bottom
        space -= self._head.heightForWidth(width) + _GAP
        self._pages = []
        free = -1
        for card in self._cards:
            tall = card.heightForWidth(width) + _GAP
            if not self._pages or tall - _GAP > free:
                self._pages.append([])
                free = space
            self._pages[-1].append(card)
            free -= tall
        page = next(at for at, cards in enumerate(self._pages) if seen in cards)
        self._show_page(page, focus=first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    # Handing in

    def _answered(self) -> None:
        self._say("")

    def _say(self, sentence: str) -> None:
        if self.problem.text() != sentence:
            self.problem.setText(sentence)

    def give_back(self, sentence: str) -> None:
        """Nobody has taken the ballot: say so, and let it be handed in again."""
        self._done = False
        self._say(sentence)

    def _hand_in(self) -> None:
        choices = {spot: choice for card in self.asked for spot, choice in card.choices().items()}
        slip = read_slip(self.code.text())
        if self._done:
            return
        if not choices:
            self._say(tr("Please answer something, or say that you’d rather not."))
        elif slip is None:
            self._say(slip_fault_words(slip_fault(self.code.text()) or SlipFault.SHAPE))
            self.code.setFocus()
        elif self._says_what_is_open():
            # Whoever leaves it so presses once more; a double click does not.
            middle = self.hand_in_button.rect().center()
            SecondClick.ignore(self, self.hand_in_button.mapToGlobal(middle))
        else:
            self._done = True
            self.handed_in.emit(Ballot.of(choices, slip))

    def _says_what_is_open(self) -> bool:
        """Say which questions are left open, False where none is or where it stands there."""
        names = [question_name(card.question) for card in self.asked if card.left_open]
        if not names:
            return False
        listed = ", ".join(tr("“{question}”").format(question=name) for name in names[:_NAMED])
        more = len(names) - _NAMED
        if more > 0:
            listed = ntr("{questions} and {n} more", "{questions} and {n} more", more).format(
                questions=listed, n=more
            )
        sentence = tr("Not all is answered: {questions}. Hand in once more to leave that empty.")
        sentence = sentence.format(questions=listed)
        told = self.problem.text() == sentence
        self._say(sentence)
        return not told
