"""The commands that add the finished examples and list the sessions."""

import argparse
import json
from collections.abc import Sequence
from datetime import UTC

from workbook import operations
from workbook.catalogue import tr
from workbook.cli.common import OK, existing_library, harmless, library_folder
from workbook.model.session import Session


def add_sample(arguments: argparse.Namespace) -> int:
    """Add a finished example to the library, and print its id."""
    library = operations.open_library(library_folder(arguments))
    try:
        name = "workshop" if arguments.workshop else "reflection"
        print(operations.add_example(library, name).session.id)
    finally:
        library.close()
    return OK


def list_sessions(arguments: argparse.Namespace) -> int:
    """Print the sessions, a line each or as JSON."""
    library = existing_library(arguments)
    sessions: Sequence[Session] = ()
    if library is not None:
        try:
            sessions = operations.sessions(library)
        finally:
            library.close()
    if arguments.json:
        # Escapes keep it the same on every console; any JSON reader gives the characters back.
        print(json.dumps([_as_data(session) for session in sessions], indent=2))
    else:
        for session in sessions:
            print(_as_line(session))
    return OK


def _as_data(session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "group": session.name,
        "mode": session.mode.value,
        "progress": {"done": session.progress.done, "total": session.progress.total},
        "changed": session.changed.astimezone(UTC).isoformat(timespec="seconds"),
    }


def _as_line(session: Session) -> str:
    return "\t".join(
        (
            session.id,
            harmless(session.name) or tr("(no name yet)"),
            session.mode.value,
            f"{session.progress.done}/{session.progress.total}",
            f"{session.changed.astimezone():%Y-%m-%d %H:%M}",
        )
    )
