"""A presenter's remote goes forward and back, blacks the room's screen out, and does no more."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.workshop.facilitating import GUIDE, Laptop
from workbook.model.workshop import Round, RoundState, Setup

PAGE_DOWN, PAGE_UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
SLIPS = ("9823", "8914", "2398", "8933", "9712")
OF_REMOTES = (PAGE_DOWN, PAGE_UP, Qt.Key.Key_B, Qt.Key.Key_Period, Qt.Key.Key_F5, Qt.Key.Key_Escape)


def places(laptop: Laptop) -> list[tuple[str, str]]:
    """All phases in the order in which they are held."""
    return [(box.step, box.phase) for box in laptop.running.agenda]


def open_with_ballots(laptop: Laptop) -> None:
    """A round that is open, with a slip half keyed."""
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS, "34")


def closed(laptop: Laptop) -> None:
    """A round that waits for its reveal."""
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    laptop.close_round()


def revealed(laptop: Laptop) -> None:
    """A round that is shown, and a sentence begun."""
    closed(laptop)
    laptop.reveal()
    laptop.go("purpose", "talk")


def rounds(laptop: Laptop) -> tuple[Round, ...]:
    """The rounds on disk."""
    return laptop.stored().rounds


def test_page_down_goes_through_all_phases_and_page_up_back(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    seen = [laptop.here()]
    while laptop.here() != places(laptop)[-1]:
        laptop.page_down()
        seen.append(laptop.here())
    assert seen == places(laptop)
    laptop.press(PAGE_DOWN)
    assert laptop.window.summary is not None and laptop.window.summary.isVisible()
    laptop.press(Qt.Key.Key_Escape)
    assert laptop.cockpit.isVisible()
    while laptop.here() != places(laptop)[0]:
        laptop.press(PAGE_UP)
        seen.append(laptop.here())
    assert seen[len(places(laptop)) :] == places(laptop)[-2::-1]
    laptop.press(PAGE_UP)
    assert laptop.here() == places(laptop)[0]


def test_it_does_so_while_the_audience_screen_has_the_focus(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.press(PAGE_DOWN, Qt.Key.Key_Right, on=laptop.wall)
    assert laptop.here() == places(laptop)[2]
    laptop.press(PAGE_UP, Qt.Key.Key_Left, on=laptop.wall)
    assert laptop.here() == places(laptop)[0]


@pytest.mark.parametrize("where", ["window", "notes", "wall", "cover"])
def test_a_key_that_is_held_counts_once(laptop: Laptop, where: str) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F8 if where == "cover" else Qt.Key.Key_F7)
    laptop.to_front()
    if where == "notes":
        laptop.cockpit.notes.scratch.setFocus()
    on = laptop.wall if where == "wall" else None
    if on is not None:
        on.activateWindow()
        laptop.qtbot.waitUntil(on.isActiveWindow)
    laptop.hold(PAGE_DOWN, on)
    assert laptop.here() == places(laptop)[1]
    laptop.hold(PAGE_DOWN, on)
    assert laptop.here() == places(laptop)[2]
    laptop.hold(PAGE_UP, on)
    assert laptop.here() == places(laptop)[1]


def test_where_one_screen_serves_both_a_b_that_is_held_blacks_it_out_once(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F8)
    cover = laptop.workshop.projection.cover
    assert cover is not None
    laptop.hold(Qt.Key.Key_B)
    assert cover.view.is_black
    laptop.hold(Qt.Key.Key_B)
    assert not cover.view.is_black


def texts(laptop: Laptop) -> list[QWidget]:
    """The texts of the page, and the scratch notes."""
    found = laptop.cockpit.findChildren(QPlainTextEdit) + laptop.cockpit.findChildren(QLineEdit)
    return [field for field in found if field.isVisible() and field.isEnabled()]


def test_it_does_so_from_every_text(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    revealed(laptop)
    for place in (("setting", "welcome"), ("purpose", "talk"), ("statement", "words")):
        laptop.go(*place)
        count = len(texts(laptop))
        assert count > 1
        for at in range(count):
            field = texts(laptop)[at]
            field.setFocus()
            laptop.press(PAGE_DOWN)
            assert laptop.here() == places(laptop)[places(laptop).index(place) + 1], field
            laptop.go(*place)


def test_it_does_so_from_the_field_that_slips_are_keyed_into(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    open_with_ballots(laptop)
    assert laptop.collect.panels.slips.field.hasFocus()
    laptop.press(PAGE_DOWN)
    assert laptop.here() == ("purpose", "reveal")
    laptop.go("purpose", "write")
    laptop.collect.panels.slips.field.setFocus()
    laptop.press(PAGE_UP)
    assert laptop.here() == ("purpose", "facts")


@pytest.mark.parametrize("begin", [open_with_ballots, closed, revealed])
@pytest.mark.parametrize("where", ["window", "wall", "cover"])
def test_no_key_of_a_remote_changes_a_round(
    laptop: Laptop, begin: Callable[[Laptop], None], where: str
) -> None:
    laptop.begin(Setup("90", 5))
    begin(laptop)
    before, ballots = rounds(laptop), laptop.ballots("purpose")
    on = None
    if where == "wall":
        laptop.press(Qt.Key.Key_F7)
        on = laptop.wall
    elif where == "cover":
        laptop.press(Qt.Key.Key_F8)
    at = places(laptop).index(laptop.here())
    for key in OF_REMOTES:
        laptop.press(key, on=on)
    for _ in range(8):
        laptop.page_down(on=on)
    for _ in range(8):
        laptop.press(PAGE_UP, on=on)
    assert places(laptop).index(laptop.here()) == at
    assert QApplication.activeModalWidget() is None
    assert rounds(laptop) == before
    assert laptop.ballots("purpose") == ballots


def test_with_the_focus_on_reveal_or_close_it_goes_on_all_the_same(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    open_with_ballots(laptop)
    laptop.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    laptop.collect.close_button.setFocus()
    laptop.press(PAGE_DOWN)
    assert rounds(laptop)[0].state is RoundState.OPEN
    laptop.press(PAGE_UP)
    laptop.close_round()
    laptop.card.reveal_button.setFocus()
    laptop.press(PAGE_DOWN)
    assert rounds(laptop)[0].state is RoundState.CLOSED
    assert laptop.here() == ("purpose", "reveal")
    laptop.card.void_button.setFocus()
    laptop.press(PAGE_DOWN)
    assert QApplication.activeModalWidget() is None
    assert laptop.here() == ("purpose", "talk")


def test_no_command_of_a_round_has_a_key_of_a_remote(laptop: Laptop) -> None:
    for action in laptop.window.actions_._workshop_actions:
        for sequence in action.shortcuts():
            held = sequence[0].keyboardModifiers()
            assert held or sequence[0].key() not in OF_REMOTES, action.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_b_blacks_the_room_out_and_shows_it_again(laptop: Laptop, key: Qt.Key) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.cockpit.take_focus()
    laptop.press(key)
    assert laptop.wall.view.is_black
    assert laptop.cockpit.wall_button.text().endswith("black")
    laptop.press(key, on=laptop.wall)
    assert not laptop.wall.view.is_black
    assert not laptop.cockpit.wall_button.text().endswith("black")


def test_b_blacks_the_room_out_also_while_slips_are_keyed(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    open_with_ballots(laptop)
    said = laptop.collect.panels.slips.message.text()
    laptop.press(Qt.Key.Key_B)
    assert laptop.wall.view.is_black
    assert laptop.collect.panels.slips.message.text() == said
    assert laptop.ballots("purpose").total() == len(SLIPS)


def test_a_b_in_a_text_is_a_letter(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.cockpit.notes.scratch.setFocus()
    laptop.press(Qt.Key.Key_B)
    assert not laptop.wall.view.is_black
    assert laptop.cockpit.notes.scratch.toPlainText() == "b"
    laptop.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_B)
    assert laptop.wall.view.is_black


def test_escape_neither_leaves_the_workshop_nor_hides_the_room_s_window(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F7)
    laptop.press(Qt.Key.Key_Escape)
    laptop.press(Qt.Key.Key_Escape, on=laptop.wall)
    assert laptop.cockpit.isVisible() and laptop.wall.isVisible()


def test_f7_shows_and_hides_the_room_s_window(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    assert not laptop.wall.isVisible()
    laptop.press(Qt.Key.Key_F7)
    assert laptop.wall.isVisible()
    assert laptop.cockpit.wall_button.accessibleName() == "Audience screen, shown"
    assert laptop.window.isActiveWindow()
    laptop.press(Qt.Key.Key_F7)
    assert not laptop.wall.isVisible()
    assert laptop.cockpit.wall_button.accessibleName() == "Audience screen, hidden"


def test_a_step_that_went_home_is_left_for_the_next_one(laptop: Laptop) -> None:
    laptop.begin(Setup("60", 5))
    laptop.go("rare", "hours")
    for _ in GUIDE.step("rare").phases:
        laptop.page_down()
    assert laptop.here() == ("wrong", "write")
    laptop.go("rare", "hours")
    laptop.press(PAGE_UP)
    assert laptop.here() == ("optimising", "sentence")


def test_the_step_that_is_open_is_not_begun_anew_by_its_name_in_the_rail(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "talk")
    laptop.cockpit.rail.chosen.emit("purpose")
    assert laptop.here() == ("purpose", "talk")
    laptop.cockpit.rail.chosen.emit("optimising")
    assert laptop.here() == ("optimising", "stories")
