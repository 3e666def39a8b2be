"""The summary in the program: there at once, all of it, and no more work than what has changed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.documents.reading import flat
from tests.ui.seeing import words
from workbook.documents.blocks import Chart, Document, Heading, PageBreak, Text
from workbook.documents.summary import summary
from workbook.model.answers import Answers, Key
from workbook.model.opened import OpenSession
from workbook.operations import built_in_example
from workbook.readings.findings import Findings
from workbook.ui.charts import Charts
from workbook.ui.session.summary import SummaryPage
from workbook.ui.theme import Theme
from workbook.ui.widgets.chart_canvas import ChartCanvas

PARAGRAPHS = tuple(Text(f"Paragraph {number}. " + "Many words. " * 40) for number in range(12))
DOCUMENT = Document(
    "River Street Makers", "A makers’ club", "Community purpose", "3 November 2026", "", "", "",
    "en", "2026-11-03T12:00:00Z",
    (Text("At a glance"), PageBreak(), Heading("Step by step"), *PARAGRAPHS),
)  # fmt: skip
EXAMPLE = built_in_example("reflection")
TEXTS = [v for _, v in EXAMPLE.answers.items() if isinstance(v, str) and " " in v]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SummaryPage:
    made = SummaryPage(theme, Charts())
    qtbot.addWidget(made)
    made.resize(1280, 740)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def labels(page: SummaryPage) -> list[QLabel]:
    return [label for label in page.findChildren(QLabel) if label.isVisible()]


def show_all(qtbot: QtBot, page: SummaryPage, document: Document) -> None:
    """Show a document and wait until its last block stands."""
    page.show_document(document)
    qtbot.waitUntil(lambda: not page._more.isActive())


def with_texts(texts: list[str]) -> OpenSession:
    """The example whose long texts are others."""
    answers = EXAMPLE.answers
    places = [key for key, value in answers.items() if value in TEXTS]
    for at, key in enumerate(places):
        answers = answers.with_value(key, f"{texts[at % len(texts)]} ({at})")
    return replace(EXAMPLE, answers=answers)


def test_page_one_stands_at_once_and_the_rest_follows(qtbot: QtBot, page: SummaryPage) -> None:
    page.show_document(DOCUMENT)
    assert [label.text() for label in page.findChildren(QLabel)].count("At a glance") == 1
    assert "Step by step" not in words(page)
    qtbot.waitUntil(lambda: "Paragraph 11." in words(page))


def test_it_opens_with_what_it_is_about(page: SummaryPage) -> None:
    page.show_document(DOCUMENT)
    said = words(page)
    assert "COMMUNITY PURPOSE" in said and "3 November 2026" in said
    assert "River Street Makers" in said and "A makers’ club" in said


def test_without_a_subtitle_there_is_no_empty_line(page: SummaryPage) -> None:
    page.show_document(replace(DOCUMENT, subtitle=""))
    assert all(label.text() for label in labels(page))


def test_what_has_not_changed_keeps_its_place_on_the_screen(
    qtbot: QtBot, page: SummaryPage
) -> None:
    show_all(qtbot, page, DOCUMENT)
    before = {label.text(): label for label in labels(page)}
    blocks = list(DOCUMENT.blocks)
    blocks[3] = Text("Something else")
    show_all(qtbot, page, replace(DOCUMENT, blocks=tuple(blocks)))
    after = {label.text(): label for label in labels(page)}
    assert PARAGRAPHS[0].text not in after and "Something else" in after
    assert all(after[text] is label for text, label in before.items() if text in after)


def test_changed_blocks_stand_in_their_order(qtbot: QtBot, page: SummaryPage) -> None:
    show_all(qtbot, page, DOCUMENT)
    first, *others = DOCUMENT.blocks
    moved = (first, Text("In between"), *reversed(others))
    show_all(qtbot, page, replace(DOCUMENT, blocks=moved))
    wanted = [block.text for block in moved if isinstance(block, Text)]
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    tops = {label.text(): label.mapTo(page, QPoint()).y() for label in labels(page)}
    assert sorted(wanted, key=lambda text: tops[text]) == wanted


def test_a_removed_block_is_gone(qtbot: QtBot, page: SummaryPage) -> None:
    show_all(qtbot, page, DOCUMENT)
    show_all(qtbot, page, replace(DOCUMENT, blocks=DOCUMENT.blocks[:3]))
    assert "Paragraph" not in words(page)
    assert "Step by step" in words(page)


def test_the_same_document_again_stays_where_it_was_scrolled(
    qtbot: QtBot, page: SummaryPage
) -> None:
    show_all(qtbot, page, DOCUMENT)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    page.show_document(DOCUMENT)
    assert bar.value() == 300
    page.show_document(replace(DOCUMENT, title="Another"))
    assert bar.value() == 0


def test_it_scrolls_by_nearly_a_screen_and_says_where_it_ends(
    qtbot: QtBot, page: SummaryPage
) -> None:
    show_all(qtbot, page, DOCUMENT)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep())
    assert not page.scroll_page(-1)
    assert page.scroll_page(1)
    assert 0.8 * bar.pageStep() < bar.value() < bar.pageStep()
    while page.scroll_page(1):
        pass
    assert bar.value() == bar.maximum()
    assert page.scroll_page(-1)


def test_arrows_scroll_it(qtbot: QtBot, page: SummaryPage) -> None:
    show_all(qtbot, page, DOCUMENT)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)
    page.focus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Down)
    assert page.area.verticalScrollBar().value() > 0


def test_its_buttons_lead_back_and_to_the_pdf(qtbot: QtBot, page: SummaryPage) -> None:
    with qtbot.waitSignal(page.back_requested):
        qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.export_requested):
        qtbot.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    assert all(button.accessibleName() for button in page.findChildren(QPushButton))


WILD = [
    "<b>bold</b> and <script>x</script>",
    "AT&T &amp; $x^2$ 100 % \\section{a}",
    "🦉 and مرحبا بالعالم and שלום",
    "नमस्ते and 你好",
]


def test_everything_typed_is_somewhere_in_it_as_text(qtbot: QtBot, page: SummaryPage) -> None:
    session = with_texts(WILD)
    show_all(qtbot, page, summary(Findings(session)))
    said = " ".join(words(page).split())
    typed = [v for _, v in session.answers.items() if isinstance(v, str) and " " in v]
    assert len(typed) > 10
    assert not [text for text in typed if " ".join(text.split()) not in said]


def test_every_chart_says_in_words_what_it_draws(qtbot: QtBot, page: SummaryPage) -> None:
    show_all(qtbot, page, summary(Findings(EXAMPLE)))
    canvases = page.findChildren(ChartCanvas)
    assert len(canvases) >= 6
    assert all(len(canvas.accessibleName()) > 20 for canvas in canvases)


def test_an_empty_reflection_has_a_summary_without_empty_headings(
    qtbot: QtBot, page: SummaryPage
) -> None:
    show_all(qtbot, page, summary(Findings(replace(EXAMPLE, answers=Answers({})))))
    assert all(label.text().strip() for label in labels(page))
    assert page.findChildren(ChartCanvas) == []


def test_larger_text_widens_the_sheet(qtbot: QtBot, page: SummaryPage, theme: Theme) -> None:
    page.resize(1900, 900)
    show_all(qtbot, page, DOCUMENT)
    sheet = page._sheet
    qtbot.waitUntil(lambda: sheet.width() == 800)
    theme.choose(scale=1.5)
    qtbot.waitUntil(lambda: sheet.width() == 1200)


def test_one_answer_changed_in_the_example_makes_little_new(
    qtbot: QtBot, page: SummaryPage
) -> None:
    show_all(qtbot, page, summary(Findings(EXAMPLE)))
    before = set(page.findChildren(QLabel))
    (closing,) = EXAMPLE.guide.with_role("closing")
    answers = EXAMPLE.answers.with_value(Key(closing.id), "To sing together, I now think.")
    show_all(qtbot, page, summary(Findings(replace(EXAMPLE, answers=answers))))
    assert "To sing together, I now think." in words(page)
    assert len(set(page.findChildren(QLabel)) - before) < 10


def test_a_workshop_stands_as_it_prints(qtbot: QtBot, page: SummaryPage) -> None:
    document = summary(Findings(built_in_example("workshop")))
    show_all(qtbot, page, document)
    shown = " ".join(found.text() for found in labels(page))
    for said in ("Pressures · First round", "14 of 14", "Parking lot", "Who was there"):
        assert said in shown
    drawn = [block for block in flat(document.blocks) if isinstance(block, Chart)]
    assert len(page.findChildren(ChartCanvas)) == len(drawn) > 12
