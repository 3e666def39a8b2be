"""Runs every benchmark and prints their table: `python -m tests.benchmarks [NAME …]`.

Exit status 1 where one is over its limit.
"""

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

import tests.benchmarks
from tests.benchmarks import Row


def names() -> list[str]:
    """The benchmarks there are: each a module beside this one with a function `measure`."""
    found = (module.name for module in pkgutil.iter_modules(tests.benchmarks.__path__))
    return [name for name in found if not name.startswith(("_", "test_"))]


def table(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | ours | compared with | ratio | limit | |", "|---|--:|--:|--:|--:|---|"]
    for row in rows:
        held = "ok" if row.ratio <= row.limit else "**over**"
        lines.append(
            f"| {row.name} | {_amount(row.ours_ms, row.unit)} "
            f"| {_amount(row.baseline_ms, row.unit)} "
            f"| {row.ratio:.2f} | {row.limit:g} | {held} |"
        )
    return "\n".join(lines)


def _tell(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not what its platform without a screen cannot do."""
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)


def _amount(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.2g} {unit}"


def main(chosen: Sequence[str]) -> int:
    """Run the chosen benchmarks, all without a choice; returns the exit status."""
    unknown = [name for name in chosen if name not in names()]
    if unknown:
        print(f"there is no {', '.join(unknown)} in {', '.join(names())}", file=sys.stderr)
        return 2
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the same for both sides, on every machine
    qInstallMessageHandler(_tell)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKBOOK_LIBRARY"] = folder  # never the person's own
        os.environ["MPLCONFIGDIR"] = folder
        for name in chosen or names():
            print(f"{name} …", file=sys.stderr)
            rows += importlib.import_module(f"tests.benchmarks.{name}").measure()
    print(table(rows))
    return int(any(row.ratio > row.limit for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
