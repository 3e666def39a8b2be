"""An export that is watched, held up and answered by tests."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook.documents.wanted import Wanted
from workbook.model.paper import Paper
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout
from workbook.printing.pages.pdf import Cancelled, PrintError, Written
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.export import ExportDialog

LEFT = Qt.MouseButton.LeftButton
EXAMPLE = built_in_example("reflection")
Show = Callable[..., ExportDialog]


class Press:
    """Stands in for the printing: writes a word, or waits until it is let go."""

    def __init__(self) -> None:
        self.papers: list[Paper] = []
        self.undrawable: tuple[str, ...] = ()
        self.error: PrintError | None = None
        self.go = threading.Event()
        self.go.set()

    def __call__(
        self,
        handout: Handout,
        wanted: Wanted,
        path: Path,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Written:
        assert handout is Handout.SUMMARY
        self.papers.append(wanted.paper)
        progress(1, 2)
        while not self.go.wait(0.01):
            if cancelled():
                raise Cancelled
        if self.error is not None:
            raise self.error
        path.write_bytes(b"%PDF")
        return Written(path, 2, self.undrawable)


def start(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.mouseClick(dialog.go, LEFT)


def export(qtbot: QtBot, dialog: ExportDialog) -> Path:
    """Export and wait until it is written; the file."""
    with qtbot.waitSignal(dialog.written_to, timeout=20_000) as told:
        start(qtbot, dialog)
    return told.args[0]


def said(dialog: ExportDialog) -> str:
    QApplication.processEvents()
    return words(dialog)


def over_an_old_file(show: Show, folder: Path) -> tuple[ExportDialog, Path]:
    """A dialog that is to write where there is a file already, and that file."""
    old = folder / "old.pdf"
    old.write_text("old", encoding="utf-8")
    dialog = show()
    dialog.file.setText(str(folder / "old"))
    return dialog, old


def question_of(qtbot: QtBot, dialog: ExportDialog) -> ConfirmDialog:
    start(qtbot, dialog)
    (question,) = dialog.findChildren(ConfirmDialog)
    assert "There is a file of this name already" in words(question)
    return question


def choose_format(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.format.setFocus()
    dialog.format.setCurrentIndex(0)
    for _ in range(dialog.format.count()):
        if dialog.format.currentText() == name:
            return
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    raise AssertionError(f"no {name} is offered")


def start_over(qtbot: QtBot, dialog: ExportDialog, old: Path) -> None:
    """Start to replace a file."""
    dialog.file.setText(str(old))
    question_of(qtbot, dialog).action_button.click()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
