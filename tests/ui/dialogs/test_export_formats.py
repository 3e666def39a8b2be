"""Every format that a session is exported in."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.exporting import EXAMPLE, LEFT, Show, choose_format, export, said, start
from tests.ui.seeing import words
from workbook.model.answers import Answers
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.export import ExportDialog


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
