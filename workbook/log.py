"""Keeps a small log of what went wrong, without a word that anybody typed: which exceptions, where.

An entry says the day, the program and the machine, the types of the exceptions and the frames they
passed (file, line, function). It leaves out every message, for a message may quote an answer or a
name, and the time of day, for that could tell when a ballot came. Nothing is written, and no folder
is made, before something goes wrong.
"""

import faulthandler
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from workbook import __version__

LIMIT = 1_000_000  # bytes, of all files together
_PART = 400_000  # bytes of one file, of which there are two: the rest is for a crash
_ENTRY = 20_000  # bytes of one entry
_FRAMES = 30  # at each end of a trace: a recursion without end has a thousand
_CAUSES = 5
_SOURCES = f"{Path(__file__).parent.parent}{os.sep}"
_CRASHED = re.compile(r'  File "(?P<file>.*)", line (?P<line>\d+) in (?P<function>.*)')
_FATAL = ("Fatal Python error: ", "Windows fatal exception: ")

_log = logging.getLogger(__name__)


class Log:
    """The log while the program runs: `with Log(folder): …`. It takes warnings and errors from
    `logging`, exceptions that nobody expected in the block and in threads, and crashes. The
    terminal is told warnings and errors with their words, and with `debug` what the program does.

    Args:
        folder: the folder of the log; asked when something is to be written, so that nothing is
            loaded or made for it before.
    """

    def __init__(self, folder: Callable[[], Path], *, debug: bool = False) -> None:
        self._file = _File(folder)
        self._folder = folder
        self._terminal = _terminal(debug)
        self._own = logging.getLogger("workbook")
        self._own_level = logging.DEBUG if debug else logging.NOTSET
        self._crash: BinaryIO | None = None
        self._before = threading.excepthook

    def __enter__(self) -> "Log":
        for handler in self._handlers():
            logging.getLogger().addHandler(handler)
        self._own.setLevel(self._own_level)
        self._before, threading.excepthook = threading.excepthook, self._in_thread
        if sys.stderr is not None and not faulthandler.is_enabled():
            faulthandler.enable()  # until there is a file for it
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        if isinstance(error, Exception) and not isinstance(error, BrokenPipeError):
            self.keep(error)
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
        threading.excepthook = self._before
        self._own.setLevel(logging.NOTSET)
        for handler in self._handlers():
            logging.getLogger().removeHandler(handler)

    def keep(self, error: BaseException) -> None:
        """Write down an exception that nobody expected."""
        self._file.handle(_record(trace_of(error)))

    def watch_for_crashes(self) -> None:
        """Let Python write down where it was if the process crashes, and take what an earlier
        crash left into the log. Where the folder cannot be used there is only the terminal.
        """
        try:
            path = _made(self._folder()) / "crash.txt"
            if path.exists() and (left := path.read_text("utf-8", "replace")):
                self._file.handle(_record(_of_crash(left)))
                path.write_text("", "utf-8")
            self._crash = _appending(path)
        except OSError as error:
            _log.info("the folder of the log cannot be used: %s", error)
        else:
            faulthandler.enable(self._crash)

    def _handlers(self) -> list[logging.Handler]:
        return [self._file] if self._terminal is None else [self._file, self._terminal]

    def _in_thread(self, lost: threading.ExceptHookArgs) -> None:
        if lost.exc_value is not None:
            self.keep(lost.exc_value)
        self._before(lost)


def machine() -> str:
    """The program's version, Python's and the system's, on one line."""
    return f"workbook {__version__}, Python {sys.version.split()[0]}, {_system()}"


def _system() -> str:
    """As `platform.platform()`, which costs the start several milliseconds."""
    if sys.platform == "win32":
        version = sys.getwindowsversion()
        return f"Windows {version.major}.{version.minor}.{version.build}"
    told = os.uname()  # but for the machine's name, which may be a person's
    return f"{told.sysname} {told.release} {told.machine}"


def trace_of(error: BaseException) -> str:
    """The types of an exception and of its causes, each with the frames it passed, the innermost
    last: file, line and function.
    """
    lines: list[str] = []
    cause: BaseException | None = error
    for number in range(_CAUSES):
        if cause is None:
            break
        kind = type(cause)
        name = kind.__qualname__ if kind.__module__ == "builtins" else _full_name(kind)
        lines += [f"because of {name}" if number else name, *_frames(cause.__traceback__)]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\n".join(lines)


def _full_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    passed = [
        _frame(frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(trace)
    ]
    left_out = len(passed) - 2 * _FRAMES
    if left_out > 0:
        passed[_FRAMES:-_FRAMES] = [f"  … {left_out} more"]
    yield from passed


def _frame(file: str, line: int | str, function: str) -> str:
    """One frame. Its file is told from the program's folder on: what stands before may be a name
    of somebody.
    """
    path = file.replace("\\", "/")
    sources = _SOURCES.replace("\\", "/")
    if path.startswith(sources):
        path = path.removeprefix(sources)
    elif "/site-packages/" in path:
        path = path.rpartition("/site-packages/")[2]
    else:
        path = path.rpartition("/")[2]
    return f"  {path}:{line} in {function}"


def _of_crash(left: str) -> str:
    """What faulthandler wrote, with shorter paths, and without what it says beside."""
    lines = ["a crash, the innermost frame first"]
    for line in left.splitlines():
        frame = _CRASHED.fullmatch(line)
        if frame is not None:
            lines.append(_frame(frame["file"], frame["line"], frame["function"]))
        elif line.startswith(_FATAL):
            lines.append(line)
        elif "hread 0x" in line:
            lines.append("a thread")
    return "\n".join(lines)


def _record(trace: str) -> logging.LogRecord:
    """A record that the program makes of its own frames: its message has nobody's words in it."""
    return _Told("workbook", logging.CRITICAL, __file__, 0, trace, None, None)


class _Told(logging.LogRecord):
    """A record whose message may be written down."""


class _File(logging.Handler):
    """Writes entries into one file; where it is full, it takes the place of the one before."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._append(_entry(record).encode("utf-8", "replace"))
        except OSError:
            self.handleError(record)  # says so in the terminal: there is no other place left

    def _append(self, entry: bytes) -> None:
        path = _made(self._folder()) / "workbook.log"
        if path.exists() and path.stat().st_size + len(entry) > _PART:
            path.replace(path.with_name("workbook.1.log"))
        with _appending(path) as file:
            file.write(entry)
        day = datetime.combine(date.today(), time()).timestamp()
        os.utime(path, (day, day))  # the file tells no time of day either


def _entry(record: logging.LogRecord) -> str:
    if isinstance(record, _Told):
        said = record.getMessage()
    else:
        said = f"{record.levelname} {_frame(record.pathname, record.lineno, record.funcName)[2:]}"
        if record.exc_info and record.exc_info[1]:
            said += f"\n{trace_of(record.exc_info[1])}"
    return f"{date.today().isoformat()} {machine()}\n{said[:_ENTRY]}\n\n"


def _terminal(debug: bool) -> logging.Handler | None:
    if sys.stderr is None:  # there is none behind Windows' pythonw
        return None
    handler = logging.StreamHandler()
    handler.setLevel(logging.DEBUG if debug else logging.WARNING)
    if debug:
        handler.setFormatter(logging.Formatter("%(relativeCreated)6d ms  %(name)s: %(message)s"))
    return handler


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _appending(path: Path) -> BinaryIO:
    """A file to write at its end, which only its owner may read."""
    return os.fdopen(os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600), "ab")
