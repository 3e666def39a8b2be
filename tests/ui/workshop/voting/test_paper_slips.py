"""Paper slips keyed one after the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.workshop.voting.cards import ballot, said


def test_fourteen_slips_of_two_marks(made) -> None:
    world = made().begin()
    for n in range(14):
        world.key(str(n % 10), "+" if n % 2 else "p")
        assert world.count == f"{n + 1} of 14"
    found = world.ballots()
    assert found.total() == 14
    assert found[ballot("1", "10")] == 2
    assert found[ballot("0", "pass")] == 2
    assert world.card.count.accessibleName() == "First round, 14 of 14 answers"


def test_says_which_mark_is_next(made) -> None:
    world = made().begin()
    assert "now" in words(world.slips.field).split("\n")
    assert "mark 1 of 2" in words(world.slips.field)
    assert "0 to 9, + for ten, P for pass" in words(world.slips.field)
    world.key("3")
    assert "wished" in words(world.slips.field).split("\n")
    assert "wished, mark 2 of 2" in world.slips.field.accessibleName()
    assert world.count == "0 of 14"


def test_enter_ends_a_slip_and_space_leaves_a_mark_empty(made) -> None:
    world = made().begin()
    world.key("3", Qt.Key.Key_Return, Qt.Key.Key_Space, "4")
    assert world.ballots() == {ballot(now="3"): 1, ballot(wished="4"): 1}


def test_an_empty_slip_is_none(made) -> None:
    world = made().begin()
    world.key(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert not world.ballots()
    assert "says nothing" in words(world.slips)
    assert "mark 1 of 2" in words(world.slips)


def test_backspace_takes_back_a_key_and_then_whole_slips(made) -> None:
    world = made().begin()
    world.key("3", "4", "5", "6", "7")
    world.key(Qt.Key.Key_Backspace)
    assert world.count == "2 of 14"
    assert "mark 1 of 2" in words(world.slips)
    world.key(Qt.Key.Key_Backspace)
    assert world.ballots() == {ballot("3", "4"): 1}
    world.key(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert not world.ballots()
    assert "nothing that could be taken back" in words(world.slips)


def test_a_wrong_key_is_told_and_nothing_lost(made) -> None:
    world = made().begin()
    world.key("3", "x")
    assert "That key is no answer here. These are: 0 to 9" in words(world.slips)
    assert "mark 2 of 2" in words(world.slips)
    world.key("4")
    assert "no answer here" not in words(world.slips)
    assert world.ballots() == {ballot("3", "4"): 1}


def test_a_key_that_is_held_counts_once(made) -> None:
    world = made().begin()
    for repeated in (False, True, True):
        press = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            Qt.Key.Key_3,
            Qt.KeyboardModifier.NoModifier,
            "3",
            repeated,
        )
        QApplication.sendEvent(world.slips.field, press)
    assert "mark 2 of 2" in words(world.slips)


def test_page_keys_go_to_the_page_and_tab_leaves(made) -> None:
    world = made(slips=True).begin()
    world.key("3", Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    assert world.page.turned == [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]
    assert "mark 2 of 2" in words(world.slips)
    world.key("4", Qt.Key.Key_PageDown)  # in the field of the code
    world.key(Qt.Key.Key_Return)
    for way in (world.counts, world.hands):
        world.card.panels.show_way(way)
        world.key(Qt.Key.Key_PageDown)
    assert world.page.turned[2:] == [Qt.Key.Key_PageDown] * 3
    assert world.count == "1 of 14"
    world.card.panels.show_way(world.slips)
    world.key(Qt.Key.Key_Tab)
    assert not world.slips.field.hasFocus()


def test_letters_of_slips_are_no_shortcuts_but_commands_are(made) -> None:
    world = made().begin()
    world.key("b")
    assert world.page.turned == []
    QTest.keyClick(world.slips.field, "b", Qt.KeyboardModifier.ControlModifier)
    assert world.page.turned == [Qt.Key.Key_Control, Qt.Key.Key_B]


def test_slips_with_a_code(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4")
    assert world.slips.code.hasFocus()
    assert world.count == "0 of 14"
    world.key("a", "7", Qt.Key.Key_Return)
    assert "four letters or figures" in words(world.slips)
    world.key("k", "9", Qt.Key.Key_Return)
    assert world.slips.field.hasFocus()
    world.key("5", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "4", "A7K9"): 1, ballot("5"): 1}


def test_a_mistyped_code_of_a_printed_slip_is_told_at_once(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4", *"cc2hf", Qt.Key.Key_Return)  # two signs changed places
    assert "do not belong together" in words(world.slips)
    assert world.count == "0 of 14"
    world.slips.code.selectAll()
    world.key(*"cc2fh", Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "4", "CC2FH"): 1}


def test_no_undo_brings_back_what_was_taken(made) -> None:
    world = made(slips=True, people=60).begin()
    world.key("3", "4", *"a7k9", Qt.Key.Key_Return)
    world.card.panels.show_way(world.counts)
    world.key(*"12")
    world.counts.line.setFocus()
    world.key(*"3:9")
    world.click(world.counts.add_button)
    assert world.count == "22 of 60"
    fields = [world.slips.code, world.counts.line, *world.counts.grid.fields]
    for field in fields:
        field.undo()
    assert [field.text() for field in fields] == [""] * len(fields)


def test_backspace_goes_back_from_the_code_to_the_marks(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4", Qt.Key.Key_Backspace)
    assert world.slips.field.hasFocus()
    assert "mark 2 of 2" in words(world.slips)
    world.key("5", Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "5"): 1}


def test_a_slip_that_is_half_keyed_is_not_lost_by_closing(made) -> None:
    world = made().begin()
    world.key("3")
    world.card.panels.show_way(world.counts)
    world.click(world.card.close_button)
    assert world.asked == []
    assert "half keyed" in words(world.slips)
    world.key("4")
    world.click(world.card.close_button)
    assert world.asked == ["close"]


def test_a_round_that_was_voided_leaves_no_half_keyed_slip(made) -> None:
    world = made().begin()
    world.key("3")
    world.running.void()
    world.open.saver.flush()
    world.begin()
    assert "mark 1 of 2" in words(world.slips)


@pytest.mark.parametrize("keys", ["37", "8", "+0p", "x9"])
def test_what_was_keyed_is_nowhere_to_be_seen(made, qtbot: QtBot, keys: str) -> None:
    """A card looks, reads and sounds the same, whatever was keyed."""
    world = made().begin()
    other = keys.translate(str.maketrans("3789+0p", "1246p55"))
    seen = []
    for typed in (keys, other):
        world.key(*typed)
        qtbot.waitUntil(lambda: not world.card.count._dark.isActive())
        seen.append((said(world.card), world.card.grab().toImage()))
        while world.slips.unfinished() or world.running.ballots.can_take_back:
            world.key(Qt.Key.Key_Backspace)
        world.key(Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    assert seen[0][0] == seen[1][0]
    assert seen[0][1] == seen[1][1]
