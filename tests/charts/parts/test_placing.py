from hypothesis import given
from hypothesis import strategies as st

from workbook.charts.parts.boxes import Box, around
from workbook.charts.parts.placing import Mark, Surroundings, place_labels

FRAME = Box(0, 0, 200, 160)
CORNERS = (Box(5, 5, 60, 13), Box(140, 5, 195, 13), Box(5, 147, 60, 155), Box(140, 147, 195, 155))
places = st.tuples(st.floats(9, 191), st.floats(23, 137))


def boxes(*marks: Mark, **there: object) -> list[Box]:
    return place_labels(marks, 8, Surroundings(FRAME, CORNERS, **there))  # type: ignore[arg-type]


def test_a_label_stands_under_its_mark_where_nothing_is_in_the_way():
    assert boxes(Mark((100, 80), 6, 20, below=True)) == [Box(90, 88, 110, 96)]


def test_or_above_it():
    assert boxes(Mark((100, 80), 6, 20, below=False)) == [Box(90, 64, 110, 72)]


def test_it_steps_aside_from_the_line_between_the_marks():
    line = ((100.0, 40.0), (100.0, 120.0))
    (box,) = boxes(Mark((100, 40), 6, 20, below=True), link=line)
    assert not box.crossed_by(*line)


def test_it_avoids_people():
    dot = around(100, 92, 3)
    (box,) = boxes(Mark((100, 80), 6, 20, below=True), dots=(dot,))
    assert not box.overlaps(dot)


@given(places, places, st.floats(1, 90), st.floats(1, 90))
def test_labels_never_touch_marks_words_each_other_or_the_frame(one, two, wide, wider):
    marks = (Mark(one, 6, wide, below=True), Mark(two, 6, wider, below=False))
    found = boxes(*marks)
    there = [*CORNERS, around(*one, 6), around(*two, 6)]
    assert all(box.within(FRAME) for box in found)
    assert not any(box.overlaps(other) for box in found for other in there)
    assert not found[0].overlaps(found[1])


def test_in_a_frame_without_room_a_label_still_stands_by_its_mark():
    crowded = Surroundings(Box(0, 0, 20, 20), (Box(0, 0, 20, 20),))
    assert place_labels((Mark((10, 10), 6, 30, below=True),), 8, crowded)
