"""Charts are drawn only where they are seen, in the theme's colours, and say it all in words."""

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.charts.samples import LADDER, LINES, MAP
from tests.ui.seeing import colours
from workbook.charts.specs import ChartSpec
from workbook.ui.charts import Charts
from workbook.ui.theme import Appearance, Theme
from workbook.ui.widgets import chart_canvas as module
from workbook.ui.widgets.chart_canvas import LEAST, ChartCanvas, render


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[ChartSpec]:
    """The charts that were drawn, in order; matplotlib is left out."""
    specs: list[ChartSpec] = []

    def fake(spec: ChartSpec, theme: Theme, width: int, height: int, ratio: float) -> QImage:
        specs.append(spec)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(theme.color("inside"))
        return image

    monkeypatch.setattr(module, "render", fake)
    return specs


@pytest.fixture
def warm() -> Charts:
    """As if matplotlib were there."""
    charts = Charts()
    charts.warm = True
    return charts


def canvas(qtbot: QtBot, theme: Theme, charts: Charts) -> ChartCanvas:
    made = ChartCanvas(theme, charts, 200)
    made.show_spec(MAP, "a map of what we say and do")
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def test_its_name_is_the_chart_in_words(qtbot: QtBot, theme: Theme, warm: Charts) -> None:
    made = canvas(qtbot, theme, warm)
    spoken = QAccessible.queryAccessibleInterface(made)
    assert spoken.text(QAccessible.Text.Name) == "a map of what we say and do"
    made.show_spec(LINES, "two scales")
    assert spoken.text(QAccessible.Text.Name) == "two scales"


def test_nothing_is_drawn_before_it_is_shown(
    qtbot: QtBot, theme: Theme, warm: Charts, drawn: list[ChartSpec]
) -> None:
    made = canvas(qtbot, theme, warm)
    QApplication.processEvents()
    assert drawn == []
    made.show()
    qtbot.waitUntil(lambda: made.fresh)
    assert drawn == [MAP]


def test_it_waits_for_matplotlib_and_then_draws_by_itself(
    qtbot: QtBot, theme: Theme, drawn: list[ChartSpec]
) -> None:
    charts = Charts()
    made = canvas(qtbot, theme, charts)
    made.show()
    QApplication.processEvents()
    assert drawn == [] and not made.fresh
    charts.ready.emit()
    qtbot.waitUntil(lambda: made.fresh)
    assert drawn == [MAP]


def test_the_same_chart_again_is_not_drawn_again(
    qtbot: QtBot, theme: Theme, warm: Charts, drawn: list[ChartSpec]
) -> None:
    made = canvas(qtbot, theme, warm)
    made.show()
    qtbot.waitUntil(lambda: made.fresh)
    made.show_spec(MAP, "a map of what we say and do")
    made.repaint()
    QApplication.processEvents()
    assert drawn == [MAP]


def test_another_chart_another_width_and_another_look_are_drawn_anew(
    qtbot: QtBot, theme: Theme, warm: Charts, drawn: list[ChartSpec]
) -> None:
    made = canvas(qtbot, theme, warm)
    made.show()
    qtbot.waitUntil(lambda: made.fresh)
    made.show_spec(LADDER, "a ladder")
    qtbot.waitUntil(lambda: made.fresh)
    made.resize(500, 200)
    qtbot.waitUntil(lambda: made.fresh)
    theme.choose(appearance=Appearance.DARK)
    qtbot.waitUntil(lambda: made.fresh)
    assert drawn == [MAP, LADDER, LADDER, LADDER]
    assert colours(made) == {theme.color("inside").name()}


def test_one_that_is_hidden_waits_for_its_time(
    qtbot: QtBot, theme: Theme, warm: Charts, drawn: list[ChartSpec]
) -> None:
    made = canvas(qtbot, theme, warm)
    made.show()
    qtbot.waitUntil(lambda: made.fresh)
    made.hide()
    theme.choose(appearance=Appearance.DARK)
    QApplication.processEvents()
    assert drawn == [MAP]
    made.show()
    qtbot.waitUntil(lambda: made.fresh)
    assert drawn == [MAP, MAP]


def test_the_window_lives_between_two_charts(
    qtbot: QtBot, theme: Theme, warm: Charts, drawn: list[ChartSpec]
) -> None:
    made = [canvas(qtbot, theme, warm), canvas(qtbot, theme, warm)]
    turns: list[int] = []
    watch = QTimer()
    watch.timeout.connect(lambda: turns.append(len(drawn)))
    for each in made:
        each.show()
    watch.start(0)
    qtbot.waitUntil(lambda: all(each.fresh for each in made))
    qtbot.waitUntil(lambda: 2 in turns)
    watch.stop()
    assert 1 in turns


def test_it_is_as_high_as_asked_and_grows_with_the_text(theme: Theme, warm: Charts) -> None:
    made = ChartCanvas(theme, warm, 200)
    assert made.sizeHint().height() == made.minimumSizeHint().height() == 200
    theme.choose(scale=1.5)
    assert made.sizeHint().height() == 300
    made.deleteLater()


@pytest.mark.parametrize("width", [0, 1, 7, 59, 60, 120, 333, 2000])
@pytest.mark.parametrize("height", [1, 40, 200])
def test_no_size_is_too_small(
    qtbot: QtBot, theme: Theme, warm: Charts, width: int, height: int
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(2000, 300)
    made = ChartCanvas(theme, warm, 200, holder)
    made.show_spec(MAP, "a map")
    made.resize(width, height)
    holder.show()
    qtbot.waitUntil(lambda: made.fresh or width < LEAST)
    QApplication.processEvents()
    assert made.fresh == (width >= LEAST)


def test_no_size_is_too_large(theme: Theme) -> None:
    assert render(MAP, theme, 2000, 2000, 1.0).width() == 2000


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("spec", [MAP, LINES, LADDER], ids=["map", "lines", "ladder"])
def test_a_chart_stands_on_the_ground_of_its_card(
    theme: Theme, appearance: Appearance, spec: ChartSpec
) -> None:
    theme.choose(appearance=appearance)
    image = render(spec, theme, 300, 200, 1.0)
    corner = image.pixelColor(QPoint(0, 0))
    assert corner.alpha() == 0 or corner == theme.color("surface")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_picture_has_a_pixel_for_every_pixel_of_the_screen(
    theme: Theme, ratio: float, scale: float
) -> None:
    theme.choose(scale=scale)
    image = render(LINES, theme, 400, 160, ratio)
    assert abs(image.width() - 400 * ratio) <= 1
    assert abs(image.height() - 160 * ratio) <= 1
    assert image.devicePixelRatio() == ratio
