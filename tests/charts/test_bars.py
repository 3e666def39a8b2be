from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import bars, clashes, texts
from tests.charts.samples import HOURS, LABELS, PRESSURES
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import BarRow, BarsSpec
from workbook.model.guide import Side


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def test_every_row_has_its_name_and_its_figure():
    assert set(texts(shown(PRESSURES))) == {
        "People come to belong", "The goal is the banner", "4 of 4", "0 of 4",
    }  # fmt: skip


def test_a_bar_is_as_long_as_its_value():
    spec = BarsSpec((BarRow("a", 1, "1"), BarRow("b", 2, "2"), BarRow("c", 4, "4")), 0, 4)
    one, two, four = (bar.right - bar.left for bar in bars(shown(spec), PRINT.soft))
    assert round(two / one, 3) == 2
    assert round(four / one, 3) == 4


def test_nothing_has_no_bar():
    assert bars(shown(BarsSpec((BarRow("a", 0, "0"),), 0, 4)), PRINT.soft) == []


def test_given_and_needed_are_named():
    assert {"hours given", "hours needed"} <= set(texts(shown(HOURS)))


def test_the_key_stands_whole_in_half_a_page_too():
    assert {"hours given", "hours needed"} <= set(texts(shown(HOURS, 238)))


bar_rows = st.builds(BarRow, LABELS, st.floats(0, 10), LABELS, st.none() | st.floats(0, 10))


@given(st.lists(bar_rows, max_size=7), LABELS, LABELS, st.sampled_from(Side))
def test_no_label_of_bars_collides(found, name, outline, side):
    assert clashes(shown(BarsSpec(tuple(found), 0, 10, side, name, outline), 320)) == []
