"""With one screen for everyone, the room sees the wall and nothing of the controls."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.ui.workshop.facilitating import Laptop, answering
from workbook.model.workshop import Person, RoundState, Setup
from workbook.ui.workshop.cockpit import projection as projection_module
from workbook.ui.workshop.cockpit.projection import Cover

SLIPS = ("9823", "8914", "2398", "8933", "9712")


def cover(laptop: Laptop) -> Cover:
    """What lies over the window."""
    assert laptop.workshop.projection.cover is not None
    return laptop.workshop.projection.cover


def pixels(widget: QWidget) -> bytes:
    """What a widget looks like."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


def is_all_the_room_sees(laptop: Laptop) -> bool:
    """Whether the cover is on and nothing of the window, its menus or another one is beside it."""
    QApplication.processEvents()
    view, window = cover(laptop).view, laptop.window
    others = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return cover(laptop).on and not others and pixels(window) == pixels(view)


@pytest.fixture
def covered(laptop: Laptop) -> Laptop:
    """A workshop in one-screen mode."""
    people = (Person("p1", "Adaeze"), Person("p2", "Bronwen"))
    laptop.begin(Setup("90", 5, names=people, open_steps=frozenset({"kind"})))
    laptop.press(Qt.Key.Key_F8)
    return laptop


def test_the_cover_lies_over_everything_also_the_menus(covered: Laptop) -> None:
    assert is_all_the_room_sees(covered)
    assert covered.window.menuBar().isVisible()
    covered.window.resize(1400, 900)
    assert is_all_the_room_sees(covered)
    covered.go("purpose", "write")
    assert is_all_the_room_sees(covered)
    assert cover(covered).view.value == covered.running.wall.content()


def test_a_click_on_the_cover_reaches_nothing_below(covered: Laptop) -> None:
    here = covered.here()
    window = covered.window
    button = covered.cockpit.next_button
    at = button.mapTo(window, button.rect().center())
    for point in (at, QPoint(20, 10), QPoint(window.width() // 2, window.height() // 2)):
        assert window.childAt(point) in (cover(covered).view, *cover(covered).view.children())
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=point)
    assert covered.here() == here
    assert is_all_the_room_sees(covered)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_W, Qt.Key.Key_V, Qt.Key.Key_H]
)
def test_no_menu_opens_over_the_cover(covered: Laptop, key: Qt.Key) -> None:
    covered.press_with(Qt.KeyboardModifier.AltModifier, key)
    assert QApplication.activePopupWidget() is None
    assert is_all_the_room_sees(covered)


def test_neither_do_alt_alone_nor_f10(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_Alt, Qt.Key.Key_Down, Qt.Key.Key_F10, Qt.Key.Key_Down)
    assert QApplication.activePopupWidget() is None
    assert is_all_the_room_sees(covered)


def test_what_shows_other_sessions_or_notes_cannot_be_asked_for(covered: Laptop) -> None:
    actions = covered.window.actions_
    private = (
        actions.home, actions.find, actions.new, actions.new_workshop, actions.notes,
        actions.export, actions.summary,
    )  # fmt: skip
    covered.press(Qt.Key.Key_Escape)
    for action in private:
        assert not action.isEnabled(), action.text()
    covered.press_with(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Home)
    covered.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F)
    covered.press(Qt.Key.Key_F9)
    assert covered.cockpit.isVisible() and not covered.cockpit.notes.isVisible()
    assert not covered.cockpit.home_button.isVisible()
    assert not covered.cockpit.export_button.isVisible()


def test_escape_shows_the_controls_without_notes_and_covers_them_again(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_Escape)
    assert not cover(covered).on
    assert covered.cockpit.next_button.isVisible() and covered.cockpit.next_button.hasFocus()
    assert not covered.cockpit.notes.isVisible()
    covered.press(Qt.Key.Key_Escape)
    assert is_all_the_room_sees(covered)


def test_escape_covers_also_while_something_is_written(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_Escape)
    covered.hold_round("purpose", "write", *SLIPS)
    covered.go("purpose", "sentence")
    field = covered.vote.written.editors["purpose.sentence"].findChildren(QPlainTextEdit)[0]
    field.setFocus()
    covered.type("Each other")
    covered.press(Qt.Key.Key_Escape)
    assert is_all_the_room_sees(covered)
    assert "Each other" in cover(covered).view.value.sentence
    covered.type("zzz")
    assert covered.answers().text("purpose.sentence") == "Each other"


def test_left_alone_the_controls_are_covered_again(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(projection_module, "COVER_AGAIN", 30)
    laptop.begin(Setup("90", 5))
    laptop.press(Qt.Key.Key_F8)
    laptop.press(Qt.Key.Key_Escape)
    laptop.qtbot.waitUntil(lambda: cover(laptop).on)
    assert is_all_the_room_sees(laptop)


def test_page_keys_go_on_under_the_cover_and_never_to_the_summary(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_PageDown)
    assert covered.here() == ("setting", "check_in")
    covered.go("statement", "check_out")
    covered.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert covered.here() == ("statement", "check_out")
    assert is_all_the_room_sees(covered)
    covered.press(Qt.Key.Key_Escape)
    assert covered.cockpit.isVisible() and not covered.cockpit.next_button.isEnabled()
    covered.press(Qt.Key.Key_F8)
    assert covered.cockpit.next_button.isEnabled()


def test_nothing_below_the_cover_gets_the_keyboard(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_Escape)
    covered.go("purpose", "write")
    covered.open_round()
    covered.key_slips("1")
    covered.press(Qt.Key.Key_Escape)
    covered.collect.panels.slips.field.setFocus()
    covered.type("2345678")
    assert cover(covered).view.hasFocus()
    assert covered.ballots("purpose").total() == 0
    covered.press(Qt.Key.Key_Tab)
    assert cover(covered).view.hasFocus()
    covered.press(Qt.Key.Key_Escape)
    assert not cover(covered).on


def test_no_window_opens_over_the_cover(covered: Laptop) -> None:
    held = Qt.KeyboardModifier
    for modifier, key in (
        (held.ControlModifier | held.ShiftModifier, Qt.Key.Key_P),
        (held.ControlModifier | held.ShiftModifier, Qt.Key.Key_N),
        (held.ControlModifier, Qt.Key.Key_P),
        (held.ControlModifier, Qt.Key.Key_E),
        (held.NoModifier, Qt.Key.Key_F1),
    ):
        covered.press_with(modifier, key)
        assert QApplication.activeModalWidget() is None, key
    assert is_all_the_room_sees(covered)


def test_a_round_runs_from_behind_the_cover(covered: Laptop) -> None:
    covered.go("purpose", "write")
    covered.press(Qt.Key.Key_Escape)
    covered.open_round()
    covered.key_slips(*SLIPS)
    covered.close_round()
    covered.press(Qt.Key.Key_Escape)
    assert is_all_the_room_sees(covered)
    assert cover(covered).view.value.picture is None
    covered.press_with(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_R)
    covered.settle()
    found = covered.stored_round("purpose")
    assert found is not None and found.state is RoundState.REVEALED
    covered.qtbot.waitUntil(lambda: cover(covered).view.fresh)
    assert cover(covered).view.value.picture is not None
    assert is_all_the_room_sees(covered)


def test_b_blacks_the_cover_out(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_B)
    assert set(pixels(covered.window)) == {0, 255}
    covered.press(Qt.Key.Key_B)
    assert len(set(pixels(covered.window))) > 5


def test_answers_by_name_and_from_a_file_are_not_shown_to_the_room(covered: Laptop) -> None:
    covered.go("kind", "write")
    covered.press(Qt.Key.Key_Escape)
    covered.open_round()
    for command in ("by_name", "import", "setup"):
        with answering(yes=False) as said:
            covered.workshop.run(command)
            QApplication.processEvents()
        assert "The room sees this screen" in "\n".join(said), command
        assert "Adaeze" not in "\n".join(said)


@pytest.mark.parametrize(
    "leave",
    [
        lambda laptop: laptop.press(Qt.Key.Key_F8),
        lambda laptop: (laptop.press(Qt.Key.Key_Escape), laptop.press(Qt.Key.Key_F8)),
        lambda laptop: laptop.press(Qt.Key.Key_F7),
    ],
)
def test_leaving_it_brings_everything_back(
    covered: Laptop, leave: Callable[[Laptop], object]
) -> None:
    leave(covered)
    QApplication.processEvents()
    assert covered.workshop.projection.cover is None
    actions = covered.window.actions_
    for action in (actions.home, actions.find, actions.new, actions.new_workshop, actions.export):
        assert action.isEnabled(), action.text()
    for part in (covered.cockpit.home_button, covered.cockpit.export_button):
        assert part.isVisible()
    assert covered.cockpit.notes.isVisible()
    assert covered.cockpit.wall_button.isVisible()
    covered.press_with(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_F)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_it_ends_with_the_workshop(covered: Laptop) -> None:
    covered.window.close()
    covered.restart()
    assert covered.workshop.projection.cover is None
    assert covered.window.actions_.home.isEnabled()


def test_a_second_time_the_notes_stay_as_they_were_wished(covered: Laptop) -> None:
    covered.press(Qt.Key.Key_F8)
    covered.press(Qt.Key.Key_F9)
    assert not covered.cockpit.notes.isVisible()
    covered.press(Qt.Key.Key_F8, Qt.Key.Key_F8)
    assert not covered.cockpit.notes.isVisible()
    covered.press(Qt.Key.Key_F9)
    assert covered.cockpit.notes.isVisible()
