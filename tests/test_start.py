"""Starting: nothing heavy before it is needed, and no crash where no window can open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("PySide6", "matplotlib", "numpy", "reportlab", "fontTools", "uharfbuzz", "bidi", "babel")


def python(code: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run code in a process of its own, as on a machine whose environment has these variables."""
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "XDG_SESSION"))}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**bare, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def loaded_by(code: str) -> set[str]:
    """Which of the heavy packages are loaded when the code has run."""
    told = f"; import sys; print('loaded', *[name for name in {HEAVY} if name in sys.modules])"
    done = python(code + told, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_importing_the_program_loads_nothing_heavy() -> None:
    assert loaded_by("import workbook.app") == set()


def test_what_a_window_needs_before_it_is_drawn_loads_only_qt() -> None:
    assert loaded_by("import workbook.app, workbook.ui.start, workbook.operations") == {"PySide6"}


# All that Home needs of the program beside its window; what reads guides, answers or PDFs waits.
OF_HOME = {
    "workbook", "workbook.app", "workbook.cli", "workbook.cli.common",
    "workbook.display", "workbook.log", "workbook.resources",
    "workbook.catalogue", "workbook.catalogue.dates", "workbook.catalogue.kinds",
    "workbook.catalogue.news",
    "workbook.catalogue.outcome", "workbook.catalogue.sessions", "workbook.catalogue.words",
    "workbook.model", "workbook.model.kinds", "workbook.model.opened",
    "workbook.model.paper", "workbook.model.session",
    "workbook.operations", "workbook.operations.changes", "workbook.operations.libraries",
    "workbook.operations.reading",
}  # fmt: skip
HOME_DRAWN = """
import os, sys
from workbook import display
from workbook.app import main

look = display.obstacle

def look_and_listen(import_qt):
    problem = look(import_qt)
    from workbook.ui.main_window import MainWindow

    create = MainWindow.__init__

    def create_and_tell(self, *arguments):
        create(self, *arguments)
        self.drawn.connect(lambda: tell(self))

    MainWindow.__init__ = create_and_tell
    return problem

def tell(window):
    print(window.home.browse.model.rowCount(), *sys.modules, flush=True)
    os._exit(0)

display.obstacle = look_and_listen
main([])
"""


def test_home_is_drawn_with_its_rows_before_guides_readings_and_charts_are_loaded() -> None:
    assert python("from workbook.app import main; main(['sample'])").returncode == 0
    done = python(HOME_DRAWN, QT_QPA_PLATFORM="offscreen")
    rows, *loaded = done.stdout.split()
    assert rows == "1", done.stderr
    own = {name for name in loaded if name.partition(".")[0] == "workbook"}
    rest = {name for name in own if not name.startswith(("workbook.ui", "workbook.storage"))}
    assert rest == OF_HOME
    unwanted = (
        "workbook.storage.answer_rows",
        "workbook.storage.guide_rows",
        "workbook.ui.session.document",
    )
    assert not own.intersection(unwanted)
    packages = {name.partition(".")[0] for name in loaded}
    assert packages.intersection((*HEAVY, "platformdirs")) == {"PySide6"}


@pytest.mark.parametrize("command", ["['sample']", "['list', '--json']"])
def test_small_commands_load_nothing_heavy(command: str) -> None:
    assert loaded_by(f"from workbook.app import main; assert main({command}) == 0") == set()


def test_an_export_does_without_qt(tmp_path: Path) -> None:
    command = ["export", "sample", "-o", str(tmp_path / "a.pdf")]
    loaded = loaded_by(f"from workbook.app import main; assert main({command}) == 0")
    assert "PySide6" not in loaded
    assert "reportlab" in loaded


START = "import sys; from workbook.app import main; sys.exit(main([]))"
NO_EGL = """
import sys

class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name == 'PySide6.QtGui':
            raise ImportError('libEGL.so.1: cannot open shared object file: No such file')

sys.meta_path.insert(0, Lacking())
"""
NO_PACKAGE = "import sys; sys.modules['PySide6'] = None\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
@pytest.mark.parametrize(
    ("code", "environ", "says"),
    [
        (START, {}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        (START, {"DISPLAY": ":99"}, "workbook list"),  # no server, or no libraries to ask it
        (START, {"WAYLAND_DISPLAY": "wayland-99"}, "workbook list"),
        (START, {"QT_QPA_PLATFORM": "paper"}, "no platform “paper”"),
        (NO_EGL + START, {"DISPLAY": ":99"}, "libEGL.so.1"),
        (NO_PACKAGE + START, {"DISPLAY": ":99"}, "PySide6 is not installed"),
    ],
    ids=["no screen", "no X", "no Wayland", "no platform", "no library", "no Qt"],
)
def test_where_no_window_can_open_one_sentence_says_why(
    code: str, environ: dict[str, str], says: str
) -> None:
    done = python(code, **environ)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("workbook: ")
    assert says in line


COUNT = """
from sys import getrefcount
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication([])
label = QLabel()
before = getrefcount(None)
for number in range(500):
    label.setText(str(number))
    label.setEnabled(True)
    label.update()
print(before - getrefcount(None))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_gives_back_every_reference_it_takes() -> None:
    """PySide6 6.12.0 loses one reference to None at nearly every call, and aborts in the end."""
    done = python(COUNT, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 50
