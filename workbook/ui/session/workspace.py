"""The screen on which a session is worked through: rail, page, notes, next and back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.catalogue.dates import time_of_day
from workbook.catalogue.sessions import session_kind
from workbook.model.answers import Key
from workbook.model.guide import Page, Step
from workbook.model.opened import OpenSession
from workbook.model.session import Place
from workbook.operations import Library
from workbook.ui.charts import Charts
from workbook.ui.session.document import SessionDocument
from workbook.ui.session.kept_pages import KeptPages
from workbook.ui.session.screen import SessionScreen, next_words
from workbook.ui.session.step_page import StepPage
from workbook.ui.system.saver import Saver
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, label, show_if

SMALL = 800  # pixels at 100 % below which the foot of the page says only what it must
SOON = 600  # ms after the focus has moved before the place is remembered


class Workspace(SessionScreen):
    """The open session. Pages are built when first needed and kept, with their texts' undo."""

    _beside_name = (620, 140)

    def __init__(
        self, theme: Theme, charts: Charts, document: SessionDocument, *, notes_shown: bool
    ) -> None:
        self._pages: list[tuple[Step, Page]] = [
            (step, page)
            for step in document.guide.steps
            for page in document.guide.pages_of(step, document.session.mode)
        ]
        self._at = 0
        super().__init__(theme, document, notes_shown=notes_shown)
        self._charts = charts
        self._kind.setText(session_kind(document.session.mode))
        self._kept = KeptPages(self._stack, theme, self._make, self._coming)
        self._place_soon = QTimer(self)
        self._place_soon.setSingleShot(True)
        self._place_soon.setInterval(SOON)
        self._place_soon.timeout.connect(self._remember)
        self._show_saving()

    @classmethod
    def of(
        cls,
        opened: OpenSession,
        library: Library,
        saver: Saver,
        theme: Theme,
        charts: Charts,
        now: Callable[[], datetime],
        *,
        notes_shown: bool,
    ) -> "Workspace":
        """The pages of a session, with a document of their own."""
        document = SessionDocument(opened, library, saver, now)
        pages = cls(theme, charts, document, notes_shown=notes_shown)
        document.setParent(pages)
        return pages

    # Parts

    def _add_to_bar(self, line: QHBoxLayout) -> None:
        self.summary_button = button(tr("Summary"))
        self.summary_button.clicked.connect(self.summary_requested)
        line.addWidget(self.summary_button)

    def _add_to_foot(self, line: QHBoxLayout) -> None:
        line.addStretch(1)
        self._where = label("", "soft", wrap=False)
        line.addWidget(self._where)
        line.addStretch(1)

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
        shown = self._kept.page(page.id)
        shown.build()
        shown.refresh()
        self._stack.setCurrentWidget(shown)
        self.notes.show_step(step)
        self._show_rail()
        self._show_foot()
        self._order_tabs(shown)
        shown.go_to_field(question, mark)
        self._remember()
        self._kept.build_ahead()

    def _make(self, page_id: str) -> StepPage:
        step, page = next(each for each in self._pages if each[1].id == page_id)
        made = StepPage(self._theme, self._charts, self.document, step, page, self._stack)
        made.go_to.connect(self.go_to_question)
        return made

    def _coming(self) -> list[str]:
        """The pages in the order in which they are likely to be needed."""
        pages = (*self._pages[self._at :], *self._pages[: self._at])
        return [page.id for _, page in pages]

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

    def _show_rail(self) -> None:
        document = self.document
        minutes = document.guide.plan(document.session.plan).minutes
        self._show_steps(dict(minutes), self._pages[self._at][0].id)
        names = [answer for answer in self._group_names() if answer]
        self._show_name(names[0] if names else tr("Untitled reflection"))

    def _group_names(self) -> list[str]:
        document = self.document
        return [document.answers.text(q.id) for q in document.guide.with_role("group_name")]

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
        self._show_next(self._next_words(), short=self._small)
        show_if(self._where, not self._small)

    @property
    def _small(self) -> bool:
        """Whether the page is too narrow for more than the words that count."""
        return self.width() < self._theme.px(SMALL)

    def _next_words(self) -> str:
        step, _ = self._pages[self._at]
        if self._at + 1 == len(self._pages):
            return tr("See the summary")
        following, _ = self._pages[self._at + 1]
        if following is step:
            return tr("Continue")
        return next_words(following.title)

    # Staying true

    def _answered(self, keys: frozenset[Key]) -> None:
        self._show_rail()

    def _undone(self, key: Key) -> None:
        current = self.current
        if current is None or key.question not in current.editors:
            self.go_to_question(key.question, key.mark)

    def _saved_words(self) -> str:
        saved = self.document.saved_at
        return tr("Saved {time}").format(time=time_of_day(saved)) if saved is not None else ""

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_if(self._kind, not self._small)
        self._show_rail()
        self._show_foot()
