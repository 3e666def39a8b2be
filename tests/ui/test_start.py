"""Starting: one window on a library, and a sentence wherever that cannot be."""

import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject, QTimer, qVersion
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.worlds import World
from workbook import __version__, operations
from workbook.log import Log
from workbook.operations import LibraryError, hold_library, open_library
from workbook.ui import start as module
from workbook.ui.main_window import MainWindow
from workbook.ui.start import Backups, run_window
from workbook.ui.theme import Theme

LOCK_AND_DIE = """
import os, sys
from pathlib import Path
from workbook.operations import hold_library, open_library
with hold_library(open_library(Path(sys.argv[1]))):
    os._exit(0)
"""

ExpectLog = Callable[[str], None]


class Reader(QObject):
    """Reads every window that waits for an answer, and closes it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.said: list[str] = []
        self.press = ""  # a button to press before
        self._timer = QTimer(self, interval=10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            for button in dialog.findChildren(QPushButton):
                if self.press and button.text() == self.press:
                    button.click()
                    self.said.append(button.text())
            self.said.append(words(dialog))
            dialog.reject()


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    """Reads what is told while the test runs."""
    made = Reader(qapp)
    yield made
    made.deleteLater()


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Gives back what a program that ends leaves behind: its hook, its window, its theme."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    themes = qapp.findChildren(Theme)
    yield
    for left in (*qapp.topLevelWidgets(), *qapp.findChildren(Theme)):
        if left not in themes:
            left.deleteLater()


class Quiet(Log):
    """A log that leaves the crashes of a test to pytest."""

    def watch_for_crashes(self) -> None:
        pass


@pytest.fixture
def log(tmp_path: Path) -> Log:
    """Where a test's unexpected exceptions go."""
    return Quiet(lambda: tmp_path / "log")


def close_window_soon(app: QApplication) -> list[str]:
    """Close the window as soon as it is there; the list then holds its title."""
    titles: list[str] = []
    timer = QTimer(app, interval=10)

    def look() -> None:
        for window in app.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                titles.append(window.windowTitle())
                timer.stop()
                window.close()

    timer.timeout.connect(look)
    timer.start()
    return titles


def test_the_window_opens_and_ends_well(qapp: QApplication, own_library: Path, log: Log) -> None:
    titles = close_window_soon(qapp)
    assert run_window(own_library, log) == 0
    assert titles == ["Community Purpose Workbook"]


def test_it_opens_again_after_it_was_closed(
    qapp: QApplication, own_library: Path, log: Log
) -> None:
    for _ in range(2):
        close_window_soon(qapp)
        assert run_window(own_library, log) == 0


def test_a_second_window_on_the_same_sessions_is_refused_in_words(
    reader: Reader, own_library: Path, expect_log: ExpectLog, log: Log
) -> None:
    expect_log("The workbook is open: ")
    own_library.mkdir(parents=True)
    other = open_library(own_library)
    with hold_library(other):
        assert run_window(own_library, log) == 1
    (said,) = reader.said
    assert "It is open in another window already" in said
    assert str(own_library) in said
    other.close()


def test_a_lock_left_by_a_crash_locks_nobody_out(
    qapp: QApplication, own_library: Path, log: Log
) -> None:
    own_library.mkdir(parents=True)
    subprocess.run([sys.executable, "-c", LOCK_AND_DIE, str(own_library)], check=True, timeout=60)
    close_window_soon(qapp)
    assert run_window(own_library, log) == 0


def test_a_library_that_is_none_is_told(
    reader: Reader, own_library: Path, expect_log: ExpectLog, log: Log
) -> None:
    expect_log("The sessions cannot be opened: ")
    own_library.parent.mkdir(parents=True, exist_ok=True)
    own_library.write_text("a file, not a folder", encoding="utf-8")
    assert run_window(own_library, log) == 1
    (said,) = reader.said
    assert "The sessions cannot be opened" in said
    assert str(own_library) in said


def test_a_library_that_cannot_be_held_is_told(
    reader: Reader, own_library: Path, expect_log: ExpectLog, log: Log
) -> None:
    expect_log("The sessions cannot be opened: ")
    open_library(own_library).close()
    (own_library / "library.lock").mkdir()  # where the file of the hold should be
    assert run_window(own_library, log) == 1
    (said,) = reader.said
    assert "The sessions cannot be opened" in said


# An exception that nobody expected


def test_it_is_told_once_and_the_work_goes_on(
    qtbot: QtBot, world: World, reader: Reader, log: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = module._Surprise(world.window, log)
    error = ValueError("seven")
    QTimer.singleShot(0, world.window, lambda: hook(KeyError, KeyError("more"), None))
    hook(ValueError, error, None)
    (said,) = reader.said
    assert "ValueError: seven" in said and "What you wrote is kept." in said
    assert "ValueError: seven" in capsys.readouterr().err
    assert world.window.isVisible()
    hook(ValueError, error, None)
    assert len(reader.said) == 2


def test_what_was_not_expected_is_kept_in_the_log_without_its_words(
    world: World, reader: Reader, log: Log, tmp_path: Path
) -> None:
    hook = module._Surprise(world.window, log)
    hook(ValueError, ValueError("typed by Ana"), None)
    said = (tmp_path / "log" / "workbook.log").read_text("utf-8")
    assert "ValueError" in said and "Ana" not in said


def test_details_can_be_copied_and_quote_nobody(
    qtbot: QtBot, world: World, log: Log, reader: Reader
) -> None:
    def break_down() -> None:
        raise ValueError("typed by Ana")

    QApplication.clipboard().clear()
    reader.press = "Copy details"
    with pytest.raises(ValueError, match="Ana") as caught:
        break_down()
    module._Surprise(world.window, log)(ValueError, caught.value, caught.tb)
    copied = QApplication.clipboard().text()
    assert f"workbook {__version__}, Python {platform.python_version()}" in copied
    assert f"{platform.system()} " in copied and platform.release() in copied
    assert platform.node() not in copied
    assert f"PySide {PySide6.__version__}, Qt {qVersion()}" in copied
    assert "ValueError" in copied and " in break_down\n" in copied
    assert "Ana" not in copied
    assert reader.said[0] == "Copied"


def test_ctrl_c_is_not_told(world: World, reader: Reader, log: Log) -> None:
    hook = module._Surprise(world.window, log)
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reader.said == []


# Backups


@pytest.fixture
def backups(own_library: Path, qapp: QApplication) -> Iterator[Backups]:
    """Backups of an empty library."""
    library = open_library(own_library)
    made = Backups(library)
    yield made
    made.finish()
    library.close()


def test_a_backup_is_made_and_told(qtbot: QtBot, backups: Backups, own_library: Path) -> None:
    with qtbot.waitSignal(backups.made) as made:
        backups.look()
    assert isinstance(made.args[0], datetime)
    assert len(list((own_library / "backups").iterdir())) == 1


def test_one_a_day_is_enough(qtbot: QtBot, backups: Backups, own_library: Path) -> None:
    for _ in range(2):
        with qtbot.waitSignal(backups.made):
            backups.look()
    assert len(list((own_library / "backups").iterdir())) == 1


def test_a_backup_that_fails_says_why(
    qtbot: QtBot, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(library: object) -> None:
        raise LibraryError("There is no room left.")

    monkeypatch.setattr(operations, "back_up", full)
    with qtbot.waitSignal(backups.failed) as failed:
        backups.look()
    assert failed.args == ["There is no room left."]


def test_a_mistake_in_a_backup_is_told_as_any_other(
    qtbot: QtBot, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(library: object) -> None:
        raise KeyError("seven")

    told: list[BaseException] = []
    monkeypatch.setattr(operations, "back_up", broken)
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))
    backups.look()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], KeyError)


def test_a_while_after_the_window_is_drawn_home_tells_of_the_backup(
    qtbot: QtBot, world: World
) -> None:
    world.begin()
    world.window.show_home()
    home = world.window.home
    qtbot.waitUntil(lambda: "Last backup" in words(home))
