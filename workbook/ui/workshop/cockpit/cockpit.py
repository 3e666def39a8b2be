"""The screen from which a facilitator runs a workshop: clock, rail, phases, votes, notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from workbook.catalogue import ntr, tr
from workbook.catalogue.agenda import countdown_words, spoken_countdown
from workbook.model.agenda import BREAK, Level, level, whole
from workbook.model.answers import ME, Key, step_progress
from workbook.model.guide import Mode, PhaseKind, TextQuestion
from workbook.model.session import Place
from workbook.model.workshop import RoundState
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, restyle, row, show_if
from workbook.ui.widgets.notes_panel import NotesPanel
from workbook.ui.widgets.rail import Rail, RailEntry
from workbook.ui.workshop.cockpit.late_card import LateCard
from workbook.ui.workshop.cockpit.pages import RoomPage, RoomPages
from workbook.ui.workshop.cockpit.passing_by import PassingBy
from workbook.ui.workshop.voting.vote_page import RoomStepPage, VotePage
from workbook.ui.workshop.workshop import Room

NARROW = 1120  # pixels at 100 % below which the rail shows numbers only
SMALL = 900  # and below which the bar says only what it must


class Cockpit(QWidget):
    """The open workshop, for the facilitator's eyes. What the room sees is another window's."""

    home_requested = Signal()
    summary_requested = Signal()
    export_requested = Signal()
    notes_toggled = Signal(bool)
    audience_toggled = Signal()
    black_toggled = Signal()

    def __init__(self, theme: Theme, charts: Charts, room: Room, *, notes_shown: bool) -> None:
        super().__init__()
        self._theme, self.room = theme, room
        self.document = room.document
        self._notes_shown, self._shared = notes_shown, False

        outer = column(self, gap=0)
        outer.addWidget(self._make_bar())
        middle = row(gap=0)
        self.rail = Rail(theme)
        self.rail.chosen.connect(self.go_to_step)
        self.late = LateCard(theme, room, self.rail)
        self.rail.frame_with(room.guide.plan(room.setup.plan).title, self.late)
        middle.addWidget(self.rail)
        centre = column(gap=0)
        self._stack = QStackedWidget()
        self._pages = RoomPages(theme, charts, room, self._stack)
        self._pages.made.connect(self._connect_page)
        centre.addWidget(self._stack, 1)
        centre.addWidget(self._make_foot())
        middle.addLayout(centre, 1)
        self.notes = NotesPanel(theme, self.document.session.mode, self)
        self.notes.show_scratch(self.document.scratch)
        self.notes.noted.connect(self.document.note)
        self.notes.left.connect(self.document.leave)
        self.notes.hide_requested.connect(self._hide_notes)
        self.notes.setVisible(notes_shown)
        middle.addWidget(self.notes)
        outer.addLayout(middle, 1)

        room.moved.connect(self._show)
        room.changed.connect(self._refresh)
        room.counted.connect(self._show_saving)
        room.saved.connect(self._show_saving)
        room.ticked.connect(self._show_time)
        self.document.answered.connect(self._answered)
        self.document.revealed.connect(self._undone)
        self.document.saving_changed.connect(self._show_saving)
        self._show()  # before the window shows it: Qt then lays everything out once

    # Parts

    def _make_bar(self) -> QFrame:
        bar = frame("bar")
        line = row(bar, margins=(14, 9, 20, 9), gap=10)
        self.home_button = button(tr("‹ All sessions"), "quiet")
        self.home_button.clicked.connect(self.home_requested)
        line.addWidget(self.home_button)
        self._name = label("", "name", wrap=False)
        line.addWidget(self._name)
        self._kind = label("", "chip", wrap=False)
        line.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        self.saved = label("", "soft", wrap=False)
        self.saved.setAccessibleName(tr("Saved"))
        line.addWidget(self.saved)
        line.addSpacing(6)
        self.time = label("", "clock", wrap=False)
        line.addWidget(self.time)
        self.minute_button = button(tr("+1 min"))
        self.minute_button.clicked.connect(self.room.add_minute)
        line.addWidget(self.minute_button)
        self.run_button = button("")
        self.run_button.clicked.connect(self.start_or_pause)
        line.addWidget(self.run_button)
        self.audience_button = button(tr("Audience screen"))
        self.audience_button.clicked.connect(self.audience_toggled)
        line.addWidget(self.audience_button)
        self.export_button = button(tr("Export…"))
        self.export_button.clicked.connect(self.export_requested)
        line.addWidget(self.export_button)
        return bar

    def _make_foot(self) -> QFrame:
        foot = frame("foot")
        line = row(foot, margins=(36, 11, 36, 11))
        self.back_button = button(tr("Back"))
        self.back_button.clicked.connect(self.go_back)
        line.addWidget(self.back_button)
        # Where the rail is too narrow for its card, what it says of the time stands here.
        self.late_words = label("", "soft", wrap=False)
        line.addWidget(self.late_words)
        line.addStretch(1)
        self.passing_by = PassingBy(self.room, foot)
        line.addWidget(self.passing_by, 1000)
        self.again_button = button("")
        self.again_button.clicked.connect(self.open_again)
        line.addWidget(self.again_button)
        self.next_button = button("", "primary")
        self.next_button.clicked.connect(self.go_next)
        line.addWidget(self.next_button)
        return foot

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
        if not self.room.go_next() and not self._shared:
            self.summary_requested.emit()

    def go_back(self) -> None:
        """The phase before."""
        self.document.leave()
        self.room.go_back()

    def go_to_step(self, step_id: str) -> None:
        """The first phase of a step; stays where it is if that step is open already."""
        if self.room.step.id != step_id:
            self.document.leave()
            self.room.go_to(step_id)

    @property
    def current(self) -> RoomPage:
        """The page that is shown."""
        page = self._stack.currentWidget()
        if not isinstance(page, VotePage | RoomStepPage):
            raise TypeError("nothing is shown yet")
        return page

    def _show(self) -> None:
        self._pages.show()
        self._show_notes_of_phase()
        self._refresh()

    def _connect_page(self, page: RoomPage) -> None:
        page.chips.picked.connect(self._go_to_phase)
        if isinstance(page, RoomStepPage):
            page.go_to.connect(self._go_to_question)

    def _go_to_phase(self, phase: str) -> None:
        self.document.leave()
        self.room.go_to(self.room.step.id, phase)

    def _go_to_question(self, question_id: str) -> None:
        self.go_to_step(self.room.guide.step_of(question_id).id)

    def _focus(self, question: str, mark: str) -> None:
        page = self.current
        if isinstance(page, RoomStepPage):
            page.go_to_field(question, mark)

    # What is shown

    def _show_notes_of_phase(self) -> None:
        room = self.room
        self.notes.show_step(room.step)
        phase = room.phase
        if phase is None and room.clock.phase != BREAK:
            self.notes.show_card("", "")  # a step without phases, whose guide says nothing of them
        elif phase is None:
            self.notes.show_card(tr("A break"), tr("Say when you go on, and go on then."))
        else:
            self.notes.show_card(phase.card_title, phase.card)
        self.notes.show_drafts(
            [
                (question.prompt, value)
                for question in room.guide.questions_of(room.step, Mode.SOLO)
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
        room, document = self.room, self.document
        seconds: dict[str, int] = {}
        for box in room.agenda:
            seconds[box.step] = seconds.get(box.step, 0) + box.seconds
        voted = room.workshop.voted
        self.rail.show_entries(
            [
                RailEntry(
                    step.id,
                    number,
                    step.title,
                    round(seconds[step.id] / 60) if step.id in seconds else None,
                    step_progress(
                        document.guide, step, document.session.mode, document.answers, voted
                    ),
                )
                for number, step in enumerate(document.guide.steps)
            ],
            room.step.id,
        )

    def _show_bar(self) -> None:
        people = self.room.setup.people
        kind = ntr("Workshop · {n} person", "Workshop · {n} people", people).format(n=people)
        if self.room.rehearsal:
            kind = tr("Rehearsal · nothing is kept")
        self._kind.setText(kind)
        self._name.setText(self._elided(self.document.session.name or tr("Untitled workshop")))

    def _elided(self, name: str) -> str:
        room = max(self.width() - self._theme.px(860), self._theme.px(110))
        mode = Qt.TextElideMode.ElideRight
        return self._name.fontMetrics().elidedText(" ".join(name.split()), mode, room)

    def _show_foot(self) -> None:
        room = self.room
        found = room.round
        over = found is not None and found.state in (RoundState.REVEALED, RoundState.WITHHELD)
        talks = room.phase is not None and room.phase.kind not in (PhaseKind.PAGE, PhaseKind.WRITE)
        show_if(self.again_button, over and talks and not room.waits_to_open)
        kind = "plain" if room.waits_to_open else "primary"  # one a screen: opening comes first
        if self.next_button.property("kind") != kind:
            self.next_button.setProperty("kind", kind)
            restyle(self.next_button)
        if found is not None:
            self.again_button.setText(_again_words(found.id.number + 1))
        words = self._next_words()
        self.next_button.setAccessibleName(words)
        self.next_button.setText(
            (tr("Next") if self.width() < self._theme.px(SMALL) else words).replace("&", "&&")
        )
        self.next_button.setEnabled(room.following() is not None or not self._shared)
        self.back_button.setEnabled(room.preceding() is not None)

    def _next_words(self) -> str:
        room = self.room
        following = room.following()
        if following is None:
            return tr("See the summary")
        step = room.guide.step(following.step)
        named = next((p.title for p in step.phases if p.id == following.phase), tr("a break"))
        title = named if step is room.step else step.title
        return tr("Next: {title}").format(title=title[:1].lower() + title[1:])

    def _show_time(self) -> None:
        room = self.room
        left = room.left()
        self.time.setText(countdown_words(left))
        self.time.setAccessibleName(spoken_countdown(left))
        state = level(left, whole(room.agenda, room.clock))
        kind = "clock" if state is Level.CALM else f"clock-{state.value}"
        if self.time.property("kind") != kind:
            self.time.setProperty("kind", kind)
            restyle(self.time)
        words = tr("Pause") if room.running else tr("Start")
        if self.run_button.text() != words:
            self.run_button.setText(words)
            self.run_button.setAccessibleName(words)
        self.late.refresh()
        self.late_words.setText(self.late.short)

    def _show_saving(self) -> None:
        document = self.document
        if document.error:
            text, kind = document.error, "danger"
        elif document.unsaved or self.room.unsaved:
            text, kind = tr("Saving…"), "soft"
        else:
            text, kind = "", "soft"
        self.saved.setText(text)
        if self.saved.property("kind") != kind:
            self.saved.setProperty("kind", kind)
            restyle(self.saved)

    def show_audience(self, *, shown: bool, frozen: bool, black: bool) -> None:
        """Say on the button what the room sees."""
        words = tr("Audience screen")
        state = tr("hidden")
        if shown:
            state = tr("black") if black else tr("frozen") if frozen else tr("shown")
        mark = {tr("hidden"): "", tr("shown"): " ●"}.get(state, f" · {state}")
        self.audience_button.setText(words + mark)
        self.audience_button.setAccessibleName(f"{words}, {state}")

    def share(self, shared: bool) -> None:
        """Show nothing that the room may not see, because it looks at this window too."""
        self._shared = shared
        self.notes.setVisible(self._notes_shown and not shared)
        for part in (self.home_button, self.export_button, self.audience_button):
            part.setVisible(not shared)
        self._show_foot()

    def take_focus(self) -> None:
        """Put the keyboard where one goes on."""
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def start_or_pause(self) -> None:
        """Let the clock run, or stand."""
        if self.room.running:
            self.room.pause()
        else:
            self.room.start()

    def open_again(self) -> None:
        """Offer another round on what the room talked about, where the step votes once more."""
        self.document.leave()
        self.room.offer_round()
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
            title = self.room.guide.step_of(key.question).title
            self.passing_by.tell(tr("Undo or redo has changed “{step}”.").format(step=title))

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return self.document.unsaved or self.room.unsaved

    def focus_moved(self) -> None:
        """The focus is elsewhere: a workshop's place is its clock's, so there is nothing to do."""

    def leave(self) -> None:
        """The workshop is left: store what is not stored yet."""
        self.document.leave()
        self.room.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What blacks the audience screen out wherever no text has the focus: remotes send either
        key.
        """
        if event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period) and not event.modifiers():
            self.black_toggled.emit()
        elif event.key() == Qt.Key.Key_U and not event.modifiers() and self.room.can_undo_replan:
            self.room.undo_replan()
        else:
            super().keyPressEvent(event)

    def show_notes(self, shown: bool) -> None:
        """Show or hide the notes; a screen that the room looks at never shows them."""
        self._notes_shown = shown
        self.notes.setVisible(shown and not self._shared)

    def _hide_notes(self) -> None:
        self.notes_toggled.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        self.rail.set_compact(narrow)
        show_if(self.late_words, narrow)
        self.notes.fit(self.width())
        show_if(self._kind, self.width() >= self._theme.px(SMALL))
        self._show_bar()
        self._show_foot()


def _again_words(number: int) -> str:
    return {
        2: tr("Open a second round"),
        3: tr("Open a third round"),
    }.get(number, tr("Open round {number}").format(number=number))
