"""An undo of what was written elsewhere moves neither the room nor its clock."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.workshop.facilitating import Laptop
from workbook.model.workshop import Setup

SENTENCE = "purpose.sentence"


def written_elsewhere(laptop: Laptop, place: tuple[str, str]) -> float:
    """A sentence in step 1, the room elsewhere for a minute; the seconds left there."""
    laptop.begin(Setup("90", 5))
    laptop.cockpit.wall_button.click()
    laptop.running.start()
    laptop.go("purpose", "sentence")
    laptop.running.document.edit(SENTENCE, "", "Each other", False)
    laptop.running.document.leave()
    laptop.go(*place)
    laptop.watch.wait(minutes=1)
    return laptop.running.left()


@pytest.mark.parametrize("place", [("optimising", "stories"), ("purpose", "facts")])
def test_the_room_and_its_time_stay_and_it_is_said(laptop: Laptop, place: tuple[str, str]) -> None:
    left = written_elsewhere(laptop, place)
    before = laptop.wall.view.value
    for deed, text in ((laptop.window.undo, ""), (laptop.window.redo, "Each other")):
        deed()
        laptop.settle()
        assert laptop.answers().text(SENTENCE) == text
        assert laptop.here() == place
        assert laptop.running.left() == left
        assert place[0] == "purpose" or laptop.wall.view.value == before
        assert laptop.cockpit.passing_by.isVisible()
        assert laptop.cockpit.passing_by.text() == "Undo or redo has changed “Purpose”."
    laptop.page_down()
    assert not laptop.cockpit.passing_by.isVisible()


def test_what_is_in_sight_is_not_told(laptop: Laptop) -> None:
    laptop.begin(Setup("90", 5))
    laptop.go("setting", "check_in")
    field = laptop.cockpit.current.findChildren(QPlainTextEdit)[0]
    question = next(q for q, e in laptop.cockpit.current.editors.items() if e.isAncestorOf(field))  # type: ignore[union-attr]
    laptop.running.document.edit(question, "", "Rain", False)
    laptop.running.document.leave()
    laptop.window.undo()
    assert laptop.running.document.answers.text(question) == ""
    assert not laptop.cockpit.passing_by.isVisible()
