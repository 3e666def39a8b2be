"""Pages drawn once stand in the file as often as they have copies, each read for itself."""

import io
from collections.abc import Sequence

import pytest
from pypdf import PdfReader

from workbook.printing.pages.batch import Own, Run, save_copies
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.tags import Tag
from workbook.printing.type.text import draw_line, one_line, show

SIZE = (300.0, 200.0)


def sheet_of(pages: Sequence[str]) -> tuple[Sheet, list[Tag]]:
    """A sheet with a paragraph on each of these pages, and a part of the document for each."""
    sheet = Sheet(io.BytesIO(), SIZE, Fonts())
    parts = []
    for words in pages:
        part = sheet.root.add("Sect")
        parts.append(part)
        with sheet.tagged(part.add("P")):
            draw_line(sheet, words, Face.SANS, 10, 20, 100, "#000000")
        with sheet.decoration():
            sheet.rect(0, 0, 9, 9)
        sheet.showPage()
    return sheet, parts


def name(sheet: Sheet, words: str) -> str:
    return show(one_line(sheet.fonts, words, Face.SANS), 20, 150, 10)


def read(data: bytearray) -> PdfReader:
    return PdfReader(io.BytesIO(bytes(data)), strict=True)


def texts(file: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in file.pages]


def quiet(_pages: int) -> None:
    """Nobody listens."""


def two_pages(*names: str) -> PdfReader:
    sheet, parts = sheet_of(["first", "second"])
    owns = [Own(name(sheet, each), name(sheet, each)) if each else Own() for each in names]
    tag = Tag("Sect", content=[*parts])
    titles = [each or f"Copy {at}" for at, each in enumerate(names)]
    return read(save_copies(sheet, [Run(range(2), tag, owns, titles)], quiet))


def test_every_copy_has_all_pages_and_its_name_on_each() -> None:
    assert texts(two_pages("Ana", "Bo")) == ["Ana first", "Ana second", "Bo first", "Bo second"]
    assert texts(two_pages("", "", "")) == ["first", "second"] * 3


def test_what_all_copies_show_is_in_the_file_once() -> None:
    pages = two_pages("Ana", "Bo", "Cy").pages
    assert len({page.raw_get("/Contents")[-1].idnum for page in pages}) == 2
    assert len({page.raw_get("/Resources").idnum for page in pages}) == 2


def test_each_copy_is_tagged_as_if_it_had_been_drawn_by_itself() -> None:
    file = two_pages("Ana", "Bo")
    tree = file.trailer["/Root"]["/StructTreeRoot"]
    (document,) = tree["/K"]
    copies = [copy.get_object() for copy in document.get_object()["/K"]]
    assert [len(copy["/K"]) for copy in copies] == [3, 3]
    keys = [page["/StructParents"] for page in file.pages]
    assert keys == [0, 1, 2, 3]
    parents = {}
    for leaf in tree["/ParentTree"]["/Kids"]:
        numbers = leaf.get_object()["/Nums"]
        parents |= dict(zip(numbers[::2], numbers[1::2], strict=True))
    for at, page in enumerate(file.pages):
        held = [part.get_object() for part in parents[at]]
        assert [part["/S"] for part in held] == ["/P", "/P"][: 1 + (at % 2 == 0)]
        for number, part in enumerate(held):
            (piece,) = part["/K"]
            assert piece["/MCID"] == number
            assert piece.raw_get("/Pg").idnum == page.indirect_reference.idnum


def test_the_name_is_read_first_and_only_once() -> None:
    first, second, *_ = two_pages("Ana", "Bo").pages
    assert first.get_contents().get_data().index(b"/P <</MCID 1>> BDC") < 10
    assert b"/Artifact BMC" in second.get_contents().get_data()[:40]


def test_copies_are_bookmarked_where_they_have_a_title() -> None:
    sheet, parts = sheet_of(["one", "two"])
    runs = [
        Run(range(1), parts[0], [Own()] * 3, ["Ones", "", ""]),
        Run(range(1, 2), parts[1], [Own()] * 2, ["Twos", ""]),
    ]
    file = read(save_copies(sheet, runs, quiet))
    assert texts(file) == ["one"] * 3 + ["two"] * 2
    assert [item.title for item in file.outline] == ["Ones", "Twos"]
    assert [file.get_destination_page_number(item) for item in file.outline] == [0, 3]
    assert file.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_progress_is_told_after_each_copy_and_may_stop_it() -> None:
    sheet, parts = sheet_of(["one"])
    heard: list[int] = []

    def listen(pages: int) -> None:
        heard.append(pages)
        if pages == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        save_copies(sheet, [Run(range(1), parts[0], [Own()] * 9, [""] * 8 + ["last"])], listen)
    assert heard == [1, 2]
