"""The screens of the session that is open: its pages or its cockpit, and its summary."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbook.model.opened import OpenSession
from workbook.operations import Library
from workbook.ui.charts import Charts
from workbook.ui.settings import Settings
from workbook.ui.system.saver import Saver
from workbook.ui.theme import Theme
from workbook.ui.unsaved import may_be_lost

if TYPE_CHECKING:  # what an open session needs is loaded with the first one
    from workbook.readings.findings import Findings
    from workbook.ui.session.summary import SummaryPage
    from workbook.ui.session.workspace import Workspace
    from workbook.ui.workshop.cockpit.cockpit import Cockpit
    from workbook.ui.workshop.cockpit.open_workshop import OpenWorkshop


class SessionScreens(QObject):
    """Puts the screens of one session at a time into the window's stack, and takes them out again.

    `opened` tells that there is another session, `left` that there is none any more and all of it
    is stored, `named` what its group is called.
    """

    opened = Signal()
    left = Signal()
    named = Signal(str)
    home_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()
    notes_toggled = Signal(bool)
    told = Signal(str, str)  # a title and a sentence for the facilitator
    private = Signal(bool)  # as `OpenWorkshop.private`
    covered = Signal(object)  # as `OpenWorkshop.covered`

    def __init__(
        self,
        stack: QStackedWidget,
        saver: Saver,
        theme: Theme,
        charts: Charts,
        settings: Settings,
        clock: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._stack, self._saver, self._theme, self._charts = stack, saver, theme, charts
        self._settings, self._clock, self._window = settings, clock, window
        self.pages: Workspace | Cockpit | None = None
        self.workshop: OpenWorkshop | None = None
        self.summary: SummaryPage | None = None

    # Opening and leaving

    def open(self, opened: OpenSession, library: Library, *, rehearsal: bool = False) -> None:
        """Show a session at the page and field where it was left; none may be open."""
        if opened.workshop is None:
            self._open_reflection(opened, library)
        else:
            self._open_workshop(opened, library, rehearsal=rehearsal)

    def _open_reflection(self, opened: OpenSession, library: Library) -> None:
        from workbook.ui.session.workspace import Workspace

        notes = self._settings.flag("notes", True)
        pages = Workspace.of(
            opened, library, self._saver, self._theme, self._charts, self._clock, notes_shown=notes
        )
        self._show_pages(pages)
        pages.open_at(opened.session.place)

    def _open_workshop(self, opened: OpenSession, library: Library, *, rehearsal: bool) -> None:
        from workbook.ui.workshop.cockpit.open_workshop import OpenWorkshop

        self.workshop = OpenWorkshop(
            opened,
            library,
            self._saver,
            self._theme,
            self._charts,
            self._settings,
            self._clock,
            self._window,
            rehearsal=rehearsal,
        )
        self.workshop.told.connect(self.told)
        self.workshop.private.connect(self.private)
        self.workshop.covered.connect(self.covered)
        self._show_pages(self.workshop.cockpit)
        self.workshop.cockpit.open_at(opened.session.place)

    def _show_pages(self, pages: "Workspace | Cockpit") -> None:
        pages.home_requested.connect(self.home_requested)
        pages.summary_requested.connect(self.show_summary)
        pages.export_requested.connect(self.export_requested)
        pages.notes_toggled.connect(self.notes_toggled)
        self.pages = pages
        self._stack.addWidget(pages)
        self._stack.setCurrentWidget(pages)
        self.opened.emit()
        self._tell_name()
        pages.document.answered.connect(self._tell_name)

    def _tell_name(self) -> None:
        if self.pages is not None:
            document = self.pages.document
            names = [document.answers.text(q.id) for q in document.guide.with_role("group_name")]
            self.named.emit(" ".join("".join(names).split()))

    def leave(self) -> bool:
        """Leave the session, if any; False where it stays for words that are not stored."""
        pages = self.pages
        if pages is None:
            return True
        if not self.may_leave():
            return False
        self.pages = None
        self._leave_workshop()
        pages.document.end()
        self._saver.flush()  # before the folder of a rehearsal goes
        self.left.emit()
        if self.summary is not None:
            self._drop(self.summary)
            self.summary = None
        self._drop(pages)
        return True

    def end(self) -> None:
        """The program ends: the room sees nothing any more, and all is written."""
        if self.workshop is not None:
            self._leave_workshop()
            self._saver.flush()
            self.left.emit()

    def _leave_workshop(self) -> None:
        if self.workshop is not None:
            self.workshop.leave()
            self.workshop.deleteLater()
            self.workshop = None

    def _drop(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def may_leave(self) -> bool:
        """Store what is not stored yet; where that fails, ask whether it may be lost."""
        if self.pages is None:
            return True
        self.pages.leave()
        self._saver.flush()
        if not self.pages.unsaved:
            return True
        ballots = self.workshop is not None and self.workshop.running.unsaved
        return may_be_lost(self._window, words=self.pages.document.unsaved, ballots=ballots)

    # What it holds

    def settled(self) -> "Findings | None":
        """What the session says with the last words typed in it, None where none is open."""
        if self.pages is None:
            return None
        self.pages.document.leave()
        self._saver.flush()
        return self.pages.document.findings

    # Moving about

    def go_next(self) -> None:
        """The next page of the session; on the summary, further down."""
        if self.summary is not None and self.on_summary:
            self.summary.scroll_page(1)
        elif self.pages is not None:
            self.pages.go_next()

    def go_back(self) -> None:
        """The page before; on the summary, further up, and from its top to the questions."""
        if self.summary is not None and self.on_summary:
            if not self.summary.scroll_page(-1):
                self.show_questions()
        elif self.pages is not None:
            self.pages.go_back()

    def go_to_step(self, number: int) -> None:
        """The beginning of a step."""
        if self.pages is not None:
            self.show_questions()
            self.pages.go_to_step(self.pages.document.guide.steps[number].id)

    def run(self, command: str) -> None:
        """Do what the menu of an open workshop asks for."""
        if self.workshop is not None:
            self.show_questions()
            self.workshop.run(command)

    def show_questions(self) -> None:
        """From the summary back to the page that was open."""
        if self.pages is not None:
            self._stack.setCurrentWidget(self.pages)

    @property
    def on_summary(self) -> bool:
        """Whether the summary is what is seen."""
        return self.summary is not None and self._stack.currentWidget() is self.summary

    def show_summary(self) -> None:
        """Show the summary of the session as it is now."""
        from workbook.ui.session.summary import SummaryPage

        if self.pages is None:
            return
        self.pages.leave()
        if self.summary is None:
            self.summary = SummaryPage(self._theme, self._charts)
            self.summary.back_requested.connect(self.show_questions)
            self.summary.export_requested.connect(self.export_requested)
            self.summary.print_requested.connect(self.print_requested)
            self._stack.addWidget(self.summary)
        self.summary.show_summary(self.pages.document.findings)
        self._stack.setCurrentWidget(self.summary)
        self.summary.focus()

    def undo(self) -> None:
        """Take the last change of an answer back."""
        if self.pages is not None:
            self.pages.document.undo.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.pages is not None:
            self.pages.document.undo.redo()
