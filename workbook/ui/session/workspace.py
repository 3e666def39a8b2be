"""The screen on which a session is worked through: rail, page, notes, next and back."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from workbook.catalogue import tr
from workbook.catalogue.dates import clock
from workbook.catalogue.sessions import session_kind
from workbook.model.answers import Key, step_progress
from workbook.model.guide import Page, Step
from workbook.model.session import Place
from workbook.ui.charts import Charts
from workbook.ui.session.document import SessionDocument
from workbook.ui.session.step_page import StepPage
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, restyle, row, show_if
from workbook.ui.widgets.notes_panel import NotesPanel
from workbook.ui.widgets.rail import Rail, RailEntry

NARROW = 1120  # pixels at 100 % below which the rail shows numbers only
SMALL = 800  # and below which the foot of the page says only what it must
AHEAD = 25  # ms between two bits of building pages ahead of time
SOON = 600  # ms after the focus has moved before the place is remembered


class Workspace(QWidget):
    """The open session. Pages are built when first needed and kept, with their texts' undo."""

    home_requested = Signal()
    summary_requested = Signal()
    export_requested = Signal()
    notes_toggled = Signal(bool)

    def __init__(
        self, theme: Theme, charts: Charts, document: SessionDocument, *, notes_shown: bool
    ) -> None:
        super().__init__()
        self._theme, self._charts, self.document = theme, charts, document
        mode = document.session.mode
        guide = document.guide
        self._pages: list[tuple[Step, Page]] = [
            (step, page) for step in guide.steps for page in guide.pages_of(step, mode)
        ]
        self._at = 0
        self._built: dict[str, StepPage] = {}

        outer = column(self, gap=0)
        outer.addWidget(self._make_bar())
        middle = row(gap=0)
        self.rail = Rail(theme)
        self.rail.chosen.connect(self.go_to_step)
        middle.addWidget(self.rail)
        centre = column(gap=0)
        self._stack = QStackedWidget()
        centre.addWidget(self._stack, 1)
        centre.addWidget(self._make_foot())
        middle.addLayout(centre, 1)
        self.notes = NotesPanel(theme, mode, self)
        self.notes.show_scratch(document.scratch)
        self.notes.noted.connect(document.note)
        self.notes.left.connect(document.leave)
        self.notes.hide_requested.connect(self._hide_notes)
        self.notes.setVisible(notes_shown)
        middle.addWidget(self.notes)
        outer.addLayout(middle, 1)

        self._place_soon = QTimer(self)
        self._place_soon.setSingleShot(True)
        self._place_soon.setInterval(SOON)
        self._place_soon.timeout.connect(self._remember)
        self._ahead = QTimer(self)
        self._ahead.setInterval(AHEAD)
        self._ahead.timeout.connect(self._build_ahead)
        theme.changing.connect(self._drop_unseen)
        document.answered.connect(self._answered)
        document.revealed.connect(self._reveal)
        document.saving_changed.connect(self._show_saving)
        self._show_saving()

    # Parts

    def _make_bar(self) -> QFrame:
        bar = frame("bar")
        line: QHBoxLayout = row(bar, margins=(14, 9, 20, 9), gap=10)
        self.home_button = button(tr("‹ All sessions"), "quiet")
        self.home_button.clicked.connect(self.home_requested)
        line.addWidget(self.home_button)
        self._name = label("", "name", wrap=False)
        line.addWidget(self._name)
        self._kind = label(session_kind(self.document.session.mode), "chip", wrap=False)
        line.addWidget(self._kind)
        line.addStretch(1)
        self.saved = label("", "soft", wrap=False)
        self.saved.setAccessibleName(tr("Saved"))
        line.addWidget(self.saved)
        line.addSpacing(6)
        self.summary_button = button(tr("Summary"))
        self.summary_button.clicked.connect(self.summary_requested)
        line.addWidget(self.summary_button)
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
        line.addStretch(1)
        self._where = label("", "soft", wrap=False)
        line.addWidget(self._where)
        line.addStretch(1)
        self.next_button = button("", "primary")
        self.next_button.clicked.connect(self.go_next)
        line.addWidget(self.next_button)
        return foot

    # Where one is

    @property
    def current(self) -> StepPage | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, StepPage) else None

    def open_at(self, place: Place) -> None:
        """Show the page and field where the session was left; the beginning at first."""
        at = next(
            (
                index
                for index, (step, page) in enumerate(self._pages)
                if page.id == place.page or (not place.page and step.id == place.step)
            ),
            0,
        )
        self._show(at, place.question, place.mark)

    def go_next(self) -> None:
        """The next page; after the last one, the summary."""
        if self._at + 1 < len(self._pages):
            self._show(self._at + 1)
        else:
            self.summary_requested.emit()

    def go_back(self) -> None:
        """The page before."""
        if self._at > 0:
            self._show(self._at - 1)

    def go_to_step(self, step_id: str) -> None:
        """The first page of a step; stays where it is if that step is open already."""
        if self._pages[self._at][0].id != step_id:
            self.open_at(Place(step=step_id))

    def go_to_question(self, question_id: str, mark: str = "") -> None:
        """The page on which a question is asked, with the focus in it."""
        for index, (_, page) in enumerate(self._pages):
            if any(question_id in line for line in page.rows):
                self._show(index, question_id, mark)
                return

    def _show(self, at: int, question: str = "", mark: str = "") -> None:
        self.document.leave()
        self._at = at
        step, page = self._pages[at]
        shown = self._built.get(page.id)
        if shown is None:
            shown = self._make(step, page)
        shown.build()
        shown.refresh()
        self._stack.setCurrentWidget(shown)
        self.notes.show_step(step)
        self._show_rail()
        self._show_foot()
        self._order_tabs(shown)
        shown.go_to_field(question, mark)
        self._remember()
        self._ahead.start()

    def _make(self, step: Step, page: Page) -> StepPage:
        made = StepPage(self._theme, self._charts, self.document, step, page, self._stack)
        made.go_to.connect(self.go_to_question)
        self._built[page.id] = made
        self._stack.addWidget(made)
        return made

    def _order_tabs(self, page: StepPage) -> None:
        """Tab goes from the last field to Next, and only then around the page."""
        last: QWidget = page.last_field()
        widgets: tuple[QWidget, ...] = (
            self.next_button,
            self.back_button,
            self.notes.scratch,
            self.notes.hide_button,
            self.home_button,
            self.summary_button,
            self.export_button,
        )
        for widget in widgets:
            QWidget.setTabOrder(last, widget)
            last = widget

    def _drop_unseen(self) -> None:
        """Pages that are not shown go before everything is styled anew: made again they cost less
        than styled again.
        """
        self._ahead.stop()
        for page_id, page in list(self._built.items()):
            if page is not self.current:
                del self._built[page_id]
                self._stack.removeWidget(page)
                page.deleteLater()
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        self._ahead.start()

    def _build_ahead(self) -> None:
        """Build a little of the pages that come next, while nobody waits for it."""
        for step, page in (*self._pages[self._at :], *self._pages[: self._at]):
            made = self._built.get(page.id)
            if made is None:
                self._make(step, page)
                return
            if made.build_some(self._stack.size()):
                return
        self._ahead.stop()

    def _show_rail(self) -> None:
        document = self.document
        minutes = document.guide.plan(document.session.plan).minutes
        current = self._pages[self._at][0].id
        self.rail.show_entries(
            [
                RailEntry(
                    step.id,
                    number,
                    step.title,
                    minutes.get(step.id),
                    step_progress(document.guide, step, document.session.mode, document.answers),
                )
                for number, step in enumerate(document.guide.steps)
            ],
            current,
        )
        names = [answer for answer in self._group_names() if answer]
        self._name.setText(self._elided(names[0] if names else tr("Untitled reflection")))

    def _group_names(self) -> list[str]:
        document = self.document
        return [document.answers.text(q.id) for q in document.guide.with_role("group_name")]

    def _elided(self, name: str) -> str:
        room = max(self.width() - self._theme.px(620), self._theme.px(140))
        mode = Qt.TextElideMode.ElideRight
        return self._name.fontMetrics().elidedText(" ".join(name.split()), mode, room)

    def _show_foot(self) -> None:
        step, page = self._pages[self._at]
        guide = self.document.guide
        siblings = [other for other in self._pages if other[0] is step]
        where = tr("{number} of {last}").format(
            number=guide.steps.index(step), last=len(guide.steps) - 1
        )
        if len(siblings) > 1:
            at = tr("page {page} of {pages}").format(
                page=siblings.index((step, page)) + 1, pages=len(siblings)
            )
            where = f"{where} · {at}"
        self._where.setText(where)
        self.back_button.setEnabled(self._at > 0)
        words = self._next_words()
        self.next_button.setAccessibleName(words)
        short = tr("Next") if self._narrow() else words
        self.next_button.setText(short.replace("&", "&&"))
        show_if(self._where, not self._narrow())

    def _narrow(self) -> bool:
        """Whether the page is too narrow for more than the words that count."""
        return self.width() < self._theme.px(SMALL)

    def _next_words(self) -> str:
        step, _ = self._pages[self._at]
        if self._at + 1 == len(self._pages):
            return tr("See the summary")
        following, _ = self._pages[self._at + 1]
        if following is step:
            return tr("Continue")
        title = following.title
        return tr("Next: {title}").format(title=title[:1].lower() + title[1:])

    # Staying true

    def _answered(self, keys: frozenset[Key]) -> None:
        self._show_rail()

    def _reveal(self, key: Key) -> None:
        current = self.current
        if current is None or key.question not in current.editors:
            self.go_to_question(key.question, key.mark)

    def _show_saving(self) -> None:
        document = self.document
        if document.error:
            text, kind = document.error, "danger"
        elif document.unsaved:
            text, kind = tr("Saving…"), "soft"
        elif document.saved_at is not None:
            text, kind = tr("Saved {time}").format(time=clock(document.saved_at)), "soft"
        else:
            text, kind = "", "soft"
        self.saved.setText(text)
        if self.saved.property("kind") != kind:
            self.saved.setProperty("kind", kind)
            restyle(self.saved)

    @property
    def unsaved(self) -> bool:
        """Whether something is not on disk yet."""
        return self.document.unsaved

    def focus_moved(self) -> None:
        """The focus is elsewhere: remember the place a little later."""
        self._place_soon.start()

    def _remember(self) -> None:
        self._place_soon.stop()
        if self.current is not None and self.current.isVisible():
            self.document.be_at(self.current.place())

    def leave(self) -> None:
        """The session is left: remember the place and store what is not stored yet."""
        self._remember()
        self.document.leave()

    # Notes and width

    def show_notes(self, shown: bool) -> None:
        """Show or hide the notes; readings stay on the page."""
        self.notes.setVisible(shown)

    def _hide_notes(self) -> None:
        self.notes_toggled.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < self._theme.px(NARROW))
        self.notes.fit(self.width())
        show_if(self._kind, not self._narrow())
        self._show_rail()
        self._show_foot()
