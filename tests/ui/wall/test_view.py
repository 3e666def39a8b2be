"""The wall shows its value, and nothing else, not even for a moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seeing import colours
from tests.ui.wall.samples import CASES, CHARTS, NOW, countdown, picture, value
from workbook.charts.specs import ChartSpec
from workbook.documents.wall import Countdown, Picture
from workbook.ui.charts import Charts
from workbook.ui.theme import Appearance, Theme, load_tokens
from workbook.ui.wall.layout import TextSize
from workbook.ui.wall.view import WallView
from workbook.ui.widgets import chart_canvas
from workbook.ui.widgets.chart_canvas import Style

DARK, LIGHT = load_tokens("dark"), load_tokens("light")
CHART = "#123456"  # what the charts of these tests are made of


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[ChartSpec, Style]]:
    """The charts that were drawn; matplotlib is left out."""
    found: list[tuple[ChartSpec, Style]] = []

    def fake(spec: ChartSpec, style: Style, width: int, height: int, ratio: float) -> QImage:
        found.append((spec, style))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(CHART))
        return image

    monkeypatch.setattr(chart_canvas, "render", fake)
    return found


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, drawn: object) -> WallView:
    charts = Charts()
    charts.warm = True
    made = WallView(theme, charts, now=lambda: NOW, motion=False)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def test_all_of_it_is_there_in_words(view: WallView) -> None:
    view.show_value(value())
    spoken = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name)
    shown = value()
    for words in (shown.group, shown.headline, shown.line, shown.invite, shown.sentence):
        assert words in spoken
    assert picture().lead in spoken and picture().alt in spoken


def test_it_is_dark_or_light_whatever_the_window_is(view: WallView, theme: Theme) -> None:
    view.show_value(value(picture=None))
    assert f"#{DARK.paper.lower()}" in colours(view)
    theme.choose(appearance=Appearance.DARK)
    view.choose(dark=False)
    seen = colours(view)
    assert f"#{LIGHT.paper.lower()}" in seen and f"#{LIGHT.ink.lower()}" in seen
    assert f"#{DARK.paper.lower()}" not in seen
    theme.choose(high_contrast=True)
    assert f"#{load_tokens('light-high-contrast').paper.lower()}" in colours(view)


def test_black_is_nothing_but_black(qtbot: QtBot, view: WallView) -> None:
    view.show_value(value())
    qtbot.waitUntil(lambda: view.fresh)
    view.black(True)
    assert colours(view) == {"#000000"}
    view.show_value(value(picture=picture(CASES)))
    QApplication.processEvents()
    assert colours(view) == {"#000000"}
    view.black(False)
    qtbot.waitUntil(lambda: CHART in colours(view))


def test_a_chart_is_drawn_in_the_walls_colours_with_type_for_the_wall(
    qtbot: QtBot, view: WallView, drawn: list[tuple[ChartSpec, Style]]
) -> None:
    view.show_value(value())
    qtbot.waitUntil(lambda: view.fresh)
    spec, style = drawn[-1]
    assert spec == picture().chart and style.tokens == replace(DARK, surface=DARK.paper)
    assert style.scale * 11 >= 0.025 * view.height()


def test_a_picture_that_is_taken_back_is_gone_at_once(qtbot: QtBot, view: WallView) -> None:
    view.show_value(value())
    qtbot.waitUntil(lambda: CHART in colours(view))
    view.show_value(value(picture=None))
    assert CHART not in colours(view)


def test_a_new_picture_never_begins_with_the_one_before(
    qtbot: QtBot, view: WallView, drawn: list[tuple[ChartSpec, Style]]
) -> None:
    view.show_value(value())
    qtbot.waitUntil(lambda: view.fresh)
    view.show_value(value(picture=None))
    view.show_value(value(picture=picture(CASES)))
    assert CHART not in colours(view)  # the next one is not drawn yet, the last one gone
    qtbot.waitUntil(lambda: view.fresh)
    assert drawn[-1][0] == CASES


def test_a_reveal_fades_in_within_a_fifth_of_a_second(qtbot: QtBot, view: WallView) -> None:
    view.motion = True
    view.show_value(value())
    qtbot.waitUntil(lambda: view.fresh)
    assert CHART not in colours(view)
    qtbot.waitUntil(lambda: CHART in colours(view))
    assert view._fade.duration() < 200


def test_what_is_withheld_is_said_in_words(view: WallView) -> None:
    view.show_value(value(picture=Picture("Cases", None, "Nothing is shown.", "Few answered.", "")))
    assert view.fresh
    assert "Nothing is shown." in view.accessibleName()


# ------------------------------------------------------------------------------- the countdown


def corner(view: WallView) -> QImage:
    """Where the countdown stands."""
    place = view._placed().clock.toAlignedRect()
    return view.grab(place).toImage()


def share(image: QImage, colour: str) -> float:
    """How much of a picture has a colour."""
    pixels = [
        image.pixelColor(QPoint(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    ]
    return pixels.count(f"#{colour.lower()}") / len(pixels)


def test_the_end_is_told_by_shape_as_well_as_by_colour(view: WallView) -> None:
    shown = value(picture=None)
    view.show_value(replace(shown, countdown=countdown(400)))
    calm = corner(view)
    assert share(calm, DARK.warn) == share(calm, DARK.danger) == 0
    view.show_value(replace(shown, countdown=countdown(100)))
    amber = corner(view)
    assert 0.01 < share(amber, DARK.warn) < 0.25  # an outline and the digits
    for left in (20, -80):
        view.show_value(replace(shown, countdown=countdown(left)))
        assert share(corner(view), DARK.danger) > 0.25  # a ground under the digits


def test_a_standing_countdown_and_none_at_all(view: WallView) -> None:
    view.show_value(value(picture=None, countdown=Countdown(None, 400, 600)))
    standing = corner(view)
    view.show_value(value(picture=None, countdown=countdown(400)))
    assert standing == corner(view)
    view.show_value(value(picture=None, countdown=None))
    assert DARK.ink.lower() not in "".join(colours(view)) or view._placed().clock.width() == 0


def test_it_ticks_by_itself(qtbot: QtBot, theme: Theme) -> None:
    view = WallView(theme, Charts())
    qtbot.addWidget(view)
    view.resize(640, 400)
    view.show()
    soon = datetime.now(UTC) + timedelta(seconds=60.5)
    view.show_value(value(picture=None, countdown=Countdown(soon, 0, 600)))
    before = corner(view)
    qtbot.waitUntil(lambda: corner(view) != before, timeout=3000)


@pytest.mark.parametrize("size", [(640, 400), (3840, 2160), (1, 1), (320, 200), (400, 900)])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_no_size_is_too_small_or_too_large(
    qtbot: QtBot, view: WallView, size: tuple[int, int], chart: ChartSpec
) -> None:
    view.resize(*size)
    view.choose(size=TextSize.LARGER)
    view.show_value(value(picture=picture(chart)))
    QApplication.processEvents()
    assert not view.grab().isNull()
