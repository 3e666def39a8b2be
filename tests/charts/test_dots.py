import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch

from tests.charts.drawn import bars, clashes, discs, strokes, texts, words
from tests.charts.samples import BEFORE, LABELS, NOW, ONE_ROUND, TWO_ROUNDS, dots, times
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.parts.boxes import Box
from workbook.charts.specs import DotsSpec, Marks
from workbook.model.guide import Side

WIDTH, HEIGHT = 495.0, 189.0  # the wall's 1100 × 420 pixels with letters of 20 pixels


def shown(spec, width=WIDTH, height=HEIGHT):
    return figure(spec, PRINT, width, height)


def numbers(drawn):
    """The numbers of the scale, by their value."""
    found = [w for w in words(drawn) if w.text.isdigit() and w.colour == PRINT.soft]
    return {int(one.text): one.box for one in found}


def test_there_is_a_dot_for_each_mark_over_its_number():
    drawn = shown(TWO_ROUNDS)
    above, below = discs(drawn, PRINT.ink), discs(drawn, PRINT.past)
    assert (len(above), len(below)) == (14, 14)
    for value, place in numbers(drawn).items():
        for found, marks in ((above, NOW), (below, BEFORE)):
            middle = (place.left + place.right) / 2
            here = [dot for dot in found if abs((dot.left + dot.right) / 2 - middle) < 1]
            assert len(here) == marks.counts[value]


def test_the_round_before_hangs_below_smaller_and_fainter():
    drawn = shown(TWO_ROUNDS)
    above, below = discs(drawn, PRINT.ink), discs(drawn, PRINT.past)
    line = strokes(drawn, PRINT.edge, 0.8)[0][0][1]
    assert max(dot.bottom for dot in above) < line < min(dot.top for dot in below)
    sizes = [dot.right - dot.left for dot in (above[0], below[0])]
    assert sizes[1] < 0.7 * sizes[0]


def test_rounds_are_named_at_the_right_end_of_their_side():
    drawn = shown(TWO_ROUNDS)
    found = {one.text: one.box for one in words(drawn)}
    line = strokes(drawn, PRINT.edge, 0.8)[0][0][1]
    assert found["second"].bottom < line < found["first"].top
    assert found["second"].right == pytest.approx(WIDTH, abs=1)


def test_a_round_alone_needs_no_name_and_the_whole_width():
    assert "second" not in texts(shown(ONE_ROUND))
    assert strokes(shown(ONE_ROUND), PRINT.edge, 0.8)[0][1][0] == WIDTH


def test_the_ends_are_named_in_the_colours_of_their_sides():
    found = {one.text: one for one in words(shown(TWO_ROUNDS))}
    assert found["Trust between us"].colour == PRINT.inside
    assert found["Results we deliver"].colour == PRINT.outside
    assert found["Trust between us"].box.right < found["Results we deliver"].box.left


def test_the_middle_half_lies_on_the_line_and_the_median_under_it():
    drawn = shown(ONE_ROUND)
    at = {value: (box.left + box.right) / 2 for value, box in numbers(drawn).items()}
    ((start, end),) = strokes(drawn, PRINT.ink, 2.2)
    assert (start[0], end[0]) == pytest.approx((at[3], at[6]), abs=2)
    (median,) = [
        a.get_path().get_extents() for a in drawn.artists
        if isinstance(a, PathPatch) and a.get_facecolor()[3] and len(a.get_path()) == 4
        and to_hex(a.get_facecolor()) == PRINT.ink
    ]  # fmt: skip
    assert (median.x0 + median.x1) / 2 == pytest.approx((at[4] + at[5]) / 2, abs=0.5)
    assert median.y0 > start[1]


@pytest.mark.parametrize(("people", "columns"), [(59, False), (60, True), (500, True)])
def test_from_sixty_people_on_there_are_columns_with_counts(people, columns):
    counts = (0, 0, people - 20, 12, 0, 0, 5, 3, 0, 0, 0)
    drawn = shown(dots(Marks(counts), BEFORE))
    assert bool(bars(drawn, PRINT.ink)) is columns
    assert len(discs(drawn, PRINT.ink)) == (0 if columns else people)
    written = [one.text for one in words(drawn) if one.colour == PRINT.ink]
    assert written == ([str(count) for count in counts if count] if columns else [])


def test_where_one_round_has_columns_both_have_and_on_one_scale():
    drawn = shown(dots(NOW, times(BEFORE, 5)))
    assert discs(drawn, PRINT.ink) == discs(drawn, PRINT.past) == []
    above = {round(bar.bottom - bar.top, 1) for bar in bars(drawn, PRINT.ink)}
    below = {round(bar.bottom - bar.top, 1) for bar in bars(drawn, PRINT.past, filled=False)}
    assert max(below) / max(above) == pytest.approx(15 / 4, rel=0.05)


def test_columns_of_the_round_before_are_open_on_a_copier():
    drawn = shown(dots(times(NOW, 30), times(BEFORE, 30)))
    assert bars(drawn, PRINT.past) == []
    assert len(bars(drawn, PRINT.past, filled=False)) == 7


def test_a_single_voice_among_five_hundred_is_seen_and_counted():
    drawn = shown(dots(Marks((1, 499, *[0] * 9))))
    lowest = min(bar.bottom - bar.top for bar in bars(drawn, PRINT.ink))
    assert lowest >= 1
    assert {"1", "499"} <= {one.text for one in words(drawn) if one.colour == PRINT.ink}


def test_when_all_stand_at_one_place_each_is_still_seen():
    drawn = shown(dots(Marks((0,) * 4 + (59,) + (0,) * 6), BEFORE))
    found = discs(drawn, PRINT.ink)
    assert len({(round(dot.left, 1), round(dot.top, 1)) for dot in found}) == 59
    assert found[0].right - found[0].left > 3


def test_drawing_costs_the_same_for_one_dot_and_for_fifty():
    few = shown(dots(Marks((1,) + (0,) * 10)))
    many = shown(dots(Marks((5,) * 10 + (0,))))
    assert len(few.artists) == len(many.artists)


rounds = st.lists(st.integers(0, 9) | st.integers(0, 500), min_size=11, max_size=11).map(
    lambda counts: Marks(tuple(counts), 5, (2, 7))
)
specs = st.builds(
    DotsSpec, st.just(0), st.just(10), rounds, LABELS, st.none() | rounds, LABELS, LABELS, LABELS,
    st.sampled_from(Side), st.sampled_from(Side),
)  # fmt: skip


@given(specs, st.sampled_from([(360, 170), (495, 189), (900, 400), (240, 130)]))
def test_nothing_collides_or_leaves_the_figure(spec, size):
    drawn = shown(spec, *size)
    assert clashes(drawn) == []
    whole = Box(-0.5, -0.5, size[0] + 0.5, size[1] + 0.5)
    dots_there = discs(drawn, PRINT.ink) + discs(drawn, PRINT.past)
    columns = bars(drawn, PRINT.ink) + bars(drawn, PRINT.past, filled=False)
    assert all(box.within(whole) for box in (*dots_there, *columns))
    for at, dot in enumerate(dots_there):
        for other in dots_there[at + 1 :]:
            gap_x = (dot.left + dot.right - other.left - other.right) / 2
            gap_y = (dot.top + dot.bottom - other.top - other.bottom) / 2
            assert (
                gap_x**2 + gap_y**2 >= ((dot.right - dot.left + other.right - other.left) / 2) ** 2
            )
    for one in words(drawn):
        inner = Box(one.box.left + 1, one.box.top + 1, one.box.right - 1, one.box.bottom - 1)
        assert not any(inner.overlaps(box) for box in (*dots_there, *columns)), one.text
