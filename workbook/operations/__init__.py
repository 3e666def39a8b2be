"""One named function for each thing a person can do; the only writers. Each says what changed.

What only reads is loaded with this package. The rest is loaded when it is first asked for, because
it needs guides and readings, and the first window is drawn without either.
"""

from typing import TYPE_CHECKING

from workbook.operations.changes import Change, What
from workbook.operations.libraries import (
    default_folder,
    has_library,
    hold_library,
    library_folder,
    log_folder,
    open_library,
    sync_warning,
)
from workbook.operations.reading import (
    Listing,
    find_session,
    first_listing,
    listing,
    sessions,
)
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, NoSuchSession
from workbook.storage.holding import LibraryInUse

if TYPE_CHECKING:
    from workbook.guides import load_guide
    from workbook.operations.answering import remember_place, rename, set_answers, set_scratch
    from workbook.operations.creating import (
        add_example,
        built_in_example,
        duplicate,
        find_example,
        new_reflection,
    )
    from workbook.operations.keeping import back_up, delete_for_good, move_to_trash, restore
    from workbook.operations.opening import findings_of, open_session
    from workbook.operations.rehearsals import rehearsal
    from workbook.operations.workshops import new_workshop
else:

    def __getattr__(name: str) -> object:
        """Python asks for a name here that is not in this module yet (PEP 562)."""
        if name in __all__:
            from workbook.operations import (
                answering,
                creating,  # and the guide that it begins with
                keeping,
                opening,
                rehearsals,
                workshops,
            )

            for module in (answering, creating, keeping, opening, rehearsals, workshops):
                if hasattr(module, name):
                    return getattr(module, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Change",
    "Library",
    "LibraryError",
    "LibraryInUse",
    "Listing",
    "NoSuchSession",
    "What",
    "add_example",
    "back_up",
    "built_in_example",
    "default_folder",
    "delete_for_good",
    "duplicate",
    "find_example",
    "find_session",
    "findings_of",
    "first_listing",
    "has_library",
    "hold_library",
    "library_folder",
    "listing",
    "load_guide",
    "log_folder",
    "move_to_trash",
    "new_reflection",
    "new_workshop",
    "open_library",
    "open_session",
    "rehearsal",
    "remember_place",
    "rename",
    "restore",
    "sessions",
    "set_answers",
    "set_scratch",
    "sync_warning",
]
