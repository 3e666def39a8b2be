"""A whole step with a room, from its first round to its sentence: nothing lost or too soon."""

from itertools import zip_longest

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSystemTrayIcon

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop, Watch
from tests.ui.workshop.hearing import everything_said
from workbook.documents.wall import WallContent
from workbook.model.workshop import RoundState, Setup
from workbook.ui.session import kept_pages
from workbook.ui.workshop import workshop as workshop_module
from workbook.ui.workshop.cockpit import pages

# Keys of slips: do and say inside, do and say outside. Two rooms of six that differ in all of it.
WARM = ("9823", "8914", "9823", "8933", "9712", "8823")
COLD = ("1298", "2189", "1187", "0298", "2279", "3188")


@pytest.fixture
def nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is built before it is shown, so that what is said does not hang on the time."""
    monkeypatch.setattr(pages, "AFTER", 3_600_000)
    monkeypatch.setattr(kept_pages, "AHEAD", 3_600_000)


def sentence_field(laptop: Laptop) -> QPlainTextEdit:
    """Where the sentence of the step is written."""
    (field,) = laptop.vote.written.editors["purpose.sentence"].findChildren(QPlainTextEdit)
    return field


def said(laptop: Laptop) -> list[str]:
    """All that the cockpit, its menus and the wall say, and what Home would."""
    session = laptop.on_disk().session
    window = laptop.window
    words = everything_said(laptop.cockpit, window.menuBar(), laptop.wall)
    return [window.windowTitle(), *words, repr(session.outcome), repr(session.progress)]


def until_revealed(laptop: Laptop, slips: tuple[str, ...], number: int = 1) -> list[object]:
    """Hold a round of the first step; all that is said and seen at every point before Reveal."""
    seen: list[object] = []

    def look() -> None:
        laptop.settle()
        view = laptop.wall.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        seen.extend([*said(laptop), laptop.running.wall.content(), bytes(view.constBits())])

    laptop.go("purpose", "write" if number == 1 else "second")
    look()
    laptop.open_round()
    look()
    for slip in slips:
        laptop.key_slips(slip)
        look()
    laptop.key_slips("4")
    look()
    laptop.press(Qt.Key.Key_Backspace)
    laptop.close_round()
    look()
    laptop.go("purpose", "reveal")
    look()
    laptop.go("purpose", "talk")
    look()
    laptop.go("purpose", "sentence")
    look()
    laptop.go("purpose", "second")
    look()
    laptop.go("purpose", "reveal")
    return seen


def different(one: list[object], other: list[object]) -> list[tuple[str, str]]:
    """The first things that differ, short."""
    pairs = zip_longest(one, other)
    return [(repr(a)[:200], repr(b)[:200]) for a, b in pairs if a != b][:3]


def run(laptop: Laptop, *rounds: tuple[str, ...]) -> tuple[list[object], list[str], WallContent]:
    """Hold rounds in a new workshop: what is said before the last reveal and after it."""
    laptop.begin(Setup("90", 6))
    laptop.workshop.projection.toggle()
    seen: list[object] = []
    for number, slips in enumerate(rounds, 1):
        seen = until_revealed(laptop, slips, number)
        laptop.reveal()
    after = said(laptop)
    shown = laptop.running.wall.content()
    laptop.window.show_home()
    return seen, after, shown


@pytest.mark.usefixtures("nothing_ahead")
def test_before_reveal_nothing_anywhere_depends_on_what_was_answered(
    laptop: Laptop, watch: Watch
) -> None:
    warm, warm_after, warm_shown = run(laptop, WARM)
    cold, cold_after, cold_shown = run(laptop, COLD)
    assert different(warm, cold) == []
    assert warm_after != cold_after and warm_shown != cold_shown


@pytest.mark.usefixtures("nothing_ahead")
def test_nor_does_anything_before_the_second_reveal_tell_of_the_second_round(
    laptop: Laptop,
) -> None:
    warm, _, warm_shown = run(laptop, WARM, WARM)
    cold, _, cold_shown = run(laptop, WARM, COLD)
    assert different(warm, cold) == []
    assert warm_shown != cold_shown


def test_the_second_round_waits_until_the_first_is_shown(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*WARM)
    laptop.close_round()
    laptop.go("purpose", "second")
    assert not laptop.vote.collect.isVisible()
    assert laptop.card.reveal_button.isVisible()
    laptop.reveal()
    assert laptop.vote.collect.isVisible()


def test_no_tray_and_no_title_tells_of_answers(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    titles = {w.windowTitle() for w in QApplication.topLevelWidgets() if w.windowTitle()}
    laptop.hold_round("purpose", "write", *WARM)
    assert {w.windowTitle() for w in QApplication.topLevelWidgets() if w.windowTitle()} == titles
    assert not QApplication.instance().findChildren(QSystemTrayIcon)  # type: ignore[union-attr]


def test_a_whole_step_is_on_disk_at_every_point(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("purpose", "write")
    laptop.open_round()
    opened = laptop.stored_round("purpose")
    assert opened is not None and opened.state is RoundState.OPEN and opened.secret
    for number, slip in enumerate(WARM, 1):
        laptop.key_slips(slip)
        assert laptop.ballots("purpose").total() == number
        assert laptop.collect.count.text() == f"{number} of 6"
    laptop.press(Qt.Key.Key_Backspace)
    assert laptop.ballots("purpose").total() == 5
    laptop.key_slips(WARM[-1])
    laptop.close_round()
    closed = laptop.stored_round("purpose")
    assert closed is not None and closed.state is RoundState.CLOSED and closed.ballots == 6
    assert not laptop.ballots("purpose")
    laptop.reveal()
    shown = laptop.stored_round("purpose")
    assert shown is not None and shown.state is RoundState.REVEALED
    assert laptop.card.chips.isVisible() and laptop.running.wall.pictures()

    laptop.go("purpose", "second")
    laptop.open_round()
    laptop.key_slips(*COLD)
    laptop.close_round()
    laptop.reveal()
    second = laptop.stored_round("purpose", 2)
    assert second is not None and second.state is RoundState.REVEALED
    assert "First round below the line." in laptop.running.wall.content().line

    laptop.go("purpose", "sentence")
    field = sentence_field(laptop)
    field.setFocus()
    laptop.qtbot.keyClicks(field, "Each other first")
    laptop.go("optimising", "stories")
    assert laptop.answers().text("purpose.sentence") == "Each other first"
    assert laptop.stored().clock.step == "optimising"


def test_a_window_that_is_closed_mid_word_keeps_the_word(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.hold_round("purpose", "write", *WARM)
    laptop.go("purpose", "sentence")
    field = sentence_field(laptop)
    field.setFocus()
    laptop.qtbot.keyClicks(field, "Each other fi")
    laptop.restart()
    assert laptop.answers().text("purpose.sentence") == "Each other fi"
    assert sentence_field(laptop).toPlainText() == "Each other fi"
    assert laptop.running.wall.content().sentence == "Each other fi"


def test_a_window_that_is_closed_in_an_open_round_keeps_its_ballots(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*WARM[:4])
    laptop.restart()
    assert laptop.collect.count.text() == "4 of 6"


def test_what_the_room_sees_is_shown_in_the_same_moment_in_the_cockpit(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.workshop.projection.toggle()
    laptop.hold_round("purpose", "write", *WARM)
    pictures = laptop.running.wall.pictures()
    for number, picture in enumerate(pictures):
        laptop.card.chips.chips[number].click()
        assert picture.lead in words(laptop.card)
        assert laptop.wall.view.value.picture == picture


@pytest.mark.parametrize("step", ["purpose", "optimising"])
def test_a_round_that_was_shown_and_a_second_one_on_the_focus_alone(
    laptop: Laptop, step: str
) -> None:
    laptop.begin(Setup("90", 6))
    slips = WARM if step == "purpose" else [f"{n}{9 - n}{'12345'[n % 5] * 5}" for n in range(6)]
    laptop.hold_round(step, "write", *slips)
    laptop.go(step, "second")
    laptop.open_round()
    assert laptop.running.open is not None
    assert laptop.running.open.questions == laptop.running.step.focus


def test_going_on_while_a_round_is_open_leaves_it_open(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 6))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.key_slips(*WARM[:2])
    for _ in range(6):
        laptop.cockpit.go_next()
    assert laptop.here()[0] != "purpose"
    found = laptop.stored_round("purpose")
    assert found is not None and found.state is RoundState.OPEN
    laptop.go("purpose", "write")
    assert laptop.collect.count.text() == "2 of 6"
    laptop.key_slips(*WARM[2:])
    assert laptop.collect.count.text() == "6 of 6"


def test_a_tick_of_the_clock_costs_the_disk_nothing(
    laptop: Laptop, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.begin(Setup("90", 6))
    laptop.cockpit.run_button.click()
    laptop.settle()
    monkeypatch.setattr(workshop_module.workshops, "set_clock", None)
    watch.wait(minutes=1)
    laptop.running._ticked()
    laptop.settle()
    assert laptop.cockpit.time.text()
