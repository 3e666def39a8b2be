"""Where few answer or all agree: said before, asked once more, and withheld on every screen."""

from PySide6.QtCore import Qt

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop, answering
from workbook.model.workshop import RoundState, Setup
from workbook.ui.wall.view import in_words

FOUR = ("9823", "8914", "2398", "8933")
FIVE = (*FOUR, "9712")
SAME = ("9823",) * 5


def state(laptop: Laptop, number: int = 1) -> RoundState:
    """How far a round of the first step is, on disk."""
    found = laptop.stored_round("purpose", number)
    assert found is not None
    return found.state


def at_vote(laptop: Laptop, people: int) -> None:
    """A workshop of some people, about to vote for the first time, its screen on the wall."""
    laptop.begin(Setup("90", people))
    laptop.press(Qt.Key.Key_F7)
    laptop.go("purpose", "write")


def test_four_people_are_told_before_the_vote_that_secrecy_cannot_hold(laptop: Laptop) -> None:
    at_vote(laptop, 4)
    assert "secrecy can’t hold" in words(laptop.collect)
    laptop.collect.opening.secrecy.set_value("open")
    laptop.collect.opening.secrecy.chosen.emit("", "open")
    laptop.open_round()
    laptop.key_slips(*FOUR)
    laptop.close_round()
    laptop.reveal()
    assert state(laptop) is RoundState.REVEALED
    laptop.go("purpose", "second")
    laptop.open_round()
    second = laptop.stored_round("purpose", 2)
    assert second is not None and not second.secret


def test_fourteen_are_not_told_so(laptop: Laptop) -> None:
    at_vote(laptop, 14)
    assert "secrecy can’t hold" not in words(laptop.collect)


def test_closing_with_four_secret_answers_asks_and_a_no_leaves_it_open(laptop: Laptop) -> None:
    at_vote(laptop, 14)
    laptop.open_round()
    laptop.key_slips(*FOUR)
    with answering(yes=False) as said:
        laptop.close_round()
    assert "Only 4 people have answered" in said[0]
    assert state(laptop) is RoundState.OPEN
    assert laptop.ballots("purpose").total() == 4
    laptop.key_slips("9712")
    laptop.close_round()
    assert state(laptop) is RoundState.CLOSED


def test_closed_all_the_same_it_is_withheld_on_both_screens_and_on_disk(laptop: Laptop) -> None:
    at_vote(laptop, 14)
    laptop.open_round()
    laptop.key_slips(*FOUR)
    with answering(yes=True):
        laptop.close_round()
    assert state(laptop) is RoundState.WITHHELD
    assert not any(laptop.stored().counts[laptop.stored().rounds[0].id].answers.values())
    assert not laptop.card.reveal_button.isVisible()
    for screen in (words(laptop.card), in_words(laptop.wall.view.value)):
        assert "fewer than five" in screen.lower(), screen
    picture = laptop.wall.view.value.picture
    assert picture is not None and picture.chart is None


def test_before_all_the_same_is_shown_the_facilitator_is_asked(laptop: Laptop) -> None:
    at_vote(laptop, 5)
    laptop.open_round()
    laptop.key_slips(*SAME)
    laptop.close_round()
    with answering(yes=False) as said:
        laptop.reveal()
    assert "Everyone gave the same answer" in said[0]
    assert state(laptop) is RoundState.CLOSED
    assert laptop.wall.view.value.picture is None
    with answering(yes=True) as said:
        laptop.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_R)
        laptop.settle()
    assert len(said) == 1
    assert state(laptop) is RoundState.REVEALED


def test_where_answers_differ_nobody_is_asked(laptop: Laptop) -> None:
    at_vote(laptop, 5)
    laptop.open_round()
    laptop.key_slips(*FIVE)
    laptop.close_round()
    with answering(yes=False) as said:
        laptop.reveal()
    assert said == []
    assert state(laptop) is RoundState.REVEALED


def test_void_asks_and_the_round_can_be_asked_again(laptop: Laptop) -> None:
    at_vote(laptop, 5)
    laptop.open_round()
    laptop.key_slips(*FIVE)
    with answering(yes=False):
        laptop.collect.void_button.click()
    assert laptop.collect.count.text() == "5 of 5"
    with answering(yes=True) as said:
        laptop.collect.void_button.click()
        laptop.settle()
    assert "can be asked again" in said[0]
    assert laptop.stored_round("purpose") is None
    assert not laptop.ballots("purpose")
    laptop.open_round()
    assert laptop.collect.count.text() == "0 of 5"
    assert not laptop.collect.undo_button.isEnabled()
    laptop.key_slips(*FIVE)
    laptop.close_round()
    with answering(yes=True):
        laptop.card.void_button.click()
        laptop.settle()
    assert laptop.stored_round("purpose") is None
    assert laptop.collect.opening.open_button.isVisible()


def test_secrecy_can_change_until_the_first_ballot_and_not_after(laptop: Laptop) -> None:
    at_vote(laptop, 5)
    laptop.open_round()
    laptop.collect.secret_button.click()
    laptop.settle()
    found = laptop.stored_round("purpose")
    assert found is not None and not found.secret
    laptop.collect.secret_button.click()
    laptop.settle()
    laptop.key_slips(FIVE[0])
    assert not laptop.collect.secret_button.isVisible()
    with answering(yes=True) as said:
        laptop.running.set_secret(False)
        laptop.settle()
    assert "answered already" in said[0]
    found = laptop.stored_round("purpose")
    assert found is not None and found.secret


def test_more_ballots_than_people_are_told_and_taken(laptop: Laptop) -> None:
    at_vote(laptop, 5)
    laptop.open_round()
    laptop.key_slips(*FIVE, "1111")
    assert "1 answer more than people" in words(laptop.collect)
    assert laptop.ballots("purpose").total() == 6
