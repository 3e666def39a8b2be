from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import clashes, grey, is_striped, texts, words
from tests.charts.samples import LABELS, LADDER
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.specs import LadderSpec

RUNGS = ("friends", "money", "public", "end")


def shown(breaks_at):
    return figure(LadderSpec(RUNGS, breaks_at, "people first", "work first"), PRINT, 400, 160)


def test_rungs_rise():
    at = {one.text: one.box for one in words(shown(2))}
    tops = [at[rung].top for rung in RUNGS]
    lefts = [at[rung].left for rung in RUNGS]
    assert tops == sorted(tops, reverse=True)
    assert lefts == sorted(lefts)


def test_people_first_stands_under_the_rungs_below_and_work_under_those_from_it_on():
    at = {one.text: one.box for one in words(shown(1))}
    assert at["people first"].left < at["money"].left < at["work first"].left


def test_never_and_from_the_first_rung_on_are_said():
    assert "work first" not in texts(shown(None))
    assert "people first" not in texts(shown(0))


def test_on_a_copier_steps_of_work_are_striped_and_those_of_people_plain():
    pixels = grey(shown(1))
    feet = pixels[133 * 4 : 139 * 4]  # just above the ground
    assert not is_striped(feet[:, 20 * 4 : 80 * 4])
    assert is_striped(feet[:, 120 * 4 : 180 * 4])


def test_long_rungs_stand_on_up_to_three_lines():
    found = texts(figure(LADDER, PRINT, 230, 150))
    assert {"Friends are", "disappointed"} <= set(found)


@given(st.lists(LABELS, min_size=1, max_size=7), LABELS, LABELS, st.integers(0, 6))
def test_no_label_however_long_collides(rungs, people, work, at):
    breaks_at = at if at < len(rungs) else None
    assert clashes(figure(LadderSpec(tuple(rungs), breaks_at, people, work), PRINT, 320, 150)) == []
