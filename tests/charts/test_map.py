from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex
from matplotlib.patches import Circle

from tests.charts.drawn import clashes, discs, texts, words
from tests.charts.samples import LABELS, POINTS, map_of
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.parts.boxes import Box

WIDTH, HEIGHT = 240.0, 200.0
PEOPLE = st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(1, 500))


def circles(drawn):
    """Every disc and ring: its box in points, whether it is filled with ink."""
    found = []
    for artist in drawn.artists:
        if isinstance(artist, Circle):
            extent = artist.get_window_extent()
            box = Box(extent.x0, HEIGHT - extent.y1, extent.x1, HEIGHT - extent.y0)
            found.append((box, artist.get_facecolor()[:3] == artist.get_edgecolor()[:3]))
    return found


def shown(spec):
    return figure(spec, PRINT, WIDTH, HEIGHT)


def test_the_map_names_its_corners_its_axes_and_both_marks():
    assert sorted(texts(shown(map_of((3, 8), (9, 5))))) == [
        "both, rare", "community", "do", "for each other →", "for the outside →",
        "not clear yet", "say", "team or project",
    ]  # fmt: skip


def test_each_axis_has_the_colour_of_its_side():
    found = {one.text: one.colour for one in words(shown(map_of((3, 8), (9, 5))))}
    assert found["for each other →"] == PRINT.inside
    assert found["for the outside →"] == PRINT.outside


def test_corners_stand_in_their_corners():
    at = {one.text: one.box for one in words(shown(map_of((3, 8), (9, 5))))}
    assert at["community"].left < WIDTH / 2 < at["both, rare"].right
    assert at["community"].bottom < HEIGHT / 2 < at["not clear yet"].top
    assert at["team or project"].left > at["not clear yet"].right


def test_a_mark_of_five_stands_on_the_line():
    drawn = shown(map_of((5, 5), None))
    (box, _) = circles(drawn)[0]
    lines = [a for a in drawn.artists if getattr(a, "get_path", None) and len(a.get_path()) == 2]
    xs = {round(float(a.get_path().vertices[0][0]), 3) for a in lines}
    assert round((box.left + box.right) / 2, 3) in xs


def test_say_is_open_and_do_is_filled():
    kinds = [mark.get_facecolor()[:3] for mark in shown(map_of((3, 8), (9, 5))).artists
             if isinstance(mark, Circle)]  # fmt: skip
    assert len(kinds) == 2
    assert kinds[0] == (1.0, 1.0, 1.0)  # say, on white paper
    assert sum(kinds[1]) < 0.6  # do, in ink


def test_equal_marks_show_as_a_dot_in_a_ring():
    ring, dot = (box for box, _ in circles(shown(map_of((5, 5), (5, 5)))))
    assert dot.within(ring)
    assert ring.right - dot.right > 2


@given(POINTS, POINTS)
def test_marks_stay_inside_and_their_labels_touch_neither_words_nor_marks(do, say):
    drawn = shown(map_of(do, say))
    whole = Box(0, 0, WIDTH, HEIGHT)
    marks = [box for box, _ in circles(drawn)]
    assert all(box.within(whole) for box in marks)
    assert clashes(drawn) == []
    # A label's letters against the round marks, whose boxes have empty corners.
    for one in words(drawn):
        inner = Box(one.box.left + 1, one.box.top + 1, one.box.right - 1, one.box.bottom - 1)
        assert not any(inner.overlaps(box) for box in marks), one.text


@given(
    POINTS, POINTS, LABELS, LABELS, st.lists(PEOPLE, max_size=40, unique_by=lambda place: place[:2])
)
def test_no_label_however_long_collides(do, say, do_label, say_label, others):
    drawn = shown(map_of(do, say, tuple(others), do_label, say_label))
    assert clashes(drawn) == []


@given(POINTS, POINTS, POINTS, LABELS)
def test_nor_does_that_of_the_round_before(do, say, before, label):
    drawn = shown(replace(map_of(do, say), before=before, before_label=label))
    assert clashes(drawn) == []


def test_where_nothing_has_moved_there_is_no_cross():
    label = {"before_label": "do, first"}
    moved = shown(replace(map_of((3, 8), (9, 5)), before=(5, 2), **label))
    assert "do, first" in texts(moved)
    stayed = shown(replace(map_of((3, 8), (9, 5)), before=(3, 8), **label))
    assert "do, first" not in texts(stayed)


def numbers_in_circles(drawn):
    """The numbers of people with their boxes."""
    return {one.text: one.box for one in words(drawn) if one.text.isdigit()}


def test_many_at_one_place_are_a_circle_with_their_number():
    drawn = shown(map_of(None, None, ((2, 2, 12), (7, 7, 1))))
    (circle, _) = circles(drawn)[0]
    assert numbers_in_circles(drawn)["12"].within(circle)
    assert len(discs(drawn, PRINT.past)) == 1


def test_more_people_have_more_ground():
    drawn = shown(map_of(None, None, ((2, 2, 2), (5, 5, 8), (8, 8, 20))))
    few, some, many = (box.right - box.left for box, _ in circles(drawn))
    assert few < some < many


def test_do_fills_the_circle_of_the_people_there_and_their_number_is_still_read():
    drawn = shown(map_of((2, 2), (8, 8), ((2, 2, 12), (8, 8, 3))))
    found = {one.text: one.colour for one in words(drawn)}
    assert (found["12"], found["3"]) == (PRINT.paper, PRINT.ink)
    filled = [to_hex(a.get_facecolor()) for a in drawn.artists if isinstance(a, Circle)]
    assert filled.count(PRINT.ink) == 1


def everywhere(people):
    return tuple((x, y, people) for x in range(11) for y in range(11))


@pytest.mark.parametrize("size", [(360, 170), (495, 220), (900, 400), (240, 320)])
@pytest.mark.parametrize("marks", [((3, 7), (6.5, 5)), ((5, 5), (5, 5)), ((0, 10), (4.5, 4.5))])
@pytest.mark.parametrize("people", [1, 4, 60])
def test_a_full_map_stays_legible(size, marks, people):
    drawn = figure(map_of(*marks, everywhere(people)), PRINT, *size)
    assert clashes(drawn) == []
    assert len(discs(drawn, PRINT.past)) == (121 if people == 1 else 0)
    whole = Box(0, 0, *size)
    assert all(box.within(whole) for box in discs(drawn, PRINT.past))
