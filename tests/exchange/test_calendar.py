"""Another calendar reads the dates of a session, with every word of them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.exchange.leaks import leaving_of, solo, without_secrets, workshops
from tests.small_guide import answers
from workbook.exchange.calendar import calendar
from workbook.model.answers import Answers
from workbook.model.opened import OpenSession
from workbook.operations.creating import built_in_example


def events(data: bytes | None) -> list[Any]:
    """The events as the icalendar library reads them."""
    assert data is not None
    return list(Calendar.from_ical(data).walk("VEVENT"))


def raw(data: bytes | None) -> list[str]:
    """The unfolded lines, by RFC 5545 alone."""
    assert data is not None and data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is parted
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_the_day_to_look_again_stands_in_it() -> None:
    opened = built_in_example("workshop")
    first, *promises = events(calendar(leaving_of(opened)))
    assert first["DTSTART"].dt == date(2027, 2, 1)
    assert str(first["SUMMARY"]) == "Look again: River Street Makers"
    said = str(first["DESCRIPTION"])
    assert "nobody round here has to mend things alone, or be alone" in said
    assert "Seen otherwise: Results keep the roof on. I go along, and I want that kept." in said
    assert first["DTSTAMP"].dt == opened.session.changed
    assert [(str(each["SUMMARY"]), each["DTSTART"].dt) for each in promises] == [
        ("Ines: Two bench evenings without a project", date(2026, 12, 12)),
        ("Oren, Tomé: Ask the three who left why", date(2027, 1, 15)),
    ]


def test_ids_stay_when_something_else_changes() -> None:
    row = {"what": "Ask the three", "who": "Ana", "when": "1 May 2027"}
    other = {"what": "Sweep", "who": "", "when": "2 May 2027"}
    before = events(calendar(solo(answers(look_again="1 June 2027", commitments=(row,)))))
    moved = {**row, "when": "3 May 2027"}
    found = solo(answers(look_again="2 June 2027", commitments=(other, moved, moved)))
    after = events(calendar(found))
    assert [str(each["UID"]) for each in before] == [str(after[at]["UID"]) for at in (0, 2)]
    assert len({str(each["UID"]) for each in after}) == len(after) == 4


@pytest.mark.parametrize("typed", ["", "soon", "1 February", "31 February 2027"])
def test_without_a_date_there_is_no_calendar(typed: str) -> None:
    assert calendar(solo(answers(look_again=typed) if typed else Answers())) is None


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@example('a;b,c\\n\\d\r\n: "e"')
@example("ü" * 80)
@example("😀" * 40)
@example("x\x00\x0b\x85y")
@example("BEGIN:VEVENT\r\nUID:1")
def test_any_text_comes_back(typed: str) -> None:
    data = calendar(solo(answers(look_again="1 June 2027", statement=f"a{typed}b", until="x")))
    (found,) = events(data)
    clean = "".join(
        c for c in typed.replace("\r\n", "\n").replace("\r", "\n")
        if c in "\n\t" or not (ord(c) < 32 or 127 <= ord(c) < 160)
    )  # fmt: skip
    assert str(found["DESCRIPTION"]).startswith(f"a{clean}b\n\n")
    lines = raw(data)
    assert [line for line in lines if line.startswith("BEGIN:VEVENT")] == ["BEGIN:VEVENT"]
    assert all(":" in line for line in lines)


def test_the_last_day_of_all_is_a_day() -> None:
    lines = raw(calendar(solo(answers(look_again="9999-12-31"))))
    assert "DTSTART;VALUE=DATE:99991231" in lines
    assert "DTSTART;VALUE=DATE:00090102" in raw(calendar(solo(answers(look_again="0009-01-02"))))


def test_a_long_name_of_a_group_is_folded() -> None:
    found = replace(solo(answers(look_again="1 June 2027")), group="Ä, " * 60)
    lines = raw(calendar(found))
    assert any(line.startswith("SUMMARY:Look again: Ä\\, Ä\\,") for line in lines)


@given(workshops())
def test_nothing_leaves_that_must_not(opened: OpenSession) -> None:
    assert calendar(leaving_of(opened)) == calendar(leaving_of(without_secrets(opened)))
