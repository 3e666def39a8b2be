"""Setting a workshop up: in a minute, by hand or by keyboard, and again half-way."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.sessions import session
from tests.ui.workshop.dialogs.setting_up import KEY, OPEN, Show, click, focused, retype, type_lines
from workbook.model.workshop import Person, Quorum, Setup
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.workshop.dialogs.setup import WorkshopDialog
from workbook.ui.workshop.dialogs.what_is_stored import StoredDialog


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
        more.quorum.choice.stop(),
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


def test_how_many_have_to_give_a_score_is_chosen_among_the_rest(
    qtbot: QtBot, dialog: WorkshopDialog
) -> None:
    begun = QSignalSpy(dialog.begun)
    dialog.name_field.setText("Choir")
    click(qtbot, dialog.fold)
    half, _, everyone = dialog.more.quorum.choice.buttons
    assert half.isChecked()
    dialog.bring_in(everyone)
    click(qtbot, everyone)
    click(qtbot, everyone)  # one of them always is
    click(qtbot, dialog.go)
    assert begun.at(0)[0].quorum is Quorum.ALL


def test_a_set_up_that_is_changed_half_way_keeps_how_many_have_to(show: Show) -> None:
    dialog = show(setup=Setup("90", 12, quorum=Quorum.TWO_THIRDS))
    assert dialog.setup().quorum is Quorum.TWO_THIRDS
