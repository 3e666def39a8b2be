"""Wires everything: takes the command line to a command or to the window, errors to one line."""

# Not used here. Before Qt, since of every module imported after it PySide reads the source as well.
import concurrent.futures.thread  # noqa: F401
import gc
import logging
import os
import sys
import tomllib  # noqa: F401
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import workbook.catalogue.outcome  # noqa: F401
from workbook import cli, display, operations
from workbook.catalogue import tr
from workbook.log import Log, machine

if TYPE_CHECKING:
    import argparse

INTERRUPTED = 130  # as shells say it: 128 and the number of the signal SIGINT
UNREAD = 141  # 128 and SIGPIPE: whoever read our output has had enough

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        argv: the command line without the program's name; that of the process if not given.
    """
    # Nearly all that a start makes stays: looking for garbage in it would be a tenth of the time to
    # the window. On again where a command begins; for a window, workbook.ui.system.garbage looks.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that lacks a character shows its number
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:  # there is none behind Windows' pythonw
            sys.stdout.flush()  # here, where a full disk can still be told
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python would flush once more at its end and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    except SystemExit as done:  # argparse has printed the help or the version
        return int(done.code or 0)
    finally:
        gc.enable()
    return status


def _run(argv: Sequence[str]) -> int:
    try:
        arguments = cli.read_arguments(argv)
    except cli.WrongUseError as error:
        return cli.complain(str(error), cli.WRONG)
    debug = getattr(arguments, "debug", False)  # there if it was given
    with Log(operations.log_folder, debug=debug) as log:
        if debug:
            _log.debug("%s", machine())
        return _carried_out(arguments, log)


def _carried_out(arguments: "argparse.Namespace | None", log: Log) -> int:
    try:
        if arguments is not None and arguments.command:
            gc.enable()
            return cli.run(arguments)
        return run_window(cli.library_folder(arguments), log)
    except cli.WrongUseError as error:
        return cli.complain(str(error), cli.WRONG)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == "workbook":
            raise
        return cli.complain(
            tr("{package} is not installed: set the workbook up as README says").format(
                package=error.name
            ),
            cli.WRONG,
        )
    except BrokenPipeError:
        raise
    except OSError as error:
        return cli.complain(_worded(error), cli.FAILED)


def _worded(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def run_window(folder: Path, log: Log) -> int:
    """Open the window on the library in a folder; returns the exit status when it has closed."""
    problem = display.obstacle(_import_qt)
    if problem:
        return cli.complain(problem, cli.WRONG)
    from workbook.ui import start

    return start.run_window(folder, log)


def _import_qt() -> Path:
    """Load what the window needs of Qt, and return the folder of Qt's plugins."""
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401 - each loads more system libraries

    return Path(QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath))
