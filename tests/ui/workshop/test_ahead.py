"""Pages of a workshop are built before they are needed, and kept as they were left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.seeing import words
from tests.ui.workshop.facilitating import Laptop
from workbook.model.workshop import Setup
from workbook.ui.theme import Appearance
from workbook.ui.workshop.voting.vote_page import VotePage, WorkshopStepPage


def pages(laptop: Laptop) -> list[VotePage | WorkshopStepPage]:
    found = laptop.cockpit.findChildren(QWidget)
    return [page for page in found if isinstance(page, VotePage | WorkshopStepPage)]


def wait_until_built(qtbot: QtBot, laptop: Laptop) -> None:
    qtbot.waitUntil(lambda: not laptop.cockpit._pages.kept.building, timeout=20_000)


def test_all_pages_are_there_before_anybody_goes_on(qtbot: QtBot, laptop: Laptop) -> None:
    laptop.begin(Setup("60", 6))
    wait_until_built(qtbot, laptop)
    before = pages(laptop)
    for box in laptop.running.agenda:
        laptop.go(box.step, box.phase)
        assert laptop.cockpit.current in before
        assert laptop.cockpit.current.step.id == box.step


def test_a_page_built_ahead_shows_what_one_made_then_would(qtbot: QtBot, laptop: Laptop) -> None:
    laptop.begin(Setup("60", 6))
    wait_until_built(qtbot, laptop)
    laptop.go("purpose", "write")
    said = words(laptop.cockpit.current)
    assert "First round" in said and "6 people" in said
    assert not laptop.vote.reveal.isVisible() and not laptop.vote.written.isVisible()
    laptop.open_round()
    laptop.key_slips("9823")
    assert "1 of 6" in words(laptop.cockpit.current)


def test_a_slip_that_is_half_keyed_outlives_another_look(qtbot: QtBot, laptop: Laptop) -> None:
    laptop.begin(Setup("60", 6))
    laptop.go("purpose", "write")
    laptop.open_round()
    laptop.vote.collect.panels.slips.field.setFocus()
    qtbot.keyClicks(laptop.vote.collect.panels.slips.field, "98")
    left = laptop.cockpit.current
    laptop.go("setting", "welcome")
    laptop.world.program.theme.choose(appearance=Appearance.DARK)
    laptop.go("purpose", "write")
    assert laptop.cockpit.current is left
    qtbot.keyClick(laptop.vote.collect.panels.slips.field, Qt.Key.Key_2)
    qtbot.keyClick(laptop.vote.collect.panels.slips.field, Qt.Key.Key_3)
    assert laptop.running.ballots.count() == 1


def test_pages_out_of_sight_are_made_anew_for_another_look(qtbot: QtBot, laptop: Laptop) -> None:
    laptop.begin(Setup("60", 6))
    wait_until_built(qtbot, laptop)
    laptop.world.program.theme.choose(appearance=Appearance.DARK)
    assert laptop.cockpit.current in pages(laptop)
    assert len(pages(laptop)) == 1
    wait_until_built(qtbot, laptop)
    laptop.go("purpose", "write")
    assert "First round" in words(laptop.cockpit.current)
