"""The window: which screen is shown, and what each command does."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from workbook import operations
from workbook.catalogue import tr
from workbook.model.opened import OpenSession
from workbook.operations import Library, LibraryError
from workbook.ui.actions import Actions, Handlers
from workbook.ui.charts import Charts
from workbook.ui.exporting import Exporting
from workbook.ui.help import Help
from workbook.ui.home.beginnings import Beginnings
from workbook.ui.home.home import HomePage
from workbook.ui.home.home_list import HomeList
from workbook.ui.home.lister import Lister
from workbook.ui.home.workshops import Workshops
from workbook.ui.look import Look
from workbook.ui.printing import Printing
from workbook.ui.settings import Settings
from workbook.ui.system.saver import Saver
from workbook.ui.system.window_place import place
from workbook.ui.text_keys import TextKeys, edit_text, redo_in_text, undo_in_text
from workbook.ui.theme import Theme
from workbook.ui.unsaved import may_be_lost

if TYPE_CHECKING:  # what an open session needs is loaded with the first one
    from workbook.readings.findings import Findings
    from workbook.ui.session.document import SessionDocument
    from workbook.ui.session.summary import SummaryPage
    from workbook.ui.session.workspace import Workspace
    from workbook.ui.workshop.cockpit.cockpit import Cockpit
    from workbook.ui.workshop.cockpit.commands import Desk


class MainWindow(QMainWindow):
    """Home, the open session and its summary, one at a time."""

    drawn = Signal()  # once, after the first painting

    def __init__(
        self,
        library: Library,
        saver: Saver,
        lister: Lister,
        theme: Theme,
        settings: Settings,
        charts: Charts,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._library, self._saver, self._theme = library, saver, theme
        self._settings, self._charts, self._clock = settings, charts, clock
        self.workspace: Workspace | Cockpit | None = None
        self.desk: Desk | None = None
        self.summary: SummaryPage | None = None
        self._painted = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.home = HomePage(theme, clock)
        self._stack.addWidget(self.home)
        self._connect_home(lister)
        self._look = Look(theme, settings)
        self._help = Help(self, theme, library.folder)
        self._exporting = Exporting(self, theme, settings)
        self._printing = Printing(self, theme, settings)
        self._workshops = Workshops(self, theme, library, self._beginnings)
        self._workshops.rehearsed.connect(self._rehearse)
        self._workshops.told.connect(self._help.tell)
        self.actions_ = Actions(self, self._handlers())
        self._look.tick(self.actions_)
        self._keys = TextKeys(self)
        saver.failed.connect(self._not_stored)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        place(self, settings.geometry())
        self._home_list.show_first()
        self._at_home()

    # Wiring

    def _connect_home(self, lister: Lister) -> None:
        home = self.home
        home.open_requested.connect(self.open_session)
        home.new_requested.connect(self.new_reflection)
        home.example_requested.connect(self.open_example)
        home.workshop_requested.connect(self.new_workshop)
        self._beginnings = Beginnings(self._library, self._saver, self._settings, self)
        self._beginnings.ready.connect(self.open_session)
        self._beginnings.failed.connect(self._not_listed)
        home.export_requested.connect(self._export_stored)
        home.print_requested.connect(self.print_handouts)
        home.summary_requested.connect(self._summarise_stored)
        self._home_list = HomeList(home, self._library, self._saver, lister)
        self._home_list.failed.connect(self._not_listed)
        self.drawn.connect(self._home_list.refresh_soon)

    def _handlers(self) -> Handlers:
        return Handlers(
            new=self.new_reflection,
            home=self.show_home,
            export=self.export,
            quit=QApplication.closeAllWindows,
            undo=self.undo,
            redo=self.redo,
            text=edit_text,
            find=self._find,
            next=self.go_next,
            back=self.go_back,
            summary=self.show_summary,
            step=self._go_to_step,
            notes=self._show_notes,
            appearance=self._look.choose_appearance,
            contrast=self._look.choose_contrast,
            motion=self._look.choose_motion,
            size=self._look.choose_size,
            full_screen=self._full_screen,
            keys=self._help.show_keys,
            folder=self._help.open_folder,
            news=self._help.show_news,
            about=self._help.show_about,
            new_workshop=self.new_workshop,
            print=self.print_handouts,
            room=self._run_room,
        )

    def _not_stored(self, sentence: str) -> None:
        if self._stack.currentWidget() is self.home:
            self._help.tell(tr("That could not be done"), sentence)

    # Home

    def show_home(self) -> None:
        """Leave the open session, if any, and show all sessions."""
        left = self.workspace
        if not self._leave_session():
            return
        if left is not None:
            self.home.point_to(left.document.session.id)
        self._stack.setCurrentWidget(self.home)
        self.home.setFocus()
        self._home_list.refresh()
        self._at_home()

    def _at_home(self) -> None:
        self.actions_.in_session(inside=False, at_home=True)
        self.actions_.in_workshop(False)
        self.setWindowTitle(tr("Community Purpose Workbook"))

    def _not_listed(self, sentence: str) -> None:
        self._help.tell(tr("The sessions cannot be read"), sentence)

    def backed_up(self, at: datetime | None) -> None:
        """Show when the library was last backed up."""
        self._home_list.backed_up(at)

    def not_backed_up(self, sentence: str) -> None:
        """Say why today's backup could not be made."""
        self._help.tell(tr("Today’s backup was not made"), sentence)

    # A session

    def new_reflection(self) -> None:
        """Begin a solo reflection and open it."""
        self.show_home()
        if self.workspace is None:  # else there are words in it that would be lost
            self._beginnings.reflection()

    def open_example(self) -> None:
        """Open the finished example."""
        self._beginnings.example()

    def open_session(self, session_id: str) -> None:
        """Open a session at the page and field where it was left."""
        from workbook.ui.session.document import SessionDocument
        from workbook.ui.session.workspace import Workspace

        if not self._leave_session():
            return
        opened = self._read(session_id)
        if opened is None:
            return
        if opened.workshop is not None:
            self._open_workshop(opened, self._library)
            return
        document = SessionDocument(opened, self._library, self._saver, self._clock)
        notes = self._settings.flag("notes", True)
        space = Workspace(self._theme, self._charts, document, notes_shown=notes)
        document.setParent(space)
        self._show_space(space, notes)
        space.open_at(opened.session.place)

    def _open_workshop(
        self, opened: OpenSession, library: Library, *, rehearsal: bool = False
    ) -> None:
        from workbook.ui.workshop.cockpit.commands import Desk

        desk = Desk(
            opened,
            library,
            self._saver,
            self._theme,
            self._charts,
            self._settings,
            self._clock,
            self,
            rehearsal=rehearsal,
        )
        desk.told.connect(self._help.tell)
        desk.private.connect(self.actions_.in_private)
        desk.covered.connect(self.actions_.under)
        self.desk = desk
        self._show_space(desk.cockpit, self._settings.flag("notes", True))
        self.actions_.in_workshop(True)
        desk.cockpit.open_at(opened.session.place)

    def _show_space(self, space: "Workspace | Cockpit", notes: bool) -> None:
        space.home_requested.connect(self.show_home)
        space.summary_requested.connect(self.show_summary)
        space.export_requested.connect(self.export)
        space.notes_toggled.connect(self._show_notes)
        self.workspace = space
        self._stack.addWidget(space)
        self._stack.setCurrentWidget(space)
        self.actions_.show_steps([step.title for step in space.document.guide.steps])
        self.actions_.in_session(inside=True, at_home=False)
        self.actions_.notes.setChecked(notes)
        self._show_title(space.document)
        space.document.answered.connect(self._retitle)

    def new_workshop(self, drafts: str = "") -> None:
        """Ask how a workshop is to be held, and begin it; `drafts` names a reflection to take
        along.
        """
        self.show_home()
        if self.workspace is None:
            self._workshops.ask(drafts)

    def _rehearse(self, opened: OpenSession) -> None:
        if self._workshops.rehearsal is not None:
            self._open_workshop(opened, self._workshops.rehearsal, rehearsal=True)

    def _run_room(self, command: str) -> None:
        if self.desk is not None:
            self.show_questions()
            self.desk.run(command)

    def _read(self, session_id: str) -> OpenSession | None:
        try:
            return operations.open_session(self._library, session_id)
        except LibraryError as error:
            self._help.tell(tr("This session cannot be opened"), str(error))
            self._home_list.refresh_soon()
            return None

    def _retitle(self, keys: object) -> None:
        if self.workspace is not None:
            self._show_title(self.workspace.document)

    def _show_title(self, document: "SessionDocument") -> None:
        names = [document.answers.text(q.id) for q in document.guide.with_role("group_name")]
        name = " ".join("".join(names).split()) or tr("Untitled reflection")
        title = tr("{name} – Community Purpose Workbook").format(name=name)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _leave_session(self) -> bool:
        """Leave the open session, if any; False where it stays for words that are not stored."""
        space = self.workspace
        if space is None:
            return True
        if not self._may_leave(space):
            return False
        self.workspace = None
        if self.desk is not None:
            self.desk.leave()
            self.desk.deleteLater()
            self.desk = None
        space.document.end()
        self._saver.flush()
        self._workshops.forget_rehearsal()
        if self.summary is not None:
            self._drop(self.summary)
            self.summary = None
        self._drop(space)
        return True

    def _drop(self, page: QWidget) -> None:
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.workspace is not None and now is not None:
            self.workspace.focus_moved()

    # Moving about

    def go_next(self) -> None:
        """The next page of the session; on the summary, further down."""
        if self._on_summary() and self.summary is not None:
            self.summary.scroll_page(1)
        elif self.workspace is not None:
            self.workspace.go_next()

    def go_back(self) -> None:
        """The page before; on the summary, further up, and from its top to the questions."""
        if self._on_summary() and self.summary is not None:
            if not self.summary.scroll_page(-1):
                self.show_questions()
        elif self.workspace is not None:
            self.workspace.go_back()

    def _go_to_step(self, number: int) -> None:
        if self.workspace is not None:
            self.show_questions()
            self.workspace.go_to_step(self.workspace.document.guide.steps[number].id)

    def show_questions(self) -> None:
        """From the summary back to the page that was open."""
        if self.workspace is not None:
            self._stack.setCurrentWidget(self.workspace)

    def _on_summary(self) -> bool:
        return self.summary is not None and self._stack.currentWidget() is self.summary

    def show_summary(self) -> None:
        """Show the summary of the open session as it is now."""
        from workbook.documents.summary import summary
        from workbook.ui.session.summary import SummaryPage

        if self.workspace is None:
            return
        self.workspace.leave()
        if self.summary is None:
            self.summary = SummaryPage(self._theme, self._charts)
            self.summary.back_requested.connect(self.show_questions)
            self.summary.export_requested.connect(self.export)
            self.summary.print_requested.connect(self.print_summary)
            self._stack.addWidget(self.summary)
        self.summary.show_document(summary(self.workspace.document.findings))
        self._stack.setCurrentWidget(self.summary)
        self.summary.focus()

    def _summarise_stored(self, session_id: str) -> None:
        self.open_session(session_id)
        self.show_summary()

    # Export and print

    def export(self) -> None:
        """Ask where the summary of the open session should go, and write it there."""
        if self.workspace is not None:
            self._exporting.export(self._settled(self.workspace))

    def print_handouts(self) -> None:
        """Open the print room, for the open session where there is one."""
        space = self.workspace
        self._printing.open(None if space is None else self._settled(space))

    def print_summary(self) -> None:
        """Open the print room on the summary of the open session."""
        if self.workspace is not None:
            self._printing.open(self._settled(self.workspace), summary=True)

    def _settled(self, space: "Workspace | Cockpit") -> "Findings":
        """What the open session says with the last words typed in it."""
        space.document.leave()
        self._saver.flush()
        return space.document.findings

    def _export_stored(self, session_id: str) -> None:
        from workbook.readings.findings import Findings

        opened = self._read(session_id)
        if opened is not None:
            self._exporting.export(Findings(opened))

    # Edit

    def undo(self) -> None:
        """Undo in the focused text while it can, else the last change of an answer."""
        if not undo_in_text() and self.workspace is not None:
            self.workspace.document.undo.undo()

    def redo(self) -> None:
        """Redo in the focused text while it can, else the last change undone."""
        if not redo_in_text() and self.workspace is not None:
            self.workspace.document.undo.redo()

    def _find(self) -> None:
        self.show_home()
        if self.workspace is None:
            self.home.focus_search()

    # View

    def _show_notes(self, shown: bool) -> None:
        self._settings.set_flag("notes", shown)
        self.actions_.notes.setChecked(shown)
        if self.workspace is not None:
            self.workspace.show_notes(shown)

    def _full_screen(self, full: bool) -> None:
        state, whole = self.windowState(), Qt.WindowState.WindowFullScreen
        self.setWindowState(state | whole if full else state & ~whole)

    # The window itself

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.drawn.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.actions_.full_screen.setChecked(self.isFullScreen())
        came_back = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self._painted:  # before, the list is being read anyway
            self._home_list.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads from the summary back to the questions."""
        if event.key() == Qt.Key.Key_Escape and self._on_summary():
            self.show_questions()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: everything is stored before the window goes, or it stays."""
        if self.workspace is not None and not self._may_leave(self.workspace):
            event.ignore()
            return
        if self.desk is not None:
            self.desk.leave()
            self.desk = None
            self._saver.flush()  # before the folder of a rehearsal goes
            self._workshops.forget_rehearsal()
        if not self.isFullScreen():
            self._settings.set_geometry(self.saveGeometry())
        super().closeEvent(event)

    def _may_leave(self, space: "Workspace | Cockpit") -> bool:
        """Store what is not stored yet; where that fails, ask whether it may be lost."""
        space.leave()
        self._saver.flush()
        if not space.unsaved:
            return True
        ballots = self.desk is not None and self.desk.room.unsaved
        return may_be_lost(self, words=space.document.unsaved, ballots=ballots)
