"""Collecting in the cockpit: keys, piles and hands end in the box; nothing but a count is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.workshop.voting.collecting import PEOPLE
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.focus import holds_focus
from workbook.ui.widgets.scroll import Scroll

# Before the round


def test_says_what_is_asked_of_how_many_and_opens_in_secret(made) -> None:
    world = made()
    opening = world.card.opening
    assert "Where do we stand? · 2 marks" in words(opening)
    assert "14 people" in words(opening)
    assert "secrecy" not in words(opening)
    world.click(opening.open_button)
    assert world.running.open is not None
    assert world.running.open.secret
    assert world.count == "0 of 14"
    assert "secret ballots" in words(world.card)


def test_the_keyboard_is_where_slips_are_keyed_once_the_round_is_open(made) -> None:
    world = made()
    world.card.opening.open_button.setFocus()
    world.key(Qt.Key.Key_Return)
    assert world.slips.field.hasFocus()


def test_four_people_are_told_before_the_vote_and_offered_an_open_round(made) -> None:
    world = made(people=4)
    opening = world.card.opening
    assert "secrecy can’t hold" in words(opening)
    world.click(opening.secrecy.buttons[1])
    assert "secrecy can’t hold" not in words(opening)
    world.click(opening.secrecy.buttons[1])  # it stays chosen
    world.click(opening.open_button)
    assert world.running.open is not None
    assert not world.running.open.secret


def test_a_step_that_was_set_up_as_open_is_offered_as_open(made) -> None:
    world = made(open_steps=frozenset({"optimising"}))
    assert not world.card.opening.secret


def test_secrecy_can_be_changed_until_somebody_has_answered(made) -> None:
    world = made().begin()
    button = world.card.secret_button
    world.click(button)
    assert not world.running.open.secret
    assert "open round" in words(world.card)
    world.click(button)
    assert world.running.open.secret
    world.slips.field.setFocus()
    world.key("3", "4")
    assert button.isHidden()
    world.key(Qt.Key.Key_Backspace)
    assert not button.isHidden()


# All ways


def test_more_answers_than_people_are_told_and_not_blocked(made) -> None:
    world = made(people=5).begin()
    for n in range(7):
        world.key(str(n), "1")
    assert world.count == "7 of 5"
    assert "2 answers more than people" in words(world.card)


def test_what_needs_more_room_is_asked_for(made) -> None:
    world = made(names=PEOPLE).begin(secret=False)
    panels = world.card.panels
    for button in (
        panels.laptop_button,
        panels.name_button,
        panels.file_button,
        world.card.void_button,
    ):
        button.click()
    assert world.asked == ["laptop", "by_name", "import", "void"]


def test_by_name_is_for_open_rounds_with_names(made) -> None:
    world = made(names=PEOPLE).begin()
    button = world.card.panels.name_button
    assert not button.isVisible()
    world.click(world.card.secret_button)
    assert button.isVisible()


def test_a_rehearsal_invents_the_answers_that_are_missing(made) -> None:
    world = made().begin()
    assert not world.card.panels.invent_button.isVisible()
    world.running.rehearsal = True
    world.card.refresh()
    world.key("3", "4")
    world.click(world.card.panels.invent_button)
    assert world.count == "14 of 14"
    assert world.ballots().total() == 14
    assert not world.card.panels.invent_button.isEnabled()


def test_a_card_of_another_step_stays_as_it_is(made) -> None:
    world = made().begin()
    world.key("3", "4")
    world.running.go_to("kind")
    assert world.count == "1 of 14"
    assert world.running.open.id.step == "kind"


def test_the_next_round_begins_where_the_card_was_left(made) -> None:
    world = made().begin()
    for _ in range(5):
        world.key("3", "4")
    world.running.close()
    world.open.saver.flush()
    assert world.card.opening.isVisible()
    assert "Second round" in words(world.card.opening)
    world.begin()
    assert world.count == "0 of 14"
    assert not world.card.undo_button.isEnabled()


@pytest.mark.parametrize("width", [676, 560])
def test_all_is_named_and_fits(made, qtbot: QtBot, theme: Theme, width: int) -> None:
    world = made(names=PEOPLE, slips=True).begin(secret=False)
    scroll = Scroll("paper", world.open.window)
    column(scroll.inner).addWidget(world.card, 0, Qt.AlignmentFlag.AlignTop)
    scroll.resize(width, 700)
    scroll.show()
    for way in (world.slips, world.counts, world.hands):
        world.card.panels.show_way(way)
        qtbot.waitUntil(lambda: not clipped(world.card))
        assert overlapping(world.card) == []
        assert holds_focus(way)
        for part in world.card.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert part.accessibleName(), part


def test_a_way_out_of_sight_asks_what_the_next_round_asks(made) -> None:
    world = made().begin()
    panels = world.card.panels
    panels.show_way(world.counts)
    first = [field.choice.id for field in world.counts.grid.fields]
    panels.show_way(world.slips)
    world.running.void()
    world.open.saver.flush()
    world.running.open_round(secret=True, questions=("optimising.pulse",))
    world.open.saver.flush()
    panels.show_way(world.counts)
    assert [field.choice.id for field in world.counts.grid.fields] != first


def test_what_is_written_out_of_sight_goes_with_its_round(made) -> None:
    world = made().begin()
    panels = world.card.panels
    panels.show_way(world.counts)
    world.counts.grid.fields[0].setText("3")
    panels.show_way(world.slips)
    assert not panels.finished()
    panels.show_way(world.slips)
    world.running.void()
    world.open.saver.flush()
    world.running.open_round(secret=True, questions=("optimising.pulse",))
    world.open.saver.flush()
    assert panels.finished()
