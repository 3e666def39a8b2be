"""Labels above a line that never touch."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.ui.widgets.spread import spread


def test_a_label_with_room_stands_over_its_mark() -> None:
    assert spread([(50, 20), (150, 30)], 0, 200, 8) == [40, 135]


def test_labels_of_one_value_stand_side_by_side_around_it() -> None:
    assert spread([(100, 20), (100, 20)], 0, 200, 8) == [76, 104]


def test_labels_stay_within_the_ends() -> None:
    assert spread([(0, 20), (0, 20)], 0, 200, 8) == [0, 28]
    assert spread([(200, 20), (200, 20)], 0, 200, 8) == [152, 180]


labels = st.lists(st.tuples(st.integers(0, 500), st.integers(5, 60)), max_size=6)


@given(labels)
def test_labels_never_touch_nor_leave(wanted: list[tuple[int, int]]) -> None:
    wanted.sort()
    lefts = spread(wanted, 0, 500, 8)
    edges = [(left, left + width) for left, (_, width) in zip(lefts, wanted, strict=True)]
    for (_, end), (start, _) in itertools.pairwise(edges):
        assert start - end >= 8 - 1e-6
    for start, end in edges:
        assert start >= -1e-6
        assert end <= 500 + 1e-6


@pytest.mark.parametrize("wanted", [[], [(10, 4)]])
def test_few_labels(wanted: list[tuple[float, float]]) -> None:
    assert len(spread(wanted, 0, 100, 8)) == len(wanted)
