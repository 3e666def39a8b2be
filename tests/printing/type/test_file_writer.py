"""A file that is written object by object is one that readers read."""

import hashlib
import io

from pypdf import PdfReader

from workbook.printing.type.file_writer import FileWriter


def written(*, words: str = "", spare: int = 0) -> bytes:
    file = FileWriter((1, 4), 1, 2, hashlib.md5(usedforsecurity=False))
    catalogue, info, pages, page = file.reserve(4)
    file.reserve(spare)
    # They need not come in the order of their numbers.
    file.add(page, f"<< /Type /Page /Parent {pages} 0 R /MediaBox [ 0 0 30 40 ] >>")
    file.add(pages, f"<< /Type /Pages /Count 1 /Kids [ {page} 0 R ] >>")
    file.add(info, b"<< /Title (a title) >>")
    file.add(catalogue, f"<< /Type /Catalog /Pages {pages} 0 R >>")
    file.sign(words)
    return bytes(file.finish())


def test_objects_are_found_in_whatever_order_they_came() -> None:
    read = PdfReader(io.BytesIO(written()), strict=True)
    assert read.metadata is not None and read.metadata.title == "a title"
    assert [float(page.mediabox.width) for page in read.pages] == [30]


def test_a_number_without_an_object_does_no_harm() -> None:
    read = PdfReader(io.BytesIO(written(spare=3)), strict=True)
    assert read.trailer["/Size"] == 8
    assert len(read.pages) == 1


def test_the_file_is_named_after_what_it_is_signed_with() -> None:
    one, two, other = (written(words=words) for words in ("Ana", "Ana", "Łucja"))
    assert one == two
    names = [PdfReader(io.BytesIO(data)).trailer["/ID"] for data in (one, other)]
    assert names[0] != names[1]


def test_numbers_follow_each_other() -> None:
    file = FileWriter((1, 4), 1, 2, hashlib.md5(usedforsecurity=False))
    assert [*file.reserve(2), *file.reserve(1)] == [1, 2, 3]
    assert file.next_number == 4
