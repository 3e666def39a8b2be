"""Keys paper slips into the open round: one key an answer, and nothing of it is ever shown."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from workbook.catalogue import tr
from workbook.catalogue.slips import slip_fault_words
from workbook.catalogue.spots import spot_name, spot_words
from workbook.model.slips import LENGTH, SlipFault, read_slip, slip_fault
from workbook.model.workshop import Spot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, row, show_if
from workbook.ui.widgets.fields import PAGE_KEYS
from workbook.ui.workshop.voting.keys import Choice, choice_of, choices, keys_words
from workbook.ui.workshop.voting.message_line import message_line, say
from workbook.ui.workshop.voting.slip import KeyedSlip
from workbook.ui.workshop.workshop import RunningWorkshop

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PASSED_ON = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BLACK = ("b", ".")  # what a remote sends, and no answer
_CODE_WIDTH = 110  # pixels before enlarging


class KeysField(QWidget):
    """Takes keys and shows none. Tab leaves it, Page Up and Page Down are left to the page.

    A key that is held counts once, else it would key slips that nobody wrote.
    """

    keyed = Signal(str)  # what a key types
    finished = Signal()  # Enter
    skipped = Signal()  # Space
    took_back = Signal()  # Backspace

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = column(self, margins=(16, 11, 16, 12), gap=3)
        head = row(gap=10)
        self._name = label("", "heading", wrap=False)
        head.addWidget(self._name)
        head.addStretch(1)
        self._place = label("", "small", wrap=False)
        head.addWidget(self._place)
        inside.addLayout(head)
        self._words = label("", "small")
        inside.addWidget(self._words)
        self._keys = label("", "label")
        inside.addWidget(self._keys)

    def show_mark(self, name: str, words: str, place: str, keys: str) -> None:
        """Show which mark is next, and which keys answer it."""
        for part, text in (
            (self._name, name),
            (self._words, words),
            (self._place, place),
            (self._keys, keys),
        ):
            if part.text() != text:
                part.setText(text)
            show_if(part, bool(text))
        spoken = tr("Key slips: {mark}").format(mark=", ".join(filter(None, (name, place))))
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(" ".join(filter(None, (words, keys))))

    def event(self, event: QEvent) -> bool:
        # A letter is an answer here, and no shortcut of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._is_mine(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_mine(event):
            event.ignore()
        elif event.isAutoRepeat():
            event.accept()
        elif event.key() in _ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.took_back.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.skipped.emit()
        else:
            self.keyed.emit(event.text())

    def _is_mine(self, event: QKeyEvent) -> bool:
        if event.key() in PAGE_KEYS or event.modifiers() & _PASSED_ON:
            return False
        return event.key() in (*_ENTER, Qt.Key.Key_Backspace) or (
            bool(event.text()) and event.text().isprintable()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        focus = self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("surface" if focus else "paper"))
        wide = 2 if focus else 1
        painter.setPen(QPen(self._theme.color("ink" if focus else "edge"), wide))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, 8, 8)
        painter.end()


class _CodeField(QLineEdit):
    """Takes the code of a slip; Enter hands it on, Backspace where nothing stands goes back."""

    entered = Signal()
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PAGE_KEYS:
            event.ignore()
        elif event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            if not event.isAutoRepeat():
                self.back.emit()
        else:
            super().keyPressEvent(event)


class KeySlips(QWidget):
    """Paper slips, keyed by the facilitator. After its last mark a slip is taken by itself."""

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._running = theme, running
        self._slip = KeyedSlip(())
        self._round = None if running.open is None else running.open.id
        inside = column(self, gap=6)
        self.field = KeysField(theme, self)
        self.field.keyed.connect(self._key)
        self.field.finished.connect(self._finish)
        self.field.skipped.connect(self._skip)
        self.field.took_back.connect(self._take_back)
        inside.addWidget(self.field)
        inside.addWidget(self._make_code())
        self.message = message_line(_hint(), self)
        inside.addWidget(self.message)
        self.refresh()

    def _make_code(self) -> QWidget:
        self._code_line = QWidget(self)
        line = row(self._code_line, gap=10)
        self.code = _CodeField(self._code_line)
        self.code.setMaxLength(LENGTH)
        self.code.setFixedWidth(self._theme.px(_CODE_WIDTH))
        self.code.setAccessibleName(tr("Code on the slip"))
        self.code.entered.connect(self._take)
        self.code.back.connect(self._take_back)
        line.addWidget(label(tr("Code on the slip"), "label", wrap=False))
        line.addWidget(self.code)
        line.addWidget(label(tr("Enter takes the slip, also without a code."), "small"), 1)
        self._code_line.hide()
        return self._code_line

    # What is next

    def unfinished(self) -> str:
        """What is still to be done before the round can be closed, "" for nothing."""
        if not self._slip.at:
            return ""
        return tr("A slip is half keyed. Enter takes it, Backspace takes it back.")

    def stop(self) -> QWidget:
        """Where the keyboard belongs."""
        return self.field if self._code_line.isHidden() else self.code

    def refresh(self) -> None:
        """Begin anew where another round is open."""
        found = self._running.open
        now = None if found is None else found.id
        if now != self._round or self._slip.spots != self._running.ballots.spots():
            self._round = now
            self._slip = KeyedSlip(self._running.ballots.spots())
            self._ask_code(False)
            self._say("")
        self._show_next()

    def _show_next(self) -> None:
        guide, slip = self._running.guide, self._slip
        spot = slip.next
        if spot is None:
            name = tr("All marks of this slip are keyed") if slip.spots else ""
            self.field.show_mark(name, "", "", "")
            return
        place = ""
        if len(slip.spots) > 1:
            place = tr("mark {number} of {total}").format(number=slip.at + 1, total=len(slip.spots))
        self.field.show_mark(
            spot_name(guide, spot), spot_words(guide, spot), place, keys_words(self._choices(spot))
        )

    def _choices(self, spot: Spot) -> tuple[Choice, ...]:
        return choices(self._running.guide.questions[spot.question], spot.mark)

    # What is keyed

    def _key(self, typed: str) -> None:
        spot = self._slip.next
        if spot is None:
            if not self._code_line.isHidden():
                self.code.setFocus()
                self.code.insert(typed)
            return
        choice = choice_of(self._choices(spot), typed)
        if choice is not None:
            self._next(choice.id)
        elif typed.casefold() in _BLACK:
            self._running.asked.emit("black")
        else:
            # Not the key itself: nothing that was keyed is ever shown.
            keys = keys_words(self._choices(spot))
            self._say(tr("That key is no answer here. These are: {keys}.").format(keys=keys))

    def _skip(self) -> None:
        if self._slip.next is not None:
            self._next(None)

    def _next(self, choice: str | None) -> None:
        self._slip.key(choice)
        self._say("")
        if self._slip.next is None:
            self._finish()
        else:
            self._show_next()

    def _finish(self) -> None:
        if not self._slip.says_something:
            self._say(tr("This slip says nothing yet. An empty one need not be keyed."))
            self._begin_anew()
        elif self._running.setup.slips and self._code_line.isHidden():
            self._ask_code(True)
            self._say("")
            self._show_next()
        else:
            self._take()

    def _take(self) -> None:
        typed = self.code.text()
        code = read_slip(typed)
        if code is None:
            self._say(slip_fault_words(slip_fault(typed) or SlipFault.SHAPE))
            return
        if code and self._running.ballots.has_slip(code):
            words = tr("The code {code} is in already. Correct it, or empty the field.")
            self._say(words.format(code=code))
            return
        if not self._running.ballots.take({self._slip.ballot(code): 1}):
            return
        self._begin_anew()
        self._say("")

    def _begin_anew(self) -> None:
        self._slip = KeyedSlip(self._slip.spots)
        self._ask_code(False)
        self._show_next()

    def _take_back(self) -> None:
        if self._slip.take_back():
            self._ask_code(False)
            self._say(tr("One mark is taken back."))
        elif self._running.ballots.take_back():
            self._say(tr("What was taken last is taken back."))
        else:
            self._say(tr("There is nothing that could be taken back."))
        self._show_next()

    def _ask_code(self, asked: bool) -> None:
        had = self.field.hasFocus() or self.code.hasFocus()
        self.code.setText("")  # not clear(), which Undo would take back: the next person reads it
        show_if(self._code_line, asked)
        if had:
            (self.code if asked else self.field).setFocus()

    def _say(self, sentence: str) -> None:
        say(self.message, sentence or _hint(), problem=bool(sentence))


def _hint() -> str:
    return tr("Enter ends a slip early, Space leaves a mark empty, Backspace takes back.")
