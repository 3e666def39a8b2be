from hypothesis import given
from hypothesis import strategies as st

from tests.charts.drawn import bars, clashes, grey, is_striped, strokes, texts, words
from tests.charts.samples import DIVERGING, LABELS, MANY_CASES, ROOM_CASES
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import DivergingRow, DivergingSpec, LastTime


def shown(spec, width=400.0):
    return figure(spec, PRINT, width, natural_height(spec, width))


def one(**of) -> DivergingSpec:
    row = DivergingRow("case", **of)
    return DivergingSpec((row,), "people", "work", "passed", "now", "last time", "never", "before")


def test_people_and_work_have_their_counts_and_passes():
    found = texts(shown(DIVERGING))
    assert {"10", "3", "6", "8", "1 pass", "2 pass", "people first", "work first"} <= set(found)


def test_people_grow_to_the_left_and_work_to_the_right_on_one_scale():
    spec = DivergingSpec((DivergingRow("a", 4, 2),), "people", "work", "pass")
    found = {one.text: one.box for one in words(shown(spec))}
    (bar,) = bars(shown(spec), PRINT.inside)
    left, axis = bar.left, bar.right
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


def test_last_time_is_an_open_bar_thinner_than_the_choice():
    drawn = shown(one(people=6, work=2, last=LastTime(3, 4)))
    (chosen,) = bars(drawn, PRINT.inside)
    last = bars(drawn, PRINT.inside, filled=False)[0]
    assert last.bottom - last.top < (chosen.bottom - chosen.top) / 2
    assert last.top > chosen.bottom
    assert abs((chosen.right - chosen.left) - 2 * (last.right - last.left)) < 2.5


def test_what_has_not_happened_and_passes_stand_apart_with_their_names():
    found = texts(shown(one(people=6, work=2, passes=3, last=LastTime(3, 4, 1))))
    assert {"3 passed", "1 never"} <= set(found)


def test_every_count_of_last_time_is_written():
    assert [t for t in texts(shown(one(people=9, work=8, last=LastTime(3, 4)))) if t.isdigit()] == [
        "9", "8", "3", "4",
    ]  # fmt: skip


def test_the_round_before_is_a_tick_on_each_side_that_has_one():
    assert len(ticks(one(people=5, work=2, before=(3, 4)))) == 2
    assert len(ticks(one(people=5, work=2, before=(7, 0)))) == 1
    assert ticks(one(people=5, work=2)) == []


def ticks(spec):
    return strokes(shown(spec), PRINT.ink, 1.6)[:-1]  # the last one is that of the key


def test_bars_are_named_where_there_is_more_than_one_kind():
    everything = texts(shown(one(people=5, work=2, last=LastTime(1, 1), before=(1, 1))))
    assert {"now", "last time", "before"} <= set(everything)
    assert {"now", "last time"} & set(texts(shown(one(people=5, work=2)))) == set()
    assert "before" not in texts(shown(one(people=5, work=2, last=LastTime(1, 1))))


def test_numbers_stand_clear_of_ticks():
    for people in range(12):
        for before in range(12):
            spec = one(people=people, work=11 - people, before=(before, 11 - before))
            drawn = shown(spec, 300)
            at = [left for left, _ in (tick[0] for tick in strokes(drawn, PRINT.ink, 1.6)[:-1])]
            for found in words(drawn):
                if found.text.isdigit():
                    assert not any(found.box.left < x < found.box.right for x in at), spec


def test_every_case_is_named_whole_on_the_wall():
    for spec in (ROOM_CASES, MANY_CASES):
        drawn = figure(spec, PRINT, 495, 189)
        said = " ".join(texts(drawn))
        assert all(word in said for row in spec.rows for word in row.label.split())


counts = st.integers(0, 10**6)
lasts = st.none() | st.builds(LastTime, counts, counts, counts)
rows = st.builds(
    DivergingRow, LABELS, counts, counts, counts, lasts, st.none() | st.tuples(counts, counts)
)


@given(st.lists(rows, max_size=7), LABELS, LABELS, LABELS)
def test_no_label_of_cases_collides(found, people, work, name):
    spec = DivergingSpec(tuple(found), people, work, "pass", name, name, name, name)
    assert clashes(shown(spec, 320)) == []
