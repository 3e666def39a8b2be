"""What commands share: where the library is, which session is meant, one line for an error."""

import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from workbook import operations
from workbook.catalogue import tr
from workbook.model.opened import OpenSession
from workbook.operations import Library

if TYPE_CHECKING:  # a window is opened without it
    import argparse

OK, FAILED, WRONG = 0, 1, 2
BUILT_IN = {"sample": "reflection", "sample-workshop": "workshop"}


class WrongUseError(Exception):
    """The command line or what it names cannot be used; str() is a sentence for people."""


def complain(sentence: str, status: int) -> int:
    """Say on standard error, in one line, what is wrong; returns the exit status."""
    print(f"workbook: {harmless(sentence)}", file=sys.stderr)
    return status


def harmless(text: str) -> str:
    """The text on one line, without characters that steer a terminal or turn its order."""
    return " ".join(
        "".join(
            " " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or c in _TURNS else c
            for c in text
        ).split()
    )


_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def library_folder(arguments: "argparse.Namespace | None") -> Path:
    """The folder of the library: --library, else WORKBOOK_LIBRARY, else the user's data folder.

    Raises:
        WrongUseError: where it cannot be a folder.
    """
    chosen = getattr(arguments, "library", None)
    if chosen == "":
        raise WrongUseError(tr("--library needs the name of a folder"))
    try:
        folder = operations.library_folder(chosen, os.environ)
    except RuntimeError as error:  # pathlib's, for "~name"
        raise WrongUseError(
            tr("the library’s folder begins with “~” and a name that this computer does not know")
        ) from error
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(
            tr("the library has to be a folder, and {path} is a file").format(path=folder)
        )
    return folder


def named_session(arguments: "argparse.Namespace") -> OpenSession:
    """The session that is named: stored, or one of the built-in examples.

    Raises:
        WrongUseError: where there is no library to look in.
        NoSuchSession: where no session, or more than one, is meant.
    """
    if arguments.session in BUILT_IN:
        return operations.built_in_example(BUILT_IN[arguments.session])
    library = library_of_session(arguments)
    try:
        return stored_session(library, arguments)
    finally:
        library.close()


def library_of_session(arguments: "argparse.Namespace") -> Library:
    """The library in which a session is looked for.

    Raises:
        WrongUseError: where there is none yet.
    """
    library = existing_library(arguments)
    if library is None:
        raise WrongUseError(
            tr("there is no session “{id}”: there is no library in {folder} yet").format(
                id=arguments.session, folder=library_folder(arguments)
            )
        )
    return library


def stored_session(library: Library, arguments: "argparse.Namespace") -> OpenSession:
    """The session of a library that is named by its id, or the beginning of one.

    Raises:
        NoSuchSession: where no session, or more than one, is meant.
    """
    # A byte that is no UTF-8 comes as half a character, which no id has and SQLite refuses.
    beginning = arguments.session.encode("utf-8", "replace").decode()
    return operations.open_session(library, operations.find_session(library, beginning).id)


def existing_library(arguments: "argparse.Namespace") -> Library | None:
    """The library; None where there is none yet, since looking shall make nothing."""
    folder = library_folder(arguments)
    return operations.open_library(folder) if operations.has_library(folder) else None
