"""Every kind of block stands on the page with all of its words, as text that can be selected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.charts.samples import MAP
from tests.ui.seeing import words
from workbook.documents.blocks import (
    Banner,
    Block,
    Chart,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.model.guide import Side
from workbook.ui.charts import Charts
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import column
from workbook.ui.widgets.block_view import BlockView
from workbook.ui.widgets.chart_canvas import ChartCanvas


class Sheet(QWidget):
    """Shows blocks, 700 pixels wide."""

    def __init__(self, theme: Theme, *blocks: Block) -> None:
        super().__init__()
        inside = column(self)
        BlockView(theme, Charts()).add(inside, blocks)
        inside.addStretch(1)
        self.resize(700, 900)
        self.show()
        QApplication.processEvents()

    def label(self, text: str) -> QLabel:
        """The one label with this text."""
        (found,) = (label for label in self.findChildren(QLabel) if label.text() == text)
        return found

    def place(self, text: str) -> QPoint:
        """Where the label with this text begins."""
        return self.label(text).mapTo(self, QPoint())


Show = Callable[..., Sheet]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Show:
    """Show blocks on a sheet."""
    kept = []  # what nobody holds, Python deletes

    def show(*blocks: Block) -> Sheet:
        kept.append(Sheet(theme, *blocks))
        qtbot.addWidget(kept[-1])
        return kept[-1]

    return show


EACH = {
    "heading": (Heading("Who is this for?", 1, "Step 1 · Purpose"), ["STEP 1 · PURPOSE", "Who is"]),
    "text": (Text("We lend tools."), ["We lend tools."]),
    "banner": (Banner("People first", "Ines, 3 November"), ["People first", "Ines, 3 November"]),
    "facts": (Facts((("Place", "The bakery"), ("Date", "Monday"))), ["Place", "The bakery"]),
    "table": (Table(("What", "Who"), (("Sing", "Ana"),)), ["What", "Who", "Sing", "Ana"]),
    "reading": (Reading("More than we say.", "8 is more than 5."), ["More than", "8 is more than"]),
    "columns": (Columns((Text("left"),), (Text("right"),)), ["left", "right"]),
    "together": (Together((Text("one"), Text("two"))), ["one", "two"]),
}


@pytest.mark.parametrize(("block", "said"), EACH.values(), ids=EACH.keys())
def test_a_block_says_all_of_its_words(show: Show, block: Block, said: list[str]) -> None:
    assert all(text in words(show(block)) for text in said)


@pytest.mark.parametrize("block", [block for block, _ in EACH.values()], ids=EACH.keys())
def test_every_word_can_be_selected(show: Show, block: Block) -> None:
    flag = Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(label.textInteractionFlags() & flag for label in show(block).findChildren(QLabel))


WILD = "<b>bold</b> &amp; $x$ 100 % \\n 🦉 مرحبا שלום नमस्ते 你好 " + "w" * 2000


@pytest.mark.parametrize(
    "block",
    [
        Heading(WILD, 2),
        Text(WILD),
        Banner(WILD, WILD),
        Facts(((WILD, WILD),)),
        Table((WILD, "x"), ((WILD, WILD),)),
        Reading(WILD, WILD),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_was_typed_is_text_whatever_it_looks_like(show: Show, block: Block) -> None:
    labels = show(block).findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert WILD in [label.text().replace("\N{ZERO WIDTH SPACE}", "") for label in labels]


def test_a_very_long_word_widens_nothing(show: Show) -> None:
    sheet = show(Text("w" * 2000), Facts((("w" * 500, "v" * 500),)), Reading("u" * 900))
    assert sheet.width() == 700
    assert all(label.width() <= 700 for label in sheet.findChildren(QLabel))


def test_blocks_stand_under_each_other_in_their_order(show: Show) -> None:
    sheet = show(Heading("First", 1), Text("Second"), Together((Text("Third"),)), Banner("Fourth"))
    tops = [sheet.place(text).y() for text in ("First", "Second", "Third", "Fourth")]
    assert tops == sorted(tops) and len(set(tops)) == 4


def test_columns_stand_beside_each_other_at_the_same_height(show: Show) -> None:
    sheet = show(Columns((Text("left"),), (Text("right"), Text("below")), share=0.25))
    left, right = sheet.place("left"), sheet.place("right")
    assert left.y() == right.y() < sheet.place("below").y()
    assert 0.2 < right.x() / sheet.width() < 0.35


def test_numbers_of_a_table_stand_at_the_right(show: Show) -> None:
    table = Table(("What", "Hours"), (("Sing", "4"),), numeric=frozenset({1}))
    sheet = show(table)
    assert sheet.label("4").alignment() & Qt.AlignmentFlag.AlignRight
    assert not sheet.label("Sing").alignment() & Qt.AlignmentFlag.AlignRight


def test_columns_of_a_table_share_the_width_as_told(show: Show) -> None:
    sheet = show(Table(("a", "b"), (("one", "two"),), widths=(3, 1)))
    assert sheet.label("one").width() > 2 * sheet.label("two").width()


def test_a_table_without_headers_or_rows_shows_none(show: Show) -> None:
    assert words(show(Table((), (("Sing", "Ana"),)))).split() == ["Sing", "Ana"]
    assert words(show(Table(("What",), ()))) == "What"
    assert words(show(Table((), ()))) == ""


def test_what_has_no_small_words_leaves_no_empty_label(show: Show) -> None:
    sheet = show(Banner("People first"), Reading("More than we say."), Heading("Kind"))
    assert all(label.text() for label in sheet.findChildren(QLabel))


@pytest.mark.parametrize("side", list(Side))
def test_a_label_of_a_side_has_its_colour_and_its_words(
    show: Show, theme: Theme, side: Side
) -> None:
    sheet = show(Text("Inside and outside", "label", side))
    label = sheet.label("Inside and outside")
    label.ensurePolished()
    assert label.palette().windowText().color() == theme.side_color(side)


def test_headings_differ_by_their_level(show: Show) -> None:
    sheet = show(Heading("one", 1), Heading("two", 2), Heading("three", 3))
    sizes = [sheet.label(text).fontInfo().pixelSize() for text in ("one", "two", "three")]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) == 3


def test_a_chart_has_its_words_and_its_height(show: Show) -> None:
    (canvas,) = show(Chart(MAP, "a map in words", 180)).findChildren(ChartCanvas)
    assert canvas.accessibleName() == "a map in words"
    assert canvas.height() == 240  # 180 points are 2.5 inches, at 96 pixels each


def test_a_page_break_is_a_line_between_parts(show: Show) -> None:
    sheet = show(Text("above"), PageBreak(), Text("below"))
    assert sheet.place("below").y() - sheet.place("above").y() > 40


def test_a_word_longer_than_its_column_is_broken_and_not_cut(show: Show) -> None:
    held = show(Table(("a", "b"), (("Zusammenarbeitsvereinbarung" * 3, "short"),)))
    long, *_ = [made for made in held.findChildren(QLabel) if "Zusammen" in made.text()]
    assert long.text().replace("\N{ZERO WIDTH SPACE}", "") == "Zusammenarbeitsvereinbarung" * 3
    widest = max(
        long.fontMetrics().horizontalAdvance(part)
        for part in long.text().split("\N{ZERO WIDTH SPACE}")
    )
    assert widest <= long.width()
