"""What can be chosen for each handout, and what is made of it."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.print_room.choosing import KEY, LEFT, choose, codes_in, page_number, save
from tests.ui.print_room.conftest import PATIENCE, Opened, settled
from tests.ui.seeing import words
from workbook import operations
from workbook.guides import load_guide
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout, choosing


def test_names_make_a_worksheet_each(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room()
    one = room.preview.view.pages // 12
    qtbot.mouseClick(room.options.named.buttons[1], LEFT)
    qtbot.waitUntil(lambda: "One name a line" in words(room.options))
    assert "type at least one name" not in words(room.options)  # nothing was tried yet
    assert not room.print_button.isEnabled()
    assert page_number(room) == "Page 1 of …"
    qtbot.keyClicks(room.options.names, "Ada")
    qtbot.keyClick(room.options.names, KEY.Key_Return)
    qtbot.keyClicks(room.options.names, "Grace")
    settled(qtbot, room)
    assert room.preview.view.pages == 2 * one
    assert room.options.counted.text() == "2 names"
    save(qtbot, room, tmp_path / "a.pdf", monkeypatch)
    room.options.names.selectAll()
    qtbot.keyClick(room.options.names, KEY.Key_Delete)
    qtbot.waitUntil(lambda: "type at least one name" in words(room.options))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages]
    assert all("Ada" in page for page in pages[:one])
    assert all("Grace" in page for page in pages[one:])


def test_names_come_from_a_file_and_a_code_is_none(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room()
    one = room.preview.view.pages // 12
    qtbot.mouseClick(room.options.named.buttons[1], LEFT)
    file = tmp_path / "names.txt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(room.options.file_button, LEFT)
    assert str(file) in room.options.problem.text()  # it is not there
    file.write_text("Zoë\r\n\r\nLi Wei\r\n", "utf-16")
    qtbot.mouseClick(room.options.file_button, LEFT)
    assert room.options.names.text() == "Zoë\nLi Wei"
    settled(qtbot, room)
    assert room.preview.view.pages == 2 * one
    file.write_text("Li Wei\nAda")
    qtbot.mouseClick(room.options.file_button, LEFT)
    assert room.options.names.text() == "Zoë\nLi Wei\nAda"  # those that were there stay
    assert room.options.counted.text() == "3 names, 1 of them new"
    qtbot.keyClick(room.options.names, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert room.options.names.text() == "Zoë\nLi Wei"
    room.options.names.show_text("Zoë\nCC2FH")
    room.options._changed()
    qtbot.waitUntil(lambda: "CC2FH" in room.options.problem.text())
    assert not room.save_button.isEnabled()


def test_a_time_that_is_none_is_said_beside_it(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room(Handout.RUN_SHEET)
    room.options.start.selectAll()
    qtbot.keyClicks(room.options.start, "half past")
    qtbot.waitUntil(lambda: "14:00" in room.options.start_problem.text())
    assert not room.print_button.isEnabled()
    room.options.start.selectAll()
    qtbot.keyClicks(room.options.start, "9.30")
    settled(qtbot, room)
    assert not room.options.start_problem.isVisible()


def test_steps_can_be_left_out_but_not_all(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room()
    before = room.preview.view.pages
    boxes = [box for box in room.options.steps.values() if box.isVisibleTo(room)]
    assert [box.text() for box in boxes] == [step.title for step in load_guide().steps[1:]]
    for box in boxes[1:]:
        box.setFocus()
        qtbot.keyClick(box, KEY.Key_Space)
    settled(qtbot, room)
    assert room.preview.view.pages < before
    qtbot.keyClick(boxes[0], KEY.Key_Space)
    qtbot.waitUntil(lambda: "at least one step" in room.options.steps_problem.text())


def test_ballots_bear_codes_where_that_is_chosen(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.BALLOTS)
    assert room.options.slips.value() == "without"
    assert not room.options.codes_line.isVisible()
    save(qtbot, room, tmp_path / "plain.pdf", monkeypatch)
    assert codes_in(tmp_path / "plain.pdf") == []
    room.options.people.set_value(6)
    printed = next(each for each in room.options.slips.buttons if each.text() == "Printed")
    qtbot.mouseClick(printed, LEFT)
    assert room.options.codes_line.isVisible()
    assert "cut them in one go" in room.options.codes_line.text()
    settled(qtbot, room)
    save(qtbot, room, tmp_path / "coded.pdf", monkeypatch)
    codes = codes_in(tmp_path / "coded.pdf")
    assert len(set(codes)) == 6
    assert len(codes) > 6
    assert codes == codes[:6] * (len(codes) // 6)  # at the same place in each vote
    qtbot.waitUntil(room.options.isEnabled)
    room.options.large.click()
    assert "sort them by their codes" in room.options.codes_line.text()
    qtbot.mouseClick(printed, LEFT)  # one of the three there must be
    assert room.options.slips.value() == "without"
    settled(qtbot, room)


def test_one_poster_is_printed_alone_and_none_is_not(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.POSTER)
    assert page_number(room) == "Page 1 of 4"
    boxes = room.options.posters
    for kind in ("questions", "line", "ladder"):
        boxes[kind].setFocus()
        qtbot.keyClick(boxes[kind], KEY.Key_Space)
    settled(qtbot, room)
    assert page_number(room) == "Page 1 of 1"
    assert room._name() == "Poster of the purpose map"
    save(qtbot, room, tmp_path / "map.pdf", monkeypatch)
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert load_guide().step("purpose").headline in " ".join(page.extract_text().split())
    qtbot.keyClick(boxes["map"], KEY.Key_Space)
    qtbot.waitUntil(lambda: "at least one poster" in room.options.posters_problem.text())
    assert not room.print_button.isEnabled()
    choose(qtbot, room, Handout.SLIPS)  # which has no posters to choose from
    assert not boxes["map"].isVisible()


def test_a_session_gives_its_name_its_people_and_its_plan(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(Handout.BALLOTS, built_in_example("workshop"))
    assert room.options.people.value() == 14
    assert room.options.plan.value() == "90"
    assert room.options.slips.value() == "room"
    asked: list[str] = []

    def named(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    qtbot.mouseClick(room.save_button, LEFT)
    assert asked == [str(tmp_path / "River Street Makers – Ballots.pdf")]


def test_worksheets_can_have_the_steps_of_a_plan(qtbot: QtBot, open_room: Opened) -> None:
    room = open_room()
    every = room.preview.view.pages
    assert "Length of the workshop" in words(room.options)
    button = next(b for b in room.options.worksheet_plan.buttons if b.choice == "60")
    qtbot.mouseClick(button, LEFT)
    settled(qtbot, room)
    fewer = room.preview.view.pages
    assert fewer < every
    guide = load_guide()
    held = {step for step, minutes in guide.plan("60").minutes.items() if minutes}
    boxes = room.options.steps
    assert {step for step, box in boxes.items() if box.isVisibleTo(room)} <= held
    qtbot.mouseClick(button, LEFT)  # taken back: any length again
    settled(qtbot, room)
    assert room.preview.view.pages == every


def test_a_letter_has_its_day_and_a_file_for_calendars(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "today", lambda: date(2026, 11, 23))
    room = open_room(Handout.LETTER, built_in_example("workshop"))
    assert room.options.day.text() == "1 February 2027"  # as it was agreed
    room.options.day.selectAll()
    qtbot.keyClicks(room.options.day, "soon")
    qtbot.waitUntil(lambda: "a date" in room.options.day_problem.text())
    room.options.day.selectAll()
    qtbot.keyClicks(room.options.day, "2026-11-22")
    qtbot.waitUntil(lambda: "has passed" in room.options.day_problem.text())
    assert not room.save_button.isEnabled()
    room.options.day.selectAll()
    qtbot.keyClicks(room.options.day, "2027-03-05")
    settled(qtbot, room)
    save(qtbot, room, tmp_path / "letter.pdf", monkeypatch)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.ics", "letter.pdf"]
    assert "letter.ics" in room.told.text()
    assert "DTSTART;VALUE=DATE:20270305" in (tmp_path / "letter.ics").read_text()
    (page,) = PdfReader(tmp_path / "letter.pdf").pages
    assert "5 March 2027" in " ".join(page.extract_text().split())


def test_names_stand_on_the_statement_only_if_chosen(
    qtbot: QtBot, open_room: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    example = built_in_example("workshop")
    held_by = example.answers.text(example.guide.with_role("facilitator")[0].id)
    room = open_room(Handout.STATEMENT, example)
    save(qtbot, room, tmp_path / "a.pdf", monkeypatch)
    box = room.options.signed
    qtbot.mouseClick(box, LEFT, pos=box.rect().center())
    settled(qtbot, room)
    save(qtbot, room, tmp_path / "b.pdf", monkeypatch)
    without, with_names = (
        PdfReader(tmp_path / name).pages[0].extract_text() for name in ("a.pdf", "b.pdf")
    )
    assert held_by
    assert held_by not in without
    assert held_by in with_names


def test_what_a_session_does_not_have_yet_is_said(
    qtbot: QtBot, open_room: Opened, own_library: Path
) -> None:
    library = operations.open_library(own_library)
    session = operations.new_reflection(library, load_guide()).session
    opened = operations.open_session(library, session.id)
    library.close()
    room = open_room(Handout.WORKSHEET, opened)
    room.options.choose(Handout.STATEMENT)
    qtbot.waitUntil(lambda: "no statement" in room.told.text(), timeout=PATIENCE)
    assert "“Statement”" in room.told.text()  # where it is written
    assert not room.again_button.isVisible()  # which would not help
    assert room.preview.view.pages == 0  # and not the worksheets from before
    assert not room.print_button.isEnabled()
    choose(qtbot, room, Handout.RUN_SHEET)
    assert room.told.text() == ""
