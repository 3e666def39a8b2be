"""Begins workshops: asks how one is to be held, and keeps a rehearsal apart from the library."""

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbook import operations
from workbook.catalogue import tr
from workbook.operations import Library, LibraryError
from workbook.ui.home.beginnings import Beginnings
from workbook.ui.theme import Theme

if TYPE_CHECKING:
    from workbook.model.workshop import Setup


class Workshops(QObject):
    """Opens the set-up over a window. `rehearsed` hands on a workshop whose library, a folder of
    the machine's temporary ones, goes with it.
    """

    rehearsed = Signal(object)  # OpenSession
    told = Signal(str, str)  # a title and a sentence about what could not be done

    def __init__(
        self, window: QWidget, theme: Theme, library: Library, beginnings: Beginnings
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._library, self._beginnings = library, beginnings
        self._rehearsing = ExitStack()
        self.rehearsal: Library | None = None

    def ask(self, drafts: str = "") -> None:
        """Ask how a workshop is to be held, and begin it.

        Args:
            drafts: the id of a reflection alone whose answers come along, "" for none.
        """
        from workbook.ui.workshop.dialogs.setup import WorkshopDialog

        try:
            sessions = operations.sessions(self._library)
        except LibraryError as error:
            self.told.emit(tr("The sessions cannot be read"), str(error))
            return
        dialog = WorkshopDialog(
            operations.load_guide(), self._theme, self._window, reflections=sessions, drafts=drafts
        )
        dialog.begun.connect(self._beginnings.workshop)
        dialog.rehearsed.connect(self._rehearse)
        dialog.open()

    def _rehearse(self, setup: "Setup", name: str) -> None:
        self.forget_rehearsal()
        try:
            rehearsal = operations.rehearsal(operations.load_guide(), name, setup)
            begun = self._rehearsing.enter_context(rehearsal)
        except LibraryError as error:
            self.told.emit(tr("The rehearsal cannot begin"), str(error))
            return
        self.rehearsal, opened = begun
        self.rehearsed.emit(opened)

    def forget_rehearsal(self) -> None:
        """Delete all that a rehearsal wrote."""
        self.rehearsal = None
        try:
            self._rehearsing.close()
        except LibraryError as error:
            self.told.emit(tr("Something of the rehearsal is left"), str(error))
