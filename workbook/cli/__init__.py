"""The commands that need no window: reads the command line, runs a command, words its errors.

What a command prints on standard output is for other programs as well, and documented in README.
Everything else, one line for an error, goes to standard error. Exit status: 0 done, 1 failed,
2 wrong use or wrong input.
"""

import argparse
from collections.abc import Callable

from workbook.cli.arguments import read_arguments
from workbook.cli.common import (
    FAILED,
    OK,
    WRONG,
    WrongUseError,
    complain,
    harmless,
    library_folder,
)

__all__ = [
    "FAILED",
    "OK",
    "WRONG",
    "WrongUseError",
    "complain",
    "harmless",
    "library_folder",
    "read_arguments",
    "run",
]


def run(arguments: argparse.Namespace) -> int:
    """Run the command that the arguments name, and return the exit status.

    Raises:
        WrongUseError: where the input cannot be used.
        OSError: where the disk or standard output fails.
    """
    from workbook import operations
    from workbook.guides import GuideError

    try:
        return _command(arguments.command)(arguments)
    except operations.NoSuchSession as error:
        raise WrongUseError(str(error)) from error
    except (operations.LibraryError, GuideError) as error:
        return complain(str(error), FAILED)


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    from workbook.cli.files import export, print_handout
    from workbook.cli.sessions import add_sample, list_sessions
    from workbook.cli.tallying import add_counts

    return {
        "sample": add_sample,
        "list": list_sessions,
        "export": export,
        "handout": print_handout,
        "tally": add_counts,
    }[name]
