"""The house stands on its floors, no file is too long to read at once, no class does too much."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house import LINES, METHODS, ROOT, House, too_long, too_wide

PACKAGES = {"PySide6-Essentials": "PySide6", "python-bidi": "bidi"}


@pytest.fixture(scope="module")
def house() -> House:
    return House(ROOT)


def test_every_import_of_the_workbook_runs_downhill(house: House) -> None:
    assert house.broken() == []


def test_no_modules_import_each_other_in_a_circle(house: House) -> None:
    assert house.cycle() == []


def test_what_is_imported_is_declared_and_what_is_declared_is_imported(house: House) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", wish)[0] for wish in project["dependencies"]}
    wanted = {asked.name.partition(".")[0] for asked in house.imports}
    assert {PACKAGES.get(name, name) for name in declared} == (
        wanted - set(sys.stdlib_module_names) - {"workbook"}
    )


@pytest.fixture
def bad(tmp_path: Path) -> "Bad":
    return Bad(tmp_path)


class Bad:
    """Builds a small house whose files break rules."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for folder in ("model", "ui", "storage", "ui/session", "ui/home", "ui/widgets"):
            self.write(f"workbook/{folder}/__init__.py", "")
        for folder in ("", "/pages", "/handouts", "/handouts/c", "/handouts/run_sheet"):
            self.write(f"workbook/printing{folder}/__init__.py", "")
        for name in ("__init__", "ui/session/b", "ui/start", "printing/pages/b"):
            self.write(f"workbook/{name}.py", "")

    def write(self, file: str, text: str) -> "Bad":
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return self

    def broken(self) -> list[str]:
        return House(self.root).broken()


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("workbook/model/a.py", "import workbook.storage", "uphill"),
        ("workbook/model/a.py", "from workbook import storage", "uphill"),
        ("workbook/model/a.py", "from ..storage import x", "uphill"),
        ("workbook/model/a.py", "def f():\n    import workbook.storage", "uphill"),
        ("workbook/model/a.py", "if TYPE_CHECKING:\n    import workbook.storage", "uphill"),
        ("workbook/model/a.py", "import_module('workbook.storage')", "uphill"),
        (
            "workbook/model/a.py",
            "import importlib as i\ni.import_module(f'{__name__}')",
            "with import",
        ),
        ("workbook/model/a.py", "from importlib import import_module as load", "with import"),
        ("workbook/model/a.py", "from importlib.util import *", "with import"),
        ("workbook/model/a.py", "from runpy import run_module", "with import"),
        ("workbook/model/a.py", "load = __import__\nload('workbook.storage')", "with import"),
        ("workbook/model/a.py", "exec('import workbook.storage')", "with import"),
        ("workbook/model/a.py", "import sys\nsys.modules['workbook.storage']", "with import"),
        ("workbook/model/a.py", "from sys import modules", "with import"),
        ("workbook/ui/resources/a.py", "import sqlite3", "only storage"),
        ("workbook/cli.py", "import workbook.ui", "sideways"),
        ("workbook/ui/a.py", "from workbook.storage import database", "operations"),
        ("workbook/ui/a.py", "import workbook.nowhere.b", "no such module"),
        ("workbook/attic/a.py", "import workbook.model", "no such room"),
        ("workbook/__init__.py", "import workbook.model", "imports nobody"),
        ("workbook/ui/a.py", "def f():\n    import sqlite3", "only storage"),
        ("workbook/operations/a.py", "from PySide6 import QtCore", "only ui and app"),
        ("workbook/ui/a.py", "import matplotlib.figure", "only charts"),
        ("workbook/storage/a.py", "from urllib.request import urlopen", "no network"),
        ("workbook/ui/a.py", "from PySide6.QtNetwork import QTcpSocket", "no network"),
        ("workbook/ui/a.py", "import tests.conftest", "never looks at its tests"),
        ("main.py", "import workbook.ui", "nothing else"),
        ("workbook/documents/a.py", "import workbook.printing", "uphill"),
        ("workbook/ui/widgets/a.py", "from workbook.ui.session import x", "no floor below"),
        ("workbook/ui/widgets/a.py", "def f():\n    import workbook.ui.start", "no floor below"),
        ("workbook/ui/widgets/a.py", "if TYPE_CHECKING:\n    from ..home import x", "no floor"),
        ("workbook/ui/wall/a.py", "from workbook.ui.session.b import x", "no floor below"),
        ("workbook/ui/attic/a.py", "import workbook.ui.start", "no such floor"),
        ("workbook/printing/type/a.py", "import workbook.printing.pages.b", "no floor below"),
        ("workbook/printing/handouts/a/b.py", "from ..c.d import x", "no floor below"),
        ("workbook/printing/handouts/a/b.py", "from ..run_sheet import x", "no floor below"),
    ],
)
def test_a_bad_arrow_is_found(bad: Bad, file: str, text: str, why: str) -> None:
    (broken,) = bad.write(file, text).broken()
    assert broken.startswith(f"{file}:")
    assert why in broken


def test_good_arrows_are_left_alone(bad: Bad) -> None:
    bad.write("workbook/resources.py", "")
    bad.write("workbook/app.py", "import workbook.ui\nfrom PySide6 import QtWidgets")
    bad.write(
        "workbook/storage/a.py", "import sqlite3\nfrom workbook import __version__, resources"
    )
    bad.write("workbook/charts/a.py", "import matplotlib")
    bad.write(
        "workbook/ui/a.py", "import re\nfrom importlib.util import find_spec\nre.compile('a')"
    )
    bad.write("main.py", "from workbook.app import main\nimport sys")
    assert bad.broken() == []


def test_good_floors_are_left_alone(bad: Bad) -> None:
    bad.write("workbook/ui/session/a.py", "from .b import x\nimport workbook.ui.widgets.b")
    bad.write("workbook/ui/widgets/b.py", "import workbook.printing.pages.b")
    bad.write("workbook/ui/workshop/workshop.py", "from workbook.ui.session import b")
    bad.write("workbook/ui/workshop/voting/a.py", "from workbook.ui.workshop.workshop import x")
    bad.write("workbook/printing/handouts/c/d.py", "from .e import x\nfrom ...pages.b import y")
    bad.write("workbook/printing/handouts/c/e.py", "")
    bad.write(
        "workbook/printing/handouts/run_sheet/a.py", "from workbook.printing.handouts.c import d"
    )
    assert bad.broken() == []


def test_a_circle_is_found(bad: Bad) -> None:
    bad.write("workbook/model/a.py", "from workbook.model import b")
    bad.write("workbook/model/b.py", "def f():\n    from .a import x")
    assert set(House(bad.root).cycle()) == {"workbook.model.a", "workbook.model.b"}


def test_no_file_is_longer_than_one_reads_at_once() -> None:
    found = [*too_long(ROOT / "workbook"), *too_long(ROOT / "tests"), *too_long(ROOT / "main.py")]
    assert found == []


def test_no_class_can_do_more_than_one_remembers() -> None:
    found = [*too_wide(ROOT / "workbook"), *too_wide(ROOT / "tests")]
    assert found == []


def test_a_long_file_and_a_wide_class_are_found(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("\n" * (LINES + 1))
    (tmp_path / "fair.py").write_text("\n" * LINES)
    own = "".join(f"    def m{n}(self): ...\n    def _m{n}(self): ...\n" for n in range(METHODS))
    (tmp_path / "wide.py").write_text(f"class Fair:\n{own}class Wide:\n{own}    def n(self): ...")
    assert too_long(tmp_path) == ["long.py: 401 lines"]
    assert too_wide(tmp_path) == ["wide.py: Wide"]
