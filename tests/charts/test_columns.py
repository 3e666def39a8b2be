import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import bars, clashes, grey, is_striped, texts, words
from tests.charts.samples import CONSENT, LABELS, MANY_CONSENT, NAMES_FIT
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.parts.boxes import Box
from workbook.charts.specs import Column, ColumnsSpec

SIZES = [(360, 170), (495, 189), (900, 400)]


def shown(spec, width=495.0, height=189.0):
    return figure(spec, PRINT, width, height)


def test_each_level_has_its_number_its_word_and_its_count():
    found = " ".join(texts(shown(CONSENT)))
    for said in ("0", "Block", "Serious reservations", "Strong support", "6"):
        assert said in found


def test_a_column_is_as_high_as_its_count():
    yes, partly, no = (bar.bottom - bar.top for bar in bars(shown(NAMES_FIT), PRINT.ink))
    assert (yes / no, partly / no) == pytest.approx((9, 4))


def test_the_round_before_stands_beside_as_narrower_open_columns():
    drawn = shown(CONSENT)
    before = bars(drawn, PRINT.past, filled=False)[:-1]  # the last one is that of the key
    now = bars(drawn, PRINT.ink)[:-1]
    assert len(before) == 6
    assert max(bar.right - bar.left for bar in before) < min(bar.right - bar.left for bar in now)
    assert {"second", "first"} <= set(texts(drawn))


def test_a_round_alone_has_no_key():
    one = ColumnsSpec(tuple(Column(c.label, c.count) for c in CONSENT.columns), "second", "first")
    assert not {"second", "first"} & set(texts(shown(one)))


def test_levels_that_invite_objections_are_striped_on_a_copier():
    spec = ColumnsSpec((Column("low", 5, "0", low=True), Column("high", 5, "5")))
    pixels = grey(shown(spec, 200, 130))[60 * 4 : 80 * 4]
    assert is_striped(pixels[:, 40 * 4 : 60 * 4])
    assert not is_striped(pixels[:, 140 * 4 : 160 * 4])


@pytest.mark.parametrize("spec", [CONSENT, MANY_CONSENT, NAMES_FIT])
@pytest.mark.parametrize("size", SIZES)
def test_columns_touch_no_words_and_stay_inside(spec, size):
    drawn = shown(spec, *size)
    assert clashes(drawn) == []
    columns = bars(drawn, PRINT.ink) + bars(drawn, PRINT.past, filled=False)
    assert all(column.within(Box(0, 0, *size)) for column in columns)
    for one in words(drawn):
        inner = Box(one.box.left + 1, one.box.top + 1, one.box.right - 1, one.box.bottom - 1)
        assert not any(inner.overlaps(column) for column in columns), one.text


columns = st.builds(
    Column, LABELS, st.integers(0, 500), LABELS, st.none() | st.integers(0, 500), st.booleans()
)


@given(st.lists(columns, max_size=8), LABELS, LABELS)
def test_no_label_collides(found, now, before):
    assert clashes(shown(ColumnsSpec(tuple(found), now, before), 360, 170)) == []
