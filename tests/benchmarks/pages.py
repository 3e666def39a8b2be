"""The next page of a filled session, and page one of the summary after a change, until drawn.

Both promises are times, so each row compares with its promise: a ratio of 1 is the limit.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks import Row
from tests.benchmarks._turns import until
from workbook import operations
from workbook.model.answers import Key
from workbook.model.session import Place
from workbook.ui.main_window import MainWindow
from workbook.ui.start import Program

PAGE = 50.0  # milliseconds
SUMMARY = 100.0
WALKS = 3  # each through pages made anew; what counts of a page is its median
READING = 900  # milliseconds a person looks at a page before going on, at the very least
CHANGES = 15


def measure() -> list[Row]:
    """Walk through the finished example, then change a mark again and again."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = operations.open_library(Path(folder))
        program = Program(app, library)
        program.charts.warm_up()
        program.charts.finish()
        window = program.window
        window.showNormal()  # on whatever screen there is
        window.resize(1280, 800)
        example = operations.add_example(library).session.id
        walks = []
        for _ in range(WALKS):
            window.open_session(example)
            if window.workspace is not None:
                window.workspace.open_at(Place())
            walks.append(_walk(app, window))
        pages = [median(times) for times in zip(*walks, strict=True)]
        changes = _change(app, window)
        window.close()
        program.close()
    return [
        Row("the next page, in the middle", median(pages), PAGE, median(pages) / PAGE, 1.0),
        Row("the next page, slowest", max(pages), PAGE, max(pages) / PAGE, 1.0),
        Row("page one after a change", changes, SUMMARY, changes / SUMMARY, 1.0),
    ]


def _walk(app: QApplication, window: MainWindow) -> list[float]:
    times = []
    while window.workspace is not None and window.summary is None:
        _rest(READING)
        times.append(_timed(app, window.screens.go_next))
    return times[:-1]  # the last step leads to the summary, which is timed below


def _change(app: QApplication, window: MainWindow) -> float:
    times = []
    for _ in range(CHANGES):
        workspace = window.workspace
        if workspace is None:
            raise RuntimeError("the session has been closed")
        guide, answers = workspace.document.guide, workspace.document.answers
        key = Key(guide.with_role("inside_scale")[0].id, "do")
        workspace.document.edit(key.question, key.mark, 1 if answers.get(key) != 1 else 9, False)
        times.append(_timed(app, window.screens.show_summary))
        window.screens.show_questions()
        _rest(50)
    return median(times)


def _timed(app: QApplication, act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    app.processEvents()
    until(app, lambda: True)
    return (time.perf_counter() - start) * 1000


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
