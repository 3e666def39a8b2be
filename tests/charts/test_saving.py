"""Charts as files: sharp, white, the same every time, and told in words to who cannot see them."""

import zlib
from struct import unpack
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.charts import samples
from workbook.charts.alt import alt_text
from workbook.charts.saving import DPI, MARGIN, MOST_PIXELS, WIDTH, Titled, as_png, as_svg
from workbook.charts.specs import LadderSpec

TWO = (Titled("The purpose map", samples.MAP), Titled("Say & do <1>", samples.LINES))
SVG = "{http://www.w3.org/2000/svg}"


def chunks(png: bytes) -> dict[str, bytes]:
    """The chunks of a PNG file, the pixels joined; each is checked against its sum."""
    found: dict[str, bytes] = {}
    at = 8
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    while at < len(png):
        size, name = unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + size]
        assert unpack(">I", png[at + 8 + size : at + 12 + size]) == (zlib.crc32(name + data),)
        found[name.decode()] = found.get(name.decode(), b"") + data
        at += 12 + size
    return found


def pixels(png: bytes) -> QImage:
    image = QImage.fromData(QByteArray(png))
    assert not image.isNull()
    return image


def test_the_same_charts_give_the_same_bytes() -> None:
    assert as_svg(TWO) == as_svg(TWO)
    assert as_png(TWO) == as_png(TWO)


def test_a_png_is_white_and_has_300_dots_an_inch() -> None:
    png = as_png(TWO[:1])
    image, found = pixels(png), chunks(png)
    assert image.width() == pytest.approx((WIDTH + 2 * MARGIN) / 72 * DPI, abs=1)
    across, up, metres = unpack(">IIB", found["pHYs"])
    assert metres == 1 and across == up == pytest.approx(DPI / 0.0254, abs=1)
    corners = [(x, y) for x in (0, image.width() - 1) for y in (0, image.height() - 1)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {"#ffffff"}
    assert all(image.pixelColor(x, 40).alpha() == 255 for x in range(image.width()))


def test_files_know_no_time_and_nobody() -> None:
    svg = as_svg(TWO)
    assert b"date" not in svg.lower()
    assert set(chunks(as_png(TWO))) <= {"IHDR", "pHYs", "IDAT", "IEND", "tEXt", "iTXt"}


def test_an_svg_says_all_of_its_charts_in_words() -> None:
    root = ElementTree.fromstring(as_svg(TWO))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "The purpose map; Say & do <1>"
    said = root.findtext(f"{SVG}desc") or ""
    assert alt_text(samples.MAP) in said and alt_text(samples.LINES) in said
    assert "Say & do <1>. " in said


def test_an_svg_needs_no_font_of_the_machine() -> None:
    root = ElementTree.fromstring(as_svg(TWO))
    assert not list(root.iter(f"{SVG}text"))
    assert not list(root.iter(f"{SVG}image"))


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt warns of letters without an outline: of blanks
def test_svg_and_png_show_the_same(qapp: object) -> None:
    drawn = pixels(as_png(TWO)).scaledToWidth(526)
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(as_svg(TWO))).render(painter)
    painter.end()
    spots = [(x, y) for x in range(0, drawn.width(), 3) for y in range(0, drawn.height(), 3)]
    other = sum(
        abs(image.pixelColor(*at).lightness() - drawn.pixelColor(*at).lightness()) > 90
        for at in spots
    )
    assert other < len(spots) / 500


def test_many_charts_are_one_file_that_is_not_too_large() -> None:
    many = [Titled(f"Number {n}", samples.MAP) for n in range(30)]
    assert pixels(as_png(many)).height() <= MOST_PIXELS


def test_no_chart_is_no_file() -> None:
    for make in (as_svg, as_png):
        with pytest.raises(ValueError, match="no chart"):
            make([])


@settings(max_examples=20)
@given(st.text(max_size=40))
def test_any_title_makes_a_file_that_can_be_read(title: str) -> None:
    rungs = LadderSpec((title, "end"), 1, "people first", "work first")
    ElementTree.fromstring(as_svg([Titled(title, rungs)]))
    assert not pixels(as_png([Titled(title, rungs)])).isNull()
