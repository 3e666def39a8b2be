import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import bars, clashes, discs, strokes, texts, words
from tests.charts.samples import LABELS, MANY_SPREADS, SPREADS
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import Marks, SpreadRow, SpreadsSpec


def shown(spec, width=495.0, height=None):
    return figure(spec, PRINT, width, height or natural_height(spec, width))


def test_every_statement_stands_in_its_order_with_its_median():
    found = words(shown(SPREADS))
    labels = [one for one in found if one.text in {row.label for row in SPREADS.rows}]
    assert [one.text for one in sorted(labels, key=lambda one: one.box.top)] == [
        row.label for row in SPREADS.rows
    ]
    medians = [one.text for one in found if one.box.right > 490 and one.text.isdigit()]
    assert medians == ["4", "3", "2", "1"]
    assert {"median", "not us", "very much us"} <= {one.text for one in found}


def test_every_mark_is_a_dot_of_one_size_on_the_line_of_its_statement():
    drawn = shown(SPREADS)
    found = discs(drawn, PRINT.ink)
    assert len({round(dot.right - dot.left, 3) for dot in found}) == 1
    lines = [ends[0][1] for ends in strokes(drawn, PRINT.edge, 0.8)]
    tops = [0.0, *lines[:-1]]
    for row, top, line in zip(SPREADS.rows, tops, lines, strict=True):
        assert sum(top < dot.top and dot.bottom < line for dot in found) == row.marks.n


def test_of_many_people_there_are_columns_with_counts():
    drawn = shown(MANY_SPREADS)
    assert discs(drawn, PRINT.ink) == []
    counts = [count for row in MANY_SPREADS.rows for count in row.marks.counts if count]
    assert len(bars(drawn, PRINT.ink)) == len(counts)
    assert {str(count) for count in counts} <= set(texts(drawn))


@pytest.mark.parametrize("spec", [SPREADS, MANY_SPREADS])
@pytest.mark.parametrize("size", [(360, 170), (495, 189), (900, 400)])
def test_piles_touch_no_words(spec, size):
    drawn = shown(spec, *size)
    assert clashes(drawn) == []
    piles = discs(drawn, PRINT.ink) + bars(drawn, PRINT.ink)
    # Where there is little room all of it is drawn smaller, and so are the words.
    zoom = drawn.artists[0].get_transform().transform((1, 0))[0]
    for one in words(drawn):
        box = one.box
        for pile in piles:
            across = box.left + 1 < zoom * pile.right and zoom * pile.left < box.right - 1
            down = box.top + 1 < zoom * pile.bottom and zoom * pile.top < box.bottom - 1
            assert not (across and down), one.text


rows = st.builds(
    SpreadRow,
    LABELS,
    st.lists(st.integers(0, 500), min_size=5, max_size=5).map(lambda c: Marks(tuple(c), 2.5)),
)


@given(st.lists(rows, max_size=6), LABELS, LABELS, LABELS)
def test_no_label_collides(found, median, low, high):
    spec = SpreadsSpec(tuple(found), 0, 4, median, low, high)
    assert clashes(shown(spec, 320)) == []
