from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import bars, clashes, grey, is_striped, texts, words
from tests.charts.samples import LABELS, SHARES
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import ShareRow, SharesSpec


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def test_each_rung_has_its_share_and_its_count():
    found = texts(shown(SHARES))
    for words_ in ("93 %", "13 of 14", "79 %", "11 of 14", "43 %", "6 of 14", "29 %", "4 of 14"):
        assert words_ in found


def test_the_bar_of_those_who_put_people_first_shrinks_with_them():
    lengths = [bar.right - bar.left for bar in bars(shown(SHARES), PRINT.inside)]
    assert lengths == pytest.approx([lengths[0] * n / 13 for n in (13, 11, 6, 4)])


def test_people_are_named_at_the_left_and_work_at_the_right():
    found = {one.text: one for one in words(shown(SHARES))}
    assert found["people first"].colour == PRINT.inside
    assert found["work first"].colour == PRINT.outside
    assert found["people first"].box.right < found["work first"].box.left


def test_on_a_copier_work_is_striped_and_people_are_plain():
    spec = SharesSpec((ShareRow("", 5),), 10, "", "")
    drawn = shown(spec)
    (bar,) = bars(drawn, PRINT.inside)
    pixels = grey(drawn)[int(bar.top + 3) * 4 : int(bar.bottom - 3) * 4]
    assert not is_striped(pixels[:, int(bar.left + 20) * 4 : int(bar.right - 20) * 4])
    assert is_striped(pixels[:, int(bar.right + 20) * 4 : int(bar.right + 80) * 4])


def test_a_tick_shows_the_round_before_and_is_named():
    rows = tuple(replace(row, before=0.5) for row in SHARES.rows)
    assert "first" in texts(shown(replace(SHARES, rows=rows, before_label="first")))
    assert "first" not in texts(shown(replace(SHARES, before_label="first")))


def test_all_and_nobody_have_one_kind_of_bar():
    assert "100 %" in texts(shown(SharesSpec((ShareRow("", 3),), 3, "", "")))
    assert bars(shown(SharesSpec((ShareRow("", 0),), 3, "", "")), PRINT.inside) == []


@pytest.mark.parametrize(("people", "percent"), [(499, 99), (1, 1), (0, 0), (500, 100), (250, 50)])
def test_only_everyone_is_all_and_only_nobody_is_none(people, percent):
    row = ShareRow("", people)
    assert SharesSpec((row,), 500, "", "").percent(row) == percent


@given(
    st.lists(
        st.builds(ShareRow, LABELS, st.integers(0, 500), st.none() | st.floats(0, 1)), max_size=6
    ),
    LABELS,
    LABELS,
    LABELS,
)
def test_no_label_collides(rows, people, work, before):
    assert clashes(shown(SharesSpec(tuple(rows), 500, people, work, before), 320)) == []
