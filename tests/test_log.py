"""The log: it says where something went wrong, and nothing that anybody wrote or when."""

import faulthandler
import importlib
import logging
import re
import stat
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import platformdirs
import pytest

from workbook import __version__, operations
from workbook.app import main
from workbook.guides import load_guide
from workbook.log import LIMIT, Log, trace_of
from workbook.model.workshop import Ballot, RoundId, Setup, Spot
from workbook.operations.workshops import close_round, new_workshop, open_round, store_ballots

PLANTED = "Ana from 12 River Street, at 14:03:22"
ExpectLog = Callable[[str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the log of a test is, once it is written."""
    return tmp_path / "state" / "log"


@pytest.fixture
def log(folder: Path) -> Iterator[Log]:
    """A log that listens."""
    with Log(lambda: folder) as log:
        yield log


def written(folder: Path) -> str:
    """All that the log says."""
    return "".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))


def fail(words: str) -> None:
    """Go wrong with somebody's words in every place that an exception has for them."""
    try:
        raise LookupError(words)
    except LookupError as error:
        wrong = ValueError(words, {words: words})
        wrong.add_note(words)
        raise wrong from error


def test_nothing_is_made_while_all_goes_well(log: Log, folder: Path) -> None:
    logging.getLogger("workbook.ui").info("a step was opened")
    assert not folder.exists()


def test_an_exception_leaves_its_types_and_frames_and_nobodys_words(log: Log, folder: Path) -> None:
    try:
        fail(PLANTED)
    except ValueError as error:
        log.keep(error)
    said = written(folder)
    line = fail.__code__.co_firstlineno
    assert re.search(r"^ValueError\n  tests/test_log\.py:\d+ in test_an_exception", said, re.M)
    assert f"  tests/test_log.py:{line + 7} in fail\n" in said
    assert f"because of LookupError\n  tests/test_log.py:{line + 3} in fail\n" in said
    assert f"workbook {__version__}, Python {sys.version.split()[0]}" in said
    assert_tells_nothing(said)


def assert_tells_nothing(said: str) -> None:
    for word in re.findall(r"\w{3,}", PLANTED):
        assert word not in said
    assert str(Path.home()) not in said and str(Path(__file__).parent) not in said
    assert not re.search(r"\d\d:\d\d", said), "a time of day"


def test_a_line_that_is_logged_leaves_its_place_alone(
    log: Log, folder: Path, expect_log: ExpectLog
) -> None:
    expect_log(PLANTED)
    try:
        fail(PLANTED)
    except ValueError:
        logging.getLogger("somebody.else").exception("it went wrong: %s", PLANTED)
    said = written(folder)
    assert re.search(r"^ERROR tests/test_log\.py:\d+ in test_a_line_that_is_logged", said, re.M)
    assert "ValueError" in said
    assert_tells_nothing(said)


def test_what_a_thread_lost_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lost.append)
    with Log(lambda: folder):
        thread = threading.Thread(target=fail, args=(PLANTED,))
        thread.start()
        thread.join()
    assert len(lost) == 1, "still told as before"
    assert "in fail" in written(folder)
    assert_tells_nothing(written(folder))


def test_an_end_without_a_cause_is_cut(log: Log, folder: Path) -> None:
    def again(number: int) -> None:
        again(number + 1)

    try:
        again(0)
    except RecursionError as error:
        log.keep(error)
    assert re.search(r"… \d{3} more", written(folder))
    assert len(written(folder)) < 10_000


def test_a_cause_that_was_suppressed_is_left_out() -> None:
    try:
        try:
            fail(PLANTED)
        except ValueError:
            raise KeyError(PLANTED) from None
    except KeyError as error:
        told = trace_of(error)
    assert told.startswith("KeyError\n") and "because" not in told


def test_it_never_grows_beyond_its_limit(log: Log, folder: Path, expect_log: ExpectLog) -> None:
    expect_log("one of many")
    deep = fail
    for _ in range(20):
        deep = _under(deep)
    for _ in range(1500):
        try:
            deep(PLANTED)
        except ValueError:
            logging.getLogger("many").exception("one of many")
    sizes = [path.stat().st_size for path in folder.iterdir()]
    assert len(sizes) == 2
    assert LIMIT / 2 < sum(sizes) <= LIMIT


def _under(inner: Callable[[str], None]) -> Callable[[str], None]:
    def call(words: str) -> None:
        inner(words)

    return call


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the folder who may read")
def test_only_its_owner_may_read_it(log: Log, folder: Path) -> None:
    log.keep(ValueError(PLANTED))
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.iterdir())}
    assert modes == {"log": 0o700, "workbook.log": 0o600}


def test_the_file_itself_tells_no_time_of_day(log: Log, folder: Path) -> None:
    log.keep(ValueError())
    (path,) = folder.iterdir()
    assert path.stat().st_mtime % 60 == 0
    assert Path(path).stat().st_mtime <= path.stat().st_ctime


def test_a_log_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    with Log(lambda: tmp_path / "file" / "log") as log:
        log.keep(ValueError(PLANTED))
        log.watch_for_crashes()
    assert PLANTED not in capsys.readouterr().err


def test_the_log_is_outside_of_the_librarys_folder() -> None:
    library, log = operations.default_folder(), operations.log_folder()
    assert not log.is_relative_to(library) and not library.is_relative_to(log)


@pytest.mark.parametrize("system", ["unix.Unix", "macos.MacOS", "windows.Windows"])
def test_so_it_is_on_every_system(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As platformdirs names both folders there."""
    module, _, kind = system.partition(".")
    dirs = importlib.import_module(f"platformdirs.{module}")
    if module == "windows":
        monkeypatch.setattr(dirs, "get_win_folder", lambda name: "/Users/ana/AppData/Local")
    monkeypatch.setattr(platformdirs, "PlatformDirs", getattr(dirs, kind))
    library, log = operations.default_folder(), operations.log_folder()
    assert not log.is_relative_to(library) and not library.is_relative_to(log)


CRASH = """
import ctypes, sys
from pathlib import Path
from workbook.guides import load_guide
from workbook.log import Log
planted = sys.argv[2]
def fall():
    ctypes.string_at(0)
with Log(lambda: Path(sys.argv[1])) as log:
    log.watch_for_crashes()
    fall()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a crash opens a window there")
def test_a_crash_is_found_at_the_next_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(folder), PLANTED], cwd=Path(__file__).parent.parent,
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode < 0
    enabled: list[object] = []
    monkeypatch.setattr(faulthandler, "enable", enabled.append)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)
    with Log(lambda: folder) as log:
        log.watch_for_crashes()
    assert len(enabled) == 1
    said = written(folder)
    assert "Fatal Python error: Segmentation fault" in said
    assert "ctypes/__init__.py" not in said and "__init__.py:" in said
    assert " in fall\n" in said
    assert (folder / "crash.txt").read_text() == ""
    assert_tells_nothing(said)


def test_ballots_leave_no_line_anywhere(log: Log, folder: Path, own_library: Path) -> None:
    """Not even in the terminal with --debug, whose lines have a time."""
    lines: list[str] = []
    listener = logging.Handler()
    listener.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    mark = Spot("optimising.scale", "now")
    ballots = Counter(Ballot.of({mark: str(value)}) for value in range(3, 9))
    with closing(operations.open_library(own_library)) as library:
        session = new_workshop(library, load_guide(), PLANTED, Setup("90", 14)).session
        open_round(library, session.id, "optimising", (mark.question,), secret=True)
        logging.getLogger().addHandler(listener)
        logging.getLogger("workbook").setLevel(logging.DEBUG)
        store_ballots(library, session, RoundId("optimising", 1), ballots)
        close_round(library, session.id, RoundId("optimising", 1))
    logging.getLogger().removeHandler(listener)
    assert lines == []
    assert not folder.exists()


# From the front door


def test_an_unexpected_end_of_a_command_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbook.cli.run", lambda arguments: fail(PLANTED))
    with suppress(ValueError):
        main(["list"])
    said = written(operations.log_folder())
    assert " in fail" in said
    assert_tells_nothing(said)


def test_debug_tells_the_terminal_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["--debug", "list"]) == 0
    told = capsys.readouterr().err
    assert f"workbook {__version__}, Python" in told
    assert main(["list", "--debug"]) == 0
    assert capsys.readouterr().err.splitlines()[0].endswith(told.splitlines()[0].split("  ")[-1])
    assert logging.getLogger("workbook").level == logging.NOTSET
