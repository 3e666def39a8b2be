from hypothesis import given
from hypothesis import strategies as st

from workbook.printing.pages.slices import Hold, Slice, fill, height_of, held

PAGE = 100.0


def piece(height: float, hold: Hold = Hold.FREE, **more: object) -> Slice:
    return Slice(height, lambda *_: None, hold=hold, **more)  # type: ignore[arg-type]


def heights(*slices: Slice) -> list[list[float]]:
    return [[placed.slice.height for placed in page] for page in fill(slices, lambda _: PAGE)]


def test_a_page_is_filled_before_the_next_begins() -> None:
    assert heights(piece(40), piece(60), piece(1)) == [[40, 60], [1]]


def test_no_slice_is_one_empty_page() -> None:
    assert heights() == [[]]


def test_what_holds_together_moves_together() -> None:
    assert heights(piece(50), piece(30, Hold.HARD), piece(30)) == [[50], [30, 30]]


def test_a_heading_never_ends_a_page() -> None:
    text = [piece(10) for _ in range(9)]
    assert heights(*text, piece(10, Hold.HARD), piece(10)) == [[10] * 9, [10, 10]]


def test_what_belongs_together_parts_where_it_is_higher_than_a_page() -> None:
    block = held([piece(30) for _ in range(5)], Hold.SOFT)
    assert heights(*block) == [[30, 30, 30], [30, 30]]


def test_then_a_heading_in_it_still_holds_on_to_its_text() -> None:
    block = held([piece(45), piece(45), piece(10, Hold.HARD), piece(20)], Hold.SOFT)
    assert heights(*block) == [[45, 45], [10, 20]]


def test_room_above_vanishes_at_the_top_of_a_page() -> None:
    pages = fill([piece(95, before=20), piece(50, before=20)], lambda _: PAGE)
    assert [[placed.top for placed in page] for page in pages] == [[0.0], [0.0]]


def test_a_header_stands_again_on_each_page() -> None:
    header = piece(10, Hold.HARD)
    rows = [piece(30, header=header) for _ in range(5)]
    assert heights(header, *rows) == [[10, 30, 30, 30], [10, 30, 30]]


def test_a_new_page_is_not_begun_twice() -> None:
    assert heights(piece(5, new_page=True), piece(5, new_page=True)) == [[5], [5]]


def test_a_slice_higher_than_a_page_does_not_stop_the_rest() -> None:
    assert heights(piece(5), piece(250), piece(5)) == [[5], [250], [5]]


holds = st.sampled_from(list(Hold))
slices = st.builds(
    piece, st.floats(1, PAGE), holds, before=st.floats(0, 20), new_page=st.booleans()
)


@given(st.lists(slices, max_size=30))
def test_every_slice_stands_once_in_order_and_inside_its_page(given_slices: list[Slice]) -> None:
    pages = fill(given_slices, lambda _: PAGE)
    assert [placed.slice for page in pages for placed in page] == given_slices
    for page in pages:
        bottom = 0.0
        for placed in page:
            assert placed.top >= bottom - 1e-6
            bottom = placed.top + placed.slice.height
        assert bottom <= PAGE + 1e-3


@given(st.lists(slices, max_size=8))
def test_height_is_what_a_page_takes(given_slices: list[Slice]) -> None:
    total = sum(s.height + s.before for s in given_slices)
    assert height_of(given_slices, at_top=False) == total
