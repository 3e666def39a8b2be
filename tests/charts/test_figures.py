import logging
import subprocess
import sys

import pytest
from hypothesis import given, settings
from matplotlib.backends.backend_agg import FigureCanvasAgg

from tests.charts.drawn import clashes, colours, texts
from tests.charts.samples import (
    ALL,
    CHOICES,
    DARK,
    HARD,
    LADDER,
    LINES,
    MAP,
    PRIORITY,
    SIZES,
    map_of,
)
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT, Palette
from workbook.charts.sizes import natural_height
from workbook.charts.specs import (
    BarRow,
    BarsSpec,
    ChoiceRow,
    ChoicesSpec,
    Column,
    ColumnsSpec,
    DivergingRow,
    DivergingSpec,
    DotsSpec,
    LadderSpec,
    LastTime,
    LineMark,
    LineRow,
    LinesSpec,
    MapSpec,
    Marks,
    ShareRow,
    SharesSpec,
    SpreadRow,
    SpreadsSpec,
)
from workbook.model.guide import Side


def every(palette: Palette) -> set[str]:
    sides = {palette.track(side) for side in Side}
    named = {getattr(palette, name) for name in palette.__slots__}
    return {colour.lower() for colour in named | sides | {palette.past}}


@pytest.mark.parametrize("spec", ALL)
@pytest.mark.parametrize("width", [180, 225, 320, 500])
def test_words_stay_inside_and_apart(spec, width):
    assert clashes(figure(spec, PRINT, width, natural_height(spec, width))) == []


@pytest.mark.parametrize("spec", ALL)
@given(size=SIZES)
@settings(max_examples=15)
def test_words_stay_inside_and_apart_at_any_size(spec, size):
    assert clashes(figure(spec, PRINT, *size)) == []


@pytest.mark.parametrize("spec", ALL)
@pytest.mark.parametrize("palette", [PRINT, DARK])
def test_every_colour_comes_from_the_palette(spec, palette):
    assert colours(figure(spec, palette, 320, 240)) <= every(palette)


@pytest.mark.parametrize("spec", ALL)
def test_a_figure_has_the_size_asked_for_and_scales_with_its_dpi(spec):
    drawn = figure(spec, PRINT, 320, 240)
    drawn.set_dpi(144)
    assert FigureCanvasAgg(drawn).get_width_height() == (640, 480)


@pytest.mark.parametrize("size", [(0, 100), (100, 0), (-1, 10), (float("nan"), 10)])
def test_a_figure_without_a_size_is_refused(size):
    with pytest.raises(ValueError, match="above 0"):
        figure(MAP, PRINT, *size)


def hard(word: str) -> list:
    side = Side.INSIDE
    marks = (LineMark(0, word, False), LineMark(10, word, True))
    return [
        MapSpec((3, 8), (9, 5), word, word, word, word, (word,) * 4, ((1, 1, 1), (4, 4, 9))),
        LinesSpec((LineRow(word, side, marks, word, word),) * 2),
        ChoicesSpec((ChoiceRow(word, side, None, word),) * 2, word, word, word, word),
        DivergingSpec((DivergingRow(word, 3, 0, 4),) * 2, word, word, word),
        BarsSpec((BarRow(word, 3, word, 4),) * 2, 0, 5, Side.OUTSIDE, word, word),
        LadderSpec((word,) * 4, 1, word, word),
        DivergingSpec((DivergingRow(word, 3, 0, 4, LastTime(1, 2, 3), (0, 7)),) * 2, *(word,) * 7),
        DotsSpec(0, 2, Marks((1, 0, 3)), word, Marks((9, 9, 90)), word, word, word),
        SpreadsSpec((SpreadRow(word, Marks((1, 0, 3), 2)),) * 2, 0, 2, word, word, word),
        SharesSpec((ShareRow(word, 2),) * 3, 3, word, word),
        ColumnsSpec((Column(word, 2, word, 1),) * 5, word, word),
    ]


@pytest.mark.parametrize("word", HARD)
def test_whatever_is_typed_is_drawn_without_a_warning(word):
    for spec in hard(word):
        drawn = figure(spec, PRINT, 320, 240)
        FigureCanvasAgg(drawn).draw()
        assert clashes(drawn) == []


def test_what_looks_like_mathematics_is_drawn_as_typed():
    spec = map_of((1, 1), (9, 9), do_label="$x^2$")
    assert "$x^2$" in texts(figure(spec, PRINT, 320, 240))


def test_a_character_without_a_font_is_seen():
    spec = map_of((1, 1), (9, 9), do_label="a\ue123b")
    assert "a□b" in texts(figure(spec, PRINT, 320, 240))


def test_charts_without_rows_are_empty_and_draw():
    for spec in (
        LinesSpec(()),
        ChoicesSpec((), "", "", "", ""),
        DivergingSpec((), "", "", ""),
        BarsSpec((), 0, 1),
        LadderSpec((), None, "", ""),
        SpreadsSpec((), 0, 1, ""),
        SharesSpec((), 1, "", ""),
        ColumnsSpec(()),
        MapSpec(None, None, "do", "say", "", "", ("", "", "", "")),
    ):
        drawn = figure(spec, PRINT, 320, 240)
        FigureCanvasAgg(drawn).draw()
        assert texts(drawn) == []


def test_the_ground_is_transparent():
    drawn = figure(LADDER, PRINT, 320, 240)
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()
    assert canvas.buffer_rgba()[0, 0, 3] == 0


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (MapSpec((11, 0), None, "", "", "", "", ("",) * 4), "from 0 to 10"),
        (MapSpec((1, 1), None, "", "", "", "", ("",) * 4, ((0, -1, 1),)), "from 0 to 10"),
        (MapSpec(None, None, "", "", "", "", ("",) * 4, ((1, 1, 0),)), "one person or more"),
        (DivergingSpec((DivergingRow("", 1, 0, 0, LastTime(0, -1)),), "", "", ""), "0 or more"),
        (DotsSpec(0, 2, Marks((1, 2))), "3 counts"),
        (DotsSpec(0, 2, Marks((1, -2, 0))), "0 or more"),
        (DotsSpec(0, 2, Marks((1, 2, 0), 3)), "from 0 to 2"),
        (DotsSpec(2, 2, Marks((1,))), "upwards"),
        (SpreadsSpec((SpreadRow("", Marks((1,))),), 0, 4, ""), "5 counts"),
        (SharesSpec((ShareRow("", 4),), 3, "", ""), "0 to 3"),
        (SharesSpec((), 0, "", ""), "one in all"),
        (ColumnsSpec((Column("", -1),)), "0 or more"),
        (LinesSpec((LineRow("", Side.INSIDE, (LineMark(11, "", True),)),)), "from 0 to 10"),
        (LinesSpec((), 5, 5), "upwards"),
        (BarsSpec((BarRow("", 5, ""),), 0, 4), "from 0 to 4"),
        (BarsSpec((BarRow("", 1, "", 5),), 0, 4), "from 0 to 4"),
        (BarsSpec((), 4, 4), "upwards"),
        (DivergingSpec((DivergingRow("", -1, 0),), "", "", ""), "0 or more"),
        (ChoicesSpec((ChoiceRow("", Side.NEITHER, None),), "", "", "", ""), "None"),
        (LadderSpec(("a",), 1, "", ""), "from 0 to 0"),
    ],
)
def test_values_off_their_scale_are_refused_in_a_sentence(spec, words):
    with pytest.raises(ValueError, match=words):
        figure(spec, PRINT, 320, 240)


def test_a_persons_matplotlib_settings_do_not_reach_the_charts():
    from matplotlib import rc_context

    plain = figure(CHOICES, PRINT, 320, 240)
    with rc_context({"text.usetex": True, "lines.linewidth": 9, "figure.autolayout": True}):
        styled = figure(CHOICES, PRINT, 320, 240)
        FigureCanvasAgg(styled).draw()
    assert clashes(styled) == clashes(plain) == []
    assert texts(styled) == texts(plain)


def test_drawing_changes_no_setting_of_matplotlib():
    import matplotlib

    before = dict(matplotlib.rcParams)
    FigureCanvasAgg(figure(LINES, PRINT, 320, 240)).draw()
    FigureCanvasAgg(figure(PRIORITY, PRINT, 320, 240)).draw()
    assert dict(matplotlib.rcParams) == before


def test_matplotlib_tells_nobody_that_it_is_setting_itself_up():
    assert logging.getLogger("matplotlib.font_manager").getEffectiveLevel() == logging.ERROR


def _python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_a_new_machine_hears_nothing_of_matplotlibs_lists(tmp_path):
    code = "import workbook.charts.figures"
    fresh = _python(code, MPLCONFIGDIR=str(tmp_path / "new"))
    assert (fresh.returncode, fresh.stdout, fresh.stderr) == (0, "", "")
    (tmp_path / "file").touch()
    unwritable = _python(code, MPLCONFIGDIR=str(tmp_path / "file" / "below"))
    assert (unwritable.returncode, unwritable.stdout, unwritable.stderr) == (0, "", "")


def test_what_a_chart_shows_is_known_without_matplotlib():
    code = (
        "import sys, workbook.charts.of_readings, workbook.charts.palette, workbook.charts.sizes\n"
        "import workbook.charts.specs, workbook.charts.alt, workbook.charts.of_rounds\n"
        "print(sorted({'matplotlib', 'numpy', 'reportlab', 'PySide6'} & set(sys.modules)))"
    )
    assert _python(code).stdout.strip() == "[]"
