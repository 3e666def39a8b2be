"""Spreads, statements and the map of a room in words."""

import re
from dataclasses import replace

from tests.catalogue.read_rounds import FIRST, SECOND, listed, lying, moved, on_map, rated, spread
from workbook.catalogue.rounds import (
    room_words,
)
from workbook.catalogue.words import Words
from workbook.readings.change import Changed
from workbook.readings.gap import GapOfRoom
from workbook.readings.group import (
    MapOfRoom,
)
from workbook.readings.map_of_room import room_by_margins
from workbook.readings.purpose import Point


def test_the_second_round_leads_with_its_shape_and_has_figures_and_moves_below() -> None:
    words = room_words(
        spread(SECOND, before=lying(FIRST), moved=moved(14, 9, 1, answered=15), passes=2)
    )
    assert words.lead == "Spread out."
    assert words.reason == (
        "7 stand below the middle of the scale, 5 above it. "
        "Middle mark 4.5, the middle half from 3 to 6; "
        "agreement\N{NO-BREAK SPACE}0.51, was\N{NO-BREAK SPACE}0.09; 2 passed. "
        "In the round before: two groups: 7 from 1 to 3 and 6 from 7 to 9. "
        "10 of 14 with a slip moved: 9 closer to 3.5, the middle mark before and 1 "
        "further from it."
    )


def test_a_shape_is_said_in_plain_words() -> None:
    assert room_words(spread([2] * 6 + [8] * 6)).lead == "Two groups: 6 at 2 and 6 at 8."
    assert room_words(spread([1, 2, 2, 2, 3, 2, 7, 8, 8, 8, 9, 8])).lead == (
        "Two groups: 6 from 1 to 3 and 6 from 7 to 9."
    )
    assert room_words(spread([8, 8, 8, 9, 9, 7, 8])).lead == "Close together."
    assert room_words(spread([4, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 6])).lead == (
        "Leaning to the upper side."
    )
    assert room_words(spread([2, 3, 4, 5, 6, 7, 8])).lead in (
        "Spread out.",
        "No clear shape: look at the dots.",
    )
    assert room_words(spread([3, 9])).lead == "2 marks, at two places."


def test_everyone_who_moved_is_told_as_everyone() -> None:
    words = room_words(spread(SECOND, before=lying(FIRST), moved=moved(14, 0, 14)))
    assert "All 14 moved: 14 further from 3.5, the middle mark" in words.reason
    nobody = room_words(spread(SECOND, before=lying(SECOND), moved=moved(6, 0, 0)))
    assert "Nobody of 6 with a slip moved." in nobody.reason
    across = room_words(spread(SECOND, before=lying(FIRST), moved=moved(8, 2, 0, 2)))
    assert "4 of 8" not in across.reason or "2 across it" in across.reason
    assert "2 across it" in across.reason


def test_without_slips_only_what_must_have_changed_is_told() -> None:
    words = room_words(spread(SECOND, before=lying(FIRST), changed=Changed(5, 14)))
    assert "At least 5 answered otherwise than before." in words.reason
    same = room_words(spread(SECOND, before=lying(SECOND), changed=Changed(1, 14)))
    assert "about as before" in same.reason


def test_movement_that_is_withheld_is_said_without_a_number() -> None:
    words = room_words(spread(SECOND, before=lying(FIRST), moves_withheld=True))
    assert "Who changed their mark is not shown" in words.reason
    assert not re.search(r"\d+ (moved|of \d+ with)", words.reason)


def test_a_unanimous_scale_says_that_it_names_everyone() -> None:
    words = room_words(spread([7] * 9))
    assert words.lead == "All 9 marks stand at 7."
    assert "they tell what each of those who answered has answered" in words.reason
    assert room_words(spread([7])) == Words("One mark, at 7.", "")


def test_what_is_withheld_says_why_and_no_figure() -> None:
    words = room_words(replace(spread([]), withheld=True, passes=3))
    assert words.lead == "Nothing is shown: fewer than five answered."
    assert "people could be guessed" in words.reason
    assert words.reason.endswith("3 passed.")
    assert not re.search(r"\d", words.reason.removesuffix("3 passed."))
    assert room_words(spread([], passes=9)) == Words("Nobody has marked this.", "9 passed.")


def test_the_strongest_pressure_leads() -> None:
    words = listed(rated("The banner", 3, 4, 4), rated("Few hands", 1, 1, 2), rated("Jobs"))
    assert words.lead == "Strongest, median 4 of 4: “The banner”."
    assert words.items == (
        "“The banner”: close together; middle mark 4, the middle half from 3.5 to 4; "
        "agreement\N{NO-BREAK SPACE}0.83.",
        "“Few hands”: close together; middle mark 1, the middle half from 1 to 1.5; "
        "agreement\N{NO-BREAK SPACE}0.83.",
        "“Jobs”: nobody has rated it.",
    )
    assert listed(rated("a", 2), rated("b", 2)).lead == "All of these stand alike, median 2 of 4."
    two = listed(rated("a", 2), rated("b", 2), rated("c", 1))
    assert two == Words("2 are strongest alike, median 2 of 4.", "They are “a” and “b”.", two.items)


def test_the_lowest_of_the_pulse_leads() -> None:
    words = listed(rated("Asking", 3), rated("Naming", 1), role="pulse")
    assert words.lead == "Lowest, median 1 of 4: “Naming”."
    assert words.reason == "A pulse of one moment, not a measured scale."


def test_one_withheld_statement_among_others_and_all_of_them() -> None:
    words = listed(rated("a", 1, 2, 2), rated("b", withheld=True))
    assert words.items[1] == "“b”: fewer than five answered, so nothing is shown."
    assert listed(rated("a", withheld=True)).lead == "Nothing is shown: fewer than five answered."
    assert listed(rated("a")).lead == "Nobody has rated these."


def test_a_room_is_named_where_most_of_its_people_stand_in_one_corner() -> None:
    words = room_words(on_map((3, 8, 5), (9, 2, 2), people=8))
    assert words.lead == "A community, by the essay’s definition: 5 of 8."
    assert "Of 8 people: 5 high for each other and 2 high for the outside." in words.reason
    assert "themselves they name nothing" in words.reason


def test_a_room_without_a_majority_is_divided_and_says_who_stands_where() -> None:
    words = room_words(on_map((2, 9, 5), (9, 2, 5), (2, 2, 1), people=11))
    assert words.lead == "The room is divided."
    assert words.reason.startswith(
        "Of 11 people: 5 high for each other, 5 high for the outside and 1 high on neither."
    )
    few = room_words(on_map((3, 8, 5), people=14))
    assert few.lead == "No corner is known to hold most of the room."


def test_say_and_do_of_a_room_are_told_from_two_points_on() -> None:
    found = on_map((3, 8, 9), people=9)
    gap = GapOfRoom(say=9, do=3, say_more=9, do_more=0, people=9)
    words = room_words(replace(found, outside=gap))
    assert "All say more than they do for the outside: 9 against 3, by middle marks." in (
        words.reason
    )
    most = replace(gap, say_more=6)
    assert "Most say more than they do" in room_words(replace(found, outside=most)).reason
    some = replace(gap, say_more=3)
    assert "The room says more than it does for the outside" in (
        room_words(replace(found, outside=some)).reason
    )
    one = replace(gap, say=4)
    assert "more than" not in room_words(replace(found, outside=one)).reason


def test_where_single_places_are_not_kept_nothing_is_called_divided() -> None:
    chosen = {"9": 6, "2": 2}
    room = room_by_margins(chosen, chosen, 8)
    words = room_words(MapOfRoom((), Point(9, 9), None, False, room=room))
    assert words.lead == "No corner is known to hold most of the room."
    assert "Single places are not shown" in words.reason
    assert room_words(MapOfRoom((), None, None, False)).lead.startswith("Nobody")
    assert room_words(MapOfRoom((), None, None, True)).lead.startswith("Nothing is shown")
