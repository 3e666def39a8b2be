"""A workshop keeps the computer awake where it may, tells where it may not, and always lets go."""

import os
import select
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from workbook.ui.system.awake import (
    ES_CONTINUOUS,
    ES_DISPLAY_REQUIRED,
    ES_SYSTEM_REQUIRED,
    Awake,
    DesktopHold,
    Hold,
    ProgramHold,
    State,
    ThreadHold,
    holds_of_this_system,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="these programs are not on Windows")
SAVER = "org.freedesktop.ScreenSaver"
PLACE = (SAVER, "/org/freedesktop/ScreenSaver", SAVER)


class FakeHold(Hold):
    """A way of keeping awake that is told how it goes."""

    def hold(self, reason: str) -> None:
        assert reason
        self._now(State.ASKED)

    def release(self) -> None:
        self._now(State.OFF)

    def answer(self, state: State) -> None:
        self._now(state)


# ----------------------------------------------------------------- what a facilitator is told


def test_what_keeps_the_display_on_is_all_that_is_needed(qtbot: QtBot) -> None:
    display, computer = FakeHold(display=True), FakeHold(display=False)
    awake = Awake(holds=[display, computer])
    assert (awake.held, awake.why_not) == (False, "")
    awake.start()
    assert (awake.held, awake.why_not) == (False, "")  # an answer may come
    computer.answer(State.REFUSED)
    with qtbot.waitSignal(awake.changed):
        display.answer(State.HELD)
    assert (awake.held, awake.why_not) == (True, "")
    awake.stop()
    assert (display.state, computer.state) == (State.OFF, State.OFF)
    assert (awake.held, awake.why_not) == (False, "")


def test_a_display_that_may_go_dark_is_told() -> None:
    display, computer = FakeHold(display=True), FakeHold(display=False)
    awake = Awake(holds=[display, computer])
    awake.start()
    computer.answer(State.HELD)
    display.answer(State.REFUSED)
    assert not awake.held
    assert awake.why_not.startswith("The computer stays awake, but its display may go dark.")


@pytest.mark.parametrize("count", [0, 2])
def test_a_system_that_allows_nothing_is_told(count: int) -> None:
    holds = [FakeHold(display=True) for _ in range(count)]
    awake = Awake(holds=holds)
    awake.start()
    for hold in holds:
        hold.answer(State.REFUSED)
    assert awake.why_not.startswith("This system does not let the program keep it awake.")
    awake.stop()
    assert awake.why_not == ""


def test_starting_and_stopping_again_changes_nothing(qtbot: QtBot) -> None:
    hold = FakeHold(display=True)
    awake = Awake(holds=[hold])
    awake.start()
    hold.answer(State.HELD)
    with qtbot.assertNotEmitted(awake.changed):
        awake.start()
    assert awake.held
    awake.stop()
    with qtbot.assertNotEmitted(awake.changed):
        awake.stop()


# ------------------------------------------------------------------------------------- the systems


def test_each_system_has_its_ways(tmp_path: Path) -> None:
    def ways(platform: str, **environment: str) -> list[tuple[type[Hold], bool]]:
        return [(type(h), h.display) for h in holds_of_this_system(platform, environment)]

    assert ways("win32") == [(ThreadHold, True)]
    assert ways("darwin") == [(ProgramHold, True)]
    assert ways("linux", XDG_RUNTIME_DIR=str(tmp_path)) == [(ProgramHold, False)]
    desktop = [(DesktopHold, True), (DesktopHold, False), (ProgramHold, False)]
    assert ways("linux", DBUS_SESSION_BUS_ADDRESS="unix:path=/somewhere") == desktop
    (tmp_path / "bus").touch()
    assert ways("freebsd14", XDG_RUNTIME_DIR=str(tmp_path)) == desktop


def test_windows_is_told_and_told_again() -> None:
    told: list[int] = []

    def tell(state: int) -> int:
        told.append(state)
        return ES_CONTINUOUS

    hold = ThreadHold(tell)
    hold.hold("A workshop")
    assert hold.state is State.HELD
    hold.release()
    assert told == [ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED, ES_CONTINUOUS]


def test_windows_may_refuse() -> None:
    hold = ThreadHold(lambda state: 0)
    hold.hold("A workshop")
    assert hold.state is State.REFUSED


# ---------------------------------------------------------------------------------- over the D-Bus


@ClassInfo({"D-Bus Interface": SAVER})
class ScreenSaver(QObject):
    """What a desktop offers on its bus."""

    inhibited = Signal(str, str)

    @Slot(str, str, result="uint")
    def Inhibit(self, name: str, reason: str) -> int:
        self.inhibited.emit(name, reason)
        return 77


class Bus:
    """A bus of the tests' own, on which no other program is."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.server = QDBusConnection.connectToBus(address, "tests-server")
        self.saver = ScreenSaver()

    def serve(self) -> None:
        slots = QDBusConnection.RegisterOption.ExportAllSlots
        assert self.server.registerObject(PLACE[1], self.saver, slots)
        assert self.server.registerService(SAVER)

    def callers(self) -> int:
        names = self.server.interface().registeredServiceNames().value()
        return sum(name.startswith(":") for name in names) - 1  # not the server itself


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    """Its socket lies in a folder with a short name: the path of one has 107 characters at most."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("this machine has no D-Bus")
    config = tmp_path / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type>"
        f"<listen>unix:tmpdir={tempfile.gettempdir()}</listen><policy context='default'>"
        "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>"
        "</policy></busconfig>"
    )
    command = [daemon, f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        try:
            yield Bus(running.stdout.readline().strip())
        finally:
            QDBusConnection.disconnectFromBus("tests-server")
            running.terminate()


def test_a_desktop_holds_until_it_is_let_go(qtbot: QtBot, bus: Bus) -> None:
    bus.serve()
    hold = DesktopHold(bus.address, *PLACE, display=True)
    with qtbot.waitSignal(bus.saver.inhibited) as inhibited:
        hold.hold("A workshop is running")
    assert inhibited.args == ["community-purpose-workbook", "A workshop is running"]
    qtbot.waitUntil(lambda: hold.state is State.HELD)
    assert bus.callers() == 1
    hold.release()
    assert hold.state is State.OFF
    qtbot.waitUntil(lambda: bus.callers() == 0)  # which is how a desktop learns of it


def test_a_bus_without_a_desktop_refuses(qtbot: QtBot, bus: Bus) -> None:
    hold = DesktopHold(bus.address, *PLACE, display=True)
    hold.hold("A workshop is running")
    assert hold.state is State.ASKED
    qtbot.waitUntil(lambda: hold.state is State.REFUSED)
    qtbot.waitUntil(lambda: bus.callers() == 0)


def test_an_answer_after_the_end_is_not_heard(qtbot: QtBot, bus: Bus) -> None:
    bus.serve()
    hold = DesktopHold(bus.address, *PLACE, display=True)
    hold.hold("A workshop is running")
    hold.release()
    with qtbot.assertNotEmitted(hold.changed):
        qtbot.waitUntil(lambda: bus.callers() == 0)
    assert hold.state is State.OFF


def test_without_a_bus_it_is_refused_at_once(tmp_path: Path) -> None:
    hold = DesktopHold(f"unix:path={tmp_path}/nobody", *PLACE, display=True)
    hold.hold("A workshop is running")
    assert hold.state is State.REFUSED


# -------------------------------------------------------------------------------- through a program


@posix
def test_a_program_holds_while_it_runs(qtbot: QtBot) -> None:
    hold = ProgramHold("cat", ["-"], display=True)
    with qtbot.waitSignal(hold.changed):
        hold.hold("A workshop is running")
    qtbot.waitUntil(lambda: hold.state is State.HELD)
    hold.release()
    assert hold.state is State.OFF


@posix
def test_a_program_that_ends_by_itself_holds_nothing(qtbot: QtBot) -> None:
    hold = ProgramHold("sh", ["-c", "exit 1"], display=True)
    hold.hold("A workshop is running")
    qtbot.waitUntil(lambda: hold.state is State.REFUSED)


def test_a_program_that_is_not_there_is_a_refusal(qtbot: QtBot, tmp_path: Path) -> None:
    hold = ProgramHold(str(tmp_path / "nothing"), [], display=True)
    hold.hold("A workshop is running")
    qtbot.waitUntil(lambda: hold.state is State.REFUSED)


@posix
def test_the_program_is_told_why(qtbot: QtBot, tmp_path: Path) -> None:
    said = tmp_path / "said"
    hold = ProgramHold(
        "sh", ["-c", 'echo "$1" > "$2"', "sh", "--why={reason}", str(said)], display=True
    )
    hold.hold("A workshop is running")
    qtbot.waitUntil(lambda: hold.state is State.REFUSED)
    assert said.read_text() == "--why=A workshop is running\n"


RUN = """
    import os, signal, sys
    from PySide6.QtCore import QCoreApplication, QTimer
    from workbook.ui.system.awake import Awake, ProgramHold

    application = QCoreApplication([])
    hold = ProgramHold("cat", [], display=True)
    awake = Awake(holds=[hold])
    how = sys.argv[1]

    def held():
        if how == "quit":
            application.quit()
        elif how == "killed":
            os.kill(os.getpid(), signal.SIGKILL)

    awake.changed.connect(lambda: awake.held and held())
    awake.start()
    application.exec()
"""


@posix
@pytest.mark.parametrize(("how", "code"), [("quit", 0), ("killed", -9)])
def test_nothing_stays_when_the_program_ends(how: str, code: int) -> None:
    """Whoever holds the pipe's end is alive: the program, and what it has started."""
    end, beginning = os.pipe()
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(RUN), how],
        pass_fds=[beginning],
        stderr=subprocess.PIPE,
        text=True,
        timeout=30,
        check=False,
    )
    os.close(beginning)
    assert (run.returncode, run.stderr) == (code, "")
    readable, _, _ = select.select([end], [], [], 10)
    assert readable and os.read(end, 1) == b""
    os.close(end)
