"""No file is longer than one reads at once, and no class can do more than one remembers."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINES = 400  # that a file may have
METHODS = 25  # that a class may show


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
