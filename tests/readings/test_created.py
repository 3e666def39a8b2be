"""Only what members chose is co-created, and only a number says how many."""

import math

import pytest

from workbook.readings.created import Project, by_origin, how_many_chose


def test_what_was_set_from_the_top_stands_apart_with_who_joined() -> None:
    found = by_origin(
        [
            Project("The newsletter", 5, "top"),
            Project("Bike kitchen", 3, "members"),
            Project("Roof", 1, "members"),
            Project("Shed", None, "members"),
            Project("Tea", 4, ""),
        ]
    )
    assert [p.name for p in found.members] == ["Bike kitchen", "Roof", "Shed"]
    assert [p.name for p in found.alive] == ["Bike kitchen"]
    assert [(p.name, p.chose) for p in found.top] == [("The newsletter", 5)]
    assert [p.name for p in found.unsaid] == ["Tea"]


def test_an_origin_nobody_knows_counts_for_neither() -> None:
    assert [p.name for p in by_origin([Project("Tea", 4, "elsewhere")]).unsaid] == ["Tea"]


@pytest.mark.parametrize(
    ("number", "names", "people"),
    [
        (3, "Ana, Tomé", 3),
        (3.0, "", 3),
        (0, "nobody", 0),
        (None, "everybody", None),
        (None, "a dozen", None),
        (None, "nobody", None),
        (None, "Ana, Tomé and the rest", None),
        (None, "Ana", None),
        (None, "about 5 of us", None),
        (None, "", None),
        (None, " 5 ", 5),
        (None, "٤", 4),
        (None, "06912345678", None),
        (2.5, "5", None),
        (-1, "", None),
        (math.inf, "", None),
        (math.nan, "", None),
        (1e12, "", None),
    ],
)
def test_how_many_chose_is_never_guessed(number, names: str, people: int | None) -> None:
    assert how_many_chose(number, names) == people
