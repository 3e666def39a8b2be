"""Modules are imported where files begin; what is imported later stands here, with its reason."""

import ast
from collections import Counter
from pathlib import Path

from workbook.operations.print_room import Handout

ROOT = Path(__file__).parent.parent

# How many imports stand inside functions of a file, and why. Nearly all are doors to something
# that takes long to load: before it the window can be drawn, or a small command be done.
DOORS = {
    "workbook/app.py": (2, "Qt, once it is known that a window can open"),
    "workbook/cli/__init__.py": (2, "commands, and what reads them: guides, readings, argparse"),
    "workbook/operations/__init__.py": (1, "guides, readings and documents, after Home is drawn"),
    "workbook/operations/libraries.py": (
        2,
        "the user's folders, if none is named; ballots left by a crash",
    ),
    "workbook/operations/exporting_files.py": (1, "matplotlib, for pictures"),
    "workbook/operations/print_room/kinds.py": (len(Handout), "ReportLab, with each row's paper"),
    "workbook/printing/pages/pdf.py": (1, "ReportLab, for any other document"),
    "workbook/printing/pages/flow.py": (1, "matplotlib, in documents that have a chart"),
    "workbook/ui/start.py": (1, "what is loaded ahead while the window is idle"),
    "workbook/ui/charts.py": (1, "matplotlib, loaded ahead while the window is idle"),
    "workbook/ui/widgets/chart_canvas.py": (1, "matplotlib, with the first chart"),
    "workbook/ui/screens.py": (3, "what shows a session, a workshop, a summary"),
    "workbook/ui/home/workshops.py": (1, "the set-up of a workshop"),
    "workbook/ui/exporting.py": (1, "the export"),
    "workbook/ui/printing.py": (1, "the print room, and pypdfium2"),
    "workbook/ui/print_room/dialog.py": (1, "Qt's printing, whose library a machine may lack"),
}


def late_imports(file: Path) -> int:
    """How many imports of a file stand inside its functions."""
    functions = (
        node
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return len(
        {
            node.lineno
            for function in functions
            for node in ast.walk(function)
            if isinstance(node, ast.Import | ast.ImportFrom)
        }
    )


def test_nothing_is_imported_late_without_a_reason() -> None:
    files = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / "workbook").rglob("*.py")}
    found = Counter({name: late_imports(path) for name, path in files.items()})
    assert +found == {name: number for name, (number, _) in DOORS.items()}


def test_an_import_inside_a_function_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("import a\ndef f():\n    def g():\n        import b\n    from c import d\n")
    assert late_imports(file) == 2
