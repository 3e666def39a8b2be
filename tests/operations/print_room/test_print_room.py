"""What the print room makes of a session, whatever is known of it and whatever was typed there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbook.documents.wanted import USUAL_PEOPLE, Wanted
from workbook.model.opened import OpenSession
from workbook.operations import built_in_example
from workbook.operations.print_room import CannotPrint, Handout, letter_day, make
from workbook.readings.findings import Findings

ROOM = built_in_example("workshop")


def wanted(handout: Handout, opened: OpenSession = ROOM, people: int = 0) -> Wanted:
    return Wanted(opened.guide, Findings(opened), people=people, paper=handout.papers[0])


@pytest.mark.parametrize("handout", [Handout.SLIPS, Handout.STATEMENT, Handout.SUMMARY])
def test_where_nobody_knows_how_many_come_all_can_be_printed(
    handout: Handout, tmp_path: Path
) -> None:
    assert ROOM.workshop is not None
    setup = replace(ROOM.workshop.setup, people=0)
    opened = replace(ROOM, workshop=replace(ROOM.workshop, setup=setup))
    assert wanted(handout, opened).count == USUAL_PEOPLE
    assert make(handout, wanted(handout, opened), tmp_path / "a.pdf").pages


def test_only_what_is_for_so_many_people_asks_how_many(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="2000 people at most"):
        make(Handout.SLIPS, wanted(Handout.SLIPS, people=2001), tmp_path / "a.pdf")
    assert make(Handout.TAKE_HOME, wanted(Handout.TAKE_HOME, people=2001), tmp_path / "a.pdf").pages


def test_a_letter_of_the_last_day_that_there_is_has_a_day() -> None:
    (day,) = ROOM.guide.with_role("date")
    (again,) = ROOM.guide.with_role("look_again")
    answers = ROOM.answers
    for question, value in ((day, "31 December 9999"), (again, None)):
        answers = answers.with_value(answers.key(question.id), value)
    opened = replace(ROOM, answers=answers)
    assert letter_day(wanted(Handout.LETTER, opened)) == date.max
