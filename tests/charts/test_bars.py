from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from tests.charts.drawn import clashes, grey, is_striped, texts, words
from tests.charts.samples import DIVERGING, HOURS, LABELS, PRESSURES
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import BarRow, BarsSpec, DivergingRow, DivergingSpec
from workbook.model.guide import Side


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def bars(drawn, colour):
    """Filled rectangles of a colour: left and right in points."""
    from matplotlib.colors import to_hex

    return [
        (a.get_x(), a.get_x() + a.get_width())
        for a in drawn.artists
        if isinstance(a, Rectangle) and a.get_facecolor()[3] and to_hex(a.get_facecolor()) == colour
    ]


def test_every_row_has_its_name_and_its_figure():
    assert set(texts(shown(PRESSURES))) == {
        "People come to belong", "The goal is the banner", "4 of 4", "0 of 4",
    }  # fmt: skip


def test_a_bar_is_as_long_as_its_value():
    spec = BarsSpec((BarRow("a", 1, "1"), BarRow("b", 2, "2"), BarRow("c", 4, "4")), 0, 4)
    one, two, four = (right - left for left, right in bars(shown(spec), PRINT.soft))
    assert round(two / one, 3) == 2
    assert round(four / one, 3) == 4


def test_nothing_has_no_bar():
    assert bars(shown(BarsSpec((BarRow("a", 0, "0"),), 0, 4)), PRINT.soft) == []


def test_given_and_needed_are_named():
    assert {"hours given", "hours needed"} <= set(texts(shown(HOURS)))


def test_the_key_stands_whole_in_half_a_page_too():
    assert {"hours given", "hours needed"} <= set(texts(shown(HOURS, 238)))


def test_people_and_work_have_their_counts_and_passes():
    found = texts(shown(DIVERGING))
    assert {"10", "3", "6", "8", "1 pass", "2 pass", "people first", "work first"} <= set(found)


def test_people_grow_to_the_left_and_work_to_the_right_on_one_scale():
    spec = DivergingSpec((DivergingRow("a", 4, 2),), "people", "work", "pass")
    found = {one.text: one.box for one in words(shown(spec))}
    ((left, axis),) = bars(shown(spec), PRINT.inside)
    assert found["people"].right < axis < found["work"].left
    work = found["2"].left - axis - 4
    assert abs((axis - left) - 2 * work) < 1.5


def test_on_a_copier_work_is_striped_and_people_are_plain():
    spec = DivergingSpec((DivergingRow("", 5, 5),), "", "", "")
    height = natural_height(spec, 400)
    pixels = grey(figure(spec, PRINT, 400, height))
    middle = pixels[8 * 4 : 12 * 4]  # rows of pixels through the bars
    assert not is_striped(middle[:, 100 * 4 : 150 * 4])
    assert is_striped(middle[:, 250 * 4 : 300 * 4])


rows = st.builds(DivergingRow, LABELS, *[st.integers(0, 10**6)] * 3)


@given(st.lists(rows, max_size=7), LABELS, LABELS)
def test_no_label_of_cases_collides(found, people, work):
    assert clashes(shown(DivergingSpec(tuple(found), people, work, "pass"), 320)) == []


bar_rows = st.builds(BarRow, LABELS, st.floats(0, 10), LABELS, st.none() | st.floats(0, 10))


@given(st.lists(bar_rows, max_size=7), LABELS, LABELS, st.sampled_from(Side))
def test_no_label_of_bars_collides(found, name, outline, side):
    assert clashes(shown(BarsSpec(tuple(found), 0, 10, side, name, outline), 320)) == []
