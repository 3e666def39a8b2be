"""The sheets of every kind of question on a laptop that is passed on."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import clipped, overlapping
from tests.ui.workshop.voting.collecting import opened
from tests.ui.workshop.voting.passing_on import LEFT, NONE, SIZES, Laptop, lent, take_all
from workbook.model.answers import Key
from workbook.model.workshop import Ballot, Spot
from workbook.ui.theme import Appearance, Theme
from workbook.ui.workshop.voting.ballot_sheet import BallotSheet


def test_cases_and_rungs(qtbot: QtBot, theme: Theme, own_library: Path) -> None:
    with opened(own_library, "wrong") as world:
        for laptop in lent(qtbot, theme, world, (1024, 640)):
            laptop.option(0, "Keep the date")
            laptop.option(1, "people")
            laptop.option(2, "Pass")
            while laptop.sheet.next_button.isVisible():
                laptop.wait_for_a_double_click()
                if laptop.sees("Never, people stay first"):
                    laptop.option(-4, "Never, people stay first")
                    laptop.wait_for_a_double_click()
                laptop.press("Next")
            assert "Page " in laptop.said()
            if laptop.sees("Never, people stay first"):
                laptop.wait_for_a_double_click()
                laptop.option(-4, "Never, people stay first")
            laptop.wait_for_a_double_click()
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
        question = world.running.guide.with_role("statement")[0]
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


def test_a_sheet_made_later_shows_the_sentence_that_the_round_is_about(
    qtbot: QtBot, theme: Theme, own_library: Path
) -> None:
    with opened(own_library, "statement") as world:
        question = world.running.guide.with_role("statement")[0]
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
            # Somebody has answered: the others are asked about the same words.
            assert "We exist." in laptop.said() and "for everyone" not in laptop.said()


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
            found = world.running.open
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
