import pytest

from workbook.charts.of_readings import (
    choices_spec,
    gap_spec,
    hours_spec,
    ladder_spec,
    map_spec,
    pressures_spec,
    priority_spec,
    pulse_spec,
)
from workbook.charts.specs import BarRow, ChoiceRow
from workbook.model.guide import Side
from workbook.readings.purpose import Gap, Priority, Purpose
from workbook.readings.rare import Pressure, Pressures, Promise, Shortfall, pulse_of
from workbook.readings.wrong import BreakingPoint, Case, Cases

PURPOSE = Purpose(
    inside=Gap(say=5, do=8), outside=Gap(say=9, do=3), facts_inside=1, facts_outside=0
)


def test_the_map_goes_outside_to_the_right_and_inside_upwards():
    spec = map_spec(PURPOSE)
    assert (spec.do, spec.say) == ((3, 8), (9, 5))
    assert spec.corners == ("community", "both, rare", "not clear yet", "team or project")
    assert (spec.x_label, spec.y_label) == ("for the outside →", "for each other →")


def test_gaps_have_an_open_mark_for_say_and_a_filled_one_for_do():
    inside, outside = gap_spec(PURPOSE).rows
    assert (inside.side, outside.side) == (Side.INSIDE, Side.OUTSIDE)
    assert [(m.label, m.value, m.filled) for m in outside.marks] == [
        ("say", 9, False), ("do", 3, True),
    ]  # fmt: skip


def test_the_priority_runs_from_trust_to_results():
    (row,) = priority_spec(Priority(now=7, wished=4)).rows
    assert (row.low_label, row.low_side) == ("trust", Side.INSIDE)
    assert (row.high_label, row.high_side) == ("results", Side.OUTSIDE)
    assert [(m.label, m.value, m.filled) for m in row.marks] == [
        ("now", 7, True), ("wished", 4, False),
    ]  # fmt: skip


def test_cases_keep_their_order_and_note_a_pass():
    spec = choices_spec(
        Cases((Case("feud", Side.INSIDE, False, Side.OUTSIDE), Case("funder", None, True, None)))
    )
    assert spec.rows == (
        ChoiceRow("feud", Side.INSIDE, Side.OUTSIDE),
        ChoiceRow("funder", None, None, "passed"),
    )


def test_the_ladder_breaks_where_work_comes_first():
    assert ladder_spec(BreakingPoint(("friends", "money"), 1)).breaks_at == 1
    assert ladder_spec(BreakingPoint(("friends", "money"), None)).breaks_at is None


def test_pressures_say_their_place_on_the_scale():
    spec = pressures_spec(Pressures(0, 4, (Pressure("a", "Belonging", 3.5, 0, (3, 4)),)))
    assert (spec.rows, spec.low, spec.high) == ((BarRow("Belonging", 3.5, "3.5 of 4"),), 0, 4)


def test_the_lowest_rating_of_the_pulse_still_has_a_bar():
    spec = pulse_spec(pulse_of([("ask", 1)], 1, 5))
    assert spec.rows[0].value > spec.low
    assert spec.rows[0].value_label == "1 of 5"
    assert spec.side is Side.INSIDE


def test_hours_show_given_within_needed_for_promises_with_both_figures():
    found = Shortfall((Promise("news", 8, 9.5), Promise("bench", None, 3), Promise("", 2, 0)))
    spec = hours_spec(found)
    assert spec.rows == (
        BarRow("news", 9.5, "9.5 of 8", 8),
        BarRow("a promise without a name", 0, "0 of 2", 2),
    )
    assert (spec.low, spec.high) == (0, 9.5)


@pytest.mark.parametrize("figures", [(0, 0), (-3, 2), (10**9, 0.25)])
def test_hours_of_any_size_can_be_drawn(figures):
    from workbook.charts.figures import figure
    from workbook.charts.palette import PRINT

    spec = hours_spec(Shortfall((Promise("news", *figures),)))
    assert figure(spec, PRINT, 320, 100)
