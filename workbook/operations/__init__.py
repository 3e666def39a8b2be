"""One named function for each thing a person can do; the only writers. Each says what changed."""

from workbook.operations.answering import remember_place, rename, set_answers, set_scratch
from workbook.operations.changes import Change, OpenSession, What
from workbook.operations.creating import add_example, built_in_example, duplicate, new_reflection
from workbook.operations.export import export_summary, summary_of
from workbook.operations.keeping import delete_for_good, move_to_trash, restore
from workbook.operations.libraries import (
    back_up,
    default_folder,
    library_folder,
    open_library,
    sync_warning,
)
from workbook.operations.reading import find_session, open_session, sessions
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, NoSuchSession

__all__ = [
    "Change",
    "Library",
    "LibraryError",
    "NoSuchSession",
    "OpenSession",
    "What",
    "add_example",
    "back_up",
    "built_in_example",
    "default_folder",
    "delete_for_good",
    "duplicate",
    "export_summary",
    "find_session",
    "library_folder",
    "move_to_trash",
    "new_reflection",
    "open_library",
    "open_session",
    "remember_place",
    "rename",
    "restore",
    "sessions",
    "set_answers",
    "set_scratch",
    "summary_of",
    "sync_warning",
]
