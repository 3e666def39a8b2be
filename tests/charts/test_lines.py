from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Circle

from tests.charts.drawn import clashes, texts, words
from tests.charts.samples import LABELS, LINES, PRIORITY, VALUES, scale
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import LineMark, LineRow, LinesSpec
from workbook.model.guide import Side


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def test_marks_carry_their_name_and_value():
    assert {"say · 5", "do · 8", "say · 9", "do · 3"} <= set(texts(shown(LINES)))


def test_a_value_between_is_written_with_its_half():
    assert "say · 4.5" in texts(shown(LinesSpec((scale(4.5, 8),))))


def test_a_mark_without_a_name_shows_its_value():
    spec = LinesSpec((LineRow("", Side.INSIDE, (LineMark(7, "", True),)),))
    assert texts(shown(spec)).count("7") == 2  # at the mark and on the scale


def test_the_scale_is_numbered():
    assert {str(value) for value in range(11)} <= set(texts(shown(LinesSpec((scale(5, 8),)))))


def test_a_scale_with_many_steps_numbers_its_ends_and_middle():
    assert texts(shown(LinesSpec((LineRow("", Side.INSIDE, ()),), 0, 100))) == ["0", "50", "100"]
    assert texts(shown(LinesSpec((LineRow("", Side.INSIDE, ()),), 0, 99))) == ["0", "99"]


def test_poles_stand_at_the_ends_in_their_colours():
    found = {one.text: one for one in words(shown(PRIORITY))}
    assert found["trust"].colour == PRINT.inside
    assert found["performance"].colour == PRINT.outside
    assert found["trust"].box.right < 200 < found["performance"].box.left


def test_on_a_narrow_chart_names_stand_above_their_lines():
    wide = {one.text: one.box for one in words(shown(LinesSpec((scale(5, 8),)), 400))}
    narrow = {one.text: one.box for one in words(shown(LinesSpec((scale(5, 8),)), 200))}
    assert wide["For each other"].right < wide["0"].left
    assert narrow["For each other"].bottom < narrow["0"].top


def test_equal_marks_show_as_a_dot_in_a_ring():
    discs = [a for a in shown(LinesSpec((scale(5, 5),))).artists if isinstance(a, Circle)]
    ring, dot = discs
    assert ring.center == dot.center
    assert ring.radius - dot.radius > 2


@given(VALUES, VALUES, st.sampled_from([180.0, 240.0, 320.0, 500.0]))
def test_labels_of_near_marks_never_touch(say, do, width):
    assert clashes(shown(LinesSpec((scale(say, do), scale(do, say))), width)) == []


@given(VALUES, VALUES, LABELS, LABELS, LABELS)
def test_no_label_however_long_collides(say, do, name, say_label, do_label):
    marks = LineMark(say, say_label, False), LineMark(do, do_label, True)
    row = LineRow(name, Side.OUTSIDE, marks, say_label, do_label)
    assert clashes(shown(LinesSpec((row, row)), 320)) == []
