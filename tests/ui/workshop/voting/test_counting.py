"""Piles that were counted, and raised hands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.seeing import words
from tests.ui.workshop.voting.cards import ballot

# Counts


def test_counts_of_a_pile_as_text(made) -> None:
    world = made(people=60).begin()
    world.card.panels.show_way(world.counts)
    world.counts.line.setFocus()
    world.key(*"3: 47", Qt.Key.Key_Return)
    assert world.ballots() == {ballot(now="3"): 47}
    assert world.count == "47 of 60"
    assert world.counts.line.text() == ""
    assert "47 answers added." in words(world.counts)


def test_counts_in_fields_mark_by_mark(made) -> None:
    world = made(people=60).begin()
    world.card.panels.show_way(world.counts)
    world.key(*"12", Qt.Key.Key_Return, *"9")
    world.click(world.counts.add_button)
    assert world.count == "21 of 60"
    assert not world.counts.grid.written
    assert "21 answers here" in words(world.counts)
    world.click(world.counts.picker.next_button)
    assert "0 answers here" in words(world.counts)
    world.counts.grid.fields[-1].setText("20")
    world.click(world.counts.add_button)
    expected = {ballot(now="0"): 12, ballot(now="1"): 9, ballot(wished="pass"): 20}
    assert world.ballots() == expected
    assert world.count == "21 of 60"
    world.click(world.card.undo_button)
    assert world.ballots().total() == 21


@pytest.mark.parametrize(("field", "line"), [("x", ""), ("4", "11: 3"), ("4", "3 and 4")])
def test_bad_counts_are_told_and_nothing_is_lost_or_taken(made, field: str, line: str) -> None:
    world = made().begin()
    world.card.panels.show_way(world.counts)
    world.counts.grid.fields[3].setText(field)
    world.counts.line.setText(line)
    world.counts.add()
    assert "“" in words(world.counts)
    assert world.counts.grid.fields[3].text() == field
    assert world.counts.line.text() == line
    assert not world.ballots()
    world.card.close_button.click()
    assert world.asked == []
    assert "not added yet" in words(world.counts)


def test_nothing_to_add_is_told(made) -> None:
    world = made().begin()
    world.card.panels.show_way(world.counts)
    world.counts.add()
    assert "how many" in words(world.counts)


# Hands


def test_hands_are_for_open_rounds_only(made) -> None:
    world = made().begin()
    world.card.panels.show_way(world.hands)
    assert "need an open round" in words(world.hands)
    assert not world.hands.grid.isVisible()
    world.click(world.hands.open_button)
    assert not world.running.open.secret
    assert world.hands.grid.isVisible()
    assert "raised hands, open by nature" in words(world.card)
    world.card.panels.show_way(world.slips)
    assert "raised hands" not in words(world.card)


def test_no_hands_once_somebody_has_answered_in_secret(made) -> None:
    world = made().begin()
    world.key("3", "4")
    world.card.panels.show_way(world.hands)
    assert "stays secret" in words(world.hands)
    assert not world.hands.open_button.isVisible()
    assert not world.hands.grid.isVisible()


def test_hands_are_taken_as_they_are_counted(made) -> None:
    world = made().begin(secret=False)
    world.card.panels.show_way(world.hands)
    plus = [b for b in world.hands.grid.findChildren(QAbstractButton) if b.isVisible()]
    world.click(plus[3])
    world.click(plus[3])
    assert world.count == "2 of 14"
    world.hands.grid.fields[7].setFocus()
    world.key("5", Qt.Key.Key_Return)
    assert world.count == "7 of 14"
    assert world.ballots() == {ballot(now="3"): 2, ballot(now="7"): 5}
    world.key("x", Qt.Key.Key_Return)
    assert "“x” is no whole number." in words(world.hands)
    assert world.count == "7 of 14"
    world.click(world.card.close_button)
    assert world.asked == []
    assert "not taken yet" in words(world.hands)
