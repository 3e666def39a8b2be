"""Begins a rehearsal, in a library of its own that goes with it."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbook.model.guide import Guide
from workbook.model.opened import OpenSession
from workbook.model.workshop import Setup
from workbook.operations.opening import open_session
from workbook.operations.workshops import new_workshop
from workbook.storage import rehearsals
from workbook.storage.database import Library


@contextmanager
def rehearsal(guide: Guide, name: str, setup: Setup) -> Iterator[tuple[Library, OpenSession]]:
    """A workshop that is kept as long as this lasts; what a crash left of others is deleted first.

    Raises:
        LibraryError: where it cannot be begun, and at the end where it cannot be deleted.
    """
    rehearsals.sweep()
    with rehearsals.rehearsal() as library:
        begun = new_workshop(library, guide, name, setup)
        yield library, open_session(library, begun.session.id)
