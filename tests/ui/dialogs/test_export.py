"""A PDF is written whole or not at all, and everything that goes wrong is said in words."""

import errno
import os
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from workbook.documents.wanted import Wanted
from workbook.model.answers import Answers
from workbook.model.opened import OpenSession
from workbook.model.paper import SHEETS, Paper
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout
from workbook.printing.pages.pdf import Cancelled, PrintError, Written
from workbook.readings.findings import Findings
from workbook.ui.dialogs import export as module
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.export import ExportDialog
from workbook.ui.dialogs.files import file_name
from workbook.ui.settings import usual_paper
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


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    made = Press()
    monkeypatch.setattr(module, "make", made)
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
        dialog = ExportDialog(Findings(opened), theme, folder, None)
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


@pytest.mark.parametrize("exists", [True, False])
def test_at_first_it_offers_the_persons_documents_or_home(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
) -> None:
    documents = tmp_path / "Documents"
    if exists:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(documents))
    offered = Path(show(folder=None).file.text())
    assert offered.parent == (documents if exists else Path.home())


def test_it_offers_a_name_that_no_file_has(show: Show, tmp_path: Path) -> None:
    for name in ("", " 2"):
        (tmp_path / f"River Street Makers – summary{name}.pdf").touch()
    assert Path(show().file.text()).name == "River Street Makers – summary 3.pdf"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("River Street Makers", "River Street Makers"),
        ('A/B: “C” <d>? * | \\\\ "e"', "A B “C” d e"),
        ("...", "Summary"),
        ("", "Summary"),
        ("  many   spaces\n\tand lines ", "many spaces and lines"),
        ("Ünïçode 🦉", "Ünïçode 🦉"),
        ("x" * 300, "x" * 150),
        ("Aux. friends", "_Aux. friends"),
        ("con", "_con"),
        ("Connie & co.", "Connie & co"),
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
        ("{folder}/taken", "is a folder"),
        ("~nobody-has-this-name/a.pdf", "choose a file"),
    ],
)
def test_what_cannot_be_a_file_is_said_and_nothing_is_written(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, typed: str, why: str
) -> None:
    (tmp_path / "taken.pdf").mkdir()  # where "taken" would be written
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


@pytest.mark.parametrize("paper", SHEETS)
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
    assert dialog.progress.bar.value() == dialog.progress.bar.maximum() == len(written.pages)


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


def test_an_older_file_is_replaced_by_who_says_so(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    dialog, old = over_an_old_file(show, tmp_path)
    question = question_of(qtbot, dialog)
    with qtbot.waitSignal(dialog.written_to):
        question.action_button.click()
    assert old.read_bytes() == b"%PDF"


def test_who_does_not_say_so_keeps_the_older_file(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    dialog, old = over_an_old_file(show, tmp_path)
    question_of(qtbot, dialog).cancel_button.click()
    assert press.papers == [] and old.read_text(encoding="utf-8") == "old"
    assert dialog.go.isVisible()


def test_what_the_system_has_asked_is_not_asked_again(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog, old = over_an_old_file(show, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(old), ""))
    (choose,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Choose…")
    qtbot.mouseClick(choose, LEFT)
    assert export(qtbot, dialog) == old


def test_a_typed_folder_holds_the_offered_name(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path
) -> None:
    folder = tmp_path / "for the group"
    folder.mkdir()
    dialog = show()
    dialog.file.setText(str(folder))
    assert export(qtbot, dialog) == folder / "River Street Makers – summary.pdf"
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_each_face_is_as_high_as_its_words(
    qtbot: QtBot, show: Show, press: Press, theme: Theme, scale: float
) -> None:
    theme.choose(scale=scale)
    dialog = show()
    asking = dialog.height()
    export(qtbot, dialog)
    needed = lambda: dialog.inside.totalHeightForWidth(dialog.width())  # noqa: E731
    qtbot.waitUntil(lambda: dialog.height() == needed() < asking)


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


# Other formats


def choose_format(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.format.setFocus()
    dialog.format.setCurrentIndex(0)
    for _ in range(dialog.format.count()):
        if dialog.format.currentText() == name:
            return
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    raise AssertionError(f"no {name} is offered")


@pytest.mark.parametrize(
    ("name", "ending", "begins"),
    [
        ("Table (CSV)", ".csv", b"\xef\xbb\xbf"),
        ("Text (Markdown)", ".md", b"# "),
        ("Data (JSON)", ".json", b"{"),
        ("Dates (iCalendar)", ".ics", b"BEGIN:VCALENDAR"),
        ("Charts (SVG)", ".svg", b"<?xml"),
        ("Charts (PNG)", ".png", b"\x89PNG"),
    ],
)
def test_the_format_that_is_chosen_is_written(
    qtbot: QtBot, show: Show, tmp_path: Path, name: str, ending: str, begins: bytes
) -> None:
    dialog = show()
    choose_format(qtbot, dialog, name)
    assert not dialog.paper.isVisible()
    assert Path(dialog.file.text()) == tmp_path / f"River Street Makers – summary{ending}"
    assert export(qtbot, dialog).read_bytes().startswith(begins)


def test_a_name_that_was_typed_keeps_all_but_its_ending(qtbot: QtBot, show: Show) -> None:
    dialog = show()
    dialog.file.setText("/somewhere/ours.pdf")
    choose_format(qtbot, dialog, "Table (CSV)")
    assert dialog.file.text() == "/somewhere/ours.csv"
    dialog.file.setText("/somewhere/ours.md")
    start(qtbot, dialog)
    assert "end in “.csv”" in said(dialog)


def test_a_folder_gets_everything(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    dialog = show(replace(EXAMPLE, session=replace(EXAMPLE.session, name="St. Mary's")))
    choose_format(qtbot, dialog, "All of these, in a folder")
    assert dialog.paper.isVisible()
    assert "Folder" in said(dialog)
    assert Path(dialog.file.text()).name == "St Mary's"
    dialog.file.setText(str(tmp_path / "St. Mary"))
    start(qtbot, dialog)
    assert "without a dot" in said(dialog)
    dialog.file.setText(str(tmp_path / "Mary"))
    folder = export(qtbot, dialog)
    assert {path.name for path in folder.iterdir()} >= {"summary.pdf", "answers.csv", "charts"}
    assert str(folder) in said(dialog)


def test_a_folder_that_is_there_is_filled_by_who_says_so(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    dialog = show()
    choose_format(qtbot, dialog, "All of these, in a folder")
    kept = tmp_path / "ours" / "mine.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    dialog.file.setText(str(kept.parent))
    start(qtbot, dialog)
    (question,) = dialog.findChildren(ConfirmDialog)
    assert "All others stay" in words(question)
    with qtbot.waitSignal(dialog.written_to, timeout=20_000):
        question.action_button.click()
    assert kept.read_text() == "mine"
    assert (kept.parent / "summary.pdf").is_file()


def writing_a_folder(qtbot: QtBot, dialog: ExportDialog, folder: Path) -> None:
    """Begin to write everything, and wait until it says what it is writing."""
    choose_format(qtbot, dialog, "All of these, in a folder")
    dialog.file.setText(str(folder))
    start(qtbot, dialog)
    qtbot.waitUntil(dialog.progress.doing.isVisible, timeout=20_000)


def test_a_folder_tells_which_file_of_how_many(qtbot: QtBot, show: Show, tmp_path: Path) -> None:
    dialog = show()
    told: list[str] = []
    dialog._file_begun.connect(lambda *_: told.append(dialog.progress.doing.text()))
    with qtbot.waitSignal(dialog.written_to, timeout=60_000):
        writing_a_folder(qtbot, dialog, tmp_path / "all")
        assert re.fullmatch(r"\S+, file \d+ of \d+", dialog.progress.doing.text())
    assert told[0].startswith("summary.pdf, file 1 of ")
    assert told[-1].endswith(f"file {len(told)} of {len(told)}")
    assert "charts/purpose-map.svg" in " ".join(told)
    assert dialog.progress.bar.maximum() == len(told)


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_a_folder_that_is_stopped_leaves_nothing(
    qtbot: QtBot, show: Show, tmp_path: Path, way: str
) -> None:
    dialog = show()
    writing_a_folder(qtbot, dialog, tmp_path / "all")
    if way == "button":
        qtbot.mouseClick(dialog.progress.stop, LEFT)
    elif way == "escape":
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    else:
        dialog.close()
    if way != "close":
        qtbot.waitUntil(dialog.go.hasFocus, timeout=20_000)
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_has_nothing_to_hold_says_so(
    qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    dialog = show(replace(EXAMPLE, answers=Answers({})))
    choose_format(qtbot, dialog, "Dates (iCalendar)")
    start(qtbot, dialog)
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert "no date" in said(dialog)
    assert list(tmp_path.iterdir()) == []


# Stopping


def start_over(qtbot: QtBot, dialog: ExportDialog, old: Path) -> None:
    """Start to replace a file."""
    dialog.file.setText(str(old))
    question_of(qtbot, dialog).action_button.click()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def running(qtbot: QtBot, show: Show, press: Press, old: Path | None = None) -> ExportDialog:
    """A dialog in the middle of an export."""
    press.go.clear()
    dialog = show()
    if old is None:
        start(qtbot, dialog)
    else:
        start_over(qtbot, dialog, old)
    qtbot.waitUntil(lambda: dialog.progress.bar.value() == 1)
    return dialog


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_running_export_can_be_stopped(
    qtbot: QtBot, show: Show, press: Press, tmp_path: Path, way: str
) -> None:
    old = tmp_path / "River Street Makers – summary.pdf"
    old.write_text("old", encoding="utf-8")
    dialog = running(qtbot, show, press, old)
    if way == "button":
        qtbot.mouseClick(dialog.progress.stop, LEFT)
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
    qtbot.mouseClick(dialog.progress.stop, LEFT)
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
    start_over(qtbot, dialog, old)
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
