"""The saver runs jobs in order on one thread, and tells what happened on the window's thread."""

import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.worlds import a_change
from workbook.operations import Change, LibraryError
from workbook.ui.system.saver import Saver


@pytest.fixture
def saver(qtbot: QtBot) -> Iterator[Saver]:
    made = Saver()
    yield made
    made.close()


def test_a_job_that_is_waited_for_is_done_when_the_call_returns(saver: Saver) -> None:
    told: list[Change | None] = []
    saver.submit(lambda: a_change("one"), lambda change, _: told.append(change), wait=True)
    assert [change.session.id for change in told if change] == ["one"]


def test_a_slow_disk_does_not_hold_the_window(qtbot: QtBot, saver: Saver) -> None:
    gate = threading.Event()

    def slow() -> Change:
        gate.wait(10)
        return a_change("slow")

    told: list[Change | None] = []
    saver.submit(slow, lambda change, _: told.append(change), wait=True)
    assert told == []  # the call came back although the disk had not answered
    with qtbot.waitSignal(saver.changed, timeout=5000):
        gate.set()
    assert [change.session.id for change in told if change] == ["slow"]


def test_a_slow_disk_holds_the_window_for_no_longer_than_is_felt(saver: Saver) -> None:
    """50 ms; a machine that does other things too may be late, but not each of five times."""
    gate = threading.Event()

    def slow() -> Change:
        gate.wait(10)
        return a_change("slow")

    held: list[float] = []
    for _ in range(5):
        began = time.perf_counter()
        saver.submit(slow, wait=True)
        held.append(time.perf_counter() - began)
    gate.set()
    assert min(held) < 0.15


def test_jobs_are_done_in_the_order_given(saver: Saver) -> None:
    done: list[int] = []

    def job(number: int) -> Change:
        done.append(number)
        return a_change(str(number))

    for number in range(20):
        saver.submit(partial(job, number))
    saver.flush()
    assert done == list(range(20))


def test_flush_tells_of_everything_that_was_queued(saver: Saver) -> None:
    told: list[Change | None] = []
    for number in range(3):
        saver.submit(partial(a_change, str(number)), lambda change, _: told.append(change))
    saver.flush()
    assert [change.session.id for change in told if change] == ["0", "1", "2"]


def test_a_job_that_fails_is_told_once_and_the_next_one_runs(qtbot: QtBot, saver: Saver) -> None:
    def failing() -> Change:
        raise LibraryError("The disk is full.")

    told: list[Change | None] = []
    with qtbot.waitSignal(saver.failed) as failed:
        saver.submit(failing, lambda change, _: told.append(change), wait=True)
    assert failed.args == ["The disk is full."]
    saver.submit(lambda: a_change("next"), lambda change, _: told.append(change), wait=True)
    assert told[0] is None and told[1] is not None


def test_everything_is_told_on_the_windows_thread(qtbot: QtBot, saver: Saver) -> None:
    here = threading.get_ident()
    threads: list[int] = []

    with qtbot.waitSignal(saver.changed):
        saver.submit(lambda: a_change("x"), lambda *_: threads.append(threading.get_ident()))
    assert threads == [here]
