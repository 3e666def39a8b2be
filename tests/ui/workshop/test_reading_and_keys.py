"""What the facilitator reads aloud while the room answers, and where the keyboard is meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import GUIDE, Laptop
from workbook.model.guide import CaseQuestion
from workbook.model.workshop import RoundState, Setup

SLIPS = ("9823", "8914", "9823", "8933", "9712")


def test_the_stories_and_what_can_be_chosen_are_there_to_read_aloud(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("wrong", "write")
    for opened in (False, True):
        if opened:
            laptop.open_round()
        said = words(laptop.vote)
        for question in GUIDE.step("wrong").ballot:
            case = GUIDE.questions[question]
            if isinstance(case, CaseQuestion):
                assert case.story in said
                assert all(option.label in said for option in case.options)


def test_what_is_read_aloud_makes_room_for_what_was_answered(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.hold_round("purpose", "write", *SLIPS)
    assert laptop.vote.aloud.isHidden()


@pytest.mark.parametrize("number", [1, 2])
def test_enter_twice_on_close_neither_reveals_nor_leaves(laptop: Laptop, number: int) -> None:
    laptop.begin(Setup("90", 6))
    if number == 2:
        laptop.hold_round("purpose", "write", *SLIPS)
    laptop.go("purpose", "write" if number == 1 else "second")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    here = laptop.here
    laptop.collect.close_button.setFocus()
    laptop.press(Qt.Key.Key_Return)
    laptop.settle()
    focused = QApplication.focusWidget()
    assert focused is not None and laptop.vote.chips.isAncestorOf(focused)
    laptop.press(Qt.Key.Key_Return)
    laptop.settle()
    assert laptop.here == here
    assert laptop.running.round is not None
    assert laptop.running.round.state is RoundState.CLOSED
    laptop.reveal()
    laptop.settle()
    focused = QApplication.focusWidget()
    assert focused is not None and laptop.vote.isAncestorOf(focused)


def test_the_room_reads_all_of_what_it_consents_to(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("statement", "consent")
    for question, text in (
        ("statement.purpose", "We keep the door open."),
        ("statement.priority", "People, even over the concert."),
    ):
        laptop.running.document.edit(question, "", text, typing=False)
    said = laptop.running.wall.content().sentence
    assert "We keep the door open." in said and "People, even over the concert." in said
