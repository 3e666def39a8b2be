"""Draws every page of the window into PNG files, to be looked at.

    python -m tests.pictures [FOLDER] [--look LOOK] [--only TEXT]

Every screen, light and dark, at 1280 × 800 and 1024 × 640, and light with text at 150 %. The
pictures are named after what they show: `light-1280x800-purpose.weigh.png`. Without FOLDER they
go to `pictures/`, which git ignores. Needs no screen: Qt draws offscreen.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workbook.guides import load_guide
from workbook.model.guide import PhaseKind
from workbook.model.session import Place
from workbook.model.workshop import Setup
from workbook.operations import (
    add_example,
    move_to_trash,
    new_reflection,
    open_library,
    rename,
)
from workbook.operations.print_room import Handout
from workbook.operations.rehearsing import invented_ballots
from workbook.operations.workshops import new_workshop
from workbook.ui.main_window import MainWindow
from workbook.ui.print_room.dialog import PrintRoom
from workbook.ui.start import Program
from workbook.ui.theme import Appearance
from workbook.ui.workshop.cockpit.open_workshop import OpenWorkshop

LOOKS = [
    ("light-1280x800", Appearance.LIGHT, False, 1.0, (1280, 800)),
    ("dark-1280x800", Appearance.DARK, False, 1.0, (1280, 800)),
    ("light-1024x640", Appearance.LIGHT, False, 1.0, (1024, 640)),
    ("dark-1024x640", Appearance.DARK, False, 1.0, (1024, 640)),
    ("light-150-1280x800", Appearance.LIGHT, False, 1.5, (1280, 800)),
    ("contrast-1280x800", Appearance.LIGHT, True, 1.0, (1280, 800)),
]


class Camera:
    """Takes pictures of a window in one look."""

    def __init__(self, folder: Path, look: str, only: str) -> None:
        self._folder, self._look, self._only = folder, look, only

    def wants(self, name: str) -> bool:
        return self._only in name

    def take(self, widget: QWidget, name: str) -> None:
        if self.wants(name):
            settle(60)
            widget.grab().save(str(self._folder / f"{self._look}-{name}.png"))


def settle(milliseconds: int) -> None:
    """Let Qt lay out, draw and run its timers."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def program(folder: Path) -> Iterator[Program]:
    """The program on a library of its own, with matplotlib loaded."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application")
    made = Program(app, open_library(folder))
    made.charts.warm_up()
    made.charts.finish()
    made.window.showNormal()
    settle(50)
    yield made
    made.window.close()
    made.close()


def photograph(folder: Path, look: str, only: str) -> None:
    """Take every picture whose look is `look`, or all looks, and whose name contains `only`."""
    for name, appearance, contrast, scale, size in LOOKS:
        if look and name != look:
            continue
        camera = Camera(folder, name, only)
        with tempfile.TemporaryDirectory() as library, program(Path(library)) as made:
            made.theme.choose(appearance=appearance, high_contrast=contrast, scale=scale)
            made.window.resize(*size)
            take_all(made, camera)


def take_all(made: Program, camera: Camera) -> None:
    window, library = made.window, made.window._library
    window.show_home()
    camera.take(window, "home-first")
    guide = load_guide()
    empty = new_reflection(library, guide).session.id
    window.open_session(empty)
    take_pages(made, camera, "empty-")
    window.screens.show_summary()
    camera.take(window, "empty-summary")
    window.show_home()
    example = add_example(library).session.id
    for group in ("Night Garden Choir", "Open Kitchen Lisbon", "Data for Rivers"):
        rename(library, new_reflection(library, guide).session.id, group)
    gone = new_reflection(library, guide).session.id
    rename(library, gone, "Sunday Swimmers")
    move_to_trash(library, gone)
    window.show_home()
    camera.take(window, "home")
    window.home.show_trash()
    camera.take(window, "home-trash")
    window.show_home()
    window.open_session(example)
    take_pages(made, camera, "")
    window.screens.show_summary()
    camera.take(window, "summary")
    if window.summary is not None:
        for page in range(1, 12):
            if not window.summary.scroll_page(1):
                break
            camera.take(window, f"summary-{page}")
    window.screens.show_questions()
    window._show_notes(False)
    window.workspace.open_at(Place(page="purpose.weigh"))
    camera.take(window, "without-notes")
    window._show_notes(True)
    window.export()
    settle(50)
    for dialog in QApplication.topLevelWidgets():
        if dialog.isVisible() and dialog is not window:
            camera.take(dialog, "export")
            dialog.close()
    take_print_room(window, camera)
    window.show_home()
    take_workshop(made, camera)


def take_workshop(made: Program, camera: Camera) -> None:
    """The cockpit in every phase, rounds open, closed and shown, beside it what the room sees."""
    window, library = made.window, made.window._library
    guide = load_guide()
    setup = Setup("90", 14)
    window.open_session(new_workshop(library, guide, "River Street Makers", setup).session.id)
    workshop = window.workshop
    if workshop is None:
        raise RuntimeError("no workshop was opened")
    running = workshop.running
    window._settings.set_flag("motion", False)  # else charts are caught half faded in
    workshop.projection.toggle()
    running.start()
    for at, box in enumerate(running.agenda):
        running.go_to(box.step, box.phase)
        kind = running.phase.kind if running.phase else None
        name = f"room-{at:02}-{box.step}-{box.phase}"
        if kind in (PhaseKind.WRITE, PhaseKind.SECOND):
            take_both(workshop, camera, f"{name}-before")
            running.open_round(secret=running.next_round.secret)
            made.saver.flush()
            running.ballots.take(
                invented_ballots(guide, running.open.questions if running.open else (), 14, at)
            )
            take_both(workshop, camera, f"{name}-open")
            running.close()
            made.saver.flush()
            take_both(workshop, camera, f"{name}-closed")
        if kind in (PhaseKind.REVEAL, PhaseKind.SECOND):
            running.reveal()
            made.saver.flush()
        for number in range(len(running.wall.pictures()) if kind is PhaseKind.REVEAL else 1):
            running.wall.show_picture(number)
            take_both(workshop, camera, f"{name}-{number}")
    window.show_home()


def take_both(workshop: OpenWorkshop, camera: Camera, name: str) -> None:
    camera.take(workshop.cockpit.window(), name)
    camera.take(workshop.projection.window, f"{name}-audience")


def take_print_room(window: MainWindow, camera: Camera) -> None:
    for handout in Handout:
        if camera.wants(f"print-{handout.id}"):
            window.print_handouts()
            (print_room,) = window.findChildren(PrintRoom)
            print_room.resize(window.size())
            print_room.options.choose(handout)
            while not (print_room.print_button.isEnabled() and print_room.preview.view.sharp):
                settle(20)
            camera.take(print_room, f"print-{handout.id}")
            print_room.done(0)
            settle(20)


def take_pages(made: Program, camera: Camera, prefix: str) -> None:
    workspace = made.window.workspace
    for _, page in workspace._pages:
        if camera.wants(prefix + page.id):
            workspace.open_at(Place(page=page.id))
            camera.take(made.window, prefix + page.id)


def main() -> None:
    reader = argparse.ArgumentParser(description="Draw every page of the window into PNG files.")
    reader.add_argument("folder", nargs="?", type=Path, default=Path("pictures"))
    reader.add_argument("--look", default="", choices=["", *(look[0] for look in LOOKS)])
    reader.add_argument("--only", default="", help="only pictures with this in their name")
    arguments = reader.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    photograph(arguments.folder, arguments.look, arguments.only)
    app.quit()
    print(f"{len(list(arguments.folder.glob('*.png')))} pictures in {arguments.folder}")


if __name__ == "__main__":
    main()
