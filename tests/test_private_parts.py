"""Nobody reaches into other people's private parts but the modules that are named for it.

What a library does not document may change with any version. So each such use stands in one module
a library, with a test beside it that says which part another version changed.
"""

import ast
import builtins
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Modules of others that their documentation does not promise, and the one place that uses them.
PARTS = {
    "reportlab.pdfbase": "workbook/printing/type/reportlab_parts.py",
    "reportlab.pdfgen": "workbook/printing/type/reportlab_parts.py",
    "bidi": "workbook/printing/type/bidi_parts.py",
}
# Named tuples have these, and document them.
DOCUMENTED = {"_replace", "_asdict", "_fields", "_make"}
# What Python documents of every object, class, function, module and exception.
PYTHONS = {
    name
    for kind in (object, type, Exception, types.ModuleType, types.FunctionType, type(builtins))
    for name in dir(kind)
} | {"__name__", "__doc__", "__file__", "__version__", "__excepthook__"}


def own_names(tree: ast.AST) -> set[str]:
    """Every name that a module gives: to functions, classes, attributes of its own objects."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and ast.unparse(node.value) in ("self", "cls")
        ):
            found.add(node.attr)
    return found


def bases(tree: ast.AST, root: Path) -> Iterator[ast.AST]:
    """The workbook's modules from which a module takes names, and those they take them from: what
    a class inherits is its own.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("workbook"):
            path = root / ((node.module or "").replace(".", "/") + ".py")
            if path.is_file() and any(alias.name[0].isupper() for alias in node.names):
                yield ast.parse(path.read_text("utf-8"))


def foreign(root: Path) -> list[str]:
    """Every private name that is asked of an object of somebody else."""
    found = []
    for path in sorted((root / "workbook").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        known = own_names(tree)
        if file in PARTS.values():
            continue
        asked = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr.startswith("_")
            and node.attr not in known | DOCUMENTED | PYTHONS
        ]
        if asked:
            known = known.union(*(own_names(base) for base in bases(tree, root)))
        found += [
            f"{file}:{node.lineno} asks for {ast.unparse(node)}"
            for node in asked
            if node.attr not in known
        ]
    return found


def imported(root: Path) -> list[str]:
    """Every import of undocumented modules elsewhere than in their one place."""
    found = []
    for path in sorted((root / "workbook").rglob("*.py")):
        file = path.relative_to(root).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [
                f"{file}:{node.lineno} imports {name}: only {place} may"
                for name in names
                for part, place in PARTS.items()
                if f"{name}.".startswith(f"{part}.") and file != place
            ]
    return found


def test_private_names_of_others_are_used_in_their_one_place() -> None:
    assert foreign(ROOT) == []


def test_undocumented_modules_are_imported_in_their_one_place() -> None:
    assert imported(ROOT) == []


def test_every_place_has_a_test_that_notices_another_version() -> None:
    for place in PARTS.values():
        module = Path(place)
        assert (
            ROOT / "tests" / module.relative_to("workbook").parent / f"test_{module.name}"
        ).exists()


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("def f(canvas):\n    return canvas._doc", True),
        ("class A(Canvas):\n    def f(self):\n        return self._doc.idToObject", True),
        ("class A:\n    def f(self, page):\n        page.__NoDefault__ = []", True),
        ("class A:\n    def f(self):\n        self._doc = 1\n        return self._doc", False),
        ("class A:\n    _x = 1\n\ndef f(a: A):\n    return a._x", False),
        ("def f(pair):\n    return pair._replace(a=1), pair.__class__", False),
        ("from workbook.b import B\n\nclass A(B):\n    def f(self):\n        self._b()", False),
    ],
)
def test_a_private_name_of_others_is_found(tmp_path: Path, text: str, private: bool) -> None:
    (tmp_path / "workbook").mkdir()
    (tmp_path / "workbook" / "a.py").write_text(text, "utf-8")
    (tmp_path / "workbook" / "b.py").write_text("class B:\n    def _b(self): ...", "utf-8")
    assert bool(foreign(tmp_path)) is private


def test_an_import_of_what_is_undocumented_is_found(tmp_path: Path) -> None:
    (tmp_path / "workbook").mkdir()
    text = "from reportlab.lib.colors import HexColor\nfrom reportlab.pdfbase import pdfdoc"
    (tmp_path / "workbook" / "a.py").write_text(text, "utf-8")
    (found,) = imported(tmp_path)
    assert found.startswith("workbook/a.py:2 imports reportlab.pdfbase.pdfdoc")
