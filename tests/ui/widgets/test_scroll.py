"""A page that is too high scrolls down, never across, and only as far as there is something."""

from pytestqt.qtbot import QtBot

from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column, label
from workbook.ui.widgets.scroll import Scroll

WORDS = "Words that wrap where the page is narrow, and do not where it is wide enough. " * 4


def page(qtbot: QtBot, *, width: int = 400, height: int = 300, paragraphs: int = 1) -> Scroll:
    made = Scroll("paper")
    inside = column(made.inner)
    for number in range(paragraphs):
        inside.addWidget(label(f"{number} {WORDS}"))
    inside.addStretch(1)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    qtbot.waitUntil(lambda: made.inner.height() >= made.viewport().height())
    return made


def test_what_fits_does_not_scroll(qtbot: QtBot, theme: Theme) -> None:
    made = page(qtbot)
    made.measure()
    assert made.verticalScrollBar().maximum() == 0


def test_what_does_not_fit_scrolls_to_its_last_line_and_no_further(
    qtbot: QtBot, theme: Theme
) -> None:
    made = page(qtbot, paragraphs=20)
    bar = made.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    layout = made.inner.layout()
    qtbot.waitUntil(lambda: made.inner.height() == layout.heightForWidth(made.inner.width()))
    assert bar.maximum() == made.inner.height() - made.viewport().height()


def test_it_never_scrolls_across(qtbot: QtBot, theme: Theme) -> None:
    made = page(qtbot, width=120, paragraphs=3)
    inside = made.inner.layout()
    inside.addWidget(label("w" * 500))
    assert not made.horizontalScrollBar().isVisible()
    assert made.inner.width() <= made.viewport().width()


def test_a_wider_window_needs_less_height(qtbot: QtBot, theme: Theme) -> None:
    made = page(qtbot, width=200, paragraphs=4)
    bar = made.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    made.resize(1600, 300)
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_larger_text_scrolls_further(qtbot: QtBot, theme: Theme) -> None:
    made = page(qtbot, paragraphs=8)
    bar = made.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = bar.maximum()
    theme.choose(scale=1.5)
    qtbot.waitUntil(lambda: bar.maximum() > before)
