"""A PDF is written whole or not at all, and everything that goes wrong is said in words."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.exporting import (
    LEFT,
    Press,
    Show,
    export,
    over_an_old_file,
    question_of,
    said,
    start,
)
from workbook.model.paper import SHEETS, Paper
from workbook.printing.pages.pdf import PrintError
from workbook.ui.dialogs.files import file_name
from workbook.ui.settings import usual_paper
from workbook.ui.theme import Theme

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
