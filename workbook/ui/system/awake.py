"""Keeps the computer and its display awake while a workshop runs, where the system allows it.

Every system has its own way, and each lets go by itself when the program ends or crashes:
- Linux and the like: a call to the desktop over D-Bus, as the Idle Inhibition Service of
  freedesktop.org says; it holds until the connection is closed. `systemd-inhibit` keeps the
  computer awake where no desktop answers.
- macOS: the system's program `caffeinate`.
- Windows: SetThreadExecutionState, which holds for the window's thread.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

from workbook.catalogue import tr
from workbook.ui.system.program import Program

NAME = "community-purpose-workbook"  # by which a desktop lists what keeps it awake
ANSWER = 2000  # ms within which a desktop answers, or is taken not to

# Of SetThreadExecutionState in the Windows API (winbase.h).
ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002


class State(Enum):
    """How far one way of keeping awake has come."""

    OFF = auto()
    ASKED = auto()
    HELD = auto()
    REFUSED = auto()


class Hold(QObject):
    """One way of keeping awake. With `display` the display too, which is more than the computer.

    `changed` tells that `state` is another.
    """

    changed = Signal()

    def __init__(self, *, display: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.display = display
        self.state = State.OFF

    def hold(self, reason: str) -> None:
        """Ask the system, without waiting for its answer; `reason` is for people."""
        raise NotImplementedError

    def release(self) -> None:
        """Let go, or take the question back."""
        raise NotImplementedError

    def _now(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()


class DesktopHold(Hold):
    """Asks a desktop's service over D-Bus. It lets go when the connection is closed: that spares
    the cookie, an unsigned number, which PySide would send back as a signed one.
    """

    _connections = count()

    def __init__(
        self, address: str, service: str, path: str, interface: str, *, display: bool
    ) -> None:
        super().__init__(display=display)
        self._address = address
        self._place = (service, path, interface)
        self._connection = ""  # its name, "" without one
        self._watcher: QDBusPendingCallWatcher | None = None

    def hold(self, reason: str) -> None:
        self.release()
        self._connection = f"{NAME}-awake-{next(self._connections)}"
        bus = QDBusConnection.connectToBus(self._address, self._connection)
        if not bus.isConnected():
            self._refused()
            return
        message = QDBusMessage.createMethodCall(*self._place, "Inhibit")
        message.setArguments([NAME, reason])
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(message, ANSWER), self)
        self._watcher.finished.connect(self._answered)
        self._now(State.ASKED)

    def release(self) -> None:
        self._close()
        self._now(State.OFF)

    def _answered(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher is not self._watcher:
            return
        if watcher.isError():
            self._refused()
        else:
            self._now(State.HELD)

    def _refused(self) -> None:
        self._close()
        self._now(State.REFUSED)

    def _close(self) -> None:
        if self._watcher is not None:
            self._watcher.finished.disconnect(self._answered)
            self._watcher.deleteLater()
            self._watcher = None
        if self._connection:
            QDBusConnection.disconnectFromBus(self._connection)
            self._connection = ""


class ProgramHold(Hold):
    """Runs a program of the system that keeps it awake for as long as it runs.

    Args:
        program: its name.
        arguments: what it is told; "{reason}" in them is the reason.
        display: whether it keeps the display on too.
    """

    def __init__(self, program: str, arguments: Sequence[str], *, display: bool) -> None:
        super().__init__(display=display)
        self._name, self._arguments = program, arguments
        self._program = Program(self)
        self._program.started.connect(lambda: self._now(State.HELD))
        self._program.ended.connect(lambda: self._now(State.REFUSED))

    def hold(self, reason: str) -> None:
        self._now(State.ASKED)
        self._program.run(self._name, [part.format(reason=reason) for part in self._arguments])

    def release(self) -> None:
        self._program.stop()
        self._now(State.OFF)


class ThreadHold(Hold):
    """Tells Windows what the window's thread needs; `tell` returns 0 where that fails."""

    def __init__(self, tell: Callable[[int], int]) -> None:
        super().__init__(display=True)
        self._tell = tell

    def hold(self, reason: str) -> None:
        told = self._tell(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED)
        self._now(State.HELD if told else State.REFUSED)

    def release(self) -> None:
        if self.state is State.HELD:
            self._tell(ES_CONTINUOUS)
        self._now(State.OFF)


class Awake(QObject):
    """Keeps computer and display awake from `start` to `stop`; either may be said again.

    `changed` tells that `held` or `why_not` is another: an answer comes a moment after `start`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, holds: Sequence[Hold] | None = None) -> None:
        super().__init__(parent)
        self._holds = list(holds_of_this_system() if holds is None else holds)
        self._wanted = False
        for hold in self._holds:
            hold.setParent(self)
            hold.changed.connect(self.changed)

    def start(self) -> None:
        """Keep awake from now on. Asks every way there is: one may hold what another does not."""
        if self._wanted:
            return
        self._wanted = True
        reason = tr("A workshop is running")
        for hold in self._holds:
            hold.hold(reason)
        self.changed.emit()

    def stop(self) -> None:
        """Let the system sleep as it likes."""
        if not self._wanted:
            return
        self._wanted = False
        for hold in self._holds:
            hold.release()
        self.changed.emit()

    @property
    def held(self) -> bool:
        """Whether the system keeps the display on, and with it the computer awake."""
        return any(hold.state is State.HELD and hold.display for hold in self._holds)

    @property
    def why_not(self) -> str:
        """What the facilitator should know and do where the display is not kept on; "" where it
        is, where it need not be, and as long as an answer may come.
        """
        if not self._wanted or self.held:
            return ""
        if any(hold.state is State.ASKED for hold in self._holds):
            return ""
        if any(hold.state is State.HELD for hold in self._holds):
            return tr(
                "The computer stays awake, but its display may go dark. "
                "Keep it on in the settings of the system."
            )
        return tr(
            "This system does not let the program keep it awake. "
            "Switch off sleep and the screen saver in its settings."
        )


def holds_of_this_system(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> list[Hold]:
    """The ways of keeping awake that a system has; nothing is asked yet."""
    if platform == "win32":
        return [ThreadHold(_tell_windows)]
    if platform == "darwin":
        # Display, idle, disk and, on mains, system sleep; -w ends it with this process.
        return [ProgramHold("caffeinate", ["-dims", "-w", str(os.getpid())], display=True)]
    holds: list[Hold] = []
    if address := _session_bus(environment):
        saver, power = "org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement"
        holds += [
            DesktopHold(address, saver, "/org/freedesktop/ScreenSaver", saver, display=True),
            DesktopHold(
                address,
                power,
                "/org/freedesktop/PowerManagement/Inhibit",
                f"{power}.Inhibit",
                display=False,
            ),
        ]
    # Only idleness: who closes the lid or chooses to sleep means it. `cat` ends with its input.
    arguments = ["--what=idle", f"--who={NAME}", "--why={reason}", "--mode=block", "cat"]
    return [*holds, ProgramHold("systemd-inhibit", arguments, display=False)]


def _session_bus(environment: Mapping[str, str]) -> str:
    """The address of the session's D-Bus, "" without one: asked for none, the library would start
    one of its own and wait for it.
    """
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return address
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return f"unix:path={folder}/bus" if folder and Path(folder, "bus").exists() else ""


def _tell_windows(state: int) -> int:
    if sys.platform == "win32":
        tell = ctypes.windll.kernel32.SetThreadExecutionState
        tell.argtypes, tell.restype = [ctypes.c_uint], ctypes.c_uint
        return int(tell(state))
    return 0  # no other system has it
