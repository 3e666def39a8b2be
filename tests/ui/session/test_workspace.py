"""Walking through the questions as a person does: with the mouse, the keys, and the wrong way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.worlds import World, hold_key
from workbook.model.answers import Key
from workbook.model.session import Place
from workbook.operations import open_session, set_answers
from workbook.ui.session.step_page import StepPage
from workbook.ui.session.workspace import Workspace
from workbook.ui.widgets.rail import RailItem


def workspace(world: World) -> Workspace:
    """The open session's screen."""
    assert world.window.workspace is not None
    return world.window.workspace


def page(world: World) -> StepPage:
    """The page that is shown."""
    current = workspace(world).current
    assert current is not None
    return current


def words(widget: QWidget) -> str:
    """Everything the visible labels of a widget say."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def key(world: World, *keys: Qt.Key) -> None:
    """Press keys in whatever has the focus, as a keyboard does: one after the other."""
    for one in keys:
        QApplication.processEvents()
        QTest.keyClick(world.window.windowHandle(), one)


def place_all_marks(world: World, session_id: str) -> None:
    """Store four marks: say outside, do inside."""
    guide = workspace(world).document.guide
    inside, outside = world.question("inside_scale"), world.question("outside_scale")
    marks = {(inside, "say"): 5, (inside, "do"): 8, (outside, "say"): 9, (outside, "do"): 3}
    values = {Key(question, mark): value for (question, mark), value in marks.items()}
    world.window.show_home()
    set_answers(world.library, guide, session_id, dict(values))
    world.window.open_session(session_id)


def test_next_walks_through_every_page_and_ends_at_the_summary(qtbot: QtBot, world: World) -> None:
    world.begin()
    seen = [page(world).page.id]
    while world.window.summary is None:
        qtbot.mouseClick(workspace(world).next_button, Qt.MouseButton.LeftButton)
        if page(world).page.id != seen[-1]:
            seen.append(page(world).page.id)
    guide = workspace(world).document.guide
    assert seen == [p.id for step in guide.steps for p in step.pages]
    assert world.window.summary.isVisible()


def test_next_says_where_it_leads(qtbot: QtBot, world: World) -> None:
    world.begin()
    assert workspace(world).next_button.text() == "Next: purpose"
    workspace(world).go_next()
    assert workspace(world).next_button.text() == "Continue"
    workspace(world).open_at(Place(page="statement.closing"))
    assert workspace(world).next_button.text() == "See the summary"


def test_back_is_not_offered_on_the_first_page(world: World) -> None:
    world.begin()
    assert not workspace(world).back_button.isEnabled()
    workspace(world).go_next()
    assert workspace(world).back_button.isEnabled()


def test_page_down_and_up_turn_pages_also_while_a_text_has_the_focus(
    qtbot: QtBot, world: World
) -> None:
    world.begin()
    workspace(world).open_at(Place(page="purpose.write"))
    field = page(world).findChildren(QPlainTextEdit)[0]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    key(world, Qt.Key.Key_PageDown)
    assert page(world).page.id == "purpose.weigh"
    key(world, Qt.Key.Key_PageUp)
    assert page(world).page.id == "purpose.write"


def test_a_page_key_that_is_held_turns_one_page(world: World) -> None:
    world.begin()
    workspace(world).open_at(Place(page="purpose.write"))
    hold_key(world.window, Qt.Key.Key_PageDown)
    assert page(world).page.id == "purpose.weigh"
    hold_key(world.window, Qt.Key.Key_PageUp)
    assert page(world).page.id == "purpose.write"


def test_alt_and_a_digit_jump_to_a_step(world: World) -> None:
    world.begin()
    QTest.keyClick(world.window.windowHandle(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert page(world).step.id == "wrong"


def test_the_rail_jumps_anywhere(qtbot: QtBot, world: World) -> None:
    world.begin()
    items = workspace(world).rail.findChildren(RailItem)
    qtbot.mouseClick(items[6], Qt.MouseButton.LeftButton)
    assert page(world).step.id == "impact"
    assert items[6].isChecked() and not items[0].isChecked()


def test_the_rail_says_how_far_each_step_is(world: World) -> None:
    session_id = world.begin()
    place_all_marks(world, session_id)
    items = workspace(world).rail.findChildren(RailItem)
    assert "Purpose" in items[1].accessibleName()
    assert "2 of " in items[1].accessibleName()


def test_a_mark_set_with_a_digit_is_on_disk_at_once(qtbot: QtBot, world: World) -> None:
    session_id = world.begin()
    scale = world.question("inside_scale")
    workspace(world).go_to_question(scale, "do")
    qtbot.waitUntil(lambda: page(world).editors[scale].current_mark() == "do")
    key(world, Qt.Key.Key_8)
    assert world.on_disk(session_id).number(scale, "do") == 8


def test_readings_appear_when_the_fourth_mark_is_placed(qtbot: QtBot, world: World) -> None:
    world.begin()
    workspace(world).open_at(Place(page="purpose.weigh"))
    assert "When all four marks are placed" in words(page(world))
    for role in ("inside_scale", "outside_scale"):
        for mark, digit in (("say", Qt.Key.Key_9), ("do", Qt.Key.Key_3)):
            page(world).go_to_field(world.question(role), mark)
            key(world, digit)
    assert "When all four marks are placed" not in words(page(world))
    assert "3" in words(page(world)) and "9" in words(page(world))


def test_hiding_the_notes_hides_no_reading(world: World) -> None:
    session_id = world.begin()
    place_all_marks(world, session_id)
    workspace(world).open_at(Place(page="purpose.weigh"))
    before = words(page(world))
    world.window._show_notes(False)
    assert not workspace(world).notes.isVisible()
    assert words(page(world)) == before
    assert "You say" in before


def test_the_kind_page_says_kindly_what_it_waits_for_and_leads_there(
    qtbot: QtBot, world: World
) -> None:
    world.begin()
    workspace(world).open_at(Place(page="kind.fit"))
    guide = workspace(world).document.guide
    assert guide.step("kind").pages[0].needs_words in words(page(world))
    qtbot.mouseClick(page(world).take_me_there, Qt.MouseButton.LeftButton)
    assert page(world).page.id == "purpose.weigh"


def test_a_session_opens_at_the_page_and_field_where_it_was_left(
    qtbot: QtBot, world: World
) -> None:
    session_id = world.begin()
    outside = world.question("outside_text")
    workspace(world).go_to_question(outside)
    qtbot.keyClicks(QApplication.focusWidget(), "Repair instead of landf")
    world.window.show_home()
    world.window.open_session(session_id)
    assert page(world).page.id == "purpose.write"
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == "Repair instead of landf"


def test_closing_the_window_in_the_middle_of_a_word_loses_nothing(
    qtbot: QtBot, world: World
) -> None:
    session_id = world.begin()
    workspace(world).go_to_question(world.question("inside_text"))
    qtbot.keyClicks(QApplication.focusWidget(), "Half a wor")
    world.window.close()
    assert world.text_on_disk(session_id, "inside_text") == "Half a wor"


def test_saved_is_said_only_after_the_commit(qtbot: QtBot, world: World) -> None:
    world.begin()
    workspace(world).go_to_question(world.question("inside_text"))
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert workspace(world).saved.text() == "Saving…"
    qtbot.waitUntil(lambda: workspace(world).saved.text().startswith("Saved "))


def test_the_name_of_the_group_stands_at_the_top_as_it_is_typed(qtbot: QtBot, world: World) -> None:
    world.begin()
    workspace(world).go_to_question(world.question("group_name"))
    qtbot.keyClicks(QApplication.focusWidget(), "Night Garden Choir")
    assert world.window.windowTitle().startswith("Night Garden Choir")


def test_scratch_notes_come_back(qtbot: QtBot, world: World) -> None:
    session_id = world.begin()
    qtbot.keyClicks(workspace(world).notes.scratch, "Ask Ines")
    world.window.show_home()
    assert open_session(world.library, session_id).session.scratch == "Ask Ines"
    world.window.open_session(session_id)
    assert workspace(world).notes.scratch.toPlainText() == "Ask Ines"


def test_undo_in_the_menu_takes_a_mark_back_and_shows_where(qtbot: QtBot, world: World) -> None:
    session_id = world.begin()
    scale = world.question("inside_scale")
    workspace(world).go_to_question(scale, "do")
    key(world, Qt.Key.Key_8)
    workspace(world).open_at(Place(page="impact.members"))
    world.window.actions_.undo.trigger()
    assert page(world).page.id == "purpose.weigh"
    assert world.on_disk(session_id).number(scale, "do") is None


def test_ctrl_z_in_an_untouched_text_undoes_the_last_choice(qtbot: QtBot, world: World) -> None:
    session_id = world.begin()
    scale = world.question("inside_scale")
    workspace(world).go_to_question(scale, "do")
    key(world, Qt.Key.Key_8)
    workspace(world).go_to_question(world.question("inside_text"))
    undo = QKeySequence(QKeySequence.StandardKey.Undo)[0]
    QTest.keyClick(world.window.windowHandle(), undo.key(), undo.keyboardModifiers())
    assert world.on_disk(session_id).number(scale, "do") is None


def test_ctrl_z_in_a_text_undoes_the_typing_first(qtbot: QtBot, world: World) -> None:
    world.begin()
    workspace(world).go_to_question(world.question("inside_text"))
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "abc")
    undo = QKeySequence(QKeySequence.StandardKey.Undo)[0]
    QTest.keyClick(world.window.windowHandle(), undo.key(), undo.keyboardModifiers())
    assert field.toPlainText() == ""
    redo = QKeySequence(QKeySequence.StandardKey.Redo)[0]
    QTest.keyClick(world.window.windowHandle(), redo.key(), redo.keyboardModifiers())
    assert field.toPlainText() == "abc"


def test_a_narrow_window_keeps_the_rail_as_numbers(qtbot: QtBot, world: World) -> None:
    world.begin()
    world.window.resize(1280, 800)
    wide = workspace(world).rail.width()
    world.window.resize(1024, 640)
    qtbot.waitUntil(lambda: workspace(world).rail.width() < wide)


@pytest.mark.parametrize("key_of", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_a_presenters_remote_changes_no_answer(world: World, key_of: Qt.Key) -> None:
    session_id = world.begin()
    place_all_marks(world, session_id)
    before = world.on_disk(session_id)
    for at in ("purpose.weigh", "optimising.pulse", "wrong.first", "wrong.order"):
        workspace(world).open_at(Place(page=at))
        key(world, key_of)
    assert world.on_disk(session_id) == before
