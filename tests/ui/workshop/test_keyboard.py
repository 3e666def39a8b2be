"""A workshop by the keyboard alone, and what has the keyboard is always to be seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.workshop.facilitating import NAME, Laptop, answering, asking
from workbook.model.workshop import RoundState, Setup
from workbook.ui.workshop.dialogs.setup import WorkshopDialog

Key, Held = Qt.Key, Qt.KeyboardModifier
SLIPS = ("9823", "8914", "2398", "8933", "9712")
TABS = 200  # more than there are stops on any page


def focus(laptop: Laptop) -> QWidget:
    """What has the keyboard; it can be seen, at least in part."""
    QApplication.processEvents()
    found = QApplication.focusWidget()
    assert found is not None
    assert found.isVisible() and found.isEnabled()
    assert not found.visibleRegion().isEmpty(), found
    return found


def tab_to(laptop: Laptop, wanted: QWidget) -> None:
    """Press Tab until this has the keyboard; every stop on the way is in view."""
    for _ in range(TABS):
        if focus(laptop) is wanted:
            return
        laptop.press(Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted.accessibleName()!r}")


def press_button(laptop: Laptop, wanted: QWidget) -> None:
    """Tab to a button and press it."""
    tab_to(laptop, wanted)
    laptop.press(Key.Key_Space)
    laptop.settle()


def test_a_whole_workshop_without_a_mouse(laptop: Laptop) -> None:
    laptop.press_with(Held.ControlModifier | Held.ShiftModifier, Key.Key_N)
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    laptop.qtbot.keyClicks(QApplication.focusWidget(), NAME)
    laptop.press(Key.Key_Tab, Key.Key_Tab, on=dialog)
    assert dialog.people.line.hasFocus()
    dialog.people.line.selectAll()
    laptop.qtbot.keyClicks(dialog.people.line, "5")
    QTest.keyClick(dialog.people.line, Key.Key_Return)
    laptop.settle()
    laptop.id = laptop.running.document.session.id
    laptop.press_with(Held.ControlModifier, Key.Key_Space)
    assert laptop.running.clock_runs
    focus(laptop)

    while laptop.here() != ("purpose", "write"):
        laptop.page_down()
        focus(laptop)
    press_button(laptop, laptop.collect.opening.open_button)
    assert focus(laptop) is laptop.collect.panels.slips.field
    laptop.type("".join(SLIPS))
    assert laptop.ballots("purpose").total() == 5
    press_button(laptop, laptop.collect.close_button)
    focus(laptop)
    found = laptop.stored_round("purpose")
    assert found is not None and found.state is RoundState.CLOSED
    press_button(laptop, laptop.card.reveal_button)
    focus(laptop)
    assert laptop.stored_round("purpose").state is RoundState.REVEALED  # type: ignore[union-attr]

    while laptop.here() != ("purpose", "sentence"):
        laptop.page_down()
        focus(laptop)
    field = laptop.vote.written.editors["purpose.sentence"].findChildren(QWidget)
    text = next(part for part in field if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    tab_to(laptop, text)
    laptop.type("Each other")
    laptop.press_with(Held.AltModifier, Key.Key_7)
    assert laptop.here()[0] == "statement"
    focus(laptop)
    assert laptop.answers().text("purpose.sentence") == "Each other"

    with answering(yes=True):
        laptop.workshop.run("end")
        laptop.settle()
    laptop.to_front()
    focus(laptop)
    assert laptop.window.summary is not None and laptop.window.summary.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_every_phase_keeps_the_keyboard_in_view(laptop: Laptop, size: tuple[int, int]) -> None:
    laptop.begin(Setup("180", 5))
    laptop.window.resize(*size)
    laptop.hold_round("purpose", "write", *SLIPS)
    laptop.go("setting", "welcome")
    for _ in laptop.running.agenda[1:]:
        laptop.page_down()
        focus(laptop)
    for _ in laptop.running.agenda[1:]:
        laptop.press(Key.Key_PageUp)
        focus(laptop)


@pytest.mark.parametrize(
    "place", [("setting", "check_in"), ("purpose", "write"), ("wrong", "order")]
)
def test_tab_goes_round_and_stays_in_view(laptop: Laptop, place: tuple[str, str]) -> None:
    laptop.begin(Setup("90", 5))
    laptop.window.resize(1024, 640)
    laptop.go(*place)
    if place == ("purpose", "write"):
        laptop.open_round()
    laptop.cockpit.take_focus()
    first, seen = focus(laptop), set()
    for _ in range(TABS):
        laptop.press(Key.Key_Tab)
        seen.add(focus(laptop))
        if focus(laptop) is first:
            break
    assert focus(laptop) is first
    cockpit = laptop.cockpit
    assert {cockpit.home_button, cockpit.run_button, cockpit.next_button} <= seen


def test_a_round_that_is_voided_leaves_the_keyboard_on_the_page(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    with answering(yes=True):
        press_button(laptop, laptop.collect.void_button)
    laptop.to_front()
    focus(laptop)
    assert laptop.stored_round("purpose") is None
