"""What a reader finds on the pages: where blocks stand, break and hold together."""

import pytest
from pypdf import PdfReader

from tests.printing.helpers import document, drawn, read, texts, whole
from workbook.charts.specs import BarRow, BarsSpec
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

LINE = "We mend what people bring, and while the glue dries we talk. "


def pages(*blocks: Block) -> list[str]:
    return [whole(text) for text in texts(drawn(document(*blocks)).data)]


def filler(lines: int) -> list[Block]:
    """So many lines of text, each a block of its own."""
    return [Text(f"line {i}") for i in range(lines)]


EVERY_BLOCK: list[tuple[Block, list[str]]] = [
    (Heading("A heading", 1, "Step 1"), ["STEP 1", "A heading"]),
    (Text("A body"), ["A body"]),
    (Text("Inside", "label", Side.INSIDE), ["Inside"]),
    (Banner("The sentence", "under it"), ["The sentence", "under it"]),
    (Facts((("a label", "its value"),)), ["a label its value"]),
    (Table(("what", "who"), (("chairs", "Ines"),)), ["what who chairs Ines"]),
    (Reading("Words first", "then why"), ["Words first then why"]),
    (Columns((Text("at left"),), (Text("at right"),)), ["at left at right"]),
    (Together((Text("one"), Text("two"))), ["one two"]),
]


@pytest.mark.parametrize(("block", "words"), EVERY_BLOCK, ids=lambda v: type(v).__name__)
def test_each_block_says_what_is_in_it(block: Block, words: list[str]) -> None:
    (page,) = pages(block)
    for word in words:
        assert word in page


def test_the_first_page_has_kicker_and_title_the_others_the_title() -> None:
    first, second = pages(Text("a"), PageBreak(), Text("b"))
    assert first.startswith("COMMUNITY PURPOSE WORKBOOK 22 November 2026 River Street Makers")
    assert second.startswith("River Street Makers 22 November 2026 b")
    assert first.endswith("Made with the Community Purpose Workbook 1 / 2")
    assert second.endswith("Made with the Community Purpose Workbook 2 / 2")


@pytest.mark.parametrize("lines", range(20, 32))
def test_a_heading_stands_with_its_text(lines: int) -> None:
    for page in pages(*filler(lines), Heading("The question", 2), Text(LINE * 10)):
        if "The question" in page:
            assert "The question We mend" in page


@pytest.mark.parametrize("lines", range(20, 32))
def test_neither_the_first_nor_the_last_line_stands_alone(lines: int) -> None:
    for page in pages(*filler(lines), Text(LINE * 7)):
        assert page.count("We mend") != 1


@pytest.mark.parametrize("lines", range(16, 30, 2))
def test_what_belongs_together_stands_together(lines: int) -> None:
    block = Together((Text("first of all"), Text(LINE * 4), Text("last of all")))
    for page in pages(*filler(lines), block):
        assert ("first of all" in page) == ("last of all" in page)


def test_a_long_text_flows_over_pages_and_loses_nothing() -> None:
    words = [f"w{i}" for i in range(1500)]
    found = pages(Text(" ".join(words)))
    assert len(found) > 1
    read_back = [w for page in found for w in page.split() if w[0] == "w" and w[1:].isdigit()]
    assert read_back == words


def test_a_table_repeats_its_headers() -> None:
    rows = tuple((f"row {i}", "x") for i in range(60))
    found = pages(Table(("Promise", "Who"), rows))
    assert len(found) > 1
    assert all("Promise Who" in page for page in found)


def test_a_cell_longer_than_a_page_flows_on() -> None:
    words = [f"w{i}" for i in range(2500)]
    found = " ".join(pages(Table(("a", "b"), ((" ".join(words), "short"), ("end", "")))))
    assert [w for w in found.split() if w[0] == "w" and w[1:].isdigit()] == words
    assert "end" in found.split()


@pytest.mark.parametrize("headers", [(), ("Promise", "Why")])
@pytest.mark.parametrize("count", range(1, 8))
def test_each_row_of_a_table_stands_once(headers: tuple[str, ...], count: int) -> None:
    rows = tuple((f"row{i}.", LINE * 12) for i in range(count))
    found = " ".join(pages(Table(headers, rows)))
    assert [found.count(f"row{i}.") for i in range(count)] == [1] * count


def test_columns_take_what_they_need_before_a_word_goes_to_a_second_line() -> None:
    rows = (("Seed library", "Mira", "needs " * 9), ("Radio evenings", "Ilse", "needs " * 12))
    (page,) = pages(Table(("Project", "Whose", "Needs"), rows, (3, 3, 2)))
    assert "Radio evenings Ilse needs" in page


def test_a_short_table_is_not_parted() -> None:
    table = Table(("Promise",), tuple((f"row {i}",) for i in range(5)))
    for lines in range(22, 30):
        for page in pages(*filler(lines), table):
            assert page.count("row") in (0, 5)


def test_columns_higher_than_a_page_stand_under_each_other() -> None:
    left = (Heading("At left", 2), Text(LINE * 300))
    found = pages(Columns(left, (Heading("At right", 2), Text("short"))))
    assert "At right" not in found[0]
    assert "At right short" in found[-1]


def test_a_table_of_many_columns_stays_on_the_paper() -> None:
    (page,) = pages(Table((), (tuple(str(i % 10) for i in range(50)),)))
    assert "9" in page


def test_a_row_may_have_fewer_cells_than_the_headers() -> None:
    (page,) = pages(Table(("a", "b", "c"), (("only",),)))
    assert "a b c only" in page


def test_page_breaks_at_the_ends_leave_no_empty_page() -> None:
    assert len(pages(PageBreak(), PageBreak(), Text("a"), PageBreak())) == 2


def test_an_empty_document_is_one_page() -> None:
    assert len(pages()) == 1


def outline(reader: PdfReader) -> list[object]:
    def names(items: list) -> list[object]:
        return [names(i) if isinstance(i, list) else i.title for i in items]

    return names(reader.outline)


def test_headings_are_bookmarks_and_questions_are_not() -> None:
    made = drawn(document(
        Heading("One"), Heading("One a", 2), Heading("a question", 3), Heading("Two"),
    ))  # fmt: skip
    assert outline(read(made.data)) == ["One", ["One a"], "Two"]


def test_a_bookmark_of_level_two_may_come_first() -> None:
    assert outline(read(drawn(document(Heading("a", 2), Heading("b"))).data)) == ["a", "b"]


def test_bookmarks_lead_to_their_page() -> None:
    reader = read(drawn(document(Heading("One"), PageBreak(), Heading("Two 😀"))).data)
    found = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]
    assert found == [("One", 0), ("Two 😀", 1)]


def test_a_chart_is_drawn_in_lines_and_words_and_told_in_words() -> None:
    spec = BarsSpec((BarRow("Branding", 3, "3 of 4"),), low=0, high=4)
    made = drawn(document(Chart(spec, "Branding stands at 3 of 4.", 80)))
    reader = read(made.data)
    assert "Branding" in texts(made.data)[0]
    assert not list(reader.pages[0].images)
    figure = next(e for e in elements(reader) if e["/S"] == "/Figure")
    assert figure["/Alt"] == "Branding stands at 3 of 4."


def test_charts_of_the_opening_are_lower_where_that_saves_a_page() -> None:
    spec = BarsSpec((BarRow("Branding", 3, "3 of 4"),), low=0, high=4)
    page_and_more = (Chart(spec, "words", 330), Chart(spec, "words", 400))
    assert len(pages(*page_and_more, PageBreak(), Text("a"))) == 2
    assert len(pages(*page_and_more)) == 2  # without a page break there is no opening


def elements(reader: PdfReader) -> list[dict]:
    def below(element: dict) -> list[dict]:
        kids = [kid.get_object() for kid in element.get("/K", [])]
        return [element, *(e for k in kids if "/S" in k for e in below(k))]

    (root,) = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    return below(root.get_object())


def test_parts_are_tagged_for_those_who_listen() -> None:
    made = drawn(document(
        Heading("One"), Text("body"), Table(("a",), (("b",),)), Reading("so", "because"),
    ))  # fmt: skip
    reader = read(made.data)
    roles = [element["/S"] for element in elements(reader)]
    assert roles == ["/Document", "/Title", "/P", "/H1", "/P", "/Table", "/TR", "/TH", "/TR",
                     "/TD", "/Note"]  # fmt: skip
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
