from dataclasses import replace

import pytest

from workbook.charts.of_rounds import alt_text, room_chart
from workbook.charts.specs import (
    Column,
    ColumnsSpec,
    DivergingRow,
    DotsSpec,
    LastTime,
    Marks,
    ShareRow,
    SpreadRow,
    SpreadsSpec,
)
from workbook.model.guide import Side
from workbook.readings.distribution import distribution
from workbook.readings.group import (
    BreakingShares,
    CasesOfRoom,
    CaseVotes,
    ConsentVotes,
    MapOfRoom,
    OptionVotes,
    Spread,
    SpreadList,
)
from workbook.readings.purpose import Point

NOW = distribution([2, 2, 3, 3, 3, 3, 4, 5, 5, 6, 6, 7, 7, 8], 0, 10)
SPREAD = Spread(
    "scale", "now", "where we stand now", "Trust between us", "Results we deliver",
    Side.INSIDE, Side.OUTSIDE, 0, 10, NOW, 0, withheld=False,
)  # fmt: skip
PRESSURE = Spread(
    "pressures", "a", "People come to belong", "not us", "very much us",
    Side.NEITHER, Side.NEITHER, 0, 4, distribution([3, 4, 4, 4, 2], 0, 4), 0, withheld=False,
)  # fmt: skip
LIST = SpreadList("pressures", "pressures", "How much is this us?", (PRESSURE,))
CASE = CaseVotes("feud", "A feud", 6, 3, 1, False, 2, 7, 1, 8, 5)
CASES = CasesOfRoom((CASE,), "feud")
SHARES = BreakingShares("rungs", ("friends", "money"), (13 / 14, 6 / 14), 14, 6, 0, withheld=False)
MAP = MapOfRoom(((3, 7, 4), (8, 2, 1)), Point(3, 7), Point(8, 6.5), withheld=False)
LABELS = ("Block", "No", "Serious reservations", "Go along", "Support", "Strong support")
CONSENT = ConsentVotes("consent", (0, 1, 1, 3, 6, 3), LABELS, 14, 0, 2, withheld=False)
OPTIONS = OptionVotes("fits", "Does it fit?", (("Yes", 9), ("No", 5)), 14, 0, withheld=False)
EVERY = (SPREAD, LIST, CASES, SHARES, MAP, CONSENT, OPTIONS)


@pytest.mark.parametrize("reading", EVERY)
def test_every_reading_has_a_chart_that_can_be_said(reading):
    chart = room_chart(reading)
    assert chart is not None
    assert len(alt_text(chart)) > 10


WITHHELD = (
    replace(SPREAD, now=None, withheld=True),
    replace(LIST, items=(replace(PRESSURE, now=None, withheld=True),)),
    CasesOfRoom((replace(CASE, people=0, work=0, passes=0, withheld=True),), ""),
    replace(SHARES, shares=(), withheld=True),
    MapOfRoom((), None, None, withheld=True),
    replace(CONSENT, counts=(), answered=0, withheld=True),
    replace(OPTIONS, options=(), withheld=True),
)
UNANSWERED = (
    replace(SPREAD, now=None),
    replace(LIST, items=(replace(PRESSURE, now=None),)),
    CasesOfRoom((replace(CASE, people=0, work=0, passes=0),), ""),
    replace(SHARES, shares=(), answered=0),
    MapOfRoom((), None, None, withheld=False),
    replace(CONSENT, counts=(0,) * 6, answered=0),
    replace(OPTIONS, options=(("Yes", 0), ("No", 0)), answered=0),
)


@pytest.mark.parametrize("reading", [*WITHHELD, *UNANSWERED])
def test_what_is_withheld_or_unanswered_has_no_chart(reading):
    assert room_chart(reading) is None


@pytest.mark.parametrize(
    "reading", [r for r in EVERY if not isinstance(r, CasesOfRoom | SpreadList)]
)
def test_nothing_withheld_is_drawn_even_where_figures_stand_in_it(reading):
    assert room_chart(replace(reading, withheld=True)) is None


def test_one_withheld_case_or_statement_leaves_the_others():
    cases = CasesOfRoom((CASE, replace(CASE, title="Newcomers", withheld=True)), "")
    assert [row.label for row in room_chart(cases).rows] == ["A feud"]
    listed = replace(LIST, items=(replace(PRESSURE, now=None, withheld=True), PRESSURE))
    assert len(room_chart(listed).rows) == 1


def test_a_scale_has_its_marks_median_and_middle_half():
    chart = room_chart(SPREAD)
    assert isinstance(chart, DotsSpec)
    assert chart.now == Marks(NOW.counts, 4.5, (3, 6))
    assert (chart.low_label, chart.low_side) == ("Trust between us", Side.INSIDE)
    assert chart.before is None


@pytest.mark.parametrize(
    ("numbers", "names"),
    [((), ("this round", "round before")), ((2,), ("second", "first")),
     ((3,), ("third", "second")), ((3, 1), ("third", "first")), ((5,), ("round 5", "round 4"))],
)  # fmt: skip
def test_rounds_are_named_by_their_numbers(numbers, names):
    chart = room_chart(replace(SPREAD, before=NOW), *numbers)
    assert (chart.now_label, chart.before_label) == names


def test_statements_keep_their_order():
    items = (PRESSURE, replace(PRESSURE, title="Few hands"))
    chart = room_chart(replace(LIST, items=items))
    assert isinstance(chart, SpreadsSpec)
    assert chart.rows == (
        SpreadRow("People come to belong", Marks((0, 0, 1, 1, 3), 4, (3, 4))),
        SpreadRow("Few hands", Marks((0, 0, 1, 1, 3), 4, (3, 4))),
    )
    assert (chart.low_label, chart.high_label) == ("not us", "very much us")


def test_cases_have_passes_last_time_and_the_round_before():
    assert room_chart(CASES).rows == (DivergingRow("A feud", 6, 3, 1, LastTime(2, 7, 1)),)
    again = CasesOfRoom((replace(CASE, people_before=4, work_before=5),), "feud")
    assert room_chart(again, 2).rows[0].before == (4, 5)
    assert (room_chart(again, 2).chosen_label, room_chart(again, 2).before_label) == (
        "second", "first",
    )  # fmt: skip
    unasked = CasesOfRoom((replace(CASE, last_people=0, last_work=0, last_never=0),), "")
    assert room_chart(unasked).rows[0].last is None


def test_shares_become_people_again():
    assert room_chart(SHARES).rows == (ShareRow("friends", 13), ShareRow("money", 6))


def test_shares_map_and_options_show_the_round_before():
    shares = room_chart(replace(SHARES, before=(0.5, 0.25), answered_before=8), 2)
    assert [row.before for row in shares.rows] == [0.5, 0.25]
    assert shares.before_label == "first"
    assert "first 25 %" in alt_text(shares)
    place = room_chart(replace(MAP, before=Point(9, 2)), 2)
    assert (place.before, place.before_label) == ((9, 2), "do, first")
    assert "Do, first: " in alt_text(place) or "do, first: " in alt_text(place)
    options = room_chart(replace(OPTIONS, before=(3, 8)), 2)
    assert options == ColumnsSpec(
        (Column("Yes", 9, before=3), Column("No", 5, before=8)), "second", "first"
    )


def test_the_map_has_everyone_and_the_medians():
    chart = room_chart(MAP)
    assert (chart.do, chart.say) == ((3, 7), (8, 6.5))
    assert chart.others == MAP.points
    assert chart.corners == ("community", "both, rare", "not clear yet", "team or project")


def test_the_levels_that_invite_objections_are_marked():
    chart = room_chart(replace(CONSENT, before=(1, 2, 3, 4, 3, 1)), 2)
    assert isinstance(chart, ColumnsSpec)
    assert [column.low for column in chart.columns] == [True] * 3 + [False] * 3
    assert chart.columns[2] == Column("Serious reservations", 1, "2", 3, low=True)


def test_options_are_columns_with_their_words():
    assert room_chart(OPTIONS) == ColumnsSpec((Column("Yes", 9), Column("No", 5)))
