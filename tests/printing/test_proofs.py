"""The proofs about pages are able to fail."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.printing import proofs
from tests.printing.helpers import bare_fonts
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Face
from workbook.printing.type.text import draw_line

INK, PALE, DARK = "#1f2933", "#9aa5b1", "#8a8577"


def page(tmp_path: Path, draw: Callable[[Sheet], None]) -> proofs.Page:
    target = BytesIO()
    sheet = Sheet(target, (300, 200), bare_fonts(), lang="en")
    with sheet.tagged(sheet.root.add("P")):
        draw(sheet)
    sheet.showPage()
    sheet.save()
    path = tmp_path / "a.pdf"
    path.write_bytes(target.getvalue())
    return proofs.pages(path)[0]


def write(sheet: Sheet, text: str, x: float, y: float, color: str = INK) -> None:
    draw_line(sheet, text, Face.SANS, 12, x, y, color)


def ground(sheet: Sheet) -> None:
    sheet.ink(DARK)
    sheet.rect(60, 90, 120, 30, stroke=0, fill=1)
    write(sheet, "words", 70, 100)


def over(sheet: Sheet) -> None:
    write(sheet, "one", 60, 100)
    write(sheet, "other", 70, 103)


def struck(sheet: Sheet) -> None:
    write(sheet, "words", 60, 100)
    sheet.line(50, 103, 200, 103)


def cut(sheet: Sheet) -> None:
    write(sheet, "words", 60, 100)
    sheet.line(75, 60, 75, 150)


BAD: dict[str, tuple[Callable[[proofs.Page, int], None], Callable[[Sheet], None]]] = {
    "in the margin": (proofs.assert_inside, lambda sheet: write(sheet, "wide words", 230, 100)),
    "below the margin": (proofs.assert_inside, lambda sheet: write(sheet, "words", 60, 30)),
    "words on words": (proofs.assert_apart, over),
    "struck out": (proofs.assert_apart, struck),
    "cut through": (proofs.assert_apart, cut),
    "pale": (proofs.assert_dark_enough, lambda sheet: write(sheet, "words", 60, 100, PALE)),
    "on a dark ground": (proofs.assert_dark_enough, ground),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_found(tmp_path: Path, name: str) -> None:
    proof, draw = BAD[name]
    found = page(tmp_path, draw)
    with pytest.raises(AssertionError):
        proof(found, 1)


def test_what_is_right_is_let_pass(tmp_path: Path) -> None:
    def draw(sheet: Sheet) -> None:
        write(sheet, "one line", 60, 100)
        write(sheet, "and another", 60, 86)
        sheet.line(60, 82, 200, 82)

    found = page(tmp_path, draw)
    assert [word.words for word in found.words] == ["one", "line", "and", "another"]
    for proof in (proofs.assert_inside, proofs.assert_apart, proofs.assert_dark_enough):
        proof(found, 1)


def test_text_out_of_its_order_is_found(tmp_path: Path) -> None:
    texts = [f"{word} is the first word of a sentence that goes on" for word in ("One", "Two")]

    def written(order: list[int]) -> Path:
        target = BytesIO()
        sheet = Sheet(target, (400, 200), bare_fonts(), lang="en")
        tags = [sheet.root.add("P") for _ in texts]
        for y, at in enumerate(order):
            with sheet.tagged(tags[at]):
                write(sheet, texts[at], 60, 100 - 20 * y)
        sheet.showPage()
        sheet.save()
        (tmp_path / "a.pdf").write_bytes(target.getvalue())
        return tmp_path / "a.pdf"

    proofs.assert_read_in_order(written([0, 1]))
    with pytest.raises(AssertionError):
        proofs.assert_read_in_order(written([1, 0]))


def test_contrast_is_that_of_the_greys() -> None:
    assert proofs.contrast((0, 0, 0), proofs.WHITE) == pytest.approx(21)
    assert proofs.contrast((118, 118, 118), proofs.WHITE) == pytest.approx(4.54, abs=0.01)
