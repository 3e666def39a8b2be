"""Each part of ReportLab that its user guide does not promise, by name: one fails for each that a
new version changed. Whoever widens the range in pyproject.toml looks here first.
"""

import io
import os
import re
import subprocess
import sys
import zlib
from datetime import datetime

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workbook.printing.type.reportlab_parts import (
    OpenCanvas,
    array,
    dictionary,
    page_reference,
    stream,
    string,
)

SIZE = (200.0, 100.0)


def finished(canvas: OpenCanvas, target: io.BytesIO) -> PdfReader:
    canvas.save()
    return PdfReader(io.BytesIO(target.getvalue()))


@pytest.fixture
def target() -> io.BytesIO:
    return io.BytesIO()


@pytest.fixture
def canvas(target: io.BytesIO) -> OpenCanvas:
    return OpenCanvas(target, SIZE)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        (Canvas(io.BytesIO())._doc, "Reference idToObject Catalog signature updateSignature"),
        (Canvas(io.BytesIO())._doc, "thisPageName _timeStamp _pdfVersion info"),
        (Canvas(io.BytesIO())._doc, "idToObjectNumberAndVersion numberToId"),
        (Canvas(io.BytesIO())._doc.Pages, "pages"),
        (Canvas(io.BytesIO())._doc.Catalog, "Pages Outlines"),
        (Canvas(io.BytesIO())._doc.info, "digest"),
        (Canvas(io.BytesIO())._doc._timeStamp, "YMDhms dhh dmm"),
        (Canvas(io.BytesIO()), "_code _preamble _make_preamble"),
        (pdfdoc.PDFPage(), "__NoDefault__ Contents stream Parent Resources MediaBox check_format"),
        (pdfdoc, "PDFDictionary PDFArray PDFString PDFStream PDFObjectReference format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "of",  # nothing of an address
)
def test_the_parts_have_the_names_they_are_called_by(owner: object, names: str) -> None:
    assert [name for name in names.split() if not hasattr(owner, name)] == []


def test_a_page_begins_empty_and_says_so(canvas: OpenCanvas) -> None:
    assert not canvas.is_begun
    canvas.rect(0, 0, 9, 9)
    assert canvas.is_begun
    canvas.end_page(None)
    assert not canvas.is_begun


def test_a_file_has_no_font_that_nobody_added(canvas: OpenCanvas, target: io.BytesIO) -> None:
    canvas.rect(0, 0, 9, 9)
    canvas.end_page(None)
    page = finished(canvas, target).pages[0]
    assert b"Helvetica" not in target.getvalue()
    assert b"/F1" not in page.get_contents().get_data()


def test_a_font_that_was_added_is_known_to_every_page(
    canvas: OpenCanvas, target: io.BytesIO
) -> None:
    for _ in range(2):
        canvas.rect(0, 0, 9, 9)
        canvas.end_page(None)
    canvas.add_font("F9", canvas.add_object(dictionary({"Type": "/Font"})))
    for page in finished(canvas, target).pages:
        assert page["/Resources"]["/Font"]["/F9"]["/Type"] == "/Font"


def test_a_page_is_written_in_compressed_bytes(canvas: OpenCanvas, target: io.BytesIO) -> None:
    canvas.rect(1, 2, 3, 4)
    canvas.end_page(None)
    contents = finished(canvas, target).pages[0]["/Contents"]
    assert contents["/Filter"] == "/FlateDecode"
    assert b"1 2 3 4 re" in contents.get_data()


def test_a_page_knows_its_key_in_the_tree_of_tags(canvas: OpenCanvas, target: io.BytesIO) -> None:
    for key in (None, 7):
        canvas.rect(0, 0, 9, 9)
        canvas.end_page(key)
    first, second = finished(canvas, target).pages
    assert "/StructParents" not in first
    assert second["/StructParents"] == 7


def test_the_file_is_a_tagged_one(canvas: OpenCanvas, target: io.BytesIO) -> None:
    tree = dictionary({"Type": "/StructTreeRoot"})
    canvas.set_tags(canvas.add_object(tree))
    tree["K"] = array([dictionary({"Pg": page_reference(0), "Alt": string("a (b) é")})])
    canvas.rect(0, 0, 9, 9)
    canvas.end_page(None)
    read = finished(canvas, target)
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    (kid,) = root["/StructTreeRoot"]["/K"]
    assert kid["/Alt"] == "a (b) é"
    assert kid.raw_get("/Pg").idnum == read.pages[0].indirect_reference.idnum


def test_a_stream_is_written_as_it_is_compressed(canvas: OpenCanvas, target: io.BytesIO) -> None:
    data = bytes(range(256)) * 9
    info = dictionary({})
    canvas.set_tags(canvas.add_object(info))
    info["Held"] = canvas.add_object(stream(data, Length1=len(data)))
    canvas.rect(0, 0, 9, 9)
    canvas.end_page(None)
    held = finished(canvas, target).trailer["/Root"]["/StructTreeRoot"]["/Held"]
    assert isinstance(held, DictionaryObject)
    assert held["/Length1"] == len(data)
    assert held.get_data() == data
    assert zlib.compress(data, 6) in target.getvalue()


def test_the_date_is_the_moments_own(canvas: OpenCanvas, target: io.BytesIO) -> None:
    canvas.set_created(datetime.fromisoformat("2026-05-04T03:02:01+05:30"))
    canvas.rect(0, 0, 9, 9)
    canvas.end_page(None)
    assert str(finished(canvas, target).metadata.creation_date) == "2026-05-04 03:02:01+00:00"


def test_what_pages_show_stays_where_they_are_written_by_hand(canvas: OpenCanvas) -> None:
    for width in (3, 4):
        canvas.rect(1, 2, width, 4)
        canvas.end_page(None)
    canvas.setCreator("a test")
    shown = canvas.take_pages()
    assert [page.box for page in shown] == ["[ 0 0 200 100 ]"] * 2
    file, roots = canvas.begin_file()
    kids = file.reserve(2)
    for number, page in zip(kids, shown, strict=True):
        file.add(
            number,
            f"<< /Type /Page /Parent {roots.pages} 0 R /MediaBox {page.box}"
            f" /Contents {page.contents} 0 R /Resources {page.resources} 0 R >>",
        )
    # In another order, and one of them twice.
    three = f"[ {kids[1]} 0 R {kids[0]} 0 R {kids[1]} 0 R ]"
    file.add(roots.pages, f"<< /Type /Pages /Count 3 /Kids {three} >>")
    file.add(roots.bookmarks, "<< /Type /Outlines /Count 0 >>")
    file.add(roots.tags, "<< /Type /StructTreeRoot >>")
    data = bytes(file.finish())
    read = PdfReader(io.BytesIO(data))
    drawn = [page.get_contents().get_data().split(b"re")[0].split()[-4:] for page in read.pages]
    assert [box[2] for box in drawn] == [b"4", b"3", b"4"]
    assert data.count(b"/Type /Pages") == 1  # ReportLab's own pages are no part of it
    assert data.count(b"/Type /Page ") == 2
    assert "/Font" in read.pages[0]["/Resources"]
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert root["/Outlines"]["/Count"] == 0
    assert read.metadata.creator == "a test"


NAMED = """
import io, sys
from workbook.printing.type.reportlab_parts import OpenCanvas
target = io.BytesIO()
canvas = OpenCanvas(target, (200, 100))
canvas.rect(0, 0, 9, float(sys.argv[1]))
canvas.end_page(None)
canvas.save()
sys.stdout.buffer.write(target.getvalue())
"""


def test_the_name_of_a_file_depends_on_its_pages_alone() -> None:
    def name(height: int, epoch: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-c", NAMED, str(height)],
            capture_output=True, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
        )  # fmt: skip
        found = re.search(rb"/ID\s*\[([^]]*)\]", done.stdout)
        assert found
        return found[1]

    assert name(9, "1000000000") == name(9, "1700000000") != name(8, "1000000000")
