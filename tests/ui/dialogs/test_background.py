"""Long work leaves the window alone, and only what was asked for last is told."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbook.ui.dialogs.background import Background


class Expected(Exception):  # noqa: N818 - stands in for a problem that is named otherwise
    """What the work may raise."""


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def test_it_tells_what_the_work_gave_on_the_windows_thread(qtbot: QtBot, owner: QObject) -> None:
    worker = Background(Expected, owner)
    threads: list[threading.Thread] = []
    worker.done.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(worker.done) as told:
        worker.run(lambda: threads.append(threading.current_thread()) or 7)
    assert told.args == [7]
    assert threads[0] is not threads[1] is threading.main_thread()
    worker.close()


def test_only_the_last_question_is_answered(qtbot: QtBot, owner: QObject) -> None:
    worker, go = Background(Expected, owner), threading.Event()
    told: list[object] = []
    worker.done.connect(told.append)

    def wait() -> str:
        go.wait()
        return "first"

    worker.run(wait)
    worker.run(lambda: "second")
    with qtbot.waitSignal(worker.done):
        worker.run(lambda: "third")
        go.set()
    assert told == ["third"]
    worker.close()


def test_what_may_go_wrong_is_a_sentence(qtbot: QtBot, owner: QObject) -> None:
    worker = Background(Expected, owner)

    def fail() -> None:
        raise Expected("The file is a picture.")

    with qtbot.waitSignal(worker.failed) as told:
        worker.run(fail)
    assert told.args == ["The file is a picture."]
    worker.close()


def test_a_mistake_of_the_program_is_told_as_any_other(qtbot: QtBot, owner: QObject) -> None:
    worker = Background(Expected, owner)
    with qtbot.capture_exceptions() as caught:
        worker.run(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    worker.close()


@pytest.mark.parametrize("how", ["closed", "deleted", "dropped"])
def test_what_ends_later_than_its_window_tells_nobody(
    qtbot: QtBot, qapp: QApplication, how: str
) -> None:
    owner = QObject()
    worker, go, ended = Background(Expected, owner), threading.Event(), threading.Event()
    told: list[object] = []
    worker.done.connect(told.append)

    def wait() -> None:
        go.wait()
        ended.set()

    worker.run(wait)
    thread = worker._thread
    if how == "closed":
        worker.close()
    elif how == "dropped":
        worker.drop()
    else:
        owner.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    go.set()
    assert ended.wait(5)
    thread.shutdown()
    qapp.processEvents()
    assert not told
    if how != "deleted":
        owner.deleteLater()
