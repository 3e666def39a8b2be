"""Everything on the wall is legible from eight metres and nothing is ever clipped."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFontMetricsF

from tests.ui.wall.samples import CHARTS, countdown, picture, value
from workbook.catalogue.asking import asked_words
from workbook.charts.sizes import least_height
from workbook.charts.specs import ChartSpec
from workbook.documents.wall import WallContent
from workbook.guides import load_guide
from workbook.ui.theme import Theme
from workbook.ui.wall.layout import Layout, TextSize, arrange
from workbook.ui.wall.setting import Setting, fitted, typeface

GUIDE = load_guide()
SCREENS = [(640, 400), (1024, 640), (1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]
LONG = "We would rather be late together than on time alone, whoever is waiting for us. " * 12


@pytest.fixture(autouse=True)
def fonts(theme: Theme) -> None:
    """The program's own fonts, which a theme loads."""


def placed(shown: WallContent, screen: tuple[int, int], size: TextSize = TextSize.NORMAL) -> Layout:
    return arrange(shown, QSizeF(*screen), size)


def headline(found: Layout) -> Setting:
    return max((words.setting for words in found.words), key=lambda setting: setting.size)


def check(found: Layout, screen: tuple[int, int]) -> None:
    """Nothing leaves the screen, no line is wider than it, nothing lies over anything else."""
    width, height = screen
    boxes = []
    for words in found.words:
        metrics = QFontMetricsF(words.setting.font)
        widest = max(metrics.horizontalAdvance(line.rstrip()) for line in words.setting.lines)
        assert words.left >= 0 and words.left + widest <= width + 1
        assert words.top >= 0 and words.top + words.setting.height <= height
        boxes.append((words.top, words.top + words.setting.height, words.left))
    boxes.sort()
    for (_, end, left), (start, _, other) in pairwise(boxes):
        assert end <= start + 1 or left != other  # one below the other, or side by side
    if not found.chart.isEmpty():
        assert found.chart.top() >= 0 and found.chart.bottom() <= height
        for start, end, _ in boxes:
            assert end <= found.chart.top() + 1 or start >= found.chart.bottom() - 1


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)
def test_what_is_seen_from_eight_metres(
    screen: tuple[int, int], size: TextSize, chart: ChartSpec
) -> None:
    found = placed(value(picture=picture(chart)), screen, size)
    height = screen[1]
    check(found, screen)
    assert headline(found).size >= 0.05 * height - 0.5
    assert all(words.setting.size >= 0.025 * height - 0.5 for words in found.words)
    assert found.zoom * 11 >= 0.025 * height - 0.01  # a chart's smallest type has 11 pixels
    needed = least_height(chart, found.chart.width() / found.zoom * 0.75) / 0.75 * found.zoom
    assert found.chart.height() >= needed  # so that the chart is not drawn smaller


@pytest.mark.parametrize("screen", [*SCREENS, (800, 1280), (2560, 1080)])
@pytest.mark.parametrize("size", TextSize)
def test_the_longest_words_are_all_there(screen: tuple[int, int], size: TextSize) -> None:
    question = "What would we give up first, if we had to give up something this year? " * 2
    found = placed(value(headline=question, picture=None, sentence=LONG[:600]), screen, size)
    check(found, screen)
    said = " ".join(line.strip() for words in found.words for line in words.setting.lines)
    assert question.strip() in said
    assert LONG[:600].strip() in said


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("step", [step.id for step in GUIDE.steps if step.ballot])
def test_all_that_is_asked_is_there_to_read(
    screen: tuple[int, int], size: TextSize, step: str
) -> None:
    asked = asked_words(GUIDE, GUIDE.step(step).ballot)
    found = placed(value(picture=None, sentence=LONG, asked=asked), screen, size)
    check(found, screen)
    there = {words.setting.words for words in found.words if not words.setting.cut}
    for each in asked:
        assert {each.question, each.answers} - {""} <= there


def test_larger_text_is_larger_and_a_bare_question_is_the_largest() -> None:
    bare = value(picture=None, sentence="")
    sizes = [headline(placed(bare, (1280, 800), size)).size for size in TextSize]
    assert sizes == sorted(set(sizes))


def test_a_sentence_without_end_leaves_room_for_the_picture() -> None:
    found = placed(value(sentence=LONG * 3), (1280, 800))
    check(found, (1280, 800))
    assert found.chart.height() > 0.25 * 800
    assert any(words.setting.lines[-1].endswith("…") for words in found.words)


@given(
    st.tuples(st.integers(640, 3840), st.integers(400, 2160)),
    st.sampled_from(TextSize),
    st.sampled_from([None, *CHARTS]),
    st.lists(st.text(max_size=300), min_size=4, max_size=4),
    st.booleans(),
)
def test_nothing_ever_leaves_the_screen_or_covers_anything(
    screen: tuple[int, int],
    size: TextSize,
    chart: ChartSpec | None,
    texts: list[str],
    timed: bool,
) -> None:
    group, asked, invite, sentence = (" ".join(text.split()) for text in texts)
    shown = value(
        group=group,
        headline=asked,
        invite=invite,
        sentence=sentence,
        picture=picture(chart) if chart else None,
        countdown=countdown(-80) if timed else None,
    )
    check(placed(shown, screen, size), screen)


@given(st.text(max_size=200), st.integers(40, 900), st.integers(20, 400))
def test_words_that_fit_are_kept_whole(text: str, width: int, room: int) -> None:
    words = " ".join(text.split())
    found = fitted(words, typeface(40), 8, width, room)
    assert found.height <= max(room, found.size * 1.2)
    if not found.cut:
        assert "".join(found.lines).split() == words.split() or width < 200
        assert "".join(found.lines).replace(" ", "") == words.replace(" ", "")
