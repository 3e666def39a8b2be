"""Begins what is then opened: a new reflection, a workshop, or the finished example."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbook import operations
from workbook.operations import Change, Library, LibraryError, NoSuchSession
from workbook.ui.settings import Settings
from workbook.ui.system.saver import Saver

if TYPE_CHECKING:
    from workbook.model.workshop import Setup

_EXAMPLE = "example"  # the setting that holds its id


class Beginnings(QObject):
    """Adds one session at a time, whatever is clicked meanwhile: many people double-click."""

    ready = Signal(str)  # the id of the session to open
    failed = Signal(str)  # why the library cannot be read

    def __init__(
        self, library: Library, saver: Saver, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._saver, self._settings = library, saver, settings
        self._adding = False

    def reflection(self) -> None:
        """A new solo reflection."""
        if not self._adding:
            self._adding = True
            job = partial(operations.new_reflection, self._library, operations.load_guide())
            self._saver.submit(job, self._added, wait=True)

    def workshop(self, setup: "Setup", name: str, drafts: str = "") -> None:
        """A new workshop of a group.

        Args:
            setup: how it is held.
            name: the group's.
            drafts: the id of a reflection alone whose answers come along, "" for none.
        """
        if not self._adding:
            self._adding = True
            guide = operations.load_guide()
            begin = partial(operations.new_workshop, self._library, guide, name, setup)
            self._saver.submit(partial(begin, drafts_from=drafts), self._added, wait=True)

    def example(self) -> None:
        """The finished example; it is added once and found again after that."""
        if self._adding:
            return
        try:
            kept = self._kept_example() or operations.find_example(self._library)
        except LibraryError as error:
            self.failed.emit(str(error))
            return
        if kept:
            self.ready.emit(kept)
            return
        self._adding = True
        job = partial(operations.add_example, self._library)
        self._saver.submit(job, self._example_added, wait=True)

    def _kept_example(self) -> str:
        """The id of the example that was added here, "" where it is not among the sessions."""
        kept = self._settings.text(_EXAMPLE)
        try:
            found = operations.find_session(self._library, kept)
        except NoSuchSession:
            return ""
        return kept if found.id == kept and found.trashed is None else ""

    def _example_added(self, change: Change | None, problem: str) -> None:
        if change is not None:
            self._settings.set_text(_EXAMPLE, change.session.id)
        self._added(change, problem)

    def _added(self, change: Change | None, _problem: str) -> None:
        self._adding = False
        if change is not None:
            self.ready.emit(change.session.id)
