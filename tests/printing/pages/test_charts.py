import io
import re

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.charts.samples import ALL, CHOICES, DIVERGING, HARD, LADDER, MAP, map_of
from workbook.charts.figures import figure
from workbook.charts.palette import PRINT
from workbook.charts.sizes import natural_height
from workbook.charts.specs import BarRow, BarsSpec
from workbook.printing.pages.charts import draw_chart, draw_figure
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Fonts

SIZE = (420.0, 320.0)


def page(*specs, fonts: Fonts | None = None) -> bytes:
    target = io.BytesIO()
    sheet = Sheet(target, SIZE, fonts or Fonts())
    for spec in specs:
        draw_chart(sheet, spec, 40, 20, 340, min(natural_height(spec, 340), 280))
        sheet.showPage()
    sheet.save()
    return target.getvalue()


def read(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def ink(pdf: bytes):
    """Where a page is not white: left, top, right and bottom in points."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=2).to_pil().convert("L")
    document.close()
    return [edge / 2 for edge in picture.point(lambda grey: 255 if grey < 250 else 0).getbbox()]


def operators(pdf: bytes) -> str:
    return PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data().decode("latin-1")


def test_words_can_be_read_and_searched():
    said = read(page(CHOICES, DIVERGING, LADDER))
    for words in ("Co-lead worn out before the event", "people first", "passed", "1 pass",
                  "chosen now", "We fail in public"):  # fmt: skip
        assert words in said


@pytest.mark.parametrize("spec", ALL)
def test_nothing_is_a_picture(spec):
    pdf = page(spec)
    assert not PdfReader(io.BytesIO(pdf)).pages[0].images
    assert b"/Subtype /Image" not in pdf


@pytest.mark.parametrize("spec", ALL)
def test_a_chart_stays_where_it_was_put(spec):
    left, top, right, bottom = ink(page(spec))
    height = min(natural_height(spec, 340), 280)
    assert left >= 39
    assert right <= 381
    assert bottom <= SIZE[1] - 19
    assert top >= SIZE[1] - 21 - height


def test_the_same_charts_leave_the_same_bytes():
    assert page(*ALL) == page(*ALL)


def test_the_fonts_are_the_documents_own_and_embedded():
    fonts = PdfReader(io.BytesIO(page(MAP))).pages[0]["/Resources"]["/Font"].values()
    names = [str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts
             if font.get_object()["/Subtype"] == "/Type0"]  # fmt: skip
    assert sorted(names) == ["SourceSansPro-Regular", "SourceSansPro-Semibold"]


def test_stripes_are_clipped_lines():
    drawn = operators(page(DIVERGING))
    assert len(re.findall(r"\bW n\b", drawn)) == 3
    assert "Pattern" not in drawn


def test_dotted_lines_are_dashed():
    assert re.search(r"\[2(\.0+)? 2(\.0+)?\] 0", operators(page(map_of((1, 1), (9, 9)))))


@pytest.mark.parametrize("word", HARD)
def test_whatever_is_typed_is_drawn(word):
    row = BarRow(word, 3, word, 4)
    assert page(BarsSpec((row,), 0, 5), map_of((3, 8), (9, 5), do_label=word, say_label=word))


def test_what_no_font_has_is_reported_by_the_documents_fonts():
    fonts = Fonts()
    page(map_of((3, 8), None, do_label="a\ue123"), fonts=fonts)
    assert fonts.undrawable == ("U+E123",)


def test_what_looks_like_mark_up_is_text():
    assert "<b> & $x$ %" in read(page(map_of((3, 8), None, do_label="<b> & $x$ %")))


def test_a_figure_made_elsewhere_can_be_drawn_too():
    target = io.BytesIO()
    sheet = Sheet(target, SIZE, Fonts())
    draw_figure(sheet, figure(MAP, PRINT, 300, 240), 10, 10)
    sheet.showPage()
    sheet.save()
    assert "community" in read(target.getvalue())
