"""What a later round asks is the facilitator's to choose, and is kept as what the round asked."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import GUIDE, Laptop
from tests.ui.workshop.test_fitting import SIZES, size, wrong_with
from workbook.model.workshop import Ballot, RoundState, Setup, Spot
from workbook.readings.group import Spread
from workbook.readings.round_findings import RoundFindings

INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
PURPOSE = ("9823", "8914", "2398", "8933", "9712")


def choose(laptop: Laptop) -> None:
    """Show the questions to choose from, where they can be chosen."""
    button = laptop.collect.opening.choose_button
    if button.isVisible():
        button.click()


def boxes(laptop: Laptop) -> dict[str, bool]:
    """The questions that can be ticked, and whether they are."""
    choose(laptop)
    ticks = laptop.collect.opening.ticks
    if not ticks.isVisible():
        return {}
    return {question: box.isChecked() for question, box in ticks.boxes.items()}


def tick(laptop: Laptop, question: str) -> None:
    """Tick a question, or take its tick away, with the keyboard."""
    choose(laptop)
    laptop.collect.opening.ticks.boxes[question].setFocus()
    laptop.press(Qt.Key.Key_Space)


def answer_all(laptop: Laptop) -> None:
    """Five people answer all that the open round asks."""
    laptop.running.ballots.take(
        {Ballot.of(dict.fromkeys(laptop.running.ballots.spots(), n)): 1 for n in "12345"}
    )


def at_second(laptop: Laptop, *, slips: bool = False) -> None:
    """At the second vote, the first round shown."""
    laptop.begin(Setup("90", 5, slips=slips))
    laptop.go("purpose", "write")
    assert boxes(laptop) == {}, "the first round asks all"
    laptop.hold_round("purpose", "write", *PURPOSE)
    laptop.go("purpose", "second")


def test_what_the_program_would_ask_is_ticked(laptop: Laptop) -> None:
    at_second(laptop)
    assert boxes(laptop) == {INSIDE: True, OUTSIDE: True}
    laptop.go("optimising", "write")
    laptop.open_round()
    answer_all(laptop)
    laptop.close_round()
    laptop.reveal()
    laptop.go("optimising", "second")
    assert boxes(laptop) == {"optimising.scale": True, "optimising.pulse": False}


def test_only_what_is_ticked_is_asked_kept_and_shown(laptop: Laptop) -> None:
    at_second(laptop)
    tick(laptop, INSIDE)
    assert "For each other" not in words(laptop.vote.aloud)
    laptop.open_round()
    found = laptop.stored_round("purpose", 2)
    assert found is not None and found.questions == (OUTSIDE,)
    laptop.key_slips("54", "43", "54", "55", "54")
    laptop.close_round()
    laptop.reveal()
    found = laptop.stored_round("purpose", 2)
    assert found is not None and found.state is RoundState.REVEALED and found.ballots == 5
    counts = laptop.stored().counts[found.id]
    assert {spot.question for spot in counts.answers} == {OUTSIDE}
    assert sum(counts.answers[Spot(OUTSIDE, "do")].values()) == 5
    read = [
        (said.round.id.number, said.reading.question, said.reading.before is not None)
        for said in RoundFindings(GUIDE, laptop.stored()).by_step["purpose"]
        if isinstance(said.reading, Spread)
    ]
    assert set(read) == {(1, INSIDE, False), (2, OUTSIDE, True)}
    laptop.cockpit.summary_requested.emit()
    assert laptop.window.summary is not None and laptop.window.summary.isVisible()


def test_a_third_round_can_be_chosen_too_and_waits_to_be_opened(laptop: Laptop) -> None:
    at_second(laptop)
    laptop.open_round()
    laptop.key_slips(*PURPOSE)
    laptop.close_round()
    laptop.reveal()
    laptop.go("purpose", "sentence")
    laptop.cockpit.again_button.click()
    assert laptop.here() == ("purpose", "second")
    assert laptop.stored_round("purpose", 3) is None
    assert laptop.collect.opening.open_button.hasFocus()
    tick(laptop, OUTSIDE)
    laptop.open_round()
    found = laptop.stored_round("purpose", 3)
    assert found is not None and found.questions == (INSIDE,)


def test_an_offer_that_is_left_is_none_any_more(laptop: Laptop) -> None:
    at_second(laptop)
    laptop.open_round()
    laptop.key_slips(*PURPOSE)
    laptop.close_round()
    laptop.reveal()
    laptop.cockpit.again_button.click()
    assert laptop.vote.collect.isVisible()
    laptop.go("purpose", "sentence")
    laptop.go("purpose", "second")
    assert not laptop.vote.collect.isVisible()


def test_a_step_without_a_second_vote_asks_where_it_voted(laptop: Laptop) -> None:
    laptop.begin(Setup("180", 5))
    laptop.hold_round("kind", "write", *"11212")
    laptop.go("kind", "talk")
    laptop.cockpit.again_button.click()
    assert laptop.here() == ("kind", "write")
    assert boxes(laptop) == {}, "there is nothing to choose from"
    laptop.open_round()
    assert laptop.stored_round("kind", 2) is not None


def test_without_a_question_no_round_opens(laptop: Laptop) -> None:
    at_second(laptop)
    tick(laptop, INSIDE)
    tick(laptop, OUTSIDE)
    opening = laptop.collect.opening
    assert not opening.open_button.isEnabled()
    assert "Tick at least one question." in words(opening)
    tick(laptop, OUTSIDE)
    assert opening.open_button.isEnabled()
    assert "Tick at least one question." not in words(opening)


def test_a_voided_round_is_asked_again_as_it_was_chosen(laptop: Laptop) -> None:
    at_second(laptop)
    tick(laptop, INSIDE)
    laptop.open_round()
    laptop.running.void()
    laptop.settle()
    assert boxes(laptop) == {INSIDE: False, OUTSIDE: True}


@pytest.mark.parametrize("slips", [False, True])
def test_where_slips_do_not_join_it_is_said(laptop: Laptop, slips: bool) -> None:
    laptop.begin(Setup("90", 5, slips=slips))
    laptop.go("optimising", "write")
    laptop.open_round()
    answer_all(laptop)
    laptop.close_round()
    laptop.reveal()
    laptop.go("optimising", "second")
    said = "Slips show who moved only here"
    assert said not in words(laptop.collect.opening)
    tick(laptop, "optimising.pulse")
    assert (said in words(laptop.collect.opening)) is slips


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_many_questions_have_room(laptop: Laptop, width: int, height: int, scale: float) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("wrong", "write")
    laptop.open_round()
    cases = [q for q in GUIDE.step("wrong").ballot if q != "wrong.breaking"]
    for choice in ("work", "work", "people", "people", "people"):
        chosen = {Spot(case, "choice"): choice for case in cases}
        laptop.running.ballots.take({Ballot.of({**chosen, Spot("wrong.breaking"): "never"}): 1})
    laptop.running.close()
    laptop.running.reveal()
    laptop.settle()
    size(laptop, width, height, scale)
    laptop.go("wrong", "second")
    assert laptop.collect.opening.choose_button.isVisible()
    assert not wrong_with(laptop)
    assert len(boxes(laptop)) == 8
    assert not wrong_with(laptop)
