"""Runs the command that a command line names."""

import argparse

from workbook import operations
from workbook.cli.common import FAILED, WrongUseError, complain
from workbook.cli.files import export, print_handout
from workbook.cli.sessions import add_sample, list_sessions
from workbook.cli.tallying import add_counts
from workbook.guides import GuideError

_COMMANDS = {
    "sample": add_sample,
    "list": list_sessions,
    "export": export,
    "handout": print_handout,
    "tally": add_counts,
}


def run(arguments: argparse.Namespace) -> int:
    """Run the command, and return the exit status.

    Raises:
        WrongUseError: where the input cannot be used.
        OSError: where the disk or standard output fails.
    """
    try:
        return _COMMANDS[arguments.command](arguments)
    except operations.NoSuchSession as error:
        raise WrongUseError(str(error)) from error
    except (operations.LibraryError, GuideError) as error:
        return complain(str(error), FAILED)
