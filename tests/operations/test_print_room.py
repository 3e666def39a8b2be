"""What the print room makes of a session, whatever is known of it and whatever was typed there."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workbook.model.handout import Handout
from workbook.model.opened import OpenSession
from workbook.operations import built_in_example
from workbook.operations.print_room import (
    USUAL_PEOPLE,
    CannotPrint,
    Wanted,
    letter_day,
    make,
    papers_of,
)

ROOM = built_in_example("workshop")


def wanted(handout: Handout, opened: OpenSession = ROOM, people: int = 0) -> Wanted:
    paper = papers_of(handout)[0]
    return Wanted(handout, opened.guide, opened, people=people, paper=paper)


@pytest.mark.parametrize("handout", [Handout.SLIPS, Handout.STATEMENT, Handout.SUMMARY])
def test_where_nobody_knows_how_many_come_all_can_be_printed(
    handout: Handout, tmp_path: Path
) -> None:
    assert ROOM.workshop is not None
    setup = replace(ROOM.workshop.setup, people=0)
    opened = replace(ROOM, workshop=replace(ROOM.workshop, setup=setup))
    assert wanted(handout, opened).count == USUAL_PEOPLE
    assert make(wanted(handout, opened), tmp_path / "a.pdf").pages


def test_only_what_is_for_so_many_people_asks_how_many(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="2000 people at most"):
        make(wanted(Handout.SLIPS, people=2001), tmp_path / "a.pdf")
    assert make(wanted(Handout.TAKE_HOME, people=2001), tmp_path / "a.pdf").pages


def test_a_letter_of_the_last_day_that_there_is_has_a_day() -> None:
    (day,) = ROOM.guide.with_role("date")
    (again,) = ROOM.guide.with_role("look_again")
    answers = ROOM.answers
    for question, value in ((day, "31 December 9999"), (again, None)):
        answers = answers.with_value(answers.key(question.id), value)
    opened = replace(ROOM, answers=answers)
    assert letter_day(wanted(Handout.LETTER, opened)) == date.max
