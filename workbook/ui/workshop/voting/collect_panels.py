"""The ways in which answers to a round come in, side by side: all end in the same ballots."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.operations.rehearsing import invented_ballots
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import Button, button, column, restyle, row, show_if
from workbook.ui.workshop.voting.counted_piles import CountsPanel
from workbook.ui.workshop.voting.message_line import say
from workbook.ui.workshop.voting.paper_slips import KeySlips
from workbook.ui.workshop.voting.raised_hands import HandsPanel
from workbook.ui.workshop.workshop import RunningWorkshop

SEED = 1  # of the people a rehearsal invents: the same ones in every round
Panel = KeySlips | CountsPanel | HandsPanel


class CollectPanels(QWidget):
    """Three ways on the card itself, of which one is shown, and those that need more room."""

    chosen = Signal()  # another of the three is shown

    def __init__(self, theme: Theme, running: RunningWorkshop, parent: QWidget) -> None:
        super().__init__(parent)
        self._running = running
        inside = column(self, gap=10)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(6)
        self._tabs = QWidget(self)
        self._others = QWidget(self)
        self._line.addWidget(self._tabs)
        self._line.addWidget(self._others, 1)
        inside.addLayout(self._line)
        self.slips = KeySlips(theme, running, self)
        self.counts = CountsPanel(theme, running, self)
        self.hands = HandsPanel(theme, running, self)
        self._panels: dict[Panel, Button] = {}
        self._stale: set[Panel] = set()  # to be refreshed before they are shown
        self._make_tabs()
        self._make_others()
        for panel in self._panels:
            inside.addWidget(panel)
        self.current: Panel = self.slips
        self._show_current()

    def _make_tabs(self) -> None:
        self._tabs.setAccessibleName(tr("Ways to take answers in"))
        line = row(self._tabs, gap=6)
        named: list[tuple[Panel, str]] = [
            (self.slips, tr("Key slips")),
            (self.counts, tr("Counts")),
            (self.hands, tr("Raised hands")),
        ]
        for panel, name in named:
            tab = button(name, "phase")
            tab.setParent(self._tabs)
            tab.setCheckable(True)
            tab.clicked.connect(partial(self.show_way, panel))
            line.addWidget(tab)
            self._panels[panel] = tab
        line.addStretch(1)

    def _make_others(self) -> None:
        line = row(self._others, gap=2)
        line.addStretch(1)
        self.laptop_button = self._other(tr("On this laptop"), "laptop")
        self.name_button = self._other(tr("By name"), "by_name")
        self.file_button = self._other(tr("From a file…"), "import")
        self.invent_button = button(tr("Invent answers"), "quiet")
        self.invent_button.setParent(self._others)
        self.invent_button.clicked.connect(self.invent)
        for made in (self.laptop_button, self.name_button, self.file_button, self.invent_button):
            line.addWidget(made)

    def _other(self, name: str, command: str) -> Button:
        made = button(name, "quiet")
        made.setParent(self._others)
        made.clicked.connect(partial(self._running.asked.emit, command))
        return made

    def show_way(self, panel: Panel) -> None:
        """Show one of the three, and give it the keyboard."""
        self.current = panel
        if panel in self._stale:
            self._stale.remove(panel)
            panel.refresh()
        self._show_current()
        self.show_count(self._running.ballots.count())
        panel.stop().setFocus()
        self.chosen.emit()

    def finished(self) -> bool:
        """Whether nothing is written that was not taken; else the way where it is, and what."""
        for panel in self._panels:
            if sentence := panel.unfinished():
                self.show_way(panel)
                say(panel.message, sentence, problem=True)
                return False
        return True

    def _show_current(self) -> None:
        for panel, tab in self._panels.items():
            here = panel is self.current
            show_if(panel, here)
            tab.setChecked(here)
            if tab.property("here") != here:
                tab.setProperty("here", here)
                restyle(tab)

    def refresh(self) -> None:
        """Show what the open round allows."""
        running = self._running
        for panel in self._panels:
            if panel is self.current or panel.unfinished():
                panel.refresh()
            else:  # it may be built anew, which takes as long as all the rest
                self._stale.add(panel)
        found = running.open
        by_name = found is not None and not found.secret and bool(running.setup.names)
        show_if(self.name_button, by_name)
        show_if(self.invent_button, running.rehearsal)
        self.show_count(running.ballots.count())
        self._fit()

    def show_count(self, counted: int) -> None:
        """Show what depends on how many have answered."""
        if self.current is self.counts:
            self.counts.show_count()
        elif self.current is self.hands:
            self.hands.show_count(counted)
        missing = self._running.setup.people > counted
        if self.invent_button.isEnabled() != missing:
            self.invent_button.setEnabled(missing)

    def invent(self) -> None:
        """In a rehearsal: take invented ballots for everyone who has not answered."""
        running, found = self._running, self._running.open
        counted = running.ballots.count()
        if found is None or running.setup.people <= counted:
            return
        running.ballots.take(
            invented_ballots(
                running.guide,
                found.questions,
                running.setup.people - counted,
                SEED,
                number=found.id.number,
                after=counted,
                slips=running.setup.slips,
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._tabs.sizeHint().width() + self._others.sizeHint().width() + 6
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if needed <= self.width() else directions.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
