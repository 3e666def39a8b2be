"""A workshop begins at Home in a minute, and is found again where it was left."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import NAME, Laptop, Watch, asking
from tests.ui.worlds import NOON
from workbook import operations
from workbook.model.workshop import Setup
from workbook.ui.workshop.dialogs.setup import WorkshopDialog

SLIPS = ("8377", "7278", "9354", "6446", "8277")  # say and do inside, say and do outside


def set_up(laptop: Laptop, name: str, people: str) -> WorkshopDialog:
    """Ask for a new workshop from the menu, and fill in its name and its people."""
    laptop.window.actions_.new_workshop.trigger()
    dialog = asking(WorkshopDialog)
    assert isinstance(dialog, WorkshopDialog)
    laptop.qtbot.keyClicks(dialog.name_field, name)
    dialog.people.line.selectAll()
    laptop.qtbot.keyClicks(dialog.people.line, people)
    return dialog


def test_from_home_to_the_first_phase(laptop: Laptop) -> None:
    dialog = set_up(laptop, NAME, "14")
    laptop.qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert laptop.here() == ("setting", "welcome")
    assert laptop.cockpit.isVisible()
    assert laptop.window.windowTitle() == f"{NAME} – Community Purpose Workbook"
    laptop.id = laptop.running.document.session.id
    assert laptop.on_disk().session.name == NAME
    assert laptop.stored().setup.people == 14
    said = words(laptop.cockpit)
    assert "Workshop · 14 people" in said and "Not started" in said


def test_the_menu_of_a_workshop_is_there_while_one_is_open(laptop: Laptop) -> None:
    menu = laptop.window.actions_._workshop.menuAction()
    assert not menu.isVisible()
    laptop.begin(Setup("90", 14))
    assert menu.isVisible()
    laptop.window.show_home()
    assert not menu.isVisible()


def test_a_plan_of_an_hour_sends_two_steps_home(laptop: Laptop) -> None:
    dialog = set_up(laptop, NAME, "9")
    dialog.plans.buttons[0].click()
    dialog.go.click()
    held = {box.step for box in laptop.running.agenda}
    assert "rare" not in held and "impact" not in held and "wrong" in held


def test_cancelled_nothing_is_there(laptop: Laptop) -> None:
    set_up(laptop, "", "14").cancel_button.click()
    QApplication.processEvents()
    confirm = QApplication.activeModalWidget()
    assert confirm is not None
    leave = next(b for b in confirm.findChildren(QPushButton) if b.text() == "Leave")
    leave.click()
    assert laptop.window.workshop is None
    assert operations.sessions(laptop.world.library) == []


def test_it_is_reopened_where_it_was_left(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.go("optimising", "talk")
    laptop.restart()
    assert laptop.here() == ("optimising", "talk")
    assert laptop.cockpit.current.isVisible()


def test_home_and_back_finds_the_same_phase(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.go("purpose", "write")
    laptop.window.actions_.home.trigger()
    assert laptop.window.workshop is None and laptop.window.home.isVisible()
    laptop.window.open_session(laptop.id)
    assert laptop.here() == ("purpose", "write")


def test_hours_later_the_clock_tells_the_truth(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 14))
    laptop.cockpit.run_button.click()
    laptop.go("purpose", "talk")
    watch.wait(minutes=1)
    whole = laptop.running.left() + 60
    laptop.switch_off()
    watch.wait(minutes=179)
    laptop.switch_on(laptop.world.folder)
    laptop.window.open_session(laptop.id)
    assert laptop.running.clock_runs
    assert laptop.running.left() == whole - 180 * 60
    over = round(180 * 60 - whole)
    assert laptop.cockpit.time.text() == f"+{over // 60}:{over % 60:02}"
    assert laptop.cockpit.time.property("kind") == "clock-over"
    assert "late" in laptop.cockpit.late.late.text()


def test_a_paused_clock_stands_while_the_program_is_closed(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 14))
    laptop.cockpit.run_button.click()
    watch.wait(minutes=1)
    laptop.cockpit.run_button.click()
    left = laptop.cockpit.time.text()
    laptop.switch_off()
    watch.wait(minutes=300)
    laptop.switch_on(laptop.world.folder)
    laptop.window.open_session(laptop.id)
    assert laptop.cockpit.time.text() == left
    assert laptop.cockpit.run_button.text() == "Start"


def test_after_a_crash_the_ballots_are_there_and_counted(
    laptop: Laptop, watch: Watch, tmp_path: Path
) -> None:
    laptop.begin(Setup("90", 14))
    laptop.cockpit.run_button.click()
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS[:3])
    watch.wait(minutes=2)
    left = laptop.running.left()
    laptop.crash(tmp_path / "left")
    assert laptop.here() == ("purpose", "write")
    assert laptop.collect.count.text() == "3 of 14"
    assert laptop.running.left() == left
    laptop.key_slips(*SLIPS[3:])
    assert laptop.collect.count.text() == "5 of 14"
    laptop.close_round()
    found = laptop.stored_round("purpose")
    assert found is not None and found.ballots == 5
    assert not laptop.ballots("purpose")


def test_after_a_crash_the_last_ballot_cannot_be_taken_back(laptop: Laptop, tmp_path: Path) -> None:
    laptop.begin(Setup("90", 14))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    assert laptop.collect.undo_button.isEnabled()
    laptop.crash(tmp_path / "left")
    assert not laptop.collect.undo_button.isEnabled()
    assert laptop.collect.count.text() == "5 of 14"


def test_a_workshop_that_is_not_started_promises_no_end(laptop: Laptop, watch: Watch) -> None:
    laptop.begin(Setup("90", 14))
    watch.wait(minutes=40)
    laptop.running.ticked.emit()
    assert laptop.cockpit.late.late.text() == "Not started"
    laptop.cockpit.run_button.click()
    assert laptop.stored().clock.started == NOON + timedelta(minutes=40)
    assert laptop.cockpit.late.late.text() == "On time"
