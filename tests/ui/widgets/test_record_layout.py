"""Where the cells of a record stand."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from workbook.ui.widgets.record_layout import places


def test_cells_that_fit_stand_on_one_line_and_share_the_rest() -> None:
    found = places([100, 100], [3, 1], 300, 0)
    assert [(p.line, p.left, p.width) for p in found] == [(0, 0, 175), (0, 175, 125)]


def test_a_share_of_nought_takes_only_what_it_needs() -> None:
    found = places([80, 100], [0, 1], 400, 10)
    assert [p.width for p in found] == [80, 310]


def test_five_cells_that_need_two_lines_stand_three_and_two() -> None:
    found = places([130] * 5, [1] * 5, 600, 6)
    assert [p.line for p in found] == [0, 0, 0, 1, 1]


@given(
    st.lists(st.tuples(st.integers(10, 200), st.integers(0, 3)), min_size=1, max_size=6),
    st.integers(200, 900),
)
def test_no_cell_is_narrower_than_it_needs_nor_overlaps(
    cells: list[tuple[int, int]], width: int
) -> None:
    needs, shares = [need for need, _ in cells], [share for _, share in cells]
    found = places(needs, shares, width, 6)
    for need, place in zip(needs, found, strict=True):
        assert place.width >= need
        assert place.left >= 0
        assert place.left + place.width <= width
    for one, other in itertools.pairwise(found):
        assert other.line == one.line + 1 or other.left >= one.left + one.width + 6
