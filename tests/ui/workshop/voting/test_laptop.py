"""One person after the other answers on the laptop, and nobody finds anything of the one before."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.workshop.voting.collecting import opened
from tests.ui.workshop.voting.passing_on import (
    INSIDE,
    LEFT,
    NONE,
    OUTSIDE,
    SIZES,
    Laptop,
    lent,
    take_all,
)
from workbook.model.workshop import Ballot, Spot
from workbook.ui.theme import Theme
from workbook.ui.widgets.scale_mark import ScaleMark

# A ballot


def test_marks_become_one_ballot_with_its_slip(laptop: Laptop) -> None:
    say, do = Spot(INSIDE, "say"), Spot(INSIDE, "do")
    assert isinstance(QApplication.focusWidget(), ScaleMark)  # one can begin at once
    for mark in laptop.marks()[:2]:
        mark.setFocus()
        laptop.keys({"say": "9", "do": "+"}[mark.mark.id])
    laptop.option(1, "I’d rather not say")
    laptop.sheet.code.setFocus()
    laptop.keys(*"k7 qp")
    laptop.press("Hand in")
    passed = {Spot(OUTSIDE, "say"): "pass", Spot(OUTSIDE, "do"): "pass"}
    assert take_all(laptop) == {Ballot.of({say: "9", do: "10", **passed}, "K7QP"): 1}


def test_thanks_are_the_same_for_everyone_and_the_next_sheet_is_empty(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    laptop.keys("4")
    laptop.sheet.code.setFocus()
    laptop.keys(*"K7QP")
    laptop.hand_in()
    assert laptop.said() == "Thank you\nPass the laptop on."
    laptop.wait_for_a_double_click()
    laptop.press("I’m next")
    assert [mark.placed() for mark in laptop.marks()] == [None] * 4
    assert all(group.value() is None for group in laptop.groups())
    assert laptop.sheet.code.text() == ""
    laptop.keys(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)  # no way back to the one before
    assert [mark.placed() for mark in laptop.marks()] == [None] * 4


def test_no_number_of_ballots_is_seen(laptop: Laptop) -> None:
    laptop.world.running.ballots.take({Ballot.of({Spot(INSIDE, "say"): "3"}): 41})
    assert "41" not in laptop.said()
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    assert "4" not in laptop.said()


def test_an_empty_sheet_is_not_taken(laptop: Laptop) -> None:
    laptop.press("Hand in")
    assert "Please answer something" in laptop.said()
    assert not take_all(laptop)
    laptop.option(0, "I’d rather not say")
    assert "Please answer something" not in laptop.said()
    laptop.hand_in()
    assert take_all(laptop).total() == 1


def test_what_is_left_open_is_said_and_handed_in_by_a_second_press(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    mark = laptop.marks()[0].mark.id
    laptop.keys("4")
    laptop.press("Hand in")
    assert "“For each other”, “For the outside”. Hand in once more" in laptop.said()
    assert not take_all(laptop)
    laptop.press("Hand in")  # the other half of a double click
    assert not take_all(laptop)
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert take_all(laptop) == {Ballot.of({Spot(INSIDE, mark): "4"}): 1}
    assert laptop.said() == "Thank you\nPass the laptop on."


def test_what_was_said_goes_with_the_next_answer_and_is_said_anew(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.press("Hand in")
    assert "Not all is answered: “For the outside”. " in laptop.said()
    laptop.marks()[2].setFocus()
    laptop.keys("4")
    assert "Not all is answered" not in laptop.said()
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert "Not all is answered: “For the outside”. " in laptop.said()
    assert not take_all(laptop)
    laptop.marks()[3].setFocus()
    laptop.keys("6")
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert take_all(laptop).total() == 1


def test_the_next_person_reads_nothing_of_what_was_left_open(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    laptop.wait_for_a_double_click()
    laptop.press("I’m next")
    assert "Not all is answered" not in laptop.said()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_many_that_are_left_open_are_named_in_the_room_there_is(
    qtbot: QtBot, theme: Theme, own_library: Path, size: tuple[int, int], scale: float
) -> None:
    theme.choose(scale=scale)
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world, size):
            laptop.option(0, "Keep the date")
            laptop.keys(*[Qt.Key.Key_PageDown] * 20)
            laptop.press("Hand in")
            assert "and 5 more. Hand in once more" in laptop.said()
            QApplication.processEvents()
            assert not clipped(laptop.sheet)
            assert not overlapping(laptop.sheet)


def test_a_double_click_hands_in_once_and_opens_nothing(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.option(1, "I’d rather not say")
    button = laptop.sheet.hand_in_button
    at = button.mapTo(laptop.window, button.rect().center())
    window = laptop.window.windowHandle()
    for _ in range(2):
        QTest.mouseClick(window, LEFT, NONE, at)
        QTest.mouseDClick(window, LEFT, NONE, at)
    QApplication.processEvents()
    assert take_all(laptop).total() == 1
    assert laptop.said() == "Thank you\nPass the laptop on."


def test_who_passes_by_mistake_finds_the_marks_again(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    laptop.keys("4")
    laptop.option(0, "I’d rather not say")
    assert laptop.marks()[0].placed() is None
    laptop.option(0, "I’d rather not say")
    assert laptop.marks()[0].placed() == 4


def test_a_mark_takes_the_pass_back(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    mark = laptop.marks()[0]
    mark.setFocus()
    laptop.keys("4")
    assert laptop.groups()[0].value() is None
    laptop.hand_in()
    assert take_all(laptop) == {Ballot.of({Spot(INSIDE, mark.mark.id): "4"}): 1}


def test_what_is_no_slip_is_said_and_nothing_is_lost(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.sheet.code.setFocus()
    laptop.keys(*"K7")
    laptop.press("Hand in")
    assert "four letters or figures" in laptop.said()
    assert laptop.sheet.code.text() == "K7"
    assert not take_all(laptop)


def test_a_slip_goes_to_no_clipboard_and_comes_from_none(laptop: Laptop) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("earlier")
    field = laptop.sheet.code
    field.setFocus()
    laptop.keys(*"K7QP")
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        laptop.qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "earlier"
    assert field.text() == "K7QP"
    assert not field.hasSelectedText()


def test_without_slips_no_code_is_asked_for(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "purpose") as world:
        for laptop in lent(qtbot, theme, world):
            assert not [f for f in laptop.sheet.findChildren(QLineEdit) if f.isVisible()]


# Leaving


@pytest.mark.parametrize("how", ["Escape", "close"])
def test_leaving_asks_for_the_facilitator(laptop: Laptop, how: str) -> None:
    laptop.keys("7")
    if how == "Escape":
        laptop.keys(Qt.Key.Key_Escape)
    else:
        laptop.window.close()
    dialog = laptop.question()
    assert dialog is not None
    assert "The facilitator: leave this?" in words(dialog)
    laptop.qtbot.keyClick(dialog, Qt.Key.Key_Return)  # the default stays
    assert laptop.question() is None
    assert laptop.window.isVisible()
    assert 7 in [mark.placed() for mark in laptop.marks()]
    laptop.window.close()
    dialog = laptop.question()
    assert dialog is not None
    laptop.qtbot.mouseClick(dialog.action_button, LEFT)
    laptop.qtbot.waitUntil(lambda: bool(laptop.gone))
    assert not take_all(laptop)


def test_a_round_that_is_closed_meanwhile_takes_no_more(laptop: Laptop) -> None:
    laptop.keys("7")
    laptop.world.close_round()
    assert "This round is closed" in laptop.said()
    assert not laptop.window.findChildren(ScaleMark, "", Qt.FindChildOption.FindDirectChildrenOnly)
    laptop.press("Close")
    laptop.qtbot.waitUntil(lambda: bool(laptop.gone))


def test_the_facilitator_can_take_the_last_ballot_back(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    assert laptop.world.running.ballots.take_back()
    assert not take_all(laptop)


def test_the_window_behind_gets_no_keys_and_no_clicks(laptop: Laptop) -> None:
    assert laptop.window.windowModality() is Qt.WindowModality.ApplicationModal
    behind = QPushButton("All sessions", laptop.world.window)
    behind.resize(200, 100)
    behind.show()
    pressed: list[bool] = []
    behind.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(laptop.world.window.windowHandle(), LEFT, NONE, QPoint(50, 50))
    assert not pressed
