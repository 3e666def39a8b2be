import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform

from tests.charts.samples import DIVERGING, HOURS, MAP
from workbook.charts.drawing import draw_with
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.pen import Face


class Notes:
    """A pen that writes down what it is asked to do."""

    def __init__(self) -> None:
        self.paths: list = []
        self.written: list = []

    def width(self, text, face, size):
        return 0.5 * size * len(text)

    def drawable(self, text):
        return text

    def path(self, steps, fill, stroke, clips):
        self.paths.append((list(steps), fill, stroke, list(clips)))

    def words(self, text, face, size, x, y, angle, fill):
        self.written.append((text, face, size, x, y, angle, fill))


def notes(drawn: Figure) -> Notes:
    pen = Notes()
    draw_with(pen, drawn)
    return pen


def alone(artist) -> Notes:
    drawn = Figure((1, 1), dpi=72, frameon=False)
    artist.set_transform(IdentityTransform())
    drawn.add_artist(artist)
    return notes(drawn)


def test_words_arrive_with_their_face_size_and_turn():
    written = {note[0]: note for note in notes(figure(MAP, PRINT, 240, 200)).written}
    assert written["do"][1:3] == (Face.SEMIBOLD, 8.25)
    assert written["community"][1] is Face.REGULAR
    assert written["for each other →"][5] == 90
    assert written["for the outside →"][5] == 0


def test_y_is_upwards():
    written = {note[0]: note for note in notes(figure(MAP, PRINT, 240, 200)).written}
    assert written["community"][4] > written["not clear yet"][4] > written["for the outside →"][4]


def test_paths_arrive_as_moves_lines_and_curves():
    (steps, fill, stroke, clips), = alone(
        PathPatch(Path([(0, 0), (3, 6), (6, 0), (0, 0)], [1, 3, 3, 79]), fc="#ff0000", lw=0)
    ).paths  # fmt: skip
    assert steps == [("M", (0, 0)), ("C", (2, 4, 4, 4, 6, 0)), ("Z", ())]
    assert fill.colour == (1, 0, 0)
    assert stroke is None
    assert clips == []


def test_dashes_and_alpha_arrive():
    line = PathPatch(
        Path([(0, 0), (9, 9)]), fc="none", ec="#0000ff", lw=2, ls=(0, (1, 3)), alpha=0.5
    )
    ((_, fill, stroke, _),) = alone(line).paths
    assert fill is None
    assert (stroke.colour, stroke.alpha, stroke.width) == ((0, 0, 1), 0.5, 2)
    assert stroke.dashes == (2, 6)


def test_stripes_arrive_as_lines_within_their_bar():
    clipped = [p for p in notes(figure(DIVERGING, PRINT, 320, 100)).paths if p[3]]
    assert len(clipped) == 3  # one hatched bar a row
    for steps, fill, stroke, _ in clipped:
        assert fill is None
        assert stroke.width > 0
        assert {name for name, _ in steps} == {"M", "L"}


def test_a_clip_path_arrives():
    patch = Rectangle((0, 0), 9, 9, fc="#ff0000")
    drawn = Figure((1, 1), dpi=72, frameon=False)
    patch.set_transform(IdentityTransform())
    drawn.add_artist(patch)
    patch.set_clip_path(Path([(0, 0), (5, 0), (0, 5), (0, 0)], closed=True), IdentityTransform())
    ((_, _, _, (clip,)),) = notes(drawn).paths
    assert clip == [("M", (0, 0)), ("L", (5, 0)), ("L", (0, 5)), ("Z", ())]


def test_another_resolution_is_refused():
    drawn = figure(HOURS, PRINT, 320, 100)
    drawn.set_dpi(144)
    with pytest.raises(ValueError, match="72"):
        notes(drawn)


def empty_axes():
    drawn = Figure((1, 1), dpi=72, frameon=False)
    return drawn, drawn.add_axes((0, 0, 1, 1), frameon=False, xticks=[], yticks=[])


def test_pictures_patterns_and_gradients_are_refused_in_words():
    pictured, axes = empty_axes()
    axes.imshow(np.zeros((2, 2)))
    with pytest.raises(NotImplementedError, match="picture"):
        notes(pictured)
    with pytest.raises(NotImplementedError, match="stripes"):
        alone(Rectangle((0, 0), 9, 9, hatch="//"))
    shaded, axes = empty_axes()
    axes.tripcolor([0, 1, 0], [0, 0, 1], [1, 2, 3], shading="gouraud")
    with pytest.raises(NotImplementedError, match="gradients"):
        notes(shaded)
