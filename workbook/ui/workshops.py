"""Begins workshops: asks how one is to be held, and keeps a rehearsal apart from the library."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbook import operations
from workbook.operations import Library, LibraryError, OpenSession
from workbook.ui.beginnings import Beginnings
from workbook.ui.theme import Theme

if TYPE_CHECKING:
    from workbook.model.workshop import Setup


class Workshops(QObject):
    """Opens the set-up over a window. `rehearsed` hands on a workshop whose library, a folder of
    the machine's temporary ones, goes with it.
    """

    rehearsed = Signal(object)  # OpenSession
    failed = Signal(str)

    def __init__(
        self, window: QWidget, theme: Theme, library: Library, beginnings: Beginnings
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._library, self._beginnings = library, beginnings
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.rehearsal: Library | None = None

    def ask(self, drafts: str = "") -> None:
        """Ask how a workshop is to be held, and begin it.

        Args:
            drafts: the id of a reflection alone whose answers come along, "" for none.
        """
        from workbook.guides import load_guide
        from workbook.ui.dialogs.workshop import WorkshopDialog

        try:
            sessions = operations.sessions(self._library)
        except LibraryError as error:
            self.failed.emit(str(error))
            return
        dialog = WorkshopDialog(
            load_guide(), self._theme, self._window, reflections=sessions, drafts=drafts
        )
        dialog.begun.connect(self._beginnings.workshop)
        dialog.rehearsed.connect(self._rehearse)
        dialog.open()

    def _rehearse(self, setup: "Setup", name: str) -> None:
        from workbook.guides import load_guide
        from workbook.operations.rooms import new_workshop

        self.forget_rehearsal()
        self._folder = tempfile.TemporaryDirectory(prefix="workbook-rehearsal-")
        try:
            self.rehearsal = operations.open_library(Path(self._folder.name))
            begun = new_workshop(self.rehearsal, load_guide(), name, setup)
            opened: OpenSession = operations.open_session(self.rehearsal, begun.session.id)
        except LibraryError as error:
            self.forget_rehearsal()
            self.failed.emit(str(error))
            return
        self.rehearsed.emit(opened)

    def forget_rehearsal(self) -> None:
        """Delete all that a rehearsal wrote."""
        if self.rehearsal is not None:
            self.rehearsal.close()
            self.rehearsal = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
