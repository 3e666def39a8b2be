"""The facilitator sees what the words are, is told when they change, and brings them back."""

from tests.ui.workshop.facilitating import Laptop
from workbook.model.workshop import Ballot, Proposal, Setup, Spot
from workbook.ui.workshop.voting.consent_line import ConsentLine
from workbook.ui.workshop.voting.vote_page import WorkshopStepPage

PURPOSE, PRIORITY = "statement.purpose", "statement.priority"
SINGING = Proposal("We sing.", "People first.")


def begin(laptop: Laptop, people: int = 6) -> None:
    laptop.begin(Setup("90", people, open_steps=frozenset({"statement"})))
    write(laptop, PURPOSE, SINGING.purpose)
    write(laptop, PRIORITY, SINGING.priority)
    laptop.go("statement", "consent")


def write(laptop: Laptop, question: str, text: str) -> None:
    laptop.running.document.edit(question, "", text, typing=True)


def vote(laptop: Laptop, *scores: str) -> None:
    spot = Spot("statement.consent")
    for score in scores:
        laptop.running.ballots.take({Ballot.of({spot: "pass" if score == "-" else score}): 1})
    laptop.settle()


def line(laptop: Laptop) -> ConsentLine:
    page = laptop.cockpit.current
    assert isinstance(page.consent, ConsentLine)
    return page.consent


def test_the_round_is_about_what_is_on_the_screen_though_it_is_still_being_typed(
    laptop: Laptop,
) -> None:
    begin(laptop)
    write(laptop, PURPOSE, "We sing, and mend.")
    laptop.open_round()
    found = laptop.stored_round("statement")
    assert found is not None
    assert found.proposal == Proposal("We sing, and mend.", SINGING.priority)


def test_the_line_says_what_the_words_are_as_the_vote_goes_on(laptop: Laptop) -> None:
    begin(laptop)
    assert line(laptop).words.text() == "A proposal."
    assert not line(laptop).back_button.isVisible()
    laptop.open_round()
    vote(laptop, *"330---")
    laptop.close_round()
    assert line(laptop).words.text() == "A proposal."
    laptop.reveal()
    told = "A proposal. Not agreed: 1 of 6 blocks it, 3 passed. 2 go along."
    assert line(laptop).words.text() == told
    laptop.go("statement", "promises")
    assert isinstance(laptop.cockpit.current, WorkshopStepPage)
    assert line(laptop).words.text() == told
    assert "Not agreed: 1 of 6 blocks it, 3 passed." in laptop.running.wall.content().standing


def test_words_that_were_changed_since_the_vote_come_back_with_one_click_and_undo(
    laptop: Laptop,
) -> None:
    begin(laptop)
    laptop.open_round()
    vote(laptop, *"333444")
    laptop.close_round()
    laptop.reveal()
    assert line(laptop).words.text() == "Agreed: all 6 go along."
    write(laptop, PURPOSE, "We row.")
    write(laptop, PRIORITY, "Work first.")
    laptop.settle()
    assert "were changed since the vote" in line(laptop).words.text()
    assert line(laptop).back_button.isVisible()
    line(laptop).back_button.click()
    laptop.settle()
    assert laptop.answers().text(PURPOSE) == SINGING.purpose
    assert laptop.answers().text(PRIORITY) == SINGING.priority
    assert line(laptop).words.text() == "Agreed: all 6 go along."
    assert not line(laptop).back_button.isVisible()
    laptop.running.document.undo.undo()
    laptop.settle()
    assert laptop.answers().text(PURPOSE) == "We row."
    assert laptop.answers().text(PRIORITY) == "Work first."


def test_words_that_change_while_people_vote_are_told_at_once(laptop: Laptop) -> None:
    begin(laptop)
    laptop.open_round()
    write(laptop, PURPOSE, "We row.")  # nobody has voted yet: the round goes with it
    laptop.settle()
    laptop.running.document.flush()
    laptop.settle()
    assert not line(laptop).back_button.isVisible()
    vote(laptop, "3")
    assert not line(laptop).back_button.isVisible()
    write(laptop, PURPOSE, "We fly.")
    laptop.settle()
    assert "The round is about other words than these." in line(laptop).words.text()
    assert "We row." in laptop.running.wall.content().sentence
    line(laptop).back_button.click()
    laptop.settle()
    assert laptop.answers().text(PURPOSE) == "We row."
    assert "other words" not in line(laptop).words.text()
