"""The window: which screen is shown, and what each command does."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from workbook import operations
from workbook.catalogue import tr
from workbook.operations import Change, Library, LibraryError
from workbook.ui.actions import SIZES, Actions, Handlers
from workbook.ui.charts import Charts
from workbook.ui.document import SessionDocument
from workbook.ui.pages.home import HomePage
from workbook.ui.saver import Saver
from workbook.ui.settings import Settings
from workbook.ui.text_keys import TextKeys, can_redo, can_undo
from workbook.ui.theme import Appearance, Theme

if TYPE_CHECKING:
    from workbook.ui.pages.summary import SummaryPage
    from workbook.ui.pages.workspace import Workspace


class MainWindow(QMainWindow):
    """Home, the open session and its summary, one at a time."""

    drawn = Signal()  # once, after the first painting

    def __init__(
        self,
        library: Library,
        saver: Saver,
        theme: Theme,
        settings: Settings,
        charts: Charts,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._library, self._saver, self._theme = library, saver, theme
        self._settings, self._charts, self._clock = settings, charts, clock
        self.workspace: Workspace | None = None
        self.summary: SummaryPage | None = None
        self._search = ""
        self._last_backup: datetime | None = None
        self._painted = False
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.home = HomePage(theme, clock)
        self._connect_home()
        self._stack.addWidget(self.home)
        self.actions_ = Actions(self, self._handlers())
        self._keys = TextKeys(self)
        self._show_choices()
        saver.changed.connect(self._changed)
        saver.failed.connect(self._not_stored)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.resize(1280, 800)
        self.setMinimumSize(720, 480)
        geometry = settings.geometry()
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.show_home()

    # Wiring

    def _connect_home(self) -> None:
        home = self.home
        home.open_requested.connect(self.open_session)
        home.new_requested.connect(self.new_reflection)
        home.example_requested.connect(self.open_example)
        home.rename_requested.connect(partial(self._do_one, operations.rename))
        home.duplicate_requested.connect(partial(self._do_one, operations.duplicate))
        home.trash_requested.connect(partial(self._do_all, operations.move_to_trash))
        home.restore_requested.connect(partial(self._do_all, operations.restore))
        home.delete_requested.connect(partial(self._do_all, operations.delete_for_good))
        home.export_requested.connect(self._export_stored)
        home.summary_requested.connect(self._summarise_stored)
        home.search_changed.connect(self._search_for)

    def _handlers(self) -> Handlers:
        return Handlers(
            new=self.new_reflection,
            home=self.show_home,
            export=self.export,
            quit=self.close_window,
            undo=self.undo,
            redo=self.redo,
            text=self._text,
            find=self._find,
            next=self.go_next,
            back=self.go_back,
            summary=self.show_summary,
            step=self._go_to_step,
            notes=self._show_notes,
            appearance=self._choose_appearance,
            contrast=self._choose_contrast,
            motion=self._choose_motion,
            size=self._choose_size,
            full_screen=self._full_screen,
            keys=self._keys_help,
            folder=self._open_folder,
            about=self._about,
        )

    def _do_one(self, operation: Callable[..., Change], *arguments: str) -> None:
        self._saver.submit(partial(operation, self._library, *arguments), wait=True)

    def _do_all(self, operation: Callable[..., Change], ids: list[str]) -> None:
        for session_id in ids:
            self._saver.submit(partial(operation, self._library, session_id), wait=True)

    def _changed(self, change: Change) -> None:
        if self._stack.currentWidget() is self.home:
            self._list_soon()

    def _not_stored(self, sentence: str) -> None:
        if self._stack.currentWidget() is self.home:
            self._tell(tr("That could not be done"), sentence)

    # Home

    def show_home(self) -> None:
        """Leave the open session, if any, and show all sessions."""
        self._leave_session()
        self._stack.setCurrentWidget(self.home)
        self._list()
        self.actions_.in_session(inside=False, at_home=True)
        self.setWindowTitle(tr("Community Purpose Workbook"))

    def _list_soon(self) -> None:
        QTimer.singleShot(0, self, self._list)

    def _list(self) -> None:
        if self._stack.currentWidget() is not self.home:
            return
        try:
            found = operations.sessions(self._library, search=self._search)
            trashed = operations.sessions(self._library, trashed=True)
        except LibraryError as error:
            self._tell(tr("The sessions cannot be read"), str(error))
            return
        warning = operations.sync_warning(self._library.folder)
        self.home.show_sessions(found, trashed, self._last_backup, warning)

    def _search_for(self, words: str) -> None:
        self._search = words
        self._list()

    def backed_up(self, at: datetime | None) -> None:
        """Show when the library was last backed up."""
        self._last_backup = at
        self._list_soon()

    def not_backed_up(self, sentence: str) -> None:
        """Say why today's backup could not be made."""
        self._tell(tr("Today's backup was not made"), sentence)

    # A session

    def new_reflection(self) -> None:
        """Begin a solo reflection and open it."""
        from workbook.guides import load_guide

        guide = load_guide()
        job = partial(operations.new_reflection, self._library, guide)
        self._saver.submit(job, self._open_changed, wait=True)

    def open_example(self) -> None:
        """Open the finished example; it is added once and found again after that."""
        try:
            kept = self._settings.text("example")
            known = [session.id for session in operations.sessions(self._library)]
        except LibraryError as error:
            self._tell(tr("The sessions cannot be read"), str(error))
            return
        if kept in known:
            self.open_session(kept)
            return
        job = partial(operations.add_example, self._library)
        self._saver.submit(job, self._open_added_example, wait=True)

    def _open_added_example(self, change: Change | None) -> None:
        if change is not None:
            self._settings.set_text("example", change.session.id)
        self._open_changed(change)

    def _open_changed(self, change: Change | None) -> None:
        if change is not None:
            self.open_session(change.session.id)

    def open_session(self, session_id: str) -> None:
        """Open a session at the page and field where it was left."""
        from workbook.ui.pages.workspace import Workspace

        self._leave_session()
        opened = self._read(session_id)
        if opened is None:
            return
        document = SessionDocument(opened, self._library, self._saver, self._clock)
        document.undo.canUndoChanged.connect(self._show_undo)
        document.undo.canRedoChanged.connect(self._show_undo)
        notes = self._settings.flag("notes", True)
        space = Workspace(self._theme, self._charts, document, notes_shown=notes)
        document.setParent(space)
        space.home_requested.connect(self.show_home)
        space.summary_requested.connect(self.show_summary)
        space.export_requested.connect(self.export)
        space.notes_toggled.connect(self._show_notes)
        self.workspace = space
        self._stack.addWidget(space)
        self._stack.setCurrentWidget(space)
        self.actions_.show_steps([step.title for step in document.guide.steps])
        self.actions_.in_session(inside=True, at_home=False)
        self.actions_.notes.setChecked(notes)
        self._show_title(document)
        document.answered.connect(self._retitle)
        space.open_at(opened.session.place)

    def _read(self, session_id: str) -> operations.OpenSession | None:
        try:
            return operations.open_session(self._library, session_id)
        except LibraryError as error:
            self._tell(tr("This session cannot be opened"), str(error))
            self._list_soon()
            return None

    def _retitle(self, keys: object) -> None:
        if self.workspace is not None:
            self._show_title(self.workspace.document)

    def _show_title(self, document: SessionDocument) -> None:
        names = [document.answers.text(q.id) for q in document.guide.with_role("group_name")]
        name = " ".join("".join(names).split()) or tr("Untitled reflection")
        title = tr("{name} – Community Purpose Workbook").format(name=name)
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def _leave_session(self) -> None:
        space, self.workspace = self.workspace, None
        if space is None:
            return
        space.leave()
        self._saver.flush()
        if self.summary is not None:
            self._drop(self.summary)
            self.summary = None
        self._drop(space)

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
        from workbook.ui.pages.summary import SummaryPage

        if self.workspace is None:
            return
        self.workspace.leave()
        if self.summary is None:
            self.summary = SummaryPage(self._theme, self._charts)
            self.summary.back_requested.connect(self.show_questions)
            self.summary.export_requested.connect(self.export)
            self._stack.addWidget(self.summary)
        self.summary.show_document(operations.summary_of(self._opened()))
        self._stack.setCurrentWidget(self.summary)
        self.summary.focus()

    def _summarise_stored(self, session_id: str) -> None:
        self.open_session(session_id)
        self.show_summary()

    def _opened(self) -> operations.OpenSession:
        if self.workspace is None:
            raise RuntimeError("there is no open session")
        document = self.workspace.document
        return operations.OpenSession(document.session, document.guide, document.answers)

    # Export

    def export(self) -> None:
        """Ask where the summary of the open session should go, and write it there."""
        if self.workspace is not None:
            self.workspace.document.leave()
            self._saver.flush()
            self._export(self._opened())

    def _export_stored(self, session_id: str) -> None:
        opened = self._read(session_id)
        if opened is not None:
            self._export(opened)

    def _export(self, opened: operations.OpenSession) -> None:
        from workbook.ui.dialogs.export import ExportDialog

        kept = Path(self._settings.text("export_folder") or "")
        folder = kept if kept.is_absolute() and kept.is_dir() else None
        dialog = ExportDialog(opened, self._theme, folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written_to.connect(self._written_to)
        dialog.open()

    def _written_to(self, path: Path) -> None:
        self._settings.set_text("export_folder", str(path.parent))

    # Edit

    def undo(self) -> None:
        """Undo in the focused text while it can, else the last change of an answer."""
        field = QApplication.focusWidget()
        if can_undo(field) and isinstance(field, QLineEdit | QPlainTextEdit):
            field.undo()
        elif self.workspace is not None:
            self.workspace.document.undo.undo()

    def redo(self) -> None:
        """Redo in the focused text while it can, else the last change undone."""
        field = QApplication.focusWidget()
        if can_redo(field) and isinstance(field, QLineEdit | QPlainTextEdit):
            field.redo()
        elif self.workspace is not None:
            self.workspace.document.undo.redo()

    def _show_undo(self, _can: bool) -> None:
        inside = self.workspace is not None
        self.actions_.undo.setEnabled(inside)
        self.actions_.redo.setEnabled(inside)

    def _text(self, what: str) -> None:
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            getattr(field, what)()

    def _find(self) -> None:
        self.show_home()
        self.home.focus_search()

    # View

    def _show_choices(self) -> None:
        actions, theme = self.actions_, self._theme
        actions.appearances[theme.appearance].setChecked(True)
        actions.contrast.setChecked(theme.high_contrast)
        actions.motion.setChecked(theme.motion)
        percent = round(theme.scale * 100)
        for size, action in actions.sizes.items():
            action.setChecked(size == percent)
        actions.smaller.setEnabled(percent > SIZES[0])
        actions.larger.setEnabled(percent < SIZES[-1])

    def _choose_appearance(self, appearance: Appearance) -> None:
        self._theme.choose(appearance=appearance)
        self._keep_choices()

    def _choose_contrast(self, high: bool) -> None:
        self._theme.choose(high_contrast=high)
        self._keep_choices()

    def _choose_motion(self, motion: bool) -> None:
        self._theme.choose(motion=motion)
        self._keep_choices()

    def _choose_size(self, size: int) -> None:
        """A size in per cent, or 1 and −1 for the next larger and smaller one."""
        if size in (1, -1):
            now = round(self._theme.scale * 100)
            at = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - now)) + size
            size = SIZES[min(max(at, 0), len(SIZES) - 1)]
        self._theme.choose(scale=size / 100)
        self._keep_choices()

    def _keep_choices(self) -> None:
        self._settings.keep(self._theme)
        self._show_choices()

    def _show_notes(self, shown: bool) -> None:
        self._settings.set_flag("notes", shown)
        self.actions_.notes.setChecked(shown)
        if self.workspace is not None:
            self.workspace.show_notes(shown)

    def _full_screen(self, full: bool) -> None:
        self.showFullScreen() if full else self.showNormal()

    # Help

    def _keys_help(self) -> None:
        from workbook.ui.dialogs.help import KeysDialog

        KeysDialog(self._theme, self).exec()

    def _about(self) -> None:
        from workbook.ui.dialogs.help import AboutDialog

        AboutDialog(self._theme, self).exec()

    def _open_folder(self) -> None:
        folder = self._library.folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(tr("Where the sessions are kept"), str(folder))

    def _tell(self, title: str, sentence: str) -> None:
        from workbook.ui.dialogs.help import tell

        tell(title, sentence, self._theme, self)

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

    def close_window(self) -> None:
        """Close the window, which ends the program."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing typed is lost: everything is stored before the window goes, or it stays."""
        if self.workspace is not None:
            self.workspace.leave()
            self._saver.flush()
            if self.workspace.document.unsaved and not self._leave_unsaved():
                event.ignore()
                return
        if not self.isFullScreen():
            self._settings.set_geometry(self.saveGeometry())
        super().closeEvent(event)

    def _leave_unsaved(self) -> bool:
        from workbook.ui.dialogs.confirm import ConfirmDialog

        dialog = ConfirmDialog(
            tr("Your last words are not stored"),
            tr(
                "The disk does not take them. Free some space and they are stored by themselves;"
                " if you close now, what you typed last is lost."
            ),
            tr("Close and lose it"),
            self,
        )
        return dialog.exec() == ConfirmDialog.DialogCode.Accepted
