"""Keeps Home telling what the library holds, and does what is asked for there."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from workbook import operations
from workbook.operations import Change, Library, LibraryError, Listing
from workbook.ui.home.home import HomePage
from workbook.ui.home.lister import Lister
from workbook.ui.system.saver import Saver

FIRST = 64  # sessions read before the first painting: more than any screen shows


class HomeList(QObject):
    """Lists, searches, renames, copies and moves sessions for a Home that only shows them.

    While another screen is shown nothing is read; coming back to Home asks for a refresh.
    """

    failed = Signal(str)  # why the sessions cannot be read: once, until they can be again

    def __init__(self, home: HomePage, library: Library, saver: Saver, lister: Lister) -> None:
        super().__init__(home)
        self._home, self._library, self._saver, self._lister = home, library, saver, lister
        self._search = ""
        self._last_backup: datetime | None = None
        self._warning = operations.sync_warning(library.folder)
        self._failing = False
        self._version: int | None = None  # of what is on disk, when it was looked at last
        lister.listed.connect(self._show)
        lister.failed.connect(self._fail)
        saver.changed.connect(self.refresh_soon)
        home.rename_requested.connect(self._rename)
        home.duplicate_requested.connect(self._duplicate)
        home.trash_requested.connect(self._move_to_trash)
        home.restore_requested.connect(self._restore)
        home.delete_requested.connect(self._delete_for_good)
        home.search_changed.connect(self._search_for)

    # What is shown

    def show_first(self) -> None:
        """Show the beginning of the list at once, for the first painting; `refresh` the rest."""
        try:
            self._show(operations.first_listing(self._library, FIRST))
        except LibraryError as error:
            # Said when the window is there to say it in.
            QTimer.singleShot(0, self, partial(self._fail, str(error)))

    def refresh(self) -> None:
        """Read what there is now; Home shows it some milliseconds later."""
        if not self._home.isHidden():
            self._lister.ask(self._search)

    def look(self) -> None:
        """Refresh if anything was written since the last look, by whatever program."""
        try:
            version = self._library.data_version()
        except LibraryError as error:
            self._fail(str(error))
            return
        if version != self._version:
            self._version = version
            self.refresh()

    def refresh_soon(self) -> None:
        """Refresh once the present event, which may bring more changes, is over."""
        QTimer.singleShot(0, self, self.refresh)

    def backed_up(self, at: datetime | None) -> None:
        """Show when the library was last backed up."""
        self._last_backup = at
        self.refresh()

    def _search_for(self, words: str) -> None:
        self._search = words
        self.refresh()

    def _show(self, found: Listing) -> None:
        self._failing = False
        if not self._home.isHidden():
            self._home.show_sessions(
                found.sessions, found.trashed, self._last_backup, self._warning
            )

    def _fail(self, sentence: str) -> None:
        if not self._failing and not self._home.isHidden():
            self._failing = True
            self.failed.emit(sentence)

    # What is done. Nobody waits for it: Home shows it when it is on disk.

    def _rename(self, session_id: str, name: str) -> None:
        self._do(operations.rename, session_id, name)

    def _duplicate(self, session_id: str) -> None:
        job = partial(operations.duplicate, self._library, session_id)
        self._saver.submit(job, self._duplicated)

    def _duplicated(self, change: Change | None, _problem: str) -> None:
        if change is not None:
            self._home.tell_copy(change.session)

    def _move_to_trash(self, ids: list[str]) -> None:
        for session_id in ids:
            self._do(operations.move_to_trash, session_id)

    def _restore(self, ids: list[str]) -> None:
        for session_id in ids:
            self._do(operations.restore, session_id)

    def _delete_for_good(self, ids: list[str]) -> None:
        for session_id in ids:
            self._do(operations.delete_for_good, session_id)

    def _do(self, operation: Callable[..., Change], *arguments: str) -> None:
        self._saver.submit(partial(operation, self._library, *arguments))
