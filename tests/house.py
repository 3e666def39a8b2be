"""Which floor each file of the house is on: reads every import, function-local ones too."""

import ast
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

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
LINES = 400  # that a file may have
METHODS = 25  # that a class may show

# Whoever loads modules by other means than `import` would not be seen here.
HIDING = {"builtins", "importlib", "pkgutil", "runpy", "zipimport", "sys.modules"}
BUILT_IN = {"__import__", "compile", "eval", "exec"}
HARMLESS = {"importlib.util.find_spec"}  # looks for a package without loading it


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
            return "tests/house.py knows no such room: give it a place in LAYERS"
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
        return f"tests/house.py knows no such floor: give it a place in FLOORS ({goal})"
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


def too_long(root: Path) -> list[str]:
    """The files under a folder, or the one file, that have more lines than one reads at once."""
    files = sorted(root.rglob("*.py")) if root.is_dir() else [root]
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in files}
    return [f"{file.name}: {number} lines" for file, number in lines.items() if number > LINES]


def too_wide(root: Path) -> list[str]:
    """The classes under a folder that can do more than one remembers."""
    return [
        f"{file.name}: {node.name}"
        for file in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and _shown_methods(node) > METHODS
    ]


def _shown_methods(node: ast.ClassDef) -> int:
    methods = (each for each in node.body if isinstance(each, ast.FunctionDef))
    return sum(not method.name.startswith("_") for method in methods)
