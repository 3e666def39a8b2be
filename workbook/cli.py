"""The commands that need no window: reads the command line, runs a command, words its errors.

What a command prints on standard output is for other programs as well, and documented in README.
Everything else, one line for an error, goes to standard error. Exit status: 0 done, 1 failed,
2 wrong use or wrong input.
"""

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from workbook import __version__
from workbook.catalogue import tr

if TYPE_CHECKING:
    from workbook.model.session import Session
    from workbook.operations import Library, OpenSession

OK, FAILED, WRONG = 0, 1, 2
BUILT_IN = {"sample": "reflection", "sample-workshop": "workshop"}
PAPERS = ("a4", "letter")


class WrongUseError(Exception):
    """The command line or what it names cannot be used; str() is a sentence for people."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line like every other error."""

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(
            tr("{problem}; “{program} --help” shows what is possible").format(
                problem=message, program=self.prog
            )
        )


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """What a command line asks for: `command` ("" opens the window), `library` and its options.

    Raises:
        WrongUseError: where it cannot be understood.
        SystemExit: after the help or the version was printed.
    """
    if not argv:  # the usual start, for which a parser would be work without use
        return argparse.Namespace(command=None)
    # Given to each parser, so that --library may stand before and after the command.
    anywhere = _Parser(add_help=False)
    anywhere.add_argument(
        "--library",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help=tr("the folder of the library (else WORKBOOK_LIBRARY, else your data folder)"),
    )
    parser = _Parser(
        prog="workbook",
        description=tr("Without a command, opens the window."),
        parents=[anywhere],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"workbook {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=words, description=words, parents=[anywhere], allow_abbrev=False
        )

    sample = command("sample", tr("add the finished example to the library and print its id"))
    sample.add_argument(
        "--workshop", action="store_true", help=tr("a workshop of 14 people, not a reflection")
    )
    listing = command("list", tr("print the sessions: id, group, mode, progress, changed"))
    listing.add_argument("--json", action="store_true", help=tr("as a JSON array"))
    export = command("export", tr("write the summary of a session as a PDF file"))
    export.add_argument(
        "session",
        metavar="SESSION",
        help=tr("an id, its beginning, “sample” or “sample-workshop”"),
    )
    export.add_argument("-o", "--output", metavar="FILE.pdf", required=True, help=tr("the file"))
    export.add_argument("--paper", type=str.lower, choices=PAPERS, default=PAPERS[0])
    counts = command("tally", tr("add counted answers, read from a pipe, to a round of a workshop"))
    counts.add_argument("session", metavar="SESSION", help=tr("an id, or its beginning"))
    counts.add_argument("question", metavar="QUESTION", help=tr("an id such as optimising.scale"))
    counts.add_argument(
        "--round",
        metavar="N",
        type=_round_number,
        required=True,
        help=tr("the round that is open, or the next one, which is then opened"),
    )
    return parser.parse_args(argv)


def _round_number(text: str) -> int:
    """The number of a round; argparse turns the error into one line."""
    if not (text.isascii() and text.isdecimal() and 1 <= len(text) <= 4 and int(text)):
        raise argparse.ArgumentTypeError(tr("rounds are counted from 1"))
    return int(text)


def library_folder(arguments: argparse.Namespace) -> Path:
    """The folder of the library: --library, else WORKBOOK_LIBRARY, else the user's data folder.

    Raises:
        WrongUseError: where it cannot be a folder.
    """
    from workbook import operations

    chosen = getattr(arguments, "library", None)
    if chosen == "":
        raise WrongUseError(tr("--library needs the name of a folder"))
    try:
        folder = operations.library_folder(chosen, os.environ)
    except RuntimeError as error:  # pathlib's, for "~name"
        raise WrongUseError(
            tr("the library's folder begins with “~” and a name that this computer does not know")
        ) from error
    if folder.exists() and not folder.is_dir():
        raise WrongUseError(
            tr("the library has to be a folder, and {path} is a file").format(path=folder)
        )
    return folder


def run(arguments: argparse.Namespace) -> int:
    """Run the command that the arguments name, and return the exit status.

    Raises:
        WrongUseError: where the input cannot be used.
        OSError: where the disk or standard output fails.
    """
    from workbook import operations
    from workbook.guides import GuideError

    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "sample": _sample,
        "list": _list,
        "export": _export,
        "tally": _tally,
    }
    try:
        return commands[arguments.command](arguments)
    except operations.NoSuchSession as error:
        raise WrongUseError(str(error)) from error
    except (operations.LibraryError, GuideError) as error:
        return complain(str(error), FAILED)


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


def _sample(arguments: argparse.Namespace) -> int:
    from workbook import operations

    library = operations.open_library(library_folder(arguments))
    try:
        name = "workshop" if arguments.workshop else "reflection"
        print(operations.add_example(library, name).session.id)
    finally:
        library.close()
    return OK


def _list(arguments: argparse.Namespace) -> int:
    from workbook import operations

    library = _existing_library(arguments)
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


def _as_data(session: "Session") -> dict[str, object]:
    return {
        "id": session.id,
        "group": session.name,
        "mode": session.mode.value,
        "progress": {"done": session.progress.done, "total": session.progress.total},
        "changed": session.changed.astimezone(UTC).isoformat(timespec="seconds"),
    }


def _as_line(session: "Session") -> str:
    return "\t".join(
        (
            session.id,
            harmless(session.name) or tr("(no name yet)"),
            session.mode.value,
            f"{session.progress.done}/{session.progress.total}",
            f"{session.changed.astimezone():%Y-%m-%d %H:%M}",
        )
    )


def _export(arguments: argparse.Namespace) -> int:
    from workbook import operations

    path = _output(arguments.output)
    if not path.parent.is_dir():
        raise WrongUseError(tr("there is no folder {folder}").format(folder=path.parent))
    if path.is_dir() or not arguments.output:
        raise WrongUseError(tr("-o needs the name of a file, such as summary.pdf"))
    if path.suffix.lower() != ".pdf":
        raise WrongUseError(tr("the name of the file has to end in .pdf"))
    opened = _named_session(arguments)
    from workbook.printing.pdf import PrintError  # after what can be told without ReportLab

    try:
        written = operations.export_summary(opened, path, arguments.paper)
    except PrintError as error:
        return complain(str(error), FAILED)
    if written.undrawable:
        complain(
            tr("no font on this machine can draw: {characters}").format(
                characters=" ".join(written.undrawable)
            ),
            OK,
        )
    return OK


def _output(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # "~draft.pdf" is nobody's folder: to shells, too, a name like any other
        return Path(name)


def _named_session(arguments: argparse.Namespace) -> "OpenSession":
    from workbook import operations

    if arguments.session in BUILT_IN:
        return operations.built_in_example(BUILT_IN[arguments.session])
    library = _library_of_session(arguments)
    try:
        return _stored_session(library, arguments)
    finally:
        library.close()


def _tally(arguments: argparse.Namespace) -> int:
    from workbook import operations
    from workbook.catalogue.rooms import round_words
    from workbook.operations.importing import ImportProblem
    from workbook.operations.tallying import TallyError, tally

    library = _library_of_session(arguments)
    try:
        with operations.hold_library(library):
            opened = _stored_session(library, arguments)
            counts = sys.stdin.buffer.read() if sys.stdin else b""
            done = tally(library, opened, arguments.question, arguments.round, counts)
    except (TallyError, ImportProblem) as error:
        raise WrongUseError(str(error)) from error
    finally:
        library.close()
    print(done.answers)
    people = opened.workshop.setup.people if opened.workshop else 0
    if 0 < people < done.answers:
        complain(round_words(done.round, done.answers, people), OK)
    return OK


def _library_of_session(arguments: argparse.Namespace) -> "Library":
    """The library in which a session is looked for.

    Raises:
        WrongUseError: where there is none yet.
    """
    library = _existing_library(arguments)
    if library is None:
        raise WrongUseError(
            tr("there is no session “{id}”: there is no library in {folder} yet").format(
                id=arguments.session, folder=library_folder(arguments)
            )
        )
    return library


def _stored_session(library: "Library", arguments: argparse.Namespace) -> "OpenSession":
    from workbook import operations

    # A byte that is no UTF-8 comes as half a character, which no id has and SQLite refuses.
    beginning = arguments.session.encode("utf-8", "replace").decode()
    return operations.open_session(library, operations.find_session(library, beginning).id)


def _existing_library(arguments: argparse.Namespace) -> "Library | None":
    """The library; None where there is none yet, since looking shall make nothing."""
    from workbook import operations

    folder = library_folder(arguments)
    return operations.open_library(folder) if operations.has_library(folder) else None
