"""Setting a workshop up: in a minute, by hand or by keyboard, and again half-way."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.sessions import light_theme, session
from workbook.guides import load_guide
from workbook.model.workshop import Person, Setup
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.dialog import Dialog
from workbook.ui.workshop.dialogs.setup import WorkshopDialog
from workbook.ui.workshop.dialogs.what_is_stored import StoredDialog

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
GUIDE = load_guide()
OPEN = frozenset({"kind", "statement"})
Show = Callable[..., WorkshopDialog]


@pytest.fixture
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    made: list[QWidget] = []

    def show(
        *, scale: float = 1.0, size: tuple[int, int] = (1280, 800), **given: object
    ) -> WorkshopDialog:
        # The screen that there is not in tests would be smaller than those that people have.
        monkeypatch.setattr(Dialog, "room", lambda self: QSize(*size) - QSize(48, 48))
        window = QWidget()
        window.resize(*size)
        window.show()
        dialog = WorkshopDialog(GUIDE, light_theme(scale), window, **given)
        made.append(window)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield show
    for window in made:
        window.close()
        window.deleteLater()
    light_theme()


@pytest.fixture
def dialog(show: Show) -> WorkshopDialog:
    return show()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, LEFT)


def retype(qtbot: QtBot, line: QWidget, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def type_lines(qtbot: QtBot, widget: QWidget, *lines: str) -> None:
    widget.setFocus()
    for at, line in enumerate(lines):
        if at:
            qtbot.keyClick(widget, KEY.Key_Return)
        qtbot.keyClicks(widget, line)


def test_a_name_and_enter_are_enough(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    begun = QSignalSpy(dialog.begun)
    qtbot.keyClicks(focused(), " Night Garden Choir ")
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert begun.at(0) == [Setup("90", 12, open_steps=OPEN), "Night Garden Choir", ""]
    assert not dialog.isVisible()


def test_plan_and_people_by_keyboard_alone(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    begun = QSignalSpy(dialog.begun)
    qtbot.keyClicks(focused(), "Choir")
    qtbot.keyClick(focused(), KEY.Key_Tab)  # the plan that is chosen
    qtbot.keyClick(focused(), KEY.Key_Right)
    qtbot.keyClick(focused(), KEY.Key_Space)
    qtbot.keyClick(focused(), KEY.Key_Tab)
    qtbot.keyClicks(focused(), "500")
    qtbot.keyClick(focused(), KEY.Key_Up)
    qtbot.keyClick(focused(), KEY.Key_Return)
    setup, name, _ = begun.at(0)
    assert (setup.plan, setup.people, name) == ("180", 501, "Choir")


def test_a_plan_says_what_goes_home_and_cannot_be_taken_away(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    first = dialog.plans.buttons[0]
    assert first.accessibleName() == (
        "60 minutes. “Why both is rare” and “Impact” go home on paper."
    )
    click(qtbot, first)
    click(qtbot, first)
    qtbot.keyClick(first, KEY.Key_Delete)
    assert dialog.plans.plan() == "60"


def test_without_a_name_it_says_so_and_loses_nothing(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    begun = QSignalSpy(dialog.begun)
    retype(qtbot, dialog.people.line, "30")
    click(qtbot, dialog.go)
    assert "Please say what the group is called." in words(dialog)
    assert focused() is dialog.name_field
    assert dialog.people.value() == 30
    qtbot.keyClicks(focused(), "Choir")
    assert "Please say what the group is called." not in words(dialog)
    click(qtbot, dialog.go)
    assert begun.count() == 1


@pytest.mark.parametrize("typed", ["", "0", "2001", "many", "12.5", "-3"])
def test_a_number_of_people_that_is_none_stays_and_is_told(
    qtbot: QtBot, dialog: WorkshopDialog, typed: str
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    dialog.people.line.clear()
    retype(qtbot, dialog.people.line, typed)
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert "Please give a whole number, from 1 to 2000." in words(dialog)
    assert (dialog.people.line.text(), begun.count()) == (typed, 0)
    assert focused() is dialog.people.line


def test_four_people_are_offered_open_rounds_and_five_secret_ones(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    retype(qtbot, dialog.people.line, "4")
    qtbot.waitUntil(dialog.few.isVisible)
    assert "secrecy can’t hold" in words(dialog)
    click(qtbot, dialog.few_button)
    assert not dialog.few.isVisible()
    retype(qtbot, dialog.people.line, "6")
    qtbot.waitUntil(dialog.few.isVisible)
    assert dialog.few_button.text() == "Make them secret again"
    click(qtbot, dialog.few_button)
    retype(qtbot, dialog.people.line, "3")
    qtbot.waitUntil(dialog.few.isVisible)
    click(qtbot, dialog.few_button)
    click(qtbot, dialog.go)
    voted = {"purpose", "kind", "optimising", "rare", "wrong", "statement"}
    assert begun.at(0)[0].open_steps == voted


def test_what_is_said_of_few_people_comes_into_view(qtbot: QtBot, show: Show) -> None:
    dialog = show(scale=1.5, size=(1024, 640))
    retype(qtbot, dialog.people.line, "4")
    qtbot.waitUntil(dialog.few.isVisible)
    view = dialog.area.viewport()

    def seen(widget: QWidget) -> bool:
        return view.rect().contains(widget.mapTo(view, widget.rect().center()))

    qtbot.waitUntil(lambda: seen(dialog.few_button) and seen(dialog.people.line))


def test_who_begins_at_once_with_few_people_is_told_first(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    retype(qtbot, dialog.people.line, "3")
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert (dialog.few.isVisible(), begun.count()) == (True, 0)
    qtbot.keyClick(focused(), KEY.Key_Return)
    assert begun.count() == 1


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


REFLECTIONS = (session("a", "River Street Makers"), session("b", "Choir", days_ago=20))


def test_a_reflection_comes_along_and_gives_its_name(qtbot: QtBot, show: Show) -> None:
    dialog = show(reflections=REFLECTIONS)
    begun = QSignalSpy(dialog.begun)
    click(qtbot, dialog.fold)
    assert "Its answers come along as drafts. Only you see them." in words(dialog)
    drafts: QComboBox = dialog.more.drafts.list
    drafts.setFocus()
    qtbot.keyClick(drafts, KEY.Key_Down)
    drafts.activated.emit(drafts.currentIndex())  # as the list does when it closes
    assert dialog.name_field.text() == "River Street Makers"
    click(qtbot, dialog.go)
    assert begun.at(0)[1:] == ["River Street Makers", "a"]


def test_started_from_a_reflection_its_name_stands_there(qtbot: QtBot, show: Show) -> None:
    dialog = show(reflections=REFLECTIONS, drafts="b")
    begun = QSignalSpy(dialog.begun)
    click(qtbot, dialog.go)
    assert begun.at(0)[1:] == ["Choir", "b"]


def test_a_rehearsal_needs_no_name(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    rehearsed, begun = QSignalSpy(dialog.rehearsed), QSignalSpy(dialog.begun)
    assert "with invented answers and keeps nothing." in words(dialog)
    click(qtbot, dialog.rehearse_button)
    assert rehearsed.at(0) == [Setup("90", 12, open_steps=OPEN), "A rehearsal"]
    assert begun.count() == 0


def test_escape_asks_nothing_where_nothing_was_typed(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    qtbot.keyClick(focused(), KEY.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_before_what_was_typed_is_lost(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    qtbot.keyClicks(focused(), "Choir")
    qtbot.keyClick(focused(), KEY.Key_Escape)
    asked = dialog.findChild(ConfirmDialog)
    assert dialog.isVisible()
    click(qtbot, asked.cancel_button)
    assert (dialog.isVisible(), dialog.name_field.text()) == (True, "Choir")
    click(qtbot, dialog.cancel_button)
    asked = next(d for d in dialog.findChildren(ConfirmDialog) if d.isVisible())
    click(qtbot, asked.action_button)
    assert not dialog.isVisible()


def test_what_is_stored_follows_what_is_chosen(qtbot: QtBot, dialog: WorkshopDialog) -> None:
    retype(qtbot, dialog.people.line, "7")
    click(qtbot, dialog.stored_button)
    stored = dialog.findChild(StoredDialog)
    assert stored.isVisible()
    assert "Only that there are 7 people in the room." in words(stored)
    stored.close()


# Half-way


HELD = Setup(
    "60",
    14,
    minutes={"purpose": 12},
    names=(Person("p1", "Ana"), Person("p2", "Bo")),
    open_steps=OPEN,
    slips=True,
)


def test_half_way_all_stands_there_and_nothing_changes_by_itself(qtbot: QtBot, show: Show) -> None:
    dialog = show(setup=HELD, name="Choir", begun_steps={"purpose"})
    changed = QSignalSpy(dialog.changed)
    assert dialog.more.isVisible()
    assert not dialog.name_field.isVisible()
    assert not dialog.rehearse_button.isVisible()
    click(qtbot, dialog.go)
    assert changed.at(0) == [HELD]


def test_people_leave_and_come_half_way(qtbot: QtBot, show: Show) -> None:
    dialog = show(setup=HELD, name="Choir", begun_steps={"purpose"})
    changed = QSignalSpy(dialog.changed)
    assert focused() is dialog.people.line
    qtbot.keyClicks(focused(), "13")
    names = dialog.more.names.field
    names.selectAll()
    type_lines(qtbot, names, "Bo", "Cleo")
    click(qtbot, dialog.go)
    setup = changed.at(0)[0]
    assert (setup.people, setup.names) == (13, (Person("p2", "Bo"), Person("p3", "Cleo")))


def test_what_was_announced_of_a_round_stays(qtbot: QtBot, show: Show) -> None:
    dialog = show(setup=HELD, name="Choir", begun_steps={"purpose"})
    box = dialog.more.secrecy.ticks["purpose"]
    assert not box.isEnabled()
    assert box.text() == "Purpose (has begun, so this stays)"
    changed = QSignalSpy(dialog.changed)
    retype(qtbot, dialog.people.line, "4")
    qtbot.waitUntil(dialog.few.isVisible)
    click(qtbot, dialog.few_button)
    click(qtbot, dialog.go)
    opened = changed.at(0)[0].open_steps
    assert "purpose" not in opened
    assert {"optimising", "wrong"} <= opened


# What it looks like


@pytest.mark.parametrize(
    ("scale", "size"),
    [
        (1.0, (1280, 800)),
        (1.0, (1024, 640)),
        (1.5, (1280, 800)),
        (1.5, (1024, 640)),
        (2.0, (1280, 800)),
    ],
)
@pytest.mark.parametrize("given", [{"reflections": REFLECTIONS}, {"setup": HELD, "name": "Choir"}])
def test_everything_has_room(
    qtbot: QtBot,
    show: Show,
    scale: float,
    size: tuple[int, int],
    given: dict[str, object],
) -> None:
    dialog = show(scale=scale, size=size, **given)
    if "setup" not in given:
        click(qtbot, dialog.fold)
    dialog.people.set_value(3)
    qtbot.waitUntil(dialog.few.isVisible)
    qtbot.waitUntil(lambda: not clipped(dialog))
    assert not overlapping(dialog)
    assert dialog.width() <= size[0] - 48
    assert dialog.height() <= size[1] - 48
    assert dialog.go.geometry().bottom() < dialog.height()


def test_tab_reaches_every_field_and_what_has_the_keyboard_is_seen(
    qtbot: QtBot, show: Show
) -> None:
    dialog = show(size=(1024, 640), reflections=REFLECTIONS)
    click(qtbot, dialog.fold)
    qtbot.waitUntil(lambda: dialog.height() == 592)  # all that the screen gives
    dialog.name_field.setFocus()
    seen: list[QWidget] = []
    while focused() not in seen:
        seen.append(focused())
        view = dialog.area.viewport()
        if dialog.area.inner.isAncestorOf(focused()):
            middle = focused().mapTo(view, focused().rect().center())
            assert view.rect().contains(middle), focused().accessibleName()
        qtbot.keyClick(focused(), KEY.Key_Tab)
    more = dialog.more
    wanted = [
        dialog.name_field,
        dialog.plans.stop(),
        dialog.people.line,
        dialog.fold,
        *(field.line for field in more.minutes.fields.values()),
        *(box for box in more.secrecy.ticks.values()),
        more.names.field,
        more.names.keep,
        more.slips,
        more.sound,
        more.drafts.list,
        dialog.stored_button,
        dialog.cancel_button,
        dialog.rehearse_button,
        dialog.go,
    ]
    assert seen == wanted
