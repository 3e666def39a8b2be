"""The commands that need no window: reads the command line, runs a command, words its errors.

What a command prints on standard output is for other programs as well, and documented in README.
Everything else, one line for an error, goes to standard error. Exit status: 0 done, 1 failed,
2 wrong use or wrong input.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbook.cli.common import (
    FAILED,
    OK,
    WRONG,
    WrongUseError,
    complain,
    harmless,
    library_folder,
)

if TYPE_CHECKING:
    import argparse

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


def read_arguments(argv: Sequence[str]) -> "argparse.Namespace | None":
    """What a command line asks for, None for nothing but the window: the usual start, for which
    nothing that reads a command line is loaded.

    Raises:
        WrongUseError: where it cannot be understood.
        SystemExit: after the help or the version was printed.
    """
    if not argv:
        return None
    from workbook.cli import arguments

    return arguments.read_arguments(argv)


def run(arguments: "argparse.Namespace") -> int:
    """Run the command that the arguments name, and return the exit status.

    Raises:
        WrongUseError: where the input cannot be used.
        OSError: where the disk or standard output fails.
    """
    # What a command needs, guides and readings, the window is drawn without.
    from workbook.cli import commands

    return commands.run(arguments)
