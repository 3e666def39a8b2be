"""What an operation did, as a value that every page can look at."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbook.model.session import Session

if TYPE_CHECKING:
    from workbook.model.answers import Key
    from workbook.model.workshop import Workshop


class What(StrEnum):
    """What was done to a session."""

    CREATED = "created"  # new, a duplicate, or an example
    ANSWERED = "answered"
    MOVED = "moved"  # to another place within the session
    NOTED = "noted"  # in the scratch notes
    RENAMED = "renamed"
    TRASHED = "trashed"
    RESTORED = "restored"
    DELETED = "deleted"
    RAN = "ran"  # a workshop's set-up, its clock or one of its rounds


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has been done and is on disk."""

    what: What
    session: Session  # as it is now; as it was, where it has been deleted
    keys: "tuple[Key, ...]" = ()  # the answers that are others than before
    workshop: "Workshop | None" = None  # as it is now, where something of it was changed
