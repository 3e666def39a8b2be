"""The screen from which a facilitator runs a workshop: clock, rail, phases, votes, notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from workbook.catalogue import tr
from workbook.catalogue.agenda import countdown_words, spoken_countdown
from workbook.catalogue.sessions import session_kind
from workbook.model.agenda import BREAK
from workbook.model.answers import ME, Key
from workbook.model.guide import Mode, PhaseKind, TextQuestion
from workbook.model.session import Place
from workbook.model.timing import Level, level, whole
from workbook.model.workshop import RoundState
from workbook.ui.charts import Charts
from workbook.ui.session.screen import SessionScreen, next_words
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label, set_kind, show_if
from workbook.ui.workshop.cockpit.late_card import LateCard
from workbook.ui.workshop.cockpit.pages import CockpitPage, CockpitPages
from workbook.ui.workshop.cockpit.passing_by import PassingBy
from workbook.ui.workshop.voting.vote_page import VotePage, WorkshopStepPage
from workbook.ui.workshop.workshop import RunningWorkshop

SMALL = 900  # pixels at 100 % below which the bar says only what it must


class Cockpit(SessionScreen):
    """The open workshop, for the facilitator's eyes. What the room sees is another window's."""

    wall_toggled = Signal()
    black_toggled = Signal()

    _beside_name = (860, 110)

    def __init__(
        self, theme: Theme, charts: Charts, running: RunningWorkshop, *, notes_shown: bool
    ) -> None:
        self.running = running
        super().__init__(theme, running.document, notes_shown=notes_shown)
        self._pages = CockpitPages(theme, charts, running, self._stack)
        self._pages.made.connect(self._connect_page)
        running.moved.connect(self._show)
        running.changed.connect(self._refresh)
        running.counted.connect(self._show_saving)
        running.saved.connect(self._show_saving)
        running.ticked.connect(self._show_time)
        self._show()  # before the window shows it: Qt then lays everything out once

    # Parts

    def _add_to_bar(self, line: QHBoxLayout) -> None:
        self.time = label("", "clock", wrap=False)
        line.addWidget(self.time)
        self.minute_button = button(tr("+1 min"))
        self.minute_button.clicked.connect(self.running.add_minute)
        line.addWidget(self.minute_button)
        self.run_button = button("")
        self.run_button.clicked.connect(self.start_or_pause)
        line.addWidget(self.run_button)
        self.wall_button = button(tr("Audience screen"))
        self.wall_button.clicked.connect(self.wall_toggled)
        line.addWidget(self.wall_button)

    def _add_to_rail(self) -> None:
        running = self.running
        self.late = LateCard(self._theme, running, self.rail)
        self.rail.frame_with(running.guide.plan(running.setup.plan).title, self.late)

    def _add_to_foot(self, line: QHBoxLayout) -> None:
        # Where the rail is too narrow for its card, what it says of the time stands here.
        self.late_words = label("", "soft", wrap=False)
        line.addWidget(self.late_words)
        line.addStretch(1)
        self.passing_by = PassingBy(self.running, self)
        line.addWidget(self.passing_by, 1000)
        self.again_button = button("")
        self.again_button.clicked.connect(self.open_again)
        line.addWidget(self.again_button)

    # Where one is

    def open_at(self, place: Place) -> None:
        """Put the keyboard where it was left. The clock knows at which phase, and that is shown."""
        self.take_focus()
        if place.question:
            self._focus(place.question, place.mark)

    def go_next(self) -> None:
        """The next phase; after the last one, the summary, which is not for the room to look at.
        Where a vote would be passed by, it is said first.
        """
        self.document.leave()
        if self.passing_by.stops():
            return
        if not self.running.go_next() and not self._shared:
            self.summary_requested.emit()

    def go_back(self) -> None:
        """The phase before."""
        self.document.leave()
        self.running.go_back()

    def go_to_step(self, step_id: str) -> None:
        """The first phase of a step; stays where it is if that step is open already."""
        if self.running.step.id != step_id:
            self.document.leave()
            self.running.go_to(step_id)

    @property
    def current(self) -> CockpitPage:
        """The page that is shown."""
        page = self._stack.currentWidget()
        if not isinstance(page, VotePage | WorkshopStepPage):
            raise TypeError("nothing is shown yet")
        return page

    def _show(self) -> None:
        self._pages.show()
        self._show_notes_of_phase()
        self._refresh()

    def _connect_page(self, page: CockpitPage) -> None:
        page.chips.picked.connect(self._go_to_phase)
        if isinstance(page, WorkshopStepPage):
            page.go_to.connect(self._go_to_question)

    def _go_to_phase(self, phase: str) -> None:
        self.document.leave()
        self.running.go_to(self.running.step.id, phase)

    def _go_to_question(self, question_id: str) -> None:
        self.go_to_step(self.running.guide.step_of(question_id).id)

    def _focus(self, question: str, mark: str) -> None:
        page = self.current
        if isinstance(page, WorkshopStepPage):
            page.go_to_field(question, mark)

    # What is shown

    def _show_notes_of_phase(self) -> None:
        running = self.running
        self.notes.show_step(running.step)
        phase = running.phase
        if phase is None and running.clock.phase != BREAK:
            self.notes.show_card("", "")  # a step without phases, whose guide says nothing of them
        elif phase is None:
            self.notes.show_card(tr("A break"), tr("Say when you go on, and go on then."))
        else:
            self.notes.show_card(phase.card_title, phase.card)
        self.notes.show_drafts(
            [
                (question.prompt, value)
                for question in running.guide.questions_of(running.step, Mode.SOLO)
                if isinstance(question, TextQuestion)
                and isinstance(value := self.document.answers.get(Key(question.id)), str)
            ]
            if self.document.answers.voice != ME
            else []
        )

    def _refresh(self) -> None:
        self._show_rail()
        self._show_bar()
        self._show_foot()
        self._show_time()
        self._show_saving()

    def _show_rail(self) -> None:
        running = self.running
        seconds: dict[str, int] = {}
        for box in running.agenda:
            seconds[box.step] = seconds.get(box.step, 0) + box.seconds
        minutes = {step: round(long / 60) for step, long in seconds.items()}
        self._show_steps(minutes, running.step.id, running.workshop.voted)

    def _show_bar(self) -> None:
        kind = session_kind(Mode.WORKSHOP, self.running.setup.people)
        self._kind.setText(tr("Rehearsal · nothing is kept") if self.running.rehearsal else kind)
        self._show_name(self.document.session.name or tr("Untitled workshop"))

    def _show_foot(self) -> None:
        running = self.running
        found = running.round
        over = found is not None and found.state in (RoundState.REVEALED, RoundState.WITHHELD)
        talks = running.phase is not None and running.phase.kind not in (
            PhaseKind.PAGE,
            PhaseKind.WRITE,
        )
        show_if(self.again_button, over and talks and not running.next_round.waits)
        kind = (
            "plain" if running.next_round.waits else "primary"
        )  # one a screen: opening comes first
        set_kind(self.next_button, kind)
        if found is not None:
            self.again_button.setText(_again_words(found.id.number + 1))
        self._show_next(self._next_words(), short=self._small)
        self.next_button.setEnabled(running.following() is not None or not self._shared)
        self.back_button.setEnabled(running.preceding() is not None)

    def _next_words(self) -> str:
        running = self.running
        following = running.following()
        if following is None:
            return tr("See the summary")
        step = running.guide.step(following.step)
        named = next((p.title for p in step.phases if p.id == following.phase), tr("a break"))
        title = named if step is running.step else step.title
        return next_words(title)

    @property
    def _small(self) -> bool:
        """Whether the screen is too narrow for more than the words that count."""
        return self.width() < self._theme.px(SMALL)

    def _show_time(self) -> None:
        running = self.running
        left = running.left()
        self.time.setText(countdown_words(left))
        self.time.setAccessibleName(spoken_countdown(left))
        state = level(left, whole(running.agenda, running.clock))
        set_kind(self.time, "clock" if state is Level.CALM else f"clock-{state.value}")
        words = tr("Pause") if running.clock_runs else tr("Start")
        if self.run_button.text() != words:
            self.run_button.setText(words)
            self.run_button.setAccessibleName(words)
        self.late.refresh()
        self.late_words.setText(self.late.short)

    def show_wall(self, *, shown: bool, frozen: bool, black: bool) -> None:
        """Say on the button what the room sees."""
        words = tr("Audience screen")
        state = tr("hidden")
        if shown:
            state = tr("black") if black else tr("frozen") if frozen else tr("shown")
        mark = {tr("hidden"): "", tr("shown"): " ●"}.get(state, f" · {state}")
        self.wall_button.setText(words + mark)
        self.wall_button.setAccessibleName(f"{words}, {state}")

    def share(self, shared: bool) -> None:
        """Show nothing that the room may not see, because it looks at this window too."""
        self._shared = shared
        self.notes.setVisible(self._notes_shown and not shared)
        for part in (self.home_button, self.export_button, self.wall_button):
            part.setVisible(not shared)
        self._show_foot()

    def take_focus(self) -> None:
        """Put the keyboard where one goes on."""
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def start_or_pause(self) -> None:
        """Let the clock run, or stand."""
        if self.running.clock_runs:
            self.running.pause()
        else:
            self.running.start()

    def open_again(self) -> None:
        """Offer another round on what the room talked about, where the step votes once more."""
        self.document.leave()
        self.running.offer_round()
        if isinstance(self.current, VotePage):
            self.current.collect.opening.open_button.setFocus()

    def _answered(self, keys: frozenset[Key]) -> None:
        self._show_rail()
        self._show_bar()

    def _undone(self, key: Key) -> None:
        """Where an undo or redo has changed what is not in sight, say so: to show it would move the
        room, and begin a phase's time anew.
        """
        if not self.current.shows(key.question):
            title = self.running.guide.step_of(key.question).title
            self.passing_by.tell(tr("Undo or redo has changed “{step}”.").format(step=title))

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return self.document.unsaved or self.running.unsaved

    def focus_moved(self) -> None:
        """The focus is elsewhere: a workshop's place is its clock's, so there is nothing to do."""

    def leave(self) -> None:
        """The workshop is left: store what is not stored yet."""
        self.document.leave()
        self.running.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What blacks the wall out wherever no text has the focus: remotes send either
        key.
        """
        if event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period) and not event.modifiers():
            self.black_toggled.emit()
        elif event.key() == Qt.Key.Key_U and not event.modifiers() and self.running.can_undo_replan:
            self.running.undo_replan()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_if(self.late_words, self._narrow)
        show_if(self._kind, not self._small)
        self._show_bar()
        self._show_foot()


def _again_words(number: int) -> str:
    return {
        2: tr("Open a second round"),
        3: tr("Open a third round"),
    }.get(number, tr("Open round {number}").format(number=number))
