import pytest

from tests.charts.samples import ALL, LINES
from workbook.charts.sizes import least_height, natural_height
from workbook.charts.specs import BarRow, BarsSpec, LinesSpec


@pytest.mark.parametrize("spec", ALL)
@pytest.mark.parametrize("width", [180, 320, 500])
def test_a_chart_likes_at_least_what_it_needs(spec, width):
    assert natural_height(spec, width) >= least_height(spec, width)


def test_more_rows_need_more_height():
    assert natural_height(LINES, 320) > natural_height(LinesSpec(LINES.rows[:1]), 320)


def test_long_labels_get_room_for_two_lines():
    short = BarsSpec((BarRow("ask", 1, "1"),), 0, 4)
    long = BarsSpec((BarRow("asking somebody else for help, also twice", 1, "1"),), 0, 4)
    assert natural_height(long, 320) > natural_height(short, 320)


def test_even_a_chart_of_nothing_has_a_height():
    assert natural_height(BarsSpec((), 0, 1), 320) > 0
