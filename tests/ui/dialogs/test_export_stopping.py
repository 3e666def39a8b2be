"""An export that is stopped, closed or fails leaves what there was."""

import errno
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.dialogs.exporting import EXAMPLE, LEFT, Press, Show, export, said, start, start_over
from workbook.model.answers import Answers
from workbook.printing.pages.pdf import PrintError
from workbook.ui.dialogs.export import ExportDialog


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
