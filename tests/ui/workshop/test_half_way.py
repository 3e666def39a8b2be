"""People come late and leave early: the set-up changes half-way, and nothing is lost by it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop, asking
from workbook.model.workshop import Person, Setup
from workbook.ui.workshop.dialogs.setup import WorkshopDialog

SLIPS = ("9823", "8914", "2398", "8933", "9712")


def dialog(laptop: Laptop) -> WorkshopDialog:
    """The set-up of the open workshop."""
    laptop.workshop.run("setup")
    found = asking(WorkshopDialog)
    assert isinstance(found, WorkshopDialog)
    return found


def test_fourteen_become_seventeen_while_a_round_is_open(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.workshop.projection.toggle()
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*SLIPS)
    found = dialog(laptop)
    found.people.set_value(17)
    found.go.click()
    laptop.settle()
    assert laptop.stored().setup.people == 17
    assert laptop.collect.count.text() == "5 of 17"
    assert "Workshop · 17 people" in words(laptop.cockpit)
    assert "5 of 17 answers" in laptop.wall.view.value.line
    laptop.key_slips("9999")
    assert laptop.ballots("purpose").total() == 6


def test_minutes_change_and_the_clock_follows(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.cockpit.run_button.click()
    laptop.go("purpose", "talk")
    before = laptop.running.left()
    found = dialog(laptop)
    found.more.minutes.fields["purpose"].set_value(24)
    found.go.click()
    laptop.settle()
    assert laptop.stored().setup.minutes["purpose"] == 24
    assert laptop.running.left() > before
    assert laptop.here() == ("purpose", "talk")


def test_the_step_one_is_in_goes_home_and_the_next_one_begins(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.cockpit.run_button.click()
    laptop.go("rare", "write")
    found = dialog(laptop)
    found.more.minutes.fields["rare"].set_value(0)
    found.go.click()
    laptop.settle()
    assert laptop.here() == ("wrong", "write")
    assert laptop.cockpit.current.isVisible()


def test_a_name_that_comes_late_can_answer(laptop: Laptop) -> None:
    people = (Person("p1", "Ada"), Person("p2", "Bo"))
    laptop.begin(Setup("90", 3, names=people, open_steps=frozenset({"purpose"})))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.running.ballots.answer_by_name(people[0], laptop.running.ballots.spots()[0], 7)
    laptop.settle()
    found = dialog(laptop)
    field = found.more.names.field
    field.moveCursor(QTextCursor.MoveOperation.End)
    laptop.qtbot.keyClick(field, Qt.Key.Key_Return)
    laptop.qtbot.keyClicks(field, "Chidi")
    found.go.click()
    laptop.settle()
    assert [person.name for person in laptop.stored().setup.names] == ["Ada", "Bo", "Chidi"]
    assert laptop.collect.count.text() == "1 of 3"


def test_what_was_announced_of_a_begun_round_stays(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 14))
    laptop.go("purpose", "write")
    laptop.open_round()
    found = dialog(laptop)
    assert not found.more.secrecy.ticks["purpose"].isEnabled()
    assert found.more.secrecy.ticks["optimising"].isEnabled()
    found.reject()
    QApplication.processEvents()
    assert laptop.stored().setup == Setup("90", 14)


def test_another_plan_half_way(laptop: Laptop) -> None:
    laptop.begin(Setup("180", 14))
    laptop.cockpit.run_button.click()
    laptop.go("rare", "break")
    assert "A break" in laptop.running.wall.content().headline
    found = dialog(laptop)
    found.plans.buttons[1].click()
    found.go.click()
    laptop.settle()
    assert laptop.stored().setup.plan == "90"
    assert laptop.here() == ("rare", "hours")
    assert laptop.cockpit.current.isVisible()
