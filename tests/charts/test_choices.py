from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Circle

from tests.charts.drawn import clashes, texts, words
from tests.charts.samples import CHOICES, LABELS
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import ChoiceRow, ChoicesSpec
from workbook.model.guide import Side


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def marks(row):
    """The marks of one row: x, and whether filled; without those of the key."""
    spec = ChoicesSpec((row,), "people", "work", "", "")
    discs = [a for a in shown(spec).artists if isinstance(a, Circle)]
    return sorted((disc.center[0], disc.get_facecolor()[3] == 1) for disc in discs)


def test_columns_and_both_marks_are_named():
    found = set(texts(shown(CHOICES)))
    assert {"people first", "work first", "chosen now", "done last time", "passed"} <= found


def test_the_choice_is_filled_and_last_time_open():
    (people, chosen), (work, last) = marks(ChoiceRow("", Side.INSIDE, Side.OUTSIDE))
    assert people < work
    assert (chosen, last) == (True, False)


def test_the_same_choice_as_last_time_is_a_dot_in_a_ring():
    first, second = marks(ChoiceRow("", Side.OUTSIDE, Side.OUTSIDE))
    assert first[0] == second[0]
    assert {first[1], second[1]} == {True, False}


def test_a_pass_has_no_filled_mark():
    assert [filled for _, filled in marks(ChoiceRow("", None, Side.INSIDE, "passed"))] == [False]
    assert marks(ChoiceRow("", None, None, "passed")) == []


def test_people_stand_left_of_work():
    at = {one.text: one.box for one in words(shown(CHOICES))}
    assert at["people first"].right < at["work first"].left


sides = st.sampled_from([None, Side.INSIDE, Side.OUTSIDE])
rows = st.builds(ChoiceRow, LABELS, sides, sides, LABELS)


@given(st.lists(rows, max_size=7), LABELS, LABELS)
def test_no_label_however_long_collides(found, one, two):
    assert clashes(shown(ChoicesSpec(tuple(found), one, two, two, one), 320)) == []
