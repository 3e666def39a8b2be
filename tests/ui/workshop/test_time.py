"""The clock: start, pause, a minute more, late and how late, minutes given back and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop, Watch, asking
from workbook.model.agenda import minutes_of
from workbook.model.workshop import Setup
from workbook.ui.system.chime import Chime
from workbook.ui.workshop.dialogs.replan import ReplanDialog


def tick(laptop: Laptop) -> None:
    """A second of the clock."""
    laptop.running._ticked()


def minutes(laptop: Laptop) -> dict[str, int]:
    """The minutes of every step, on disk."""
    return dict(minutes_of(laptop.running.guide, laptop.stored().setup))


@pytest.fixture
def late(laptop: Laptop, watch: Watch) -> Laptop:
    """A workshop of ninety minutes that will end ten minutes late, in its third step."""
    laptop.begin(Setup("90", 9))
    laptop.cockpit.run_button.click()
    watch.wait(minutes=14 + 12 + 3 + 15)
    laptop.go("optimising", "stories")
    tick(laptop)
    return laptop


def test_start_pause_and_a_minute_more(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 9))
    cockpit = laptop.cockpit
    whole = cockpit.time.text()
    watch.wait(minutes=5)
    assert cockpit.time.text() == whole
    cockpit.run_button.click()
    assert cockpit.run_button.text() == "Pause"
    watch.wait(seconds=30)
    tick(laptop)
    assert cockpit.time.text() != whole
    cockpit.run_button.click()
    stands = cockpit.time.text()
    watch.wait(minutes=5)
    cockpit.minute_button.click()
    before, after = stands.split(":"), cockpit.time.text().split(":")
    assert (int(after[0]), after[1]) == (int(before[0]) + 1, before[1])
    assert "left" in cockpit.time.accessibleName()


def test_skipping_a_phase_begins_the_next_with_its_own_time(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 9))
    laptop.cockpit.run_button.click()
    watch.wait(minutes=1)
    laptop.cockpit.next_button.click()
    assert laptop.running.left() == laptop.running.agenda[1].seconds
    assert (
        "ahead" in laptop.cockpit.late.late.text() or "On time" in laptop.cockpit.late.late.text()
    )


def test_amber_then_red_then_over_time_counts_up(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 9))
    laptop.cockpit.run_button.click()
    whole = laptop.running.agenda[0].seconds
    seen = []
    for share in (0.5, 0.31, 0.15, 0.54):
        watch.wait(seconds=whole * share)
        tick(laptop)
        seen.append(laptop.cockpit.time.property("kind"))
    assert seen == ["clock", "clock-amber", "clock-red", "clock-over"]
    assert laptop.cockpit.time.text().startswith("+")
    assert laptop.running.wall.content().countdown is not None


def test_the_sound_comes_once_and_only_where_it_is_wanted(
    laptop: Laptop, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    for sound in (False, True):
        laptop.begin(Setup("90", 9, sound=sound))
        rung: list[None] = []
        monkeypatch.setattr(laptop.workshop.chime, "play", lambda rung=rung: rung.append(None))
        laptop.cockpit.run_button.click()
        watch.wait(minutes=60)
        tick(laptop)
        tick(laptop)
        assert len(rung) == sound
        laptop.cockpit.next_button.click()
        watch.wait(minutes=60)
        tick(laptop)
        assert len(rung) == 2 * sound


def test_the_sound_is_not_heard_again_when_a_workshop_is_opened_over_time(
    laptop: Laptop, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[None] = []
    monkeypatch.setattr(Chime, "play", lambda self: rung.append(None))
    laptop.begin(Setup("90", 9, sound=True))
    laptop.cockpit.run_button.click()
    watch.wait(minutes=60)
    tick(laptop)
    assert len(rung) == 1
    laptop.restart()
    tick(laptop)
    laptop.window.show_home()
    laptop.window.open_session(laptop.id)
    tick(laptop)
    laptop.cockpit.minute_button.click()  # and still over time
    tick(laptop)
    assert len(rung) == 1
    laptop.cockpit.next_button.click()
    watch.wait(minutes=60)
    tick(laptop)
    assert len(rung) == 2


def test_the_card_says_how_late_it_is_and_who_could_give_minutes(late: Laptop) -> None:
    said = words(late.cockpit.late)
    assert "10 min late" in said
    assert "Ends" in said and "instead of" in said
    assert "can give" in said
    assert late.cockpit.late.button.text() == "Re-plan"


def test_re_plan_shows_before_and_after_and_changes_nothing_until_it_is_taken(
    late: Laptop,
) -> None:
    before = minutes(late)
    late.cockpit.late.button.click()
    dialog = asking(ReplanDialog)
    said = words(dialog)
    assert "minutes instead of 7" in said and "10 min late" in said
    dialog.reject()
    assert minutes(late) == before


@pytest.mark.parametrize("way", ["key", "menu", "card"])
def test_minutes_that_were_taken_can_be_given_back(late: Laptop, way: str) -> None:
    before = minutes(late)
    late.press_with(
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_P
    )
    dialog = asking(ReplanDialog)
    assert isinstance(dialog, ReplanDialog)
    dialog.take_button.click()
    late.settle()
    after = minutes(late)
    assert after["rare"] < before["rare"]
    assert sum(after.values()) < sum(before.values())
    assert all(after[step] == before[step] for step in ("setting", "purpose", "statement"))
    assert "10 min late" not in words(late.cockpit.late)
    late.cockpit.take_focus()
    if way == "key":
        late.press(Qt.Key.Key_U)
    elif way == "menu":
        late.press_with(
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_U
        )
    else:
        assert "Undo" in late.cockpit.late.button.text()
        late.cockpit.late.button.click()
    late.settle()
    assert minutes(late) == before
    assert "10 min late" in words(late.cockpit.late)


def test_a_u_in_a_text_is_a_letter(late: Laptop) -> None:
    late.running.replan(late.running.proposal())
    late.settle()
    after = minutes(late)
    late.cockpit.notes.scratch.setFocus()
    late.press(Qt.Key.Key_U)
    assert late.cockpit.notes.scratch.toPlainText() == "u"
    assert minutes(late) == after


def test_a_laptop_that_slept_tells_the_truth_when_it_wakes(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 9))
    laptop.cockpit.run_button.click()
    whole = laptop.running.agenda[0].seconds
    watch.wait(minutes=45)
    tick(laptop)
    assert laptop.running.left() == whole - 45 * 60
    watch.wait(minutes=-60)  # the system's clock was set back meanwhile
    tick(laptop)
    assert laptop.running.left() == whole


def test_no_window_comes_up_when_time_is_over(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 9, sound=False))
    laptop.cockpit.run_button.click()
    watch.wait(minutes=200)
    tick(laptop)
    laptop.settle()
    assert QApplication.activeModalWidget() is None
    assert laptop.here() == ("setting", "welcome")
