"""From the start of the process to the first drawn Home with 1,000 sessions stored, against an
empty PySide6 main window.
"""

import tempfile
from contextlib import closing
from pathlib import Path

from tests.benchmarks import Row
from tests.benchmarks._processes import in_turn
from workbook import operations

LIMIT = 2.0
SESSIONS = 1000
ROUNDS = 25

# Ours is the program itself, from its front door and in its own order; it ends when the window says
# it is drawn, and fails where there are no rows in it. What is put in between is put in after Qt is
# loaded, where the program looks whether a window can be opened.
OURS = """
import os, sys
from workbook import display
from workbook.app import main

look = display.obstacle

def look_and_listen(import_qt):
    problem = look(import_qt)
    from workbook.ui.main_window import MainWindow

    create = MainWindow.__init__

    def create_and_end_when_drawn(self, *arguments):
        create(self, *arguments)
        self.drawn.connect(lambda: os._exit(self.home.browse.model.rowCount() == 0))

    MainWindow.__init__ = create_and_end_when_drawn
    return problem

display.obstacle = look_and_listen
os.environ["WORKBOOK_LIBRARY"] = sys.argv[1]
main([])
"""
BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))

application = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
application.exec()
"""


def measure() -> list[Row]:
    """Whole processes on the screenless platform, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        ours, bare = in_turn(("-c", OURS, folder), ("-c", BARE), ROUNDS)
    name = f"start to the first drawn Home, {SESSIONS:,} sessions stored"
    return [Row(name, ours, bare, ours / bare, LIMIT)]


def fill(folder: Path) -> None:
    """Store the finished example, and copies of it, in a new library."""
    with closing(operations.open_library(folder)) as library:
        first = operations.add_example(library).session.id
        for _ in range(SESSIONS - 1):
            operations.duplicate(library, first)
