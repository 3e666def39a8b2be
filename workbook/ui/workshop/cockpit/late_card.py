"""The card under the rail: how late it is, when it will end, and who could give minutes back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from workbook.catalogue import tr
from workbook.catalogue.agenda import ends_words, give_words, late_words
from workbook.catalogue.dates import time_of_day
from workbook.model import timing
from workbook.model.agenda import buffer, total
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, label, set_kind, show_if
from workbook.ui.workshop.workshop import RunningWorkshop


class LateCard(QFrame):
    """Tells the truth about the time each second; nobody has to ask for it."""

    replan_requested = Signal()

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._running = running
        self._said: tuple[str, str, str] | None = None
        self._given: tuple[tuple[object, ...], str] | None = None
        inside = column(self, margins=(12, 10, 12, 10), gap=3)
        self.late = label("", "strong")
        self.ends = label("", "small")
        self.gives = label("", "small")
        for part in (self.late, self.ends, self.gives):
            inside.addWidget(part)
        self.sleepy = label("", "small")
        self.sleepy.hide()
        inside.addWidget(self.sleepy)
        self.button = button(tr("Re-plan"), "small")
        self.button.clicked.connect(self._clicked)
        inside.addWidget(self.button)
        running.changed.connect(self.refresh)
        running.moved.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now."""
        running = self._running
        clock = running.clock
        if clock.promised is None or clock.ended is not None:
            show_if(self.button, False)
        if clock.promised is None:
            minutes = total(running.guide, running.setup) // 60
            self._say(tr("Not started"), tr("{n} minutes in all.").format(n=minutes), "")
            return
        if clock.ended is not None:
            at = time_of_day(clock.ended)
            self._say(tr("Ended"), tr("The workshop ended at {time}.").format(time=at), "")
            return
        late = timing.late(
            running.agenda, clock, running.now(), buffer(running.guide, running.setup)
        )
        gives = self._gives(timing.minutes_late(late))
        self._say(late_words(late), ends_words(late, clock.promised), gives)
        show_if(self.button, bool(gives) or running.can_undo_replan)
        offered = bool(gives)
        self.button.setText(tr("Re-plan") if offered else tr("Undo the re-plan (U)"))
        kind = "warn" if timing.minutes_late(late) > 0 else "strong"
        set_kind(self.late, kind)

    def _gives(self, minutes: int) -> str:
        """Who could give so many minutes back: worked out anew only where it may be another."""
        running = self._running
        asked = (minutes, running.setup, running.clock.step, running.clock.phase)
        if self._given is None or self._given[0] != asked:
            self._given = asked, give_words(running.guide, running.proposal())
        return self._given[1]

    @property
    def short(self) -> str:
        """The time in a few words, where there is no room for the card."""
        return self.late.text()

    def say_sleepy(self, sentence: str) -> None:
        """Say that the computer may fall asleep meanwhile, "" where it will not."""
        self.sleepy.setText(sentence)
        show_if(self.sleepy, bool(sentence))

    def _say(self, late: str, ends: str, gives: str) -> None:
        if (late, ends, gives) == self._said:
            return
        self._said = (late, ends, gives)
        self.late.setText(late)
        self.ends.setText(ends)
        self.gives.setText(gives)
        show_if(self.gives, bool(gives))

    def _clicked(self) -> None:
        if self._running.proposal().gives:
            self.replan_requested.emit()
        else:
            self._running.undo_replan()
