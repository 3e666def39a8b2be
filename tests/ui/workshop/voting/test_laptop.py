"""One person after the other answers on the laptop, and nobody finds anything of the one before."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping, words
from tests.ui.workshop.voting.collecting import Open, opened
from workbook.model.answers import Key
from workbook.model.workshop import Ballot, Spot
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.theme import Appearance, Theme
from workbook.ui.widgets.choice_row import ChoiceGroup
from workbook.ui.widgets.scale_mark import ScaleMark
from workbook.ui.widgets.second_click import SecondClick
from workbook.ui.workshop.voting.ballot_sheet import BallotSheet
from workbook.ui.workshop.voting.laptop import LaptopBallot

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
INSIDE, OUTSIDE = "purpose.inside_scale", "purpose.outside_scale"
SIZES = [((1280, 800), 1.0), ((1024, 640), 1.0), ((1280, 800), 1.5), ((1024, 640), 1.5)]


class Laptop:
    """The laptop as it is handed round."""

    def __init__(self, qtbot: QtBot, theme: Theme, world: Open, size: tuple[int, int]) -> None:
        self.qtbot, self.world = qtbot, world
        self.window = LaptopBallot(theme, world.room, world.window)
        self.gone: list[bool] = []
        self.window.destroyed.connect(lambda: self.gone.append(True))
        self.window.begin()
        assert self.window.isFullScreen()
        self.window.showNormal()
        self.window.resize(*size)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        QApplication.processEvents()

    @property
    def sheet(self) -> BallotSheet:
        assert isinstance(self.window.face, BallotSheet)
        return self.window.face

    def marks(self) -> list[ScaleMark]:
        return self.sheet.findChildren(ScaleMark)

    def groups(self) -> list[ChoiceGroup]:
        return self.sheet.findChildren(ChoiceGroup)

    def press(self, name: str) -> None:
        """Click the button with this name, where it stands in the window."""
        found = [b for b in self.window.findChildren(QPushButton) if b.accessibleName() == name]
        shown = [b for b in found if b.isVisible()]
        assert len(shown) == 1, name
        self.click(shown[0])

    def hand_in(self) -> None:
        """Hand in, also what is not answered in full."""
        self.press("Hand in")
        if isinstance(self.window.face, BallotSheet) and "once more" in self.sheet.problem.text():
            self.wait_for_a_double_click()
            self.press("Hand in")

    def click(self, widget: QWidget) -> None:
        at = widget.mapTo(self.window, widget.rect().center())
        QTest.mouseClick(self.window.windowHandle(), LEFT, NONE, at)
        QApplication.processEvents()

    def option(self, group: int, words_: str) -> None:
        """Click an option of a group of choices."""
        button = next(b for b in self.groups()[group].buttons if b.text() == words_)
        self.click(button)

    def keys(self, *keys: Qt.Key | str) -> None:
        """Type where the focus is."""
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget() or self.window, key)

    def said(self) -> str:
        QApplication.processEvents()
        return words(self.window)

    def wait_for_a_double_click(self) -> None:
        """Until a click at the place of the last one counts again."""
        handle = self.window.windowHandle()
        self.qtbot.waitUntil(lambda: handle.findChild(SecondClick) is None)

    def question(self) -> ConfirmDialog | None:
        """What the facilitator is asked."""
        QApplication.processEvents()
        dialogs = self.window.findChildren(ConfirmDialog)
        return next((each for each in dialogs if each.isVisible()), None)


@pytest.fixture
def world(own_library: Path) -> Iterator[Open]:
    with opened(own_library, "purpose", slips=True) as made:
        yield made


@pytest.fixture
def laptop(qtbot: QtBot, theme: Theme, world: Open) -> Iterator[Laptop]:
    yield from lent(qtbot, theme, world)


def lent(
    qtbot: QtBot, theme: Theme, world: Open, size: tuple[int, int] = (1280, 800)
) -> Iterator[Laptop]:
    made = Laptop(qtbot, theme, world, size)
    yield made
    if not made.gone:
        made.window._leave()
        QApplication.processEvents()


def take_all(laptop: Laptop) -> Counter[Ballot]:
    return laptop.world.ballots()


# A ballot


def test_marks_become_one_ballot_with_its_slip(laptop: Laptop) -> None:
    say, do = Spot(INSIDE, "say"), Spot(INSIDE, "do")
    assert isinstance(QApplication.focusWidget(), ScaleMark)  # one can begin at once
    for mark in laptop.marks()[:2]:
        mark.setFocus()
        laptop.keys({"say": "9", "do": "+"}[mark.mark.id])
    laptop.option(1, "I’d rather not say")
    laptop.sheet.code.setFocus()
    laptop.keys(*"k7 qp")
    laptop.press("Hand in")
    passed = {Spot(OUTSIDE, "say"): "pass", Spot(OUTSIDE, "do"): "pass"}
    assert take_all(laptop) == {Ballot.of({say: "9", do: "10", **passed}, "K7QP"): 1}


def test_thanks_are_the_same_for_everyone_and_the_next_sheet_is_empty(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    laptop.keys("4")
    laptop.sheet.code.setFocus()
    laptop.keys(*"K7QP")
    laptop.hand_in()
    assert laptop.said() == "Thank you\nPass the laptop on."
    laptop.wait_for_a_double_click()
    laptop.press("I’m next")
    assert [mark.placed() for mark in laptop.marks()] == [None] * 4
    assert all(group.value() is None for group in laptop.groups())
    assert laptop.sheet.code.text() == ""
    laptop.keys(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)  # no way back to the one before
    assert [mark.placed() for mark in laptop.marks()] == [None] * 4


def test_no_number_of_ballots_is_seen(laptop: Laptop) -> None:
    laptop.world.room.ballots.take({Ballot.of({Spot(INSIDE, "say"): "3"}): 41})
    assert "41" not in laptop.said()
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    assert "4" not in laptop.said()


def test_an_empty_sheet_is_not_taken(laptop: Laptop) -> None:
    laptop.press("Hand in")
    assert "Please answer something" in laptop.said()
    assert not take_all(laptop)
    laptop.option(0, "I’d rather not say")
    assert "Please answer something" not in laptop.said()
    laptop.hand_in()
    assert take_all(laptop).total() == 1


def test_what_is_left_open_is_said_and_handed_in_by_a_second_press(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    mark = laptop.marks()[0].mark.id
    laptop.keys("4")
    laptop.press("Hand in")
    assert "“For each other”, “For the outside”. Hand in once more" in laptop.said()
    assert not take_all(laptop)
    laptop.press("Hand in")  # the other half of a double click
    assert not take_all(laptop)
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert take_all(laptop) == {Ballot.of({Spot(INSIDE, mark): "4"}): 1}
    assert laptop.said() == "Thank you\nPass the laptop on."


def test_what_was_said_goes_with_the_next_answer_and_is_said_anew(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.press("Hand in")
    assert "Not all is answered: “For the outside”. " in laptop.said()
    laptop.marks()[2].setFocus()
    laptop.keys("4")
    assert "Not all is answered" not in laptop.said()
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert "Not all is answered: “For the outside”. " in laptop.said()
    assert not take_all(laptop)
    laptop.marks()[3].setFocus()
    laptop.keys("6")
    laptop.wait_for_a_double_click()
    laptop.press("Hand in")
    assert take_all(laptop).total() == 1


def test_the_next_person_reads_nothing_of_what_was_left_open(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    laptop.wait_for_a_double_click()
    laptop.press("I’m next")
    assert "Not all is answered" not in laptop.said()


@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_many_that_are_left_open_are_named_in_the_room_there_is(
    qtbot: QtBot, theme: Theme, own_library: Path, size: tuple[int, int], scale: float
) -> None:
    theme.choose(scale=scale)
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world, size):
            laptop.option(0, "Keep the date")
            laptop.keys(*[Qt.Key.Key_PageDown] * 20)
            laptop.press("Hand in")
            assert "and 4 more. Hand in once more" in laptop.said()
            QApplication.processEvents()
            assert not clipped(laptop.sheet)
            assert not overlapping(laptop.sheet)


def test_a_double_click_hands_in_once_and_opens_nothing(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.option(1, "I’d rather not say")
    button = laptop.sheet.hand_in_button
    at = button.mapTo(laptop.window, button.rect().center())
    window = laptop.window.windowHandle()
    for _ in range(2):
        QTest.mouseClick(window, LEFT, NONE, at)
        QTest.mouseDClick(window, LEFT, NONE, at)
    QApplication.processEvents()
    assert take_all(laptop).total() == 1
    assert laptop.said() == "Thank you\nPass the laptop on."


def test_who_passes_by_mistake_finds_the_marks_again(laptop: Laptop) -> None:
    laptop.marks()[0].setFocus()
    laptop.keys("4")
    laptop.option(0, "I’d rather not say")
    assert laptop.marks()[0].placed() is None
    laptop.option(0, "I’d rather not say")
    assert laptop.marks()[0].placed() == 4


def test_a_mark_takes_the_pass_back(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    mark = laptop.marks()[0]
    mark.setFocus()
    laptop.keys("4")
    assert laptop.groups()[0].value() is None
    laptop.hand_in()
    assert take_all(laptop) == {Ballot.of({Spot(INSIDE, mark.mark.id): "4"}): 1}


def test_what_is_no_slip_is_said_and_nothing_is_lost(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.sheet.code.setFocus()
    laptop.keys(*"K7")
    laptop.press("Hand in")
    assert "four letters or figures" in laptop.said()
    assert laptop.sheet.code.text() == "K7"
    assert not take_all(laptop)


def test_a_slip_goes_to_no_clipboard_and_comes_from_none(laptop: Laptop) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("earlier")
    field = laptop.sheet.code
    field.setFocus()
    laptop.keys(*"K7QP")
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        laptop.qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "earlier"
    assert field.text() == "K7QP"
    assert not field.hasSelectedText()


def test_without_slips_no_code_is_asked_for(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "purpose") as world:
        for laptop in lent(qtbot, theme, world):
            assert not [f for f in laptop.sheet.findChildren(QLineEdit) if f.isVisible()]


# Every kind of question


def test_cases_and_rungs(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world, (1024, 640)):
            laptop.option(0, "Keep the date")
            laptop.option(1, "people")
            laptop.option(2, "Pass")
            while laptop.sheet.next_button.isVisible():
                laptop.wait_for_a_double_click()
                laptop.press("Next")
            assert "Page " in laptop.said()
            laptop.wait_for_a_double_click()
            laptop.option(-2, "Never, people stay first")
            laptop.hand_in()
            assert take_all(laptop) == {
                Ballot.of(
                    {
                        Spot("wrong.worn_out", "choice"): "work",
                        Spot("wrong.worn_out", "last"): "people",
                        Spot("wrong.fundraiser", "choice"): "pass",
                        Spot("wrong.breaking"): "never",
                    }
                ): 1
            }


@pytest.mark.parametrize(
    ("step", "key", "spot", "choice"),
    [
        ("rare", "3", Spot("rare.pressures", "banner"), "3"),
        ("statement", "2", Spot("statement.consent"), "2"),
        ("kind", Qt.Key.Key_Space, Spot("kind.fit", "choice"), "yes"),
    ],
)
def test_ratings_consent_and_choices(
    qtbot: QtBot,
    theme: Theme,
    own_library: Path,
    step: str,
    key: Qt.Key | str,
    spot: Spot,
    choice: str,
) -> None:
    with opened(own_library, step) as world:
        for laptop in lent(qtbot, theme, world):
            laptop.keys(key)
            laptop.hand_in()
            ballot = next(iter(take_all(laptop)))
            assert ballot.choices == ((ballot.choices[0][0], choice),)
            assert ballot.choices[0][0].question == spot.question


def test_no_words_are_asked_for(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    for at, step in enumerate(("kind", "rare")):
        with opened(own_library / str(at), step) as world:
            for laptop in lent(qtbot, theme, world):
                fields = laptop.window.findChildren(QWidget)
                assert not [f for f in fields if f.inherits("QPlainTextEdit")]
                lines = [f for f in laptop.window.findChildren(QLineEdit) if f.isVisible()]
                assert not lines


def test_consent_shows_what_it_is_about(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "statement") as world:
        question = world.room.guide.with_role("statement")[0]
        world.document.put(Key(question.id, "", 1, world.document.answers.voice), "We exist.")
        for laptop in lent(qtbot, theme, world):
            assert "We exist." in laptop.said()


def another_sheet(laptop: Laptop, before: BallotSheet) -> bool:
    """Whether the next person's sheet is made."""
    return any(sheet is not before for sheet in laptop.window.findChildren(BallotSheet))


def test_a_sheet_made_while_the_laptop_is_passed_on_is_empty_and_out_of_sight(
    qtbot: QtBot, laptop: Laptop
) -> None:
    laptop.marks()[0].setFocus()
    laptop.keys("4")
    before = laptop.sheet
    laptop.hand_in()
    qtbot.waitUntil(partial(another_sheet, laptop, before))
    assert laptop.said() == "Thank you\nPass the laptop on."
    laptop.wait_for_a_double_click()
    laptop.press("I’m next")
    assert len(laptop.window.findChildren(BallotSheet)) == 1
    assert [mark.placed() for mark in laptop.marks()] == [None] * 4
    assert laptop.marks()[0].hasFocus()


def test_a_sheet_made_before_shows_the_sentence_as_it_is_then(
    qtbot: QtBot, theme: Theme, own_library: Path
) -> None:
    with opened(own_library, "statement") as world:
        question = world.room.guide.with_role("statement")[0]
        key = Key(question.id, "", 1, world.document.answers.voice)
        world.document.put(key, "We exist.")
        for laptop in lent(qtbot, theme, world):
            laptop.click(laptop.groups()[0].buttons[0])
            before = laptop.sheet
            laptop.hand_in()
            qtbot.waitUntil(partial(another_sheet, laptop, before))
            world.document.put(key, "We exist for everyone.")
            laptop.wait_for_a_double_click()
            laptop.press("I’m next")
            assert "We exist for everyone." in laptop.said()


# Pages


@pytest.mark.parametrize("step", ["purpose", "optimising", "rare", "wrong", "statement", "kind"])
@pytest.mark.parametrize(("size", "scale"), SIZES)
def test_every_page_fits(
    qtbot: QtBot, theme: Theme, own_library: Path, step: str, size: tuple[int, int], scale: float
) -> None:
    theme.choose(appearance=Appearance.DARK, scale=scale)
    with opened(own_library, step, slips=True) as world:
        for laptop in lent(qtbot, theme, world, size):
            sheet, asked = laptop.sheet, set[str]()
            while True:
                QApplication.processEvents()
                assert not clipped(sheet)
                assert not overlapping(sheet)
                asked |= {card.question.id for card in sheet.asked if card.isVisible()}
                if not sheet.next_button.isVisible():
                    break
                sheet.next_button.click()
            found = world.room.open
            assert found is not None
            assert asked == set(found.questions)
            assert sheet.code.isVisible()


def test_page_keys_turn_pages_and_never_hand_in(
    qtbot: QtBot, theme: Theme, own_library: Path
) -> None:
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world, (1024, 640)):
            laptop.option(0, "Keep the date")
            laptop.keys(*[Qt.Key.Key_PageDown] * 9)
            assert laptop.sheet.hand_in_button.isVisible()
            assert not take_all(laptop)
            laptop.keys(*[Qt.Key.Key_PageUp] * 9)
            assert laptop.groups()[0].isVisible()
            assert laptop.groups()[0].value() == "work"  # before handing in one may go back


def test_a_double_click_on_next_hands_nothing_in(
    qtbot: QtBot, theme: Theme, own_library: Path
) -> None:
    with opened(own_library, "optimising") as world:
        for laptop in lent(qtbot, theme, world, (1024, 640)):
            laptop.option(0, "I’d rather not say")
            button = laptop.sheet.next_button
            at: QPoint = button.mapTo(laptop.window, button.rect().center())
            window = laptop.window.windowHandle()
            QTest.mouseClick(window, LEFT, NONE, at)
            QTest.mouseDClick(window, LEFT, NONE, at)
            assert laptop.sheet.hand_in_button.isVisible()
            assert not take_all(laptop)


def test_a_turned_screen_keeps_the_page_and_the_answers(
    qtbot: QtBot, theme: Theme, own_library: Path
) -> None:
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world):
            laptop.option(0, "Keep the date")
            laptop.keys(Qt.Key.Key_PageDown)
            seen = next(card for card in laptop.sheet.asked if card.isVisible())
            laptop.window.resize(1024, 560)
            QApplication.processEvents()
            assert seen.isVisible()
            assert laptop.groups()[0].value() == "work"


# Leaving


@pytest.mark.parametrize("how", ["Escape", "close"])
def test_leaving_asks_for_the_facilitator(laptop: Laptop, how: str) -> None:
    laptop.keys("7")
    if how == "Escape":
        laptop.keys(Qt.Key.Key_Escape)
    else:
        laptop.window.close()
    dialog = laptop.question()
    assert dialog is not None
    assert "The facilitator: leave this?" in words(dialog)
    laptop.qtbot.keyClick(dialog, Qt.Key.Key_Return)  # the default stays
    assert laptop.question() is None
    assert laptop.window.isVisible()
    assert 7 in [mark.placed() for mark in laptop.marks()]
    laptop.window.close()
    dialog = laptop.question()
    assert dialog is not None
    laptop.qtbot.mouseClick(dialog.action_button, LEFT)
    laptop.qtbot.waitUntil(lambda: bool(laptop.gone))
    assert not take_all(laptop)


def test_a_round_that_is_closed_meanwhile_takes_no_more(laptop: Laptop) -> None:
    laptop.keys("7")
    laptop.world.close_round()
    assert "This round is closed" in laptop.said()
    assert not laptop.window.findChildren(ScaleMark, "", Qt.FindChildOption.FindDirectChildrenOnly)
    laptop.press("Close")
    laptop.qtbot.waitUntil(lambda: bool(laptop.gone))


def test_the_facilitator_can_take_the_last_ballot_back(laptop: Laptop) -> None:
    laptop.option(0, "I’d rather not say")
    laptop.hand_in()
    assert laptop.world.room.ballots.take_back()
    assert not take_all(laptop)


def test_the_window_behind_gets_no_keys_and_no_clicks(laptop: Laptop) -> None:
    assert laptop.window.windowModality() is Qt.WindowModality.ApplicationModal
    behind = QPushButton("All sessions", laptop.world.window)
    behind.resize(200, 100)
    behind.show()
    pressed: list[bool] = []
    behind.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(laptop.world.window.windowHandle(), LEFT, NONE, QPoint(50, 50))
    assert not pressed
