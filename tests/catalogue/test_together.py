"""What was made together is told by where it came from, and offers by the needs they may meet."""

import pytest

from tests.catalogue.wording import well_worded
from workbook.catalogue.together import alive_of_counted, created_words, matches_words
from workbook.readings.created import Project, by_origin
from workbook.readings.impact import Match


def members(*chose: int | None):
    return by_origin(Project(f"p{at}", n, "members") for at, n in enumerate(chose))


@pytest.mark.parametrize(
    ("chose", "lead", "in_short"),
    [
        ((0, 1), "None of the 2 co-created projects is alive yet.", "none yet"),
        ((1,), "The co-created project is not alive yet.", "none yet"),
        ((2,), "The co-created project is alive.", "1 of 1"),
        ((2, 0, 1), "1 of 3 co-created projects is alive.", "1 of 3"),
        ((2, 3, 1), "2 of 3 co-created projects are alive.", "2 of 3"),
        ((2, 3), "Both co-created projects are alive.", "2 of 2"),
        ((2, 3, 4), "All 3 co-created projects are alive.", "3 of 3"),
    ],
)
def test_none_some_and_all_are_alive(chose, lead: str, in_short: str) -> None:
    words = created_words(members(*chose))
    assert words.lead == lead
    assert words.reason == "Alive means here that two or more people chose it."
    assert alive_of_counted(members(*chose)) == in_short
    assert well_worded(words)


def test_what_was_set_from_the_top_stands_apart_with_who_joined() -> None:
    words = created_words(
        by_origin(
            [
                Project("The newsletter", 5, "top"),
                Project("The count", 1, "top"),
                Project("The banner", 0, "top"),
                Project("The van", None, "top"),
                Project("Bike kitchen", 3, "members"),
                Project("Roof", 1, "members"),
            ]
        )
    )
    assert words.lead == "1 of 2 co-created projects is alive."
    assert words.reason == (
        "Alive means here that two or more people chose it. "
        "Set from the top, and told apart: “The newsletter”, which 5 people chose to join; "
        "“The count”, which 1 person chose to join; “The banner”, which nobody chose to join; "
        "“The van”, with no number of who chose to join."
    )


def test_without_a_project_of_members_none_is_counted() -> None:
    words = created_words(by_origin([Project("The newsletter", 5, "top")]))
    assert words.lead == "No project yet that members chose themselves."
    assert "Alive" not in words.reason


def test_what_is_not_said_is_not_counted() -> None:
    found = by_origin(
        [Project("Roof", 3, "members"), Project("Shed", None, "members"), Project("Tea", 4, "")]
    )
    words = created_words(found)
    assert words.lead == "The co-created project is alive."
    assert "not written down how many chose to join: “Shed”." in words.reason
    assert "not said where it came from: “Tea”." in words.reason
    assert created_words(members(None)).lead == (
        "How many chose the project is not written down yet."
    )
    assert well_worded(created_words(members(None, None)))


def match(offering: str, project: str) -> Match:
    return Match(project, "a van", offering, "our van", ("van",))


def test_matches_name_both_sides() -> None:
    words = matches_words((match("Kitchen", "Garden"),))
    assert words.lead == "1 offer may meet a need."
    assert words.items == ("Offered around Kitchen: “our van”. Needed for Garden: “a van”.",)
    assert well_worded(matches_words(()))


def test_an_offer_to_several_is_told_as_pairs() -> None:
    one = matches_words((match("Kitchen", "Garden"), match("Kitchen", "Bench")))
    assert one.lead == "2 pairs of an offer and a need may fit."
    two = matches_words((match("Kitchen", "Garden"), match("Shop", "Bench")))
    assert two.lead == "2 offers may meet needs."
