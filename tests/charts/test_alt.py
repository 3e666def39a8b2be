import pytest

from tests.charts.samples import (
    ALL,
    CHOICES,
    DIVERGING,
    HOURS,
    LADDER,
    LINES,
    MAP,
    PRESSURES,
    PRIORITY,
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
    assert "A month's money is lost: people first. We fail in public: work first." in said


@pytest.mark.parametrize("spec", ALL)
def test_words_stand_on_one_line_without_arrows(spec):
    assert "\n" not in alt_text(spec)
    assert "→" not in alt_text(spec)
    assert "  " not in alt_text(spec)
