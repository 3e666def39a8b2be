"""The line beside "Next": where a vote would be passed by that nobody has opened, and what an undo
has changed elsewhere.
"""

from datetime import datetime, timedelta

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from workbook.catalogue import tr
from workbook.ui.widgets.basics import set_kind, show_if
from workbook.ui.workshop.workshop import RunningWorkshop

SLIP = timedelta(milliseconds=600)  # a press so soon after another one was not meant


class PassingBy(QLabel):
    """Says a sentence once somebody has pressed "Next", or a remote, where a vote still waits to be
    opened. Whoever presses once more goes on without the vote. Nothing is opened here: no remote
    does that.
    """

    def __init__(self, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        self._told: datetime | None = None
        self.setProperty("kind", "warn")
        self.setWordWrap(True)
        self.hide()
        running.moved.connect(self._forget)
        running.changed.connect(self._opened)

    def stops(self) -> bool:
        """Whether to stay: a vote waits here, and its facilitator has not heard of it before."""
        if not self._running.next_round.waits or self._running.clock.ended is not None:
            return False  # or one only looks through what has been
        now = self._running.now()
        if self._told is not None:
            return abs(now - self._told) < SLIP
        self._told = now
        self._say(tr("This vote is not open yet. Next, once more, goes on without it."), "warn")
        return True

    def tell(self, sentence: str) -> None:
        """Say something else until the room moves on."""
        self._told = None  # the warning stands there no more
        self._say(sentence, "soft")

    def _say(self, sentence: str, kind: str) -> None:
        set_kind(self, kind)
        self.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _opened(self) -> None:
        if not self._running.next_round.waits:
            self._forget()

    def _forget(self) -> None:
        self._told = None
        show_if(self, False)
