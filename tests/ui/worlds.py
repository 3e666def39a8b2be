"""Small worlds for tests of the window: a program on a library of its own, sessions in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from workbook.guides import load_guide
from workbook.model.answers import Answers, Key
from workbook.model.guide import Mode
from workbook.model.session import Session
from workbook.operations import (
    Change,
    Library,
    What,
    new_reflection,
    open_library,
    open_session,
)
from workbook.ui.start import Program

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def a_session(session_id: str = "abc", name: str = "River Street Makers") -> Session:
    """A session that is stored nowhere."""
    return Session(session_id, name, Mode.SOLO, "g", "h", "solo-25", NOON, NOON)


def a_change(session_id: str) -> Change:
    """A change that never happened."""
    return Change(What.ANSWERED, a_session(session_id))


def hold_key(window: QWidget, key: Qt.Key) -> None:
    """Hold a key down in a window, so that the keyboard repeats it three times, and let it go."""
    handle = window.windowHandle()
    assert handle is not None
    none = Qt.KeyboardModifier.NoModifier
    for repeated in (False, True, True, True):
        QTest.simulateEvent(handle, True, key, none, QTest.keyToAscii(key), repeated)
        QApplication.processEvents()
    QTest.simulateEvent(handle, False, key, none, "", False)
    QApplication.processEvents()


class World:
    """A program whose window is shown, on a library in `folder`; reads what is on disk.

    For the window it is always noon, unless another clock is given.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime] = lambda: NOON) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.folder = folder
        self._closed = False
        self.program = Program(app, open_library(folder), clock)
        self.window = self.program.window
        if (folder / "settings.ini").exists():
            self.window.show()  # where and as large as it was left
        else:
            self.window.showNormal()  # not as large as the small screen that there is not
            self.window.resize(1280, 800)

    @property
    def library(self) -> Library:
        """The library the window writes to."""
        return self.window._library

    def begin(self) -> str:
        """Open a new reflection; its id."""
        session = new_reflection(self.library, load_guide()).session
        self.window.open_session(session.id)
        return session.id

    def open_example(self) -> str:
        """Open the finished example; its id."""
        self.window.open_example()
        self.program.saver.flush()  # the window waits for a slow disk no longer than it must
        assert self.window.workspace is not None
        return self.window.workspace.document.session.id

    def on_disk(self, session_id: str) -> Answers:
        """What another program would read once the disk has taken what was handed to it."""
        self.program.saver.flush()
        other = open_library(self.folder)
        try:
            return open_session(other, session_id).answers
        finally:
            other.close()

    def question(self, role: str) -> str:
        """The id of the guide's first question with a role."""
        return load_guide().with_role(role)[0].id

    def text_on_disk(self, session_id: str, role: str) -> object:
        """The value stored for a role's question at mark ""."""
        return self.on_disk(session_id).get(Key(self.question(role)))

    def close(self) -> None:
        """End the program as a person would; nothing happens the second time."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        self.program.theme.deleteLater()
