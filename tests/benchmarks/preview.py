"""The next page of the print room's preview, until drawn: after a look at the one before, and
turned to at once, before anything could be drawn in advance.

The promise is a time, so each row compares with it: a ratio of 1 is the limit.
"""

import tempfile
import time
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks import Row
from workbook import operations
from workbook.operations.print_room import Handout
from workbook.readings.findings import Findings
from workbook.ui.print_room.dialog import PrintRoom
from workbook.ui.start import Program

PAGE = 50.0  # milliseconds
LOOK = 400  # milliseconds that a person looks at a page, at the very least
KINDS = (Handout.SUMMARY, Handout.WORKSHEET, Handout.BALLOTS)
TURNS = 10


def measure() -> list[Row]:
    """Turn pages of the finished workshop's papers in a window of 1280 by 800 pixels."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    looked: list[float] = []
    at_once: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        program = Program(app, operations.open_library(Path(folder)))
        window = program.window
        window.showNormal()  # on whatever screen there is
        window.resize(1280, 800)
        example = Findings(operations.built_in_example("workshop"))
        for kind in KINDS:
            room = PrintRoom(example.guide, example, kind, program.theme, None, window)
            room.open()
            room.resize(1280, 800)
            while not (room.print_button.isEnabled() and room.preview.view.sharp):
                _rest(10)
            looked += _turn(app, room, LOOK)
            at_once += _turn(app, room, 0)
            room.reject()
        window.close()
        program.close()
    return [
        Row("the next page of the preview", median(looked), PAGE, median(looked) / PAGE, 1.0),
        Row("the next page, slowest", max(looked), PAGE, max(looked) / PAGE, 1.0),
        Row("pages turned at once", median(at_once), PAGE, median(at_once) / PAGE, 1.0),
    ]


def _turn(app: QApplication, room: PrintRoom, look: int) -> list[float]:
    """How many milliseconds each turn takes from its beginning on, with a look at each page."""
    view = room.preview.view
    view.go_to(0)
    times = []
    for page in range(1, min(view.pages, TURNS + 1)):
        if look:
            _rest(look)
        else:
            room.preview.drawer._images.clear()
        start = time.perf_counter()
        view.go_to(page)
        while not view.sharp:
            app.processEvents()
        view.viewport().repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
