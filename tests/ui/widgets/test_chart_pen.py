"""Charts on a screen: what is measured is what is drawn, edges are crisp, clips hold."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from workbook.charts.pen import Face, Fill, Step, Stroke
from workbook.ui.widgets.chart_pen import PainterLettering, PainterPen

BLACK = Fill((0.0, 0.0, 0.0))
SIZE = 200  # of the paper, in points


class Paper:
    """White paper of SIZE × SIZE points with a pen on it; a point is so many pixels."""

    def __init__(self, pixels: float = 4.0) -> None:
        self.pixels = pixels
        high = round(SIZE * pixels)
        self._image = QImage(high, high, QImage.Format.Format_Grayscale8)
        self._image.fill(255)
        self._painter = QPainter(self._image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.translate(0, high)
        self._painter.scale(pixels, -pixels)
        self.pen = PainterPen(self._painter, pixels)

    def dark(self) -> np.ndarray:
        """How dark each pixel is, from 0 to 255; the row at the foot is the first."""
        if self._painter.isActive():
            self._painter.end()
        rows = np.frombuffer(self._image.constBits(), np.uint8)
        rows = rows.reshape(self._image.height(), self._image.bytesPerLine())
        return 255 - rows[::-1, : self._image.width()].astype(int)

    def ink(self) -> tuple[float, float, float, float]:
        """The left, foot, right and top of all that is drawn, in points."""
        ys, xs = np.nonzero(self.dark() > 40)
        edges = (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1)
        left, foot, right, top = (float(edge) / self.pixels for edge in edges)
        return left, foot, right, top


def box(left: float, foot: float, right: float, top: float) -> list[Step]:
    corners = [(left, foot), (right, foot), (right, top), (left, top)]
    lines: list[Step] = [("L", corner) for corner in corners[1:]]
    return [("M", corners[0]), *lines, ("Z", ())]


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("text", ["HamburgefonstivH", "12 of 500 →", "Ђурађ", "日本語", "ﬁnH"])
def test_words_are_as_wide_as_they_were_measured(text: str, face: Face) -> None:
    paper = Paper()
    measured = paper.pen.width(text, face, 9)
    paper.pen.words(text, face, 9, 20, 100, 0, BLACK)
    left, _, right, _ = paper.ink()
    # The ink begins and ends a little inside of its width.
    assert 20 - 0.5 <= left <= 20 + 1.6
    assert measured - 1.6 <= right - 20 <= measured + 0.5


@pytest.mark.usefixtures("theme")
def test_words_that_run_to_the_left_stand_in_the_same_place() -> None:
    paper = Paper()
    measured = paper.pen.width("שלום עולם 12", Face.REGULAR, 9)
    paper.pen.words("שלום עולם 12", Face.REGULAR, 9, 20, 100, 0, BLACK)
    left, _, right, _ = paper.ink()
    assert left >= 19.5 and right <= 20 + measured + 0.5


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("size", [6.0, 8.25, 9.0, 30.0])
def test_sizes_need_not_be_whole(size: float) -> None:
    """Else words would not fit where they were fitted for another size."""
    paper = Paper()
    assert paper.pen.width("Hn", Face.REGULAR, size) == pytest.approx(
        paper.pen.width("Hn", Face.REGULAR, 1.0) * size
    )
    paper.pen.words("H", Face.REGULAR, size, 20, 20, 0, BLACK)
    _, foot, _, top = paper.ink()
    assert foot == pytest.approx(20, abs=0.3)
    assert top - 20 == pytest.approx(0.66 * size, abs=0.04 * size + 0.3)


@pytest.mark.usefixtures("theme")
def test_words_turn_anticlockwise() -> None:
    paper = Paper()
    paper.pen.words("HHHH", Face.REGULAR, 9, 100, 100, 90, BLACK)
    left, foot, right, top = paper.ink()
    assert foot + 0.3 >= 100 and top > 115
    assert left < 95 and right <= 100.3


def test_what_is_no_character_can_be_seen() -> None:
    pen = PainterLettering()
    assert pen.drawable("a\x07b\ud800") == "a□b□"
    assert pen.drawable("क्\u200dष 👩‍👧 →") == "क्\u200dष 👩‍👧 →"


@pytest.mark.parametrize("pixels", [1.0, 4 / 3, 1.6667, 2.7])
def test_the_edges_of_a_bar_are_crisp(pixels: float) -> None:
    paper = Paper(pixels)
    paper.pen.path(box(10.3, 20.6, 60.7, 80.2), BLACK, None, [])
    left, foot, right, top = paper.ink()
    assert set(np.unique(paper.dark())) == {0, 255}
    for drawn, wanted in ((left, 10.3), (foot, 20.6), (right, 60.7), (top, 80.2)):
        assert abs(drawn - wanted) <= 0.51 / pixels


@pytest.mark.parametrize("pixels", [1.0, 4 / 3, 2.7])
@pytest.mark.parametrize("width", [1, 2, 3])
def test_a_level_line_has_the_pixels_of_its_width_and_no_others(pixels: float, width: int) -> None:
    paper = Paper(pixels)
    stroke = Stroke((0.0, 0.0, 0.0), width / pixels)
    paper.pen.path([("M", (20.0, 50.4)), ("L", (150.0, 50.4))], None, stroke, [])
    column = paper.dark()[:, round(80 * pixels)]
    assert sorted(set(column)) == [0, 255]
    assert np.count_nonzero(column) == width


def test_what_is_slanted_or_round_stays_where_it_is() -> None:
    paper = Paper(1.0)
    stroke = Stroke((0.0, 0.0, 0.0), 1.0)
    paper.pen.path([("M", (20.25, 20.25)), ("L", (120.25, 70.75))], None, stroke, [])
    assert len(np.unique(paper.dark())) > 5


def test_only_what_lies_within_all_clips_shows() -> None:
    paper = Paper()
    clips = [box(20, 20, 120, 120), box(60, 10, 180, 90)]
    paper.pen.path(box(0, 0, 200, 200), BLACK, None, clips)
    assert paper.ink() == pytest.approx((60, 20, 120, 90), abs=0.3)


def test_a_clip_is_gone_with_its_path() -> None:
    paper = Paper()
    paper.pen.path(box(0, 0, 200, 200), BLACK, None, [box(20, 20, 40, 40)])
    paper.pen.path(box(100, 100, 150, 150), BLACK, None, [])
    assert paper.ink() == pytest.approx((20, 20, 150, 150), abs=0.3)


def test_dashes_are_points_long_whatever_the_width() -> None:
    paper = Paper()
    stroke = Stroke((0.0, 0.0, 0.0), 3.0, dashes=(10.0, 6.0))
    paper.pen.path([("M", (20.0, 50.0)), ("L", (180.0, 50.0))], None, stroke, [])
    line = paper.dark()[200] > 127
    changes = np.flatnonzero(np.diff(line.astype(int))) / 4
    assert np.diff(changes)[::2] == pytest.approx(10, abs=0.5)
    assert np.diff(changes)[1::2] == pytest.approx(6, abs=0.5)


def test_a_path_that_crosses_itself_is_filled_wholly() -> None:
    """As it is everywhere else that charts are drawn."""
    paper = Paper()
    paper.pen.path([*box(20, 20, 120, 120), *box(60, 60, 90, 90)], BLACK, None, [])
    assert paper.dark()[300, 300] == 255


def test_what_is_half_transparent_is_half_as_dark() -> None:
    paper = Paper()
    paper.pen.path(box(20, 20, 120, 120), Fill((0.0, 0.0, 0.0), 0.5), None, [])
    assert paper.dark()[200, 200] == pytest.approx(128, abs=2)
