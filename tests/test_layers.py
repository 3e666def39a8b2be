"""The house stands on its floors: reads every import, function-local ones too, and checks them."""

import ast
import re
import sys
import tomllib
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# A package may import itself and what stands on a line above its own.
LAYERS = (
    ("model",),
    ("readings",),
    ("catalogue",),
    ("guides", "charts"),
    ("documents",),
    ("storage", "exchange", "printing"),
    ("operations",),
    ("ui", "cli", "display"),
    ("app",),
    ("__main__",),
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
EVERYWHERE = {"log", "resources"}  # and workbook/__init__.py
# The floors inside two packages that are houses of their own, lowest first: a folder stands for all
# its files, `x.*` for every folder in x. What is on one floor does not look at its neighbours.
FLOORS = {
    "printing": (
        ("type",),
        ("pages",),
        ("forms",),
        # No handout looks at another but the run sheet: it counts all that has to be brought.
        ("handouts.*",),
        ("handouts.run_sheet",),
    ),
    "ui": (
        ("theme", "charts", "text_keys", "system"),
        ("settings",),
        ("widgets",),
        ("editors", "dialogs"),
        ("wall", "print_room", "session"),
        ("workshop.box", "workshop.clock"),
        ("workshop.ballots", "workshop.next_round"),
        ("workshop.wall",),
        ("workshop.workshop",),
        ("workshop.voting", "workshop.dialogs"),
        ("workshop.cockpit",),
        ("home",),
        ("actions", "exporting", "printing", "help", "unsaved"),
        ("look", "screens"),
        ("main_window",),
        ("start",),
    ),
}
NEVER = {("ui", "storage"), ("cli", "storage"), ("ui", "exchange")}  # operations stand between

# Who may import what from outside; what is not named here is anybody's.
ONLY_IN = {
    "PySide6": ("ui", "app"),
    "shiboken6": ("ui",),
    "sqlite3": ("storage",),
    "reportlab": ("printing",),
    "matplotlib": ("charts",),
    "uharfbuzz": ("printing",),
    "bidi": ("printing",),
    "pypdfium2": ("ui",),
    "platformdirs": ("operations", "ui"),
}

# The workbook never uses a network, so nothing that could is imported.
NETWORK = {
    "socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc",
    "asyncio", "PySide6.QtNetwork", "requests", "httpx", "aiohttp", "urllib3",
}  # fmt: skip

# Whoever loads modules by other means than `import` would not be seen here.
HIDING = {"builtins", "importlib", "pkgutil", "runpy", "zipimport", "sys.modules"}
BUILT_IN = {"__import__", "compile", "eval", "exec"}
HARMLESS = {"importlib.util.find_spec"}  # looks for a package without loading it


PACKAGES = {"PySide6-Essentials": "PySide6", "python-bidi": "bidi"}


@dataclass(frozen=True)
class Import:
    """One import: the file and line that ask for it, and the dotted name they ask for."""

    file: str
    line: int
    name: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.name}"


class House:
    """The modules of one folder that holds `workbook/` and `main.py`, and what they import."""

    def __init__(self, root: Path) -> None:
        self.files = {
            path.relative_to(root).as_posix(): path
            for path in (*sorted((root / "workbook").rglob("*.py")), root / "main.py")
            if path.exists()
        }
        self.modules = {_module(file): file for file in self.files}
        self.imports = [
            Import(file, line, name)
            for file, path in self.files.items()
            for line, name in _names(path, file)
        ]

    def target(self, name: str) -> str | None:
        """The module of the house that a dotted name leads to, None where it leads outside."""
        while name:
            if name in self.modules:
                return name
            name = name.rpartition(".")[0]
        return None

    def broken(self) -> list[str]:
        """Every import that breaks a rule."""
        return [f"{asked}: {why}" for asked in self.imports if (why := self._why_not(asked))]

    def _why_not(self, asked: Import) -> str:
        top = asked.name.partition(".")[0]
        if top in ("tests", "main"):
            return "the program never looks at its tests or at main.py"
        if top == "workbook":
            return self._arrow(asked)
        if any(asked.name == n or asked.name.startswith(f"{n}.") for n in NETWORK):
            return "the workbook uses no network"
        if {top, asked.name} & HIDING and asked.name not in HARMLESS:
            return "imports are said with import"
        if top in ONLY_IN and not any(_inside(asked.file, place) for place in ONLY_IN[top]):
            return f"only {' and '.join(ONLY_IN[top])} may"
        return ""

    def _arrow(self, asked: Import) -> str:
        module = self.target(asked.name)
        source, goal = _room(_module(asked.file)), _room(module or "")
        if module is None or (module == "workbook" and not _is_dunder(asked.name)):
            return "there is no such module"
        if asked.file == "main.py":
            return "" if goal == "app" else "main.py starts workbook.app and nothing else"
        if goal in EVERYWHERE or goal == "":
            return ""
        if goal == source:
            return _between_floors(_module(asked.file), module)
        if source in EVERYWHERE or source == "":
            return "what everybody may import imports nobody"
        if source not in HEIGHT or goal not in HEIGHT:
            return "tests/test_layers.py knows no such room: give it a place in LAYERS"
        if HEIGHT[goal] >= HEIGHT[source]:
            return "the arrow runs uphill or sideways"
        if (source, goal) in NEVER:
            return "operations stand between"
        return ""

    def cycle(self) -> list[str]:
        """The modules of one circle of imports, [] where there is none."""
        graph: dict[str, set[str]] = {module: set() for module in self.modules}
        for asked in self.imports:
            source, goal = _module(asked.file), self.target(asked.name)
            if goal is not None and goal != source:
                graph[source].add(goal)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            return list(error.args[1])
        return []


def _between_floors(source: str, goal: str) -> str:
    """Why a module may not look at another of its package, "" where it may."""
    floors = FLOORS.get(_room(source))
    if floors is None:
        return ""
    (low, below), (high, above) = (_floor(module, floors) for module in (goal, source))
    if not below or not above:
        return f"tests/test_layers.py knows no such floor: give it a place in FLOORS ({goal})"
    return "" if below == above or low < high else "it is no floor below"


def _floor(module: str, floors: tuple[tuple[str, ...], ...]) -> tuple[int, str]:
    """The number of the floor a module stands on and its place there, which is "" for none."""
    path = module.split(".")[2:]
    for length in range(len(path), 0, -1):
        place = ".".join(path[:length])
        for name in (place, ".".join([*path[: length - 1], "*"])):
            for number, names in enumerate(floors):
                if name in names:
                    return number, place
    return -1, ""


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _is_dunder(name: str) -> bool:
    """Whether the name is the package itself or one of its few own values (`__version__`)."""
    return name == "workbook" or name.startswith("workbook.__")


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def _inside(file: str, place: str) -> bool:
    return file in (f"workbook/{place}", f"workbook/{place}.py") or file.startswith(
        f"workbook/{place}/"
    )


def _names(path: Path, file: str) -> list[tuple[int, str]]:
    """Every dotted name a file imports; `from a import b` gives `a.b`, whatever b is."""
    package = _module(file) if path.name == "__init__.py" else _module(file).rpartition(".")[0]
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                base = ".".join([*parts[: len(parts) - node.level + 1], *filter(None, [base])])
            found += [(node.lineno, f"{base}.{alias.name}") for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "importlib.import_module",
            "import_module",
            "__import__",
        ):
            name = node.args[0] if node.args else None
            assert isinstance(name, ast.Constant), f"{file}:{node.lineno}: import by a fixed name"
            found.append((node.lineno, str(name.value)))
        elif isinstance(node, ast.Name) and node.id in BUILT_IN:
            found.append((node.lineno, f"builtins.{node.id}"))
        elif isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.modules":
            found.append((node.lineno, "sys.modules"))
    return found


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
