"""The commands that need no window: reads the command line, runs a command, words its errors.

What a command prints on standard output is for other programs as well, and documented in README.
Everything else, one line for an error, goes to standard error. Exit status: 0 done, 1 failed,
2 wrong use or wrong input.
"""

import argparse

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
    # What a command needs, guides and readings, the window is drawn without.
    from workbook.cli import commands

    return commands.run(arguments)
