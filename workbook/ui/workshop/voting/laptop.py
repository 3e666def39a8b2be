"""Ballots on this laptop: a full-screen sheet for one person after the other."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workbook.catalogue import tr
from workbook.model.guide import ConsentQuestion, Mode, Question
from workbook.model.workshop import Ballot, Round
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import Button, button, column, label, row
from workbook.ui.widgets.second_click import SecondClick
from workbook.ui.workshop.voting.ballot_sheet import BallotSheet
from workbook.ui.workshop.workshop import RunningWorkshop

AHEAD = 60  # ms after a ballot is handed in before the next person's sheet is made


class _Between(QWidget):
    """A screen with a word for whoever has the laptop, and one button."""

    def __init__(self, theme: Theme, title: str, text: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        outer = column(self, margins=(32, 24, 32, 24), gap=10)
        outer.addStretch(2)
        for words, kind in ((title, "title"), (text, "framing")):
            line = label(words, kind)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            outer.addWidget(line)
        outer.addSpacing(18)
        centre = row()
        centre.addStretch(1)
        self.button: Button = button(action, "primary")
        self.button.setMinimumSize(theme.px(200), theme.px(52))
        centre.addWidget(self.button)
        centre.addStretch(1)
        outer.addLayout(centre)
        outer.addStretch(3)


class _Content(NamedTuple):
    """What a sheet shows."""

    asked: tuple[Question, ...]
    secret: bool
    sentence: str
    slips: bool


class LaptopBallot(QWidget):
    """Covers the facilitator's screen until the facilitator leaves it or the round is closed.

    Every person's sheet is made anew, so that nothing of the one before can show. Only the
    facilitator can take a ballot back, in the cockpit.
    """

    def __init__(self, theme: Theme, running: RunningWorkshop, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(tr("Ballot"))
        self._theme, self._running, self._window = theme, running, window
        self._round = running.open.id if running.open else None
        self._over = False  # whether it may be left without asking
        self._asking: ConfirmDialog | None = None
        self.face: QWidget | None = None
        self._ready: tuple[_Content, BallotSheet] | None = None
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(AHEAD)
        self._ahead.timeout.connect(self._make_ready)
        self._faces = column(self, gap=0)
        # Shortcuts, because what scrolls would keep these keys to itself.
        for key, turn in ((Qt.Key.Key_PageDown, self._forward), (Qt.Key.Key_PageUp, self._back)):
            QShortcut(QKeySequence(key), self).activated.connect(turn)
        running.changed.connect(self._look)
        running.moved.connect(self._look)
        running.destroyed.connect(self._leave)

    def begin(self) -> None:
        """Cover the screen of the window with a sheet for the first person."""
        screen = self._window.screen()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.winId()
        # What is told over the facilitator's window may wait there; it must not block this one.
        self.windowHandle().setTransientParent(None)  # type: ignore[arg-type]
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        QTimer.singleShot(0, self, self._next)  # the window is drawn before its sheet is made

    # What is shown

    def _show(self, face: QWidget) -> None:
        gone, self.face = self.face, face
        if gone is not None:
            self._faces.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._faces.addWidget(face)

    def _next(self) -> None:
        running = self._running
        found = running.open
        if found is None or found.id != self._round:
            self._show_closed()
            return
        content = self._content(found)
        ready, self._ready = self._ready, None
        self._ahead.stop()
        if ready is not None and ready[0] != content:
            ready[1].deleteLater()
            ready = None
        self._show(self._make_sheet(content) if ready is None else ready[1])

    def _content(self, found: Round) -> "_Content":
        running = self._running
        asked = tuple(running.guide.questions[question] for question in found.questions)
        agreed_on = any(isinstance(question, ConsentQuestion) for question in asked)
        sentence = running.wall.content().sentence if agreed_on else ""
        return _Content(asked, found.secret, sentence, running.setup.slips)

    def _make_sheet(self, content: "_Content") -> BallotSheet:
        sheet = BallotSheet(
            self._theme,
            content.asked,
            self._running.step.ballot_page.headline_in(Mode.WORKSHOP),
            _promise(secret=content.secret),
            self,
            sentence=content.sentence,
            slips=content.slips,
        )
        sheet.handed_in.connect(self._hand_in)
        return sheet

    def _make_ready(self) -> None:
        """Make the next person's sheet while the laptop is passed on."""
        found = self._running.open
        if not self._over and found is not None and found.id == self._round:
            content = self._content(found)
            sheet = self._make_sheet(content)
            for part in sheet.findChildren(QWidget):
                part.ensurePolished()
            self._ready = content, sheet

    def _hand_in(self, ballot: Ballot) -> None:
        self._look()
        sheet = self.face
        if not isinstance(sheet, BallotSheet) or self.sender() is not sheet:
            return
        if not self._running.ballots.take({ballot: 1}):
            sheet.give_back(
                tr("This could not be taken in. It is still here: please call the facilitator.")
            )
            return
        pressed = sheet.hand_in_button
        SecondClick.ignore(self, pressed.mapToGlobal(pressed.rect().center()))
        between = _Between(
            self._theme, tr("Thank you"), tr("Pass the laptop on."), tr("I’m next"), self
        )
        between.button.clicked.connect(self._next)
        self._show(between)
        between.button.setFocus()
        self._ahead.start()

    def _look(self) -> None:
        """Whether the round for which this was begun still takes ballots."""
        found = self._running.open
        if not self._over and (found is None or found.id != self._round):
            self._show_closed()

    def _show_closed(self) -> None:
        self._over = True
        closed = _Between(
            self._theme,
            tr("This round is closed"),
            tr("It takes no more ballots. Please give the laptop back to the facilitator."),
            tr("Close"),
            self,
        )
        closed.button.clicked.connect(self.close)
        self._show(closed)
        closed.button.setFocus()

    # Keys, and leaving

    def _forward(self) -> None:
        if isinstance(self.face, BallotSheet):
            self.face.forward()

    def _back(self) -> None:
        if isinstance(self.face, BallotSheet):
            self.face.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks for the facilitator."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._over:
            super().closeEvent(event)
        else:
            event.ignore()
            self._ask()

    def _ask(self) -> None:
        if self._asking is not None:
            return
        dialog = ConfirmDialog(
            tr("The facilitator: leave this?"),
            tr("What is marked here and not handed in is forgotten. Ballots handed in stay."),
            tr("Leave"),
            self,
        )
        dialog.cancel_button.setText(tr("Stay"))
        dialog.cancel_button.setAccessibleName(tr("Stay"))
        dialog.accepted.connect(self._leave)
        dialog.finished.connect(self._asked)
        self._asking = dialog
        dialog.open()

    def _asked(self) -> None:
        self._asking = None

    def _leave(self) -> None:
        self._over = True
        self.close()


def _promise(*, secret: bool) -> str:
    if secret:
        return tr("No name, no time, no order is kept. Fewer than five answers are never shown.")
    return tr("No name is taken. In this round answers are shown also where they are few.")
