import pytest

from tests.charts.samples import (
    ALL,
    CHOICES,
    CONSENT,
    DIVERGING,
    HOURS,
    LADDER,
    LINES,
    MAP,
    NAMES_FIT,
    ONE_ROUND,
    PRESSURES,
    PRIORITY,
    ROOM_CASES,
    SHARES,
    SPREADS,
    TWO_ROUNDS,
    map_of,
)
from workbook.charts.alt import alt_text
from workbook.charts.specs import BarRow, BarsSpec, LineRow, LinesSpec
from workbook.model.guide import Side


def test_the_map_says_axes_places_and_fields():
    assert alt_text(map_of((3, 8), (9, 5))) == (
        "A map from 0 to 10: for the outside to the right, for each other upwards, parted at 5. "
        "do: for the outside 3, for each other 8, community. "
        "say: for the outside 9, for each other 5, on the line."
    )


@pytest.mark.parametrize(
    ("point", "field"),
    [((3, 8), "community"), ((8, 8), "both, rare"), ((2, 2), "not clear yet"),
     ((9, 1), "team or project"), ((5, 9), "on the line")],
)  # fmt: skip
def test_a_place_on_the_map_is_called_as_its_corner(point, field):
    assert alt_text(map_of(point, None)).endswith(f"{field}.")


def test_people_on_the_map_are_counted_and_placed():
    assert "3 people: 2 at 1/6 and 1 at 4/9." in alt_text(MAP)


def test_scales_say_their_ends_and_marks():
    assert alt_text(LINES).startswith("For each other, from 0 to 10: say 5 and do 8.")
    assert alt_text(PRIORITY) == "From 0, trust, to 10, performance: now 7 and wished 4."


def test_a_scale_without_marks_says_only_its_ends():
    assert alt_text(LinesSpec((LineRow("", Side.INSIDE, ()),))) == "From 0 to 10."


def test_cases_say_choice_last_time_and_pass():
    said = alt_text(CHOICES)
    assert (
        "Co-lead worn out before the event: chosen now people first, done last time work first."
    ) in said
    assert "Funder wants numbers: passed, done last time work first." in said
    assert "A feud stalls the project: chosen now work first." in said


def test_counts_say_both_sides_and_passes():
    assert "before the event: 10 people first, 3 work first, 1 pass." in alt_text(DIVERGING)
    assert "Funder wants numbers: 6 people first, 8 work first." in alt_text(DIVERGING)


def test_bars_say_their_figures_and_what_they_are_of():
    assert alt_text(PRESSURES) == "People come to belong: 4 of 4. The goal is the banner: 0 of 4."
    assert alt_text(HOURS).startswith("Hours given of hours needed. Repair café: 18 of 40.")
    assert alt_text(BarsSpec((BarRow("a", 1.5, ""),), 0, 4, value_name="hours")) == "Hours. a: 1.5."


def test_the_ladder_says_each_rung():
    said = alt_text(LADDER)
    assert said.startswith("4 rungs, from the mildest to the hardest.")
    assert "A month’s money is lost: people first. We fail in public: work first." in said


def test_the_marks_of_a_room_say_their_scale_every_count_and_their_middle():
    assert alt_text(ONE_ROUND) == (
        "From 0, Trust between us, to 10, Results we deliver. 14 answers, 2 at 2, 4 at 3, 1 at 4, "
        "2 at 5, 2 at 6, 2 at 7 and 1 at 8; median 4.5; middle half from 3 to 6."
    )


def test_both_rounds_are_said_with_their_names():
    said = alt_text(TWO_ROUNDS)
    assert "Second: 14 answers, 2 at 2, 4 at 3" in said
    assert "First: 14 answers, 2 at 1, 3 at 2" in said
    assert said.endswith("median 4; middle half from 2 to 8.")


def test_cases_of_a_room_say_last_time_and_the_round_before():
    assert (
        "before the event: 10 people first, 3 work first, 1 passed; "
        "first 7 people first, 7 work first; "
        "done last time 4 people first, 8 work first, 2 not happened."
    ) in alt_text(ROOM_CASES)


def test_statements_say_their_scale_and_each_spread():
    said = alt_text(SPREADS)
    assert said.startswith(
        "From 0, not us, to 4, very much us. It is a spare-time thing: 14 answers"
    )
    assert "2 at 2, 4 at 3 and 8 at 4; median 4; middle half from 3 to 4." in said


def test_shares_say_counts_and_percent():
    said = alt_text(SHARES)
    assert said.startswith("4 rungs, from the mildest to the hardest.")
    assert "We fail in public: 6 of 14 people first (43 %), 8 work first." in said


def test_columns_say_their_counts_and_those_of_the_round_before():
    assert alt_text(NAMES_FIT) == "Yes: 9. Partly: 4. No: 1."
    said = alt_text(CONSENT)
    assert said.startswith("Second, and in brackets first. 0 Block: 0 (1). 1 No: 1 (2).")
    assert said.endswith("5 Strong support: 3 (1).")


@pytest.mark.parametrize("spec", ALL)
def test_words_stand_on_one_line_without_arrows(spec):
    assert "\n" not in alt_text(spec)
    assert "→" not in alt_text(spec)
    assert "  " not in alt_text(spec)
