import pytest

from tests.storage.conftest import Clock
from workbook.model.guide import Guide
from workbook.operations import (
    Change,
    NoSuchSession,
    What,
    delete_for_good,
    find_session,
    move_to_trash,
    new_reflection,
    restore,
    sessions,
)
from workbook.storage.database import Library


def test_what_goes_into_the_trash_can_come_back(
    library: Library, guide: Guide, clock: Clock
) -> None:
    session = new_reflection(library, guide).session
    clock.go(days=1)
    trashed = move_to_trash(library, session.id)
    assert (trashed.what, trashed.session.trashed) == (What.TRASHED, clock.time)
    assert sessions(library) == []
    assert sessions(library, trashed=True) == [trashed.session]
    assert restore(library, session.id) == Change(What.RESTORED, session)
    assert sessions(library) == [session]
    assert sessions(library, trashed=True) == []


def test_what_is_deleted_for_good_is_returned_as_it_was(library: Library, guide: Guide) -> None:
    session = new_reflection(library, guide).session
    assert delete_for_good(library, session.id) == Change(What.DELETED, session)
    with pytest.raises(NoSuchSession):
        restore(library, session.id)
    with pytest.raises(NoSuchSession):
        delete_for_good(library, session.id)
    with pytest.raises(NoSuchSession):
        find_session(library, session.id)
