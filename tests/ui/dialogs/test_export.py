"""A PDF is written whole or not at all, and everything that goes wrong is said in words."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook.model.answers import Answers
from workbook.operations import OpenSession, built_in_example
from workbook.printing.paper import Paper
from workbook.printing.pdf import Cancelled, PrintError, Written
from workbook.ui.dialogs import export as module
from workbook.ui.dialogs.export import ExportDialog, file_name, usual_paper
from workbook.ui.theme import Theme

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
        opened: OpenSession,
        path: Path,
        paper: Paper,
        *,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Written:
        self.papers.append(paper)
        progress(1, 2)
        while not self.go.wait(0.01):
            if cancelled():
                raise Cancelled
        if self.error is not None:
            raise self.error
        path.write_bytes(b"%PDF")
        return Written(path, 2, self.undrawable)


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    made = Press()
    monkeypatch.setattr(module, "export_summary", made)
    yield made
    made.go.set()


@pytest.fixture
def opened_urls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it can open everything."""
    urls: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(url.toLocalFile()) or True
    )
    return urls


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Show]:
    made: list[ExportDialog] = []

    def show(opened: OpenSession = EXAMPLE, folder: Path | None = tmp_path) -> ExportDialog:
        dialog = ExportDialog(opened, theme, folder, None)
        made.append(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


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


# What is asked


def test_it_offers_a_name_in_the_folder_used_last(show: Show, tmp_path: Path) -> None:
    assert Path(show().file.text()) == tmp_path / "River Street Makers – summary.pdf"


def test_at_first_it_offers_the_persons_documents(show: Show) -> None:
    assert Path(show(folder=None).file.text()).is_absolute()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("River Street Makers", "River Street Makers"),
        ('A/B: “C” <d>? * | \\\\ "e"', "A B “C” d e"),
        ("...", "Summary"),
        ("", "Summary"),
        ("  many   spaces\n\tand lines ", "many spaces and lines"),
        ("Ünïçode 🦉", "Ünïçode 🦉"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_groups_name_becomes_one_that_every_file_system_holds(name: str, file: str) -> None:
    assert file_name(name) == file


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "choose a file"),
        ("   ", "choose a file"),
        ("summary.pdf", "choose a file"),
        ("{folder}/summary.txt", "end in “.pdf”"),
        ("{folder}/none/summary.pdf", "There is no folder"),
        ("{folder}/taken.pdf", "is a folder"),
    ],
)
def test_what_cannot_be_a_file_is_said_and_nothing_is_written(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, typed: str, why: str
) -> None:
    (tmp_path / "taken.pdf").mkdir()
    dialog = show()
    dialog.file.setText(typed.format(folder=tmp_path))
    start(qtbot, dialog)
    assert why in said(dialog)
    assert dialog.file.hasFocus()
    assert press.papers == []


def test_a_name_without_an_ending_becomes_a_pdf(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    dialog = show()
    dialog.file.setText(str(tmp_path / "summary"))
    assert export(qtbot, dialog) == tmp_path / "summary.pdf"


def test_a_tilde_is_the_persons_home(qtbot: QtBot, show: Show, press: Press) -> None:
    dialog = show()
    dialog.file.setText("~/summary.PDF")
    assert export(qtbot, dialog) == Path.home() / "summary.PDF"


def test_choose_fills_in_the_file(
    qtbot: QtBot, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show()
    answers = [(str(tmp_path / "chosen.pdf"), ""), ("", "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: answers.pop(0))
    (choose,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Choose…")
    for _ in range(2):  # the second time it is cancelled
        qtbot.mouseClick(choose, LEFT)
        assert dialog.file.text() == str(tmp_path / "chosen.pdf")


@pytest.mark.parametrize("paper", list(Paper))
def test_the_chosen_paper_is_printed_on(
    qtbot: QtBot, show: Show, press: Press, paper: Paper
) -> None:
    dialog = show()
    (button,) = (b for b in dialog.paper.buttons if b.choice == paper.value)
    if not button.isChecked():
        qtbot.mouseClick(button, LEFT)
    export(qtbot, dialog)
    assert press.papers == [paper]


def test_a_paper_that_is_taken_back_is_the_usual_one(
    qtbot: QtBot, show: Show, press: Press
) -> None:
    dialog = show()
    for button in dialog.paper.buttons:
        if button.isChecked():
            qtbot.mouseClick(button, LEFT)
    assert dialog.paper.value() == usual_paper().value


# What is written


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 595), (Paper.LETTER, 612)])
def test_the_file_is_the_summary_on_that_paper(
    qtbot: QtBot, show: Show, paper: Paper, width: int
) -> None:
    dialog = show()
    dialog.paper.set_value(paper.value)
    written = PdfReader(export(qtbot, dialog))
    assert round(float(written.pages[0].mediabox.width)) == width
    assert "River Street Makers" in written.pages[0].extract_text()
    assert dialog.bar.value() == dialog.bar.maximum() == len(written.pages)


def test_an_older_file_is_replaced(qtbot: QtBot, show: Show, press: Press, tmp_path: Path) -> None:
    old = tmp_path / "River Street Makers – summary.pdf"
    old.write_text("old", encoding="utf-8")
    export(qtbot, show())
    assert old.read_bytes() == b"%PDF"


def test_characters_that_no_font_draws_are_named(qtbot: QtBot, show: Show, press: Press) -> None:
    press.undrawable = ("U+13000", "ꙮ")
    dialog = show()
    export(qtbot, dialog)
    assert "No font on this computer can draw U+13000 ꙮ." in said(dialog)


def test_where_all_is_drawn_nothing_is_said_of_fonts(
    qtbot: QtBot, show: Show, press: Press
) -> None:
    dialog = show()
    export(qtbot, dialog)
    assert "font" not in said(dialog)


def test_a_failure_is_told_and_the_file_can_be_changed(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    press.error = PrintError("There is no room left in <that> folder.")
    dialog = show()
    start(qtbot, dialog)
    qtbot.waitUntil(dialog.file.hasFocus)
    assert "There is no room left in <that> folder." in said(dialog)
    assert dialog.isVisible()
    press.error = None
    dialog.file.setText(str(tmp_path / "other.pdf"))
    assert export(qtbot, dialog).is_file()
    assert "no room" not in said(dialog)


def test_a_full_disk_is_told_and_nothing_is_left_on_it(
    qtbot: QtBot, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    dialog = show(replace(EXAMPLE, answers=Answers({})))
    start(qtbot, dialog)
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert "There is no room left in" in said(dialog)
    assert list(tmp_path.iterdir()) == []


# Stopping


def running(qtbot: QtBot, show: Show, press: Press) -> ExportDialog:
    """A dialog in the middle of an export."""
    press.go.clear()
    dialog = show()
    start(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.bar.value() == 1)
    return dialog


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_running_export_can_be_stopped(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, way: str
) -> None:
    old = tmp_path / "River Street Makers – summary.pdf"
    old.write_text("old", encoding="utf-8")
    dialog = running(qtbot, show, press)
    if way == "button":
        qtbot.mouseClick(dialog.stop, LEFT)
    else:
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.go.hasFocus)
    assert dialog.isVisible()
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_after_stopping_it_can_be_started_again(qtbot: QtBot, show: Show, press: Press) -> None:
    dialog = running(qtbot, show, press)
    qtbot.mouseClick(dialog.stop, LEFT)
    qtbot.waitUntil(dialog.go.hasFocus)
    press.go.set()
    assert export(qtbot, dialog).is_file()


def test_closing_the_window_stops_it_and_leaves_nothing(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    dialog = running(qtbot, show, press)
    dialog.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("export")]
    assert list(tmp_path.iterdir()) == []


def test_a_real_export_that_is_stopped_leaves_the_old_file(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    old = tmp_path / "River Street Makers – summary.pdf"
    old.write_text("old", encoding="utf-8")
    dialog = show()
    start(qtbot, dialog)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    qtbot.waitUntil(dialog.go.hasFocus, timeout=20_000)
    assert old.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [old]


# Afterwards


def test_open_opens_the_file_and_show_its_folder(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, opened_urls: list[str]
) -> None:
    dialog = show()
    path = export(qtbot, dialog)
    assert dialog.open_button.hasFocus()
    assert str(path) in said(dialog)
    qtbot.mouseClick(dialog.open_button, LEFT)
    qtbot.mouseClick(dialog.show_folder, LEFT)
    assert opened_urls == [str(path), str(tmp_path)]


def test_where_nothing_can_open_it_the_path_can_be_pasted(
    qtbot: QtBot, show: Show, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    dialog = show()
    path = export(qtbot, dialog)
    qtbot.mouseClick(dialog.open_button, LEFT)
    assert "No program here opens it." in said(dialog)
    assert QApplication.clipboard().text() == str(path)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_all_of_its_words_can_be_read(
    qtbot: QtBot, show: Show, press: Press, theme: Theme, tmp_path: Path, scale: float
) -> None:
    theme.choose(scale=scale)
    press.error = PrintError("There is no room left in the folder. " * 4)
    dialog = show()
    start(qtbot, dialog)
    qtbot.waitUntil(dialog.problem.isVisible)
    QApplication.processEvents()
    assert dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width())
