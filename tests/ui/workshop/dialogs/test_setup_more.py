"""What is folded away while a workshop is set up."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.workshop.dialogs.setting_up import KEY, click, focused, retype, type_lines
from workbook.model.workshop import Person, Setup
from workbook.ui.workshop.dialogs.setup import WorkshopDialog


def test_what_is_seldom_needed_is_folded_away(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    assert not dialog.more.isVisible()
    dialog.fold.setFocus()
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert dialog.more.isVisible()
    assert "Minutes for each step" in words(dialog)
    click(qtbot, dialog.fold)
    assert not dialog.more.isVisible()


def test_own_minutes_change_the_total_and_what_is_voted_on(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    minutes, secrecy = dialog.more.minutes, dialog.more.secrecy
    assert "90 minutes in all, 5 of them in reserve." in words(dialog)
    retype(qtbot, minutes.fields["rare"].line, "0")
    click(qtbot, minutes.fields["wrong"].more)
    assert "84 minutes in all" in words(dialog)
    assert secrecy.ticks["wrong"].isVisible()
    assert not secrecy.ticks["rare"].isVisible()
    click(qtbot, dialog.go)
    assert begun.at(0)[0].minutes == {"rare": 0, "wrong": 18}


def test_own_minutes_of_a_plan_are_still_there_after_a_look_at_another(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    click(qtbot, dialog.fold)
    fields = dialog.more.minutes.fields
    retype(qtbot, fields["setting"].line, "20")
    click(qtbot, dialog.plans.buttons[0])
    assert (fields["setting"].value(), fields["rare"].value()) == (8, 0)
    click(qtbot, dialog.plans.buttons[1])
    assert fields["setting"].value() == 20


def test_minutes_that_are_none_unfold_and_are_told(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    retype(qtbot, dialog.more.minutes.fields["impact"].line, "ten")
    click(qtbot, dialog.fold)
    click(qtbot, dialog.go)
    assert "Please give each step a whole number of minutes, from 0 to 240." in words(dialog)
    assert focused() is dialog.more.minutes.fields["impact"].line
    for field in dialog.more.minutes.fields.values():
        field.set_value(0)
    click(qtbot, dialog.go)
    assert "Please give at least one step some minutes." in words(dialog)


def test_secrecy_slips_sound_and_names(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    more = dialog.more
    for box in (more.secrecy.ticks["purpose"], more.secrecy.ticks["statement"], more.slips):
        box.setFocus()
        qtbot.keyClick(box, KEY.Key_Space)
    more.sound.setFocus()
    qtbot.keyClick(more.sound, KEY.Key_Space)
    type_lines(qtbot, more.names.field, "Ana", "Bo", "", "")
    qtbot.keyClick(more.names.keep, KEY.Key_Space)
    click(qtbot, dialog.go)
    assert begun.at(0)[0] == Setup(
        "90",
        12,
        names=(Person("p1", "Ana"), Person("p2", "Bo")),
        keep_names=True,
        open_steps=frozenset({"kind", "purpose"}),
        slips=True,
        sound=True,
    )


def test_a_name_that_stands_there_twice_is_told(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    names = dialog.more.names.field
    type_lines(qtbot, names, "Ana", "Bo", "ana")
    click(qtbot, dialog.go)
    assert "“ana” stands there twice." in words(dialog)
    assert (names.text(), begun.count()) == ("Ana\nBo\nana", 0)
    qtbot.keyClicks(names, " D.")
    assert "stands there twice" not in words(dialog)


def test_more_names_than_people_are_told_and_not_refused(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    type_lines(qtbot, dialog.more.names.field, *"ABCDEF")
    assert "fewer people" not in words(dialog)
    retype(qtbot, dialog.people.line, "5")
    assert "There are 6 names, and fewer people in the room." in words(dialog)
    click(qtbot, dialog.go)
    assert begun.count() == 1
