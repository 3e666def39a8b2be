"""The page of a step on which the room votes: collecting, reveal, talk, and what is written."""

from collections import deque

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.model.guide import Mode, Page, PhaseKind, Step
from workbook.model.workshop import RoundState
from workbook.ui.charts import Charts
from workbook.ui.session.step_page import WIDTH, StepPage
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label, row, show_if
from workbook.ui.widgets.focus import holds_focus
from workbook.ui.widgets.scroll import Scroll
from workbook.ui.workshop.next_round import is_vote
from workbook.ui.workshop.voting.collect import CollectCard
from workbook.ui.workshop.voting.consent_line import ConsentLine, asks_for_consent
from workbook.ui.workshop.voting.phases import PhaseChips
from workbook.ui.workshop.voting.read_aloud import AloudCard
from workbook.ui.workshop.voting.reveal import RevealCard
from workbook.ui.workshop.voting.written import WrittenPart
from workbook.ui.workshop.workshop import RunningWorkshop


class VotePage(Scroll):
    """One step of the room while it votes. Collecting while a round is open or to be opened, then
    what was revealed; the sentence, what was said otherwise, quotes and the parking lot below.
    """

    def __init__(
        self, theme: Theme, charts: Charts, running: RunningWorkshop, step: Step, parent: QWidget
    ) -> None:
        super().__init__("paper", parent)
        self._theme, self._running, self.step = theme, running, step
        self.page = step.ballot_page
        centre = row(self.inner, margins=(36, 18, 36, 16), gap=0)
        self._body = QWidget(self.inner)
        self._left: QWidget | None = None  # where the keyboard was when a round changed
        running.changed.connect(self._note)  # before any part is told, and hides what it was on
        centre.addStretch(1)
        centre.addWidget(self._body, 1000)
        centre.addStretch(1)
        self._lay_out(column(self._body, gap=12), charts)
        self._unstyled: deque[QWidget] = deque((self.collect, self.reveal, self.written))
        self._laid_out = False
        running.changed.connect(self.refresh)
        running.moved.connect(self.refresh)
        theme.changed.connect(self._resize)
        self._resize()
        self.refresh()

    def _lay_out(self, into: QVBoxLayout, charts: Charts) -> None:
        theme, running, step = self._theme, self._running, self.step
        number = running.guide.steps.index(step)
        kicker = tr("Step {number} · {title}").format(number=number, title=step.title)
        headline = self.page.headline_in(Mode.WORKSHOP)
        self.setAccessibleName(f"{kicker}: {headline}")
        head = column(gap=3)
        into.addLayout(head)
        head.addWidget(label(kicker.upper(), "kicker"))
        head.addWidget(label(headline, "headline"))
        self.chips = PhaseChips(running, step, self._body)
        into.addWidget(self.chips)
        if asks_for_consent(running, step):
            self.consent = ConsentLine(running, step, self._body)
            into.addWidget(self.consent)
        self.collect = CollectCard(theme, running, step, self._body)
        into.addWidget(self.collect)
        self.reveal = RevealCard(theme, charts, running, step, self._body)
        self.reveal.hide()
        into.addWidget(self.reveal)
        self.aloud = AloudCard(running, step, self._body)
        into.addWidget(self.aloud)
        self.written = WrittenPart(theme, running.document, step, self._body)
        self.written.hide()
        into.addWidget(self.written)
        into.addStretch(1)

    def refresh(self) -> None:
        """Show what belongs to the phase and to the state of the round."""
        running = self._running
        if running.step is not self.step:
            return
        found, phase = running.round, running.phase
        # In the second vote the first round stays in sight until the next one is opened.
        missed = found is None and not is_vote(phase)
        collecting = running.open is not None or running.next_round.waits or missed
        show_if(self.collect, collecting)
        show_if(self.reveal, found is not None and found.over)
        show_if(self.aloud, collecting)
        if collecting:
            self.aloud.refresh()
        talked = found is not None and found.state in (RoundState.REVEALED, RoundState.WITHHELD)
        show_if(self.written, talked or (found is not None and found.id.number > 1))
        self.measure()
        self._keep_keyboard()

    def _note(self) -> None:
        focused = self.window().focusWidget()
        mine = focused is not None and any(
            card.isAncestorOf(focused) for card in (self.collect, self.reveal)
        )
        self._left = focused if mine else None

    def _keep_keyboard(self) -> None:
        """Where a round took the keyboard's place away, Qt would put it anywhere: on the way Home,
        or into the sentence that the room reads. It goes to the phases, where Enter does nothing.
        """
        left, self._left = self._left, None
        if left is not None and not left.isVisibleTo(self) and not holds_focus(self.collect):
            self.chips.take_keyboard()

    def build_some(self, size: QSize) -> bool:
        """Style one more part ahead of time, and at last lay the page out in the size it will be
        shown in; False once nothing is left to do.
        """
        if self.isVisible():
            return False
        if self._unstyled:
            for part in self._unstyled.popleft().findChildren(QWidget):
                part.ensurePolished()
            return True
        if self._laid_out:
            return False
        self._laid_out = True
        self.resize(size)
        self.grab()  # makes Qt lay out what is not shown yet
        return True

    def shows(self, question: str) -> bool:
        """Whether what a question was answered stands in sight."""
        editor = self.written.editors.get(question)
        return editor is not None and editor.isVisible()

    @property
    def holds_something(self) -> bool:
        """Whether something stands on it that is stored nowhere: a slip half keyed, a count."""
        panels = self.collect.panels
        return any(panel.unfinished() for panel in (panels.slips, panels.counts, panels.hands))

    def _resize(self) -> None:
        self._body.setMaximumWidth(self._theme.px(WIDTH))


class WorkshopStepPage(StepPage):
    """A page of the guide on which the facilitator takes down what the room says; above its
    questions the phases, and what was revealed where the phase talks about it.
    """

    def __init__(
        self,
        theme: Theme,
        charts: Charts,
        running: RunningWorkshop,
        step: Step,
        page: Page,
        parent: QWidget,
    ) -> None:
        self._running, self._charts_here = running, charts
        self.holds_something = False  # all of it is stored
        super().__init__(theme, charts, running.document, step, page, parent)
        running.moved.connect(self._show_revealed)
        running.changed.connect(self._show_revealed)

    def top(self, into: QVBoxLayout) -> None:
        """What stands between the headline and the questions."""
        self.chips = PhaseChips(self._running, self.step, self._body)
        into.addWidget(self.chips)
        if asks_for_consent(self._running, self.step):
            self.consent = ConsentLine(self._running, self.step, self._body)
            into.addWidget(self.consent)
        self._revealed = QFrame(self._body)
        inside = column(self._revealed)
        self.reveal: RevealCard | None = None
        if self.step.ballot:
            charts, running = self._charts_here, self._running
            self.reveal = RevealCard(self._theme, charts, running, self.step, self._revealed)
            inside.addWidget(self.reveal)
        self._revealed.hide()
        into.addWidget(self._revealed)
        self._show_revealed()

    def shows(self, question: str) -> bool:
        """Whether what a question was answered stands on this page."""
        return question in self.editors

    def _show_revealed(self) -> None:
        running = self._running
        if running.step is self.step:
            talking = running.phase is not None and running.phase.kind is PhaseKind.TALK
            found = running.round
            shown = self.reveal is not None and talking and found is not None and found.over
            show_if(self._revealed, shown)
