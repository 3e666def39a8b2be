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
from workbook.ui.screens import SessionScreens
from workbook.ui.settings import Settings
from workbook.ui.system.saver import Saver
from workbook.ui.system.window_place import place
from workbook.ui.text_keys import TextKeys, edit_text, redo_in_text, undo_in_text
from workbook.ui.theme import Theme

if TYPE_CHECKING:  # what an open session needs is loaded with the first one
    from workbook.ui.session.summary import SummaryPage
    from workbook.ui.session.workspace import Workspace
    from workbook.ui.workshop.cockpit.cockpit import Cockpit
    from workbook.ui.workshop.cockpit.open_workshop import OpenWorkshop


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
        self._settings = settings
        self._painted = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.home = HomePage(theme, clock)
        self._stack.addWidget(self.home)
        self.screens = SessionScreens(self._stack, saver, theme, charts, settings, clock, self)
        self._connect_home(lister)
        self._look = Look(theme, settings)
        self._help = Help(self, theme, library.folder)
        self._exporting = Exporting(self, theme, settings)
        self._printing = Printing(self, theme, settings)
        self._workshops = Workshops(self, theme, library, self._beginnings)
        self._workshops.rehearsed.connect(self._rehearse)
        self.screens.left.connect(self._workshops.forget_rehearsal)
        self._workshops.told.connect(self._help.tell)
        self.actions_ = Actions(self, self._handlers())
        self._look.tick(self.actions_)
        self._connect_screens()
        self._keys = TextKeys(self)
        saver.failed.connect(self._not_stored)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        place(self, settings.geometry())
        self._home_list.show_first()
        self._at_home()

    # The open session

    @property
    def workspace(self) -> "Workspace | Cockpit | None":
        """The pages of the open session, None while none is."""
        return self.screens.pages

    @property
    def workshop(self) -> "OpenWorkshop | None":
        """The open workshop, None while none is."""
        return self.screens.workshop

    @property
    def summary(self) -> "SummaryPage | None":
        """The summary of the open session, None before it was first asked for."""
        return self.screens.summary

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

    def _connect_screens(self) -> None:
        screens = self.screens
        screens.opened.connect(self._session_opened)
        screens.named.connect(self._show_title)
        screens.home_requested.connect(self.show_home)
        screens.export_requested.connect(self.export)
        screens.print_requested.connect(self.print_summary)
        screens.notes_toggled.connect(self._show_notes)
        screens.told.connect(self._help.tell)
        screens.private.connect(self.actions_.in_private)
        screens.covered.connect(self.actions_.under)

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
            next=self.screens.go_next,
            back=self.screens.go_back,
            summary=self.screens.show_summary,
            step=self.screens.go_to_step,
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
            workshop=self.screens.run,
        )

    def _not_stored(self, sentence: str) -> None:
        if self._stack.currentWidget() is self.home:
            self._help.tell(tr("That could not be done"), sentence)

    # Home

    def show_home(self) -> None:
        """Leave the open session, if any, and show all sessions."""
        left = self.workspace
        if not self.screens.leave():
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
        if not self.screens.leave():
            return
        opened = self._read(session_id)
        if opened is not None:
            self.screens.open(opened, self._library)

    def _session_opened(self) -> None:
        space = self.workspace
        if space is not None:
            self.actions_.show_steps([step.title for step in space.document.guide.steps])
            self.actions_.in_session(inside=True, at_home=False)
            self.actions_.in_workshop(self.workshop is not None)
            self.actions_.notes.setChecked(self._settings.flag("notes", True))

    def _show_title(self, name: str) -> None:
        words = tr("{name} – Community Purpose Workbook")
        title = words.format(name=name or tr("Untitled reflection"))
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def new_workshop(self, drafts: str = "") -> None:
        """Ask how a workshop is to be held, and begin it; `drafts` names a reflection to take
        along.
        """
        self.show_home()
        if self.workspace is None:
            self._workshops.ask(drafts)

    def _rehearse(self, opened: OpenSession) -> None:
        if self._workshops.rehearsal is not None:
            self.screens.open(opened, self._workshops.rehearsal, rehearsal=True)

    def _read(self, session_id: str) -> OpenSession | None:
        try:
            return operations.open_session(self._library, session_id)
        except LibraryError as error:
            self._help.tell(tr("This session cannot be opened"), str(error))
            self._home_list.refresh_soon()
            return None

    def _focus_moved(self, old: QWidget | None, now: QWidget | None) -> None:
        if self.workspace is not None and now is not None:
            self.workspace.focus_moved()

    def _summarise_stored(self, session_id: str) -> None:
        self.open_session(session_id)
        self.screens.show_summary()

    # Export and print

    def export(self) -> None:
        """Ask where the summary of the open session should go, and write it there."""
        opened = self.screens.settled()
        if opened is not None:
            self._exporting.export(opened)

    def print_handouts(self) -> None:
        """Open the print room, for the open session where there is one."""
        self._printing.open(self.screens.settled())

    def print_summary(self) -> None:
        """Open the print room on the summary of the open session."""
        opened = self.screens.settled()
        if opened is not None:
            self._printing.open(opened, summary=True)

    def _export_stored(self, session_id: str) -> None:
        opened = self._read(session_id)
        if opened is not None:
            self._exporting.export(operations.findings_of(opened))

    # Edit

    def undo(self) -> None:
        """Undo in the focused text while it can, else the last change of an answer."""
        if not undo_in_text():
            self.screens.undo()

    def redo(self) -> None:
        """Redo in the focused text while it can, else the last change undone."""
        if not redo_in_text():
            self.screens.redo()

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
        if event.key() == Qt.Key.Key_Escape and self.screens.on_summary:
            self.screens.show_questions()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: everything is stored before the window goes, or it stays."""
        if not self.screens.may_leave():
            event.ignore()
            return
        self.screens.end()
        if not self.isFullScreen():
            self._settings.set_geometry(self.saveGeometry())
        super().closeEvent(event)
