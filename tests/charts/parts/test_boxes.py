from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.parts.boxes import Box, around, spread

numbers = st.floats(0, 100)


def test_boxes_that_share_an_edge_do_not_overlap():
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 20, 20))


def test_a_line_through_a_box_crosses_it_and_one_beside_it_does_not():
    box = Box(10, 10, 20, 20)
    assert box.crossed_by((0, 0), (30, 30))
    assert box.crossed_by((12, 12), (13, 13))
    assert box.crossed_by((15, 0), (15, 30))
    assert not box.crossed_by((0, 0), (30, 5))
    assert not box.crossed_by((0, 0), (9, 9))
    assert not box.crossed_by((25, 0), (25, 30))


def test_around_a_dot_is_twice_its_radius_wide():
    assert around(5, 5, 2) == Box(3, 3, 7, 7)


def test_labels_with_room_stand_where_they_wish():
    assert spread((20, 60), (10, 10), 0, 100, 2) == (20, 60)


def test_labels_at_one_place_part_evenly_and_keep_their_order():
    assert spread((50, 50), (10, 10), 0, 100, 2) == (44, 56)


def test_labels_at_the_end_are_pushed_back_in():
    assert spread((100, 98), (10, 10), 0, 100, 2) == (95, 83)


@given(st.lists(st.tuples(numbers, st.floats(0, 15)), max_size=6))
def test_labels_never_touch_or_leave_while_there_is_room(wished):
    centres, widths = [c for c, _ in wished], [w for _, w in wished]
    places = spread(centres, widths, 0, 120, 4)
    boxes = sorted((p - w / 2, p + w / 2) for p, w in zip(places, widths, strict=True))
    assert all(left > -1e-6 and right < 120 + 1e-6 for left, right in boxes)
    assert all(second[0] - first[1] > 4 - 1e-6 for first, second in pairwise(boxes))
