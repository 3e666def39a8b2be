"""The print room shows real pages of what is chosen, and saves just those."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.print_room.choosing import KEY, LEFT, choose, page_number, press_paper, save
from tests.ui.print_room.conftest import PATIENCE, Opened, settled
from tests.ui.seeing import clipped, overlapping, words
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.print_room.naming import as_pdf
from workbook.ui.theme import Appearance, Theme


def test_it_opens_on_worksheets_with_the_first_page_of_many(open_room: Opened) -> None:
    room = open_room()
    pages = room.preview.view.pages
    assert page_number(room) == f"Page 1 of {pages}"
    assert pages > 12
    assert not room.preview._progress.isVisible()
    assert room.options.kind.currentText() == "Worksheets"


def test_the_pages_are_those_of_the_real_file(qtbot: QtBot, open_room: Opened) -> None:
    view = open_room().preview.view
    view.set_zoom(200)
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: view.sharp, timeout=PATIENCE)
    picture = view.viewport().grab().toImage()
    seen = {
        QColor(picture.pixel(x, y)).name() for x in range(picture.width())
        for y in range(0, picture.height(), 3)
    }  # fmt: skip
    assert {"#ffffff", "#0f6b6b"} <= seen  # the sheet, and the line above its title


def test_without_a_session_only_what_needs_none_is_offered(open_room: Opened) -> None:
    room = open_room()
    kinds = [room.options.kind.itemData(at) for at in range(room.options.kind.count())]
    assert not any(Handout.named(kind).after for kind in kinds)


def test_each_kind_asks_for_what_belongs_to_it(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(Handout.RUN_SHEET)
    asked = words(room.options)
    assert "Begins at" in asked
    assert "Length of the workshop" in asked
    assert "Paper" in asked
    assert "Steps" not in asked
    choose(qtbot, room, Handout.SLIPS)
    asked = words(room.options)
    assert "For how many people" in asked
    assert "Begins at" not in asked
    assert not room.options.named.isVisible()  # a slip never stands beside a name
    choose(qtbot, room, Handout.BALLOTS)
    assert room.options.slips.isVisible()
    assert not room.options.named.isVisible()


def test_it_says_where_the_number_of_people_is_from(open_room: Opened) -> None:
    room = open_room(Handout.SLIPS, wait=False)
    assert "A guess: give your number." in words(room.options)
    room.options.people.set_value(7)
    assert "A guess: give your number." not in words(room.options)
    room = open_room(Handout.SLIPS, built_in_example("workshop"), wait=False)
    assert "As many as in this session." in words(room.options)


def test_what_is_saved_is_what_is_seen(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.BALLOTS)
    press_paper(qtbot, room, "letter")
    qtbot.mouseClick(room.options.large, LEFT, pos=room.options.large.rect().center())
    assert not room.save_button.isEnabled()  # until its pages are made
    settled(qtbot, room)
    save(qtbot, room, tmp_path / "ballots", monkeypatch)
    file = PdfReader(tmp_path / "ballots.pdf")
    assert len(file.pages) == room.preview.view.pages
    assert [round(float(side)) for side in file.pages[0].mediabox[2:]] == [612, 792]
    assert "ballots.pdf" in room.told.text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ballots.pdf"]


def test_a_file_that_cannot_be_saved_is_told(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.SLIPS)
    path = str(tmp_path / "nowhere" / "a.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    qtbot.mouseClick(room.save_button, LEFT)
    there_is_none = f"There is no folder {tmp_path / 'nowhere'}."
    qtbot.waitUntil(lambda: there_is_none in room.told.text())
    assert room.save_button.isEnabled()
    assert room.focusWidget() is room.save_button


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("w300.docx", "w300.pdf"),
        ("w300", "w300.pdf"),
        ("For Mr.Smith", "For Mr.Smith.pdf"),
        ("1.2", "1.2.pdf"),
        ("A.PDF", "A.PDF"),
    ],
)
def test_a_name_gets_the_ending_of_what_is_in_it(typed: str, saved: str, tmp_path: Path) -> None:
    assert as_pdf(str(tmp_path / typed)) == tmp_path / saved


def test_a_file_about_which_nobody_was_asked_is_not_replaced_unasked(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.SLIPS)
    old = tmp_path / "slips.pdf"
    old.write_text("old")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "slips.docx"), "")
    )  # fmt: skip
    qtbot.mouseClick(room.save_button, LEFT)
    (sure,) = room.findChildren(ConfirmDialog)
    assert old.read_text() == "old"
    with qtbot.waitSignal(room.saved_to, timeout=PATIENCE):
        sure.accept()
    assert len(PdfReader(old).pages) > 0
    assert list(tmp_path.iterdir()) == [old]


def test_a_big_job_can_be_stopped_and_begun_again(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(wait=False)
    room.options.people.set_value(2000)
    qtbot.waitUntil(lambda: "of" in room.preview.doing.text(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: room.preview.view.sharp, timeout=PATIENCE)  # a first look
    assert not room.save_button.isEnabled()
    qtbot.mouseClick(room.preview.stop_button, LEFT)
    qtbot.waitUntil(room.again_button.isVisible, timeout=PATIENCE)
    assert "Stopped" in room.told.text()
    assert not room.preview._progress.isVisible()
    assert room.focusWidget() is room.again_button
    assert page_number(room) == "Page 1 of …"  # a first look is the beginning of it
    room.options.people.set_value(3)
    settled(qtbot, room)
    assert not room.again_button.isVisible()


def test_what_is_stopped_leaves_no_other_pages_there(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(Handout.SLIPS)
    room.options.people.set_value(2000)
    room.options.choose(Handout.BALLOTS)
    printed = next(each for each in room.options.slips.buttons if each.text() == "Printed")
    qtbot.mouseClick(printed, LEFT)
    assert page_number(room) == "Page 1 of …"
    qtbot.waitUntil(room.preview.stop_button.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(room.preview.stop_button, LEFT)
    qtbot.waitUntil(room.again_button.isVisible, timeout=PATIENCE)
    assert room.preview.view.pages == 0
    assert page_number(room) == ""


def test_what_was_stopped_for_something_else_is_not_told_of_for_ever(
    qtbot: QtBot, open_room: Opened
) -> None:
    room = open_room(wait=False)
    room.options.people.set_value(2000)
    qtbot.waitUntil(lambda: "of" in room.preview.doing.text(), timeout=PATIENCE)
    room.options.people.set_value(1999)
    room._make()
    qtbot.mouseClick(room.options.named.buttons[1], LEFT)  # and no name is typed
    room._make()
    qtbot.waitUntil(lambda: not room._making.busy, timeout=PATIENCE)
    assert not room.preview._progress.isVisible()


def test_closing_leaves_no_file_behind(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(wait=False)
    folder = Path(room._making._folder.name)
    qtbot.waitUntil(lambda: any(folder.iterdir()), timeout=PATIENCE)
    qtbot.keyClick(room, KEY.Key_Escape)
    assert not room.isVisible()
    assert not folder.exists()


def test_only_the_last_file_is_kept_meanwhile(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(Handout.SLIPS)
    for people in (5, 6, 7):
        room.options.people.set_value(people)
        settled(qtbot, room)
    folder = Path(room._making._folder.name)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 1, timeout=PATIENCE)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("handout", [Handout.WORKSHEET, Handout.BALLOTS, Handout.LETTER])
def test_nothing_is_clipped_in_a_small_window(
    theme: Theme, open_room: Opened, appearance: Appearance, scale: float, handout: Handout
) -> None:
    theme.choose(appearance=appearance, scale=scale)
    room = open_room(handout, built_in_example("workshop"), size=(1024, 640))
    assert room.size().toTuple() == (1024, 640)
    assert clipped(room) == []
    assert overlapping(room) == []


def test_the_keyboard_reaches_everything_and_turns_pages_from_anywhere(
    qtbot: QtBot, open_room: Opened
) -> None:
    room = open_room()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    options, preview = room.options, room.preview
    qtbot.mouseClick(options.named.buttons[1], LEFT)
    options.names.show_text("Ada\nGrace")
    options._changed()
    settled(qtbot, room)
    first = options.kind
    first.setFocus()
    met = [first]
    for _ in range(60):
        qtbot.keyClick(met[-1], KEY.Key_Tab)
        met.append(room.focusWidget())
        if met[-1] is first:
            break
    assert met[-1] is first
    wanted = [
        options.kind, options.paper.stop(), options.large, options.worksheet_plan.stop(),
        options.named.stop(), options.names, options.file_button,
        *(box for box in options.steps.values() if box.isVisible()),
        preview.next_button, preview.smaller_button, preview.zoom_chip, preview.larger_button,
        preview.view, room.close_button, room.save_button, room.print_button,
    ]  # fmt: skip
    assert met[:-1] == [each for each in wanted if each.isEnabled()]
    for widget in wanted:
        widget.setFocus()
        before = preview.view.page
        qtbot.keyClick(widget, KEY.Key_PageDown)
        assert preview.view.page == before + 1, widget
        if before >= 5:
            qtbot.keyClick(widget, KEY.Key_PageUp)
            qtbot.keyClick(widget, KEY.Key_PageUp)
    assert options.handout is Handout.WORKSHEET


def test_keys_size_pages_and_save(
    qtbot: QtBot, open_room: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.SLIPS)
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    before = room.preview.view.percent()
    qtbot.keyClick(room.options.kind, KEY.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert room.preview.view.percent() > before
    qtbot.keyClick(room.options.kind, KEY.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert room.preview.view.percent() == before
    asked: list[bool] = []
    room.ask_printer = lambda *_: asked.append(True)
    qtbot.keyClick(room.options.kind, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == [True]
