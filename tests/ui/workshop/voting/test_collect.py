"""Collecting in the cockpit: keys, piles and hands end in the box; nothing but a count is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.workshop.voting.collecting import PEOPLE, Open
from workbook.model.workshop import Ballot, Setup, Spot
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.focus import holds_focus
from workbook.ui.widgets.scroll import Scroll
from workbook.ui.workshop.voting.collect import CollectCard

NOW, WISHED = Spot("optimising.scale", "now"), Spot("optimising.scale", "wished")
SCALE = ("optimising.scale",)


class Page(QWidget):
    """What a page of the window does with the keys that it gets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.turned: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.turned.append(event.key())


class Collecting:
    """A card on a page, of a room whose round asks two marks of one scale."""

    def __init__(self, folder: Path, theme: Theme, setup: Setup) -> None:
        self.open = Open(folder, "kind", setup, secret=True)  # a round of another step stays open
        self.room = self.open.room
        self.room.go_to("optimising")
        self.theme = theme
        self.page = Page(self.open.window)
        inside = column(self.page)
        self.card = CollectCard(theme, self.room, self.room.step, self.page)
        inside.addWidget(self.card)
        inside.addStretch(1)
        self.page.resize(676, 700)
        self.page.show()
        self.asked: list[str] = []
        self.room.asked.connect(self.asked.append)

    def begin(self, *, secret: bool = True) -> "Collecting":
        self.room.open_round(secret=secret, questions=SCALE)
        self.open.saver.flush()
        self.slips.field.setFocus()
        return self

    def click(self, button: QAbstractButton) -> None:
        """Click, and let a slow disk take what follows."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.open.saver.flush()

    @property
    def slips(self):
        return self.card.ways.slips

    @property
    def counts(self):
        return self.card.ways.counts

    @property
    def hands(self):
        return self.card.ways.hands

    @property
    def count(self) -> str:
        return self.card.count.text()

    def key(self, *keys: object) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)

    def ballots(self):
        self.open.saver.flush()
        return self.open.library and _of(self.open)


def _of(made: Open):
    from workbook.operations.workshops import load_ballots

    found = made.room.open
    assert found is not None
    return load_ballots(made.library, made.document.session.id, found.id)


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, own_library: Path) -> Iterator:
    worlds = []

    def make(**setup) -> Collecting:
        world = Collecting(own_library, theme, Setup("90", **({"people": 14} | setup)))
        worlds.append(world)
        world.open.window.activateWindow()
        qtbot.waitUntil(world.open.window.isActiveWindow)
        return world

    yield make
    for world in worlds:
        world.open.close()


def said(card: QWidget) -> list[tuple[str, ...]]:
    """All that a person, a screen reader or a mouse that rests could get out of a card."""
    found = []
    for part in (card, *card.findChildren(QWidget)):
        text = part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""
        spoken = QAccessible.queryAccessibleInterface(part)
        told = [spoken.text(kind) for kind in QAccessible.Text if kind.value < 5] if spoken else []
        found.append((type(part).__name__, text, part.toolTip(), part.statusTip(), *told))
    return found


def ballot(now: str | None = None, wished: str | None = None, slip: str = "") -> Ballot:
    given = {NOW: now, WISHED: wished}
    return Ballot.of({spot: choice for spot, choice in given.items() if choice}, slip)


# Before the round


def test_says_what_is_asked_of_how_many_and_opens_in_secret(made) -> None:
    world = made()
    opening = world.card.opening
    assert "Where do we stand? · 2 marks" in words(opening)
    assert "14 people" in words(opening)
    assert "secrecy" not in words(opening)
    world.click(opening.open_button)
    assert world.room.open is not None
    assert world.room.open.secret
    assert world.count == "0 of 14"
    assert "secret ballots" in words(world.card)


def test_the_keyboard_is_where_slips_are_keyed_once_the_round_is_open(made) -> None:
    world = made()
    world.card.opening.open_button.setFocus()
    world.key(Qt.Key.Key_Return)
    assert world.slips.field.hasFocus()


def test_four_people_are_told_before_the_vote_and_offered_an_open_round(made) -> None:
    world = made(people=4)
    opening = world.card.opening
    assert "secrecy can’t hold" in words(opening)
    world.click(opening.secrecy.buttons[1])
    assert "secrecy can’t hold" not in words(opening)
    world.click(opening.secrecy.buttons[1])  # it stays chosen
    world.click(opening.open_button)
    assert world.room.open is not None
    assert not world.room.open.secret


def test_a_step_that_was_set_up_as_open_is_offered_as_open(made) -> None:
    world = made(open_steps=frozenset({"optimising"}))
    assert not world.card.opening.secret


def test_secrecy_can_be_changed_until_somebody_has_answered(made) -> None:
    world = made().begin()
    button = world.card.secret_button
    world.click(button)
    assert not world.room.open.secret
    assert "open round" in words(world.card)
    world.click(button)
    assert world.room.open.secret
    world.slips.field.setFocus()
    world.key("3", "4")
    assert button.isHidden()
    world.key(Qt.Key.Key_Backspace)
    assert not button.isHidden()


# Slips


def test_fourteen_slips_of_two_marks(made) -> None:
    world = made().begin()
    for n in range(14):
        world.key(str(n % 10), "+" if n % 2 else "p")
        assert world.count == f"{n + 1} of 14"
    found = world.ballots()
    assert found.total() == 14
    assert found[ballot("1", "10")] == 2
    assert found[ballot("0", "pass")] == 2
    assert world.card.count.accessibleName() == "First round, 14 of 14 answers"


def test_says_which_mark_is_next(made) -> None:
    world = made().begin()
    assert "now" in words(world.slips.field).split("\n")
    assert "mark 1 of 2" in words(world.slips.field)
    assert "0 to 9, + for ten, P for pass" in words(world.slips.field)
    world.key("3")
    assert "wished" in words(world.slips.field).split("\n")
    assert "wished, mark 2 of 2" in world.slips.field.accessibleName()
    assert world.count == "0 of 14"


def test_enter_ends_a_slip_and_space_leaves_a_mark_empty(made) -> None:
    world = made().begin()
    world.key("3", Qt.Key.Key_Return, Qt.Key.Key_Space, "4")
    assert world.ballots() == {ballot(now="3"): 1, ballot(wished="4"): 1}


def test_an_empty_slip_is_none(made) -> None:
    world = made().begin()
    world.key(Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert not world.ballots()
    assert "says nothing" in words(world.slips)
    assert "mark 1 of 2" in words(world.slips)


def test_backspace_takes_back_a_key_and_then_whole_slips(made) -> None:
    world = made().begin()
    world.key("3", "4", "5", "6", "7")
    world.key(Qt.Key.Key_Backspace)
    assert world.count == "2 of 14"
    assert "mark 1 of 2" in words(world.slips)
    world.key(Qt.Key.Key_Backspace)
    assert world.ballots() == {ballot("3", "4"): 1}
    world.key(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert not world.ballots()
    assert "nothing that could be taken back" in words(world.slips)


def test_a_wrong_key_is_told_and_nothing_lost(made) -> None:
    world = made().begin()
    world.key("3", "x")
    assert "That key is no answer here. These are: 0 to 9" in words(world.slips)
    assert "mark 2 of 2" in words(world.slips)
    world.key("4")
    assert "no answer here" not in words(world.slips)
    assert world.ballots() == {ballot("3", "4"): 1}


def test_a_key_that_is_held_counts_once(made) -> None:
    world = made().begin()
    for repeated in (False, True, True):
        press = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            Qt.Key.Key_3,
            Qt.KeyboardModifier.NoModifier,
            "3",
            repeated,
        )
        QApplication.sendEvent(world.slips.field, press)
    assert "mark 2 of 2" in words(world.slips)


def test_page_keys_go_to_the_page_and_tab_leaves(made) -> None:
    world = made(slips=True).begin()
    world.key("3", Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    assert world.page.turned == [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp]
    assert "mark 2 of 2" in words(world.slips)
    world.key("4", Qt.Key.Key_PageDown)  # in the field of the code
    world.key(Qt.Key.Key_Return)
    for way in (world.counts, world.hands):
        world.card.ways.show_way(way)
        world.key(Qt.Key.Key_PageDown)
    assert world.page.turned[2:] == [Qt.Key.Key_PageDown] * 3
    assert world.count == "1 of 14"
    world.card.ways.show_way(world.slips)
    world.key(Qt.Key.Key_Tab)
    assert not world.slips.field.hasFocus()


def test_letters_of_slips_are_no_shortcuts_but_commands_are(made) -> None:
    world = made().begin()
    world.key("b")
    assert world.page.turned == []
    QTest.keyClick(world.slips.field, "b", Qt.KeyboardModifier.ControlModifier)
    assert world.page.turned == [Qt.Key.Key_Control, Qt.Key.Key_B]


def test_slips_with_a_code(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4")
    assert world.slips.code.hasFocus()
    assert world.count == "0 of 14"
    world.key("a", "7", Qt.Key.Key_Return)
    assert "four letters or figures" in words(world.slips)
    world.key("k", "9", Qt.Key.Key_Return)
    assert world.slips.field.hasFocus()
    world.key("5", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "4", "A7K9"): 1, ballot("5"): 1}


def test_a_mistyped_code_of_a_printed_slip_is_told_at_once(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4", *"cc2hf", Qt.Key.Key_Return)  # two signs changed places
    assert "do not belong together" in words(world.slips)
    assert world.count == "0 of 14"
    world.slips.code.selectAll()
    world.key(*"cc2fh", Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "4", "CC2FH"): 1}


def test_no_undo_brings_back_what_was_taken(made) -> None:
    world = made(slips=True, people=60).begin()
    world.key("3", "4", *"a7k9", Qt.Key.Key_Return)
    world.card.ways.show_way(world.counts)
    world.key(*"12")
    world.counts.line.setFocus()
    world.key(*"3:9")
    world.click(world.counts.add_button)
    assert world.count == "22 of 60"
    fields = [world.slips.code, world.counts.line, *world.counts.grid.fields]
    for field in fields:
        field.undo()
    assert [field.text() for field in fields] == [""] * len(fields)


def test_backspace_goes_back_from_the_code_to_the_marks(made) -> None:
    world = made(slips=True).begin()
    world.key("3", "4", Qt.Key.Key_Backspace)
    assert world.slips.field.hasFocus()
    assert "mark 2 of 2" in words(world.slips)
    world.key("5", Qt.Key.Key_Return)
    assert world.ballots() == {ballot("3", "5"): 1}


def test_a_slip_that_is_half_keyed_is_not_lost_by_closing(made) -> None:
    world = made().begin()
    world.key("3")
    world.card.ways.show_way(world.counts)
    world.click(world.card.close_button)
    assert world.asked == []
    assert "half keyed" in words(world.slips)
    world.key("4")
    world.click(world.card.close_button)
    assert world.asked == ["close"]


def test_a_round_that_was_voided_leaves_no_half_keyed_slip(made) -> None:
    world = made().begin()
    world.key("3")
    world.room.void()
    world.open.saver.flush()
    world.begin()
    assert "mark 1 of 2" in words(world.slips)


@pytest.mark.parametrize("keys", ["37", "8", "+0p", "x9"])
def test_what_was_keyed_is_nowhere_to_be_seen(made, qtbot: QtBot, keys: str) -> None:
    """A card looks, reads and sounds the same, whatever was keyed."""
    world = made().begin()
    other = keys.translate(str.maketrans("3789+0p", "1246p55"))
    seen = []
    for typed in (keys, other):
        world.key(*typed)
        qtbot.waitUntil(lambda: not world.card.count._dark.isActive())
        seen.append((said(world.card), world.card.grab().toImage()))
        while world.slips.unfinished() or world.room.ballots.can_take_back:
            world.key(Qt.Key.Key_Backspace)
        world.key(Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    assert seen[0][0] == seen[1][0]
    assert seen[0][1] == seen[1][1]


# Counts


def test_counts_of_a_pile_as_text(made) -> None:
    world = made(people=60).begin()
    world.card.ways.show_way(world.counts)
    world.counts.line.setFocus()
    world.key(*"3: 47", Qt.Key.Key_Return)
    assert world.ballots() == {ballot(now="3"): 47}
    assert world.count == "47 of 60"
    assert world.counts.line.text() == ""
    assert "47 answers added." in words(world.counts)


def test_counts_in_fields_mark_by_mark(made) -> None:
    world = made(people=60).begin()
    world.card.ways.show_way(world.counts)
    world.key(*"12", Qt.Key.Key_Return, *"9")
    world.click(world.counts.add_button)
    assert world.count == "21 of 60"
    assert not world.counts.grid.written
    assert "21 answers here" in words(world.counts)
    world.click(world.counts.picker.next_button)
    assert "0 answers here" in words(world.counts)
    world.counts.grid.fields[-1].setText("20")
    world.click(world.counts.add_button)
    expected = {ballot(now="0"): 12, ballot(now="1"): 9, ballot(wished="pass"): 20}
    assert world.ballots() == expected
    assert world.count == "21 of 60"
    world.click(world.card.undo_button)
    assert world.ballots().total() == 21


@pytest.mark.parametrize(("field", "line"), [("x", ""), ("4", "11: 3"), ("4", "3 and 4")])
def test_bad_counts_are_told_and_nothing_is_lost_or_taken(made, field: str, line: str) -> None:
    world = made().begin()
    world.card.ways.show_way(world.counts)
    world.counts.grid.fields[3].setText(field)
    world.counts.line.setText(line)
    world.counts.add()
    assert "“" in words(world.counts)
    assert world.counts.grid.fields[3].text() == field
    assert world.counts.line.text() == line
    assert not world.ballots()
    world.card.close_button.click()
    assert world.asked == []
    assert "not added yet" in words(world.counts)


def test_nothing_to_add_is_told(made) -> None:
    world = made().begin()
    world.card.ways.show_way(world.counts)
    world.counts.add()
    assert "how many" in words(world.counts)


# Hands


def test_hands_are_for_open_rounds_only(made) -> None:
    world = made().begin()
    world.card.ways.show_way(world.hands)
    assert "need an open round" in words(world.hands)
    assert not world.hands.grid.isVisible()
    world.click(world.hands.open_button)
    assert not world.room.open.secret
    assert world.hands.grid.isVisible()
    assert "raised hands, open by nature" in words(world.card)
    world.card.ways.show_way(world.slips)
    assert "raised hands" not in words(world.card)


def test_no_hands_once_somebody_has_answered_in_secret(made) -> None:
    world = made().begin()
    world.key("3", "4")
    world.card.ways.show_way(world.hands)
    assert "stays secret" in words(world.hands)
    assert not world.hands.open_button.isVisible()
    assert not world.hands.grid.isVisible()


def test_hands_are_taken_as_they_are_counted(made) -> None:
    world = made().begin(secret=False)
    world.card.ways.show_way(world.hands)
    plus = [b for b in world.hands.grid.findChildren(QAbstractButton) if b.isVisible()]
    world.click(plus[3])
    world.click(plus[3])
    assert world.count == "2 of 14"
    world.hands.grid.fields[7].setFocus()
    world.key("5", Qt.Key.Key_Return)
    assert world.count == "7 of 14"
    assert world.ballots() == {ballot(now="3"): 2, ballot(now="7"): 5}
    world.key("x", Qt.Key.Key_Return)
    assert "“x” is no whole number." in words(world.hands)
    assert world.count == "7 of 14"
    world.click(world.card.close_button)
    assert world.asked == []
    assert "not taken yet" in words(world.hands)


# All ways


def test_more_answers_than_people_are_told_and_not_blocked(made) -> None:
    world = made(people=5).begin()
    for n in range(7):
        world.key(str(n), "1")
    assert world.count == "7 of 5"
    assert "2 answers more than people" in words(world.card)


def test_what_needs_more_room_is_asked_for(made) -> None:
    world = made(names=PEOPLE).begin(secret=False)
    ways = world.card.ways
    for button in (ways.laptop_button, ways.name_button, ways.file_button, world.card.void_button):
        button.click()
    assert world.asked == ["laptop", "by_name", "import", "void"]


def test_by_name_is_for_open_rounds_with_names(made) -> None:
    world = made(names=PEOPLE).begin()
    button = world.card.ways.name_button
    assert not button.isVisible()
    world.click(world.card.secret_button)
    assert button.isVisible()


def test_a_rehearsal_invents_the_answers_that_are_missing(made) -> None:
    world = made().begin()
    assert not world.card.ways.invent_button.isVisible()
    world.room.rehearsal = True
    world.card.refresh()
    world.key("3", "4")
    world.click(world.card.ways.invent_button)
    assert world.count == "14 of 14"
    assert world.ballots().total() == 14
    assert not world.card.ways.invent_button.isEnabled()


def test_a_card_of_another_step_stays_as_it_is(made) -> None:
    world = made().begin()
    world.key("3", "4")
    world.room.go_to("kind")
    assert world.count == "1 of 14"
    assert world.room.open.id.step == "kind"


def test_the_next_round_begins_where_the_card_was_left(made) -> None:
    world = made().begin()
    for _ in range(5):
        world.key("3", "4")
    world.room.close()
    world.open.saver.flush()
    assert world.card.opening.isVisible()
    assert "Second round" in words(world.card.opening)
    world.begin()
    assert world.count == "0 of 14"
    assert not world.card.undo_button.isEnabled()


@pytest.mark.parametrize("width", [676, 560])
def test_all_is_named_and_fits(made, qtbot: QtBot, theme: Theme, width: int) -> None:
    world = made(names=PEOPLE, slips=True).begin(secret=False)
    scroll = Scroll("paper", world.open.window)
    column(scroll.inner).addWidget(world.card, 0, Qt.AlignmentFlag.AlignTop)
    scroll.resize(width, 700)
    scroll.show()
    for way in (world.slips, world.counts, world.hands):
        world.card.ways.show_way(way)
        qtbot.waitUntil(lambda: not clipped(world.card))
        assert overlapping(world.card) == []
        assert holds_focus(way)
        for part in world.card.findChildren(QWidget):
            if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert part.accessibleName(), part


def test_a_way_out_of_sight_asks_what_the_next_round_asks(made) -> None:
    world = made().begin()
    ways = world.card.ways
    ways.show_way(world.counts)
    first = [field.choice.id for field in world.counts.grid.fields]
    ways.show_way(world.slips)
    world.room.void()
    world.open.saver.flush()
    world.room.open_round(secret=True, questions=("optimising.pulse",))
    world.open.saver.flush()
    ways.show_way(world.counts)
    assert [field.choice.id for field in world.counts.grid.fields] != first


def test_what_is_written_out_of_sight_goes_with_its_round(made) -> None:
    world = made().begin()
    ways = world.card.ways
    ways.show_way(world.counts)
    world.counts.grid.fields[0].setText("3")
    ways.show_way(world.slips)
    assert not ways.finished()
    ways.show_way(world.slips)
    world.room.void()
    world.open.saver.flush()
    world.room.open_round(secret=True, questions=("optimising.pulse",))
    world.open.saver.flush()
    assert ways.finished()
