"""What holds for every test: no screen, no network, no real home, no unexpected log line."""

import logging
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

_HOME = "WORKBOOK_TESTS_HOME"  # tells the workers of pytest-xdist which folder this run uses
_ROOM = 2 << 30  # bytes that must be free in memory before tests are let into it

# What a test may not depend on, and must not be able to reach: the person's own folders.
_ELSEWHERE = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "home/run",
    "TMPDIR": "temporary",
    "MPLCONFIGDIR": "matplotlib",  # one font cache a run, shared by the workers
    "WORKBOOK_LIBRARY": "library-that-no-test-chose",
}


def _in_memory() -> str | None:
    """Linux's folder in memory, if there is room: thousands of commits wait for no disk there."""
    folder = Path("/dev/shm")
    if not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < _ROOM:
        return None
    return None if os.statvfs(folder).f_flag & os.ST_NOEXEC else str(folder)


def _leave_home() -> None:
    """Move this process, and the ones it starts, to folders that the run throws away."""
    if _HOME in os.environ:
        return
    home = Path(tempfile.mkdtemp(prefix="workbook-tests-", dir=_in_memory()))
    os.environ[_HOME] = str(home)
    for name, place in _ELSEWHERE.items():
        os.environ[name] = str(home / place)
    (home / "home" / "run").mkdir(parents=True, mode=0o700)
    for name in ("matplotlib", "temporary"):
        (home / name).mkdir()
    tempfile.tempdir = None  # asked for above, and kept since


# Before anything imports Qt or matplotlib: both read these once.
_leave_home()
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _unwanted in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "LANGUAGE"):
    os.environ.pop(_unwanted, None)

settings.register_profile(
    "workbook", deadline=None, max_examples=60, derandomize="CI" in os.environ
)
settings.load_profile("workbook")


def pytest_unconfigure() -> None:
    """Throw the run's folders away; the process that made them does it, last of all."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ[_HOME], ignore_errors=True)


_numbers = count()


@pytest.fixture(autouse=True)
def own_library(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library folder of this test alone, not there yet, where WORKBOOK_LIBRARY points."""
    folder = Path(os.environ[_HOME]) / f"library-{os.getpid()}-{next(_numbers)}"
    monkeypatch.setenv("WORKBOOK_LIBRARY", str(folder))
    return folder


class NetworkUsedError(AssertionError):
    """Something tried to reach another machine."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but those between processes of this machine."""
    local = getattr(socket, "AF_UNIX", None)

    def guarded(original: Callable[..., object]) -> Callable[..., object]:
        def connect(self: socket.socket, address: object) -> object:
            if self.family != local:
                raise NetworkUsedError(f"a test tried to connect to {address!r}")
            return original(self, address)

        return connect

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))


# Not ours, and not telling of a mistake of ours.
_HARMLESS = ("Matplotlib is building the font cache",)  # said when a slow machine needs over 5 s


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def unexpected(self) -> list[str]:
        known = (*_HARMLESS, *self.expected)
        return [line for line in self.lines if not any(re.search(k, line) for k in known)]

    def unheard(self) -> list[str]:
        return [k for k in self.expected if not any(re.search(k, line) for line in self.lines)]


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Fail on log lines from WARNING up; `expect_log(pattern)` names one that must appear."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    yield listener.expected.append
    root.removeHandler(listener)
    assert not listener.unexpected(), "unexpected log lines"
    assert not listener.unheard(), "expected log lines that never came"
