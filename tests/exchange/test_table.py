"""Files of all sorts become a table, or one sentence that says what to do."""

import csv
import os
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.sheets import FORMS, form
from workbook.exchange.decoding import decode
from workbook.exchange.problems import ImportProblem
from workbook.exchange.table import MOST_BYTES, Sheet, TableRow, parse, read_table


def table(folder: Path, data: bytes | str) -> Sheet:
    path = folder / "answers.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_table(path)


def problem(folder: Path, data: bytes | str) -> str:
    with pytest.raises(ImportProblem) as raised:
        table(folder, data)
    return str(raised.value)


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "rows"),
    [
        ("google", "UTF-8", ",", 4),
        ("microsoft-utf8", "UTF-8", ";", 3),
        ("microsoft-ansi", "Windows-1252", ";", 3),
        ("microsoft-utf16", "UTF-16", "\t", 4),
        ("limesurvey-codes", "UTF-8", ";", 3),
        ("limesurvey-full", "UTF-8", ",", 2),
    ],
)
def test_exports_are_read_as_they_were_written(
    name: str, encoding: str, delimiter: str, rows: int
) -> None:
    sheet = form(name)
    assert (sheet.encoding, sheet.delimiter, len(sheet.rows)) == (encoding, delimiter, rows)
    assert (sheet.blank, sheet.slipped) == (0, ())


def test_the_first_header_keeps_neither_mark_nor_quotation_marks() -> None:
    assert (FORMS / "limesurvey-codes.csv").read_bytes().startswith(b'\xef\xbb\xbf"id"')
    assert form("limesurvey-codes").headers[0] == "id"


def test_a_row_is_named_by_the_line_where_it_begins() -> None:
    sheet = form("google")
    assert [row.line for row in sheet.rows] == [2, 3, 5, 6]
    assert [row.number for row in sheet.rows] == [2, 3, 4, 5], "as a spreadsheet counts them"
    assert sheet.rows[1].cells[-1] == 'Two things:\nthe hall, and "the tea"'


def test_accents_of_windows_survive() -> None:
    assert form("microsoft-ansi").headers[-1] == "Würdest du wiederkommen?"
    assert form("microsoft-ansi").rows[1].cells[-1] == "“Vielleicht”"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(tmp_path: Path, end: str) -> None:
    sheet = table(tmp_path, end.join(["a,b", "1,2", "", "3,4", ""]))
    assert sheet.rows == (TableRow(2, ("1", "2"), 2), TableRow(4, ("3", "4"), 4))
    assert sheet.blank == 1


@pytest.mark.parametrize("note", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
def test_excels_note_names_the_delimiter_and_is_a_line(tmp_path: Path, note: str) -> None:
    sheet = table(tmp_path, f"{note}Trust, or results;How much\n1;2\n")
    assert (sheet.headers, sheet.delimiter) == (("Trust, or results", "How much"), ";")
    assert sheet.rows == (TableRow(3, ("1", "2"), 2),)


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("Inside, what we do;Outside\n7,0;8,0\n6,0;5,5\n", ("Inside, what we do", "Outside")),
        ("Inside;Outside\n7,0;8\n", ("Inside", "Outside")),
        ('"a;b","c"\n"1;2","3"\n', ("a;b", "c")),
        ("a\tb, c, d\n1\t2, 3\n", ("a", "b, c, d")),
        ("How far do you go along, today?\n4\n5\n", ("How far do you go along, today?",)),
    ],
)
def test_the_delimiter_is_the_one_that_fits_the_rows(
    tmp_path: Path, text: str, headers: tuple[str, ...]
) -> None:
    sheet = table(tmp_path, text)
    if len(headers) > 1:
        assert sheet.headers == headers
    assert all(len(row.cells) == len(sheet.headers) for row in sheet.rows)


def test_rows_are_filled_up_and_delimiters_at_the_end_mean_nothing(tmp_path: Path) -> None:
    sheet = table(tmp_path, "a;b;c;;\n1;2;3;;\n4\n5;6;7;;;;\n;;;;\n")
    assert sheet.headers == ("a", "b", "c")
    assert [row.cells for row in sheet.rows] == [("1", "2", "3"), ("4", "", ""), ("5", "6", "7")]


def test_a_row_with_too_many_cells_is_set_aside(tmp_path: Path) -> None:
    sheet = table(tmp_path, "a,b\n1,2\nyes, but,3\n4,5\n")
    assert [row.line for row in sheet.slipped] == [3]
    assert [row.line for row in sheet.rows] == [2, 4]


@pytest.mark.parametrize("text", ['a,b\n1,"2\n3,4\n', 'a,b\n"' + "x" * 140_000 + '",2\n'])
def test_a_text_that_never_ends_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    assert problem(tmp_path, text).startswith("In line 2 a text begins that never ends")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\n\n,,\n", "is empty"),
        (b"a,b\n", "no answers"),
        (b"a,b\n,\n\n", "no answers"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a spreadsheet"),
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\xef\xbb\xbf\n<html lang='en'>", "web page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no text"),
        (b"a,b\n1,\0\n", "no text"),
        (b"a,b\n1,\x81\n", "no text"),
        ("a,b\n1,2\n".encode("utf-16")[:-1], "no text"),
        (b"\xff\xfe\0\0a", "no text"),
        (bytes(range(1, 32)) * 20, "no text"),
        (b",".join([b"a"] * 1_001) + b"\n1\n", "1,000 columns"),
        (b"a,b\n" + b"1,2\n" * 20_001, "20,000 rows"),
        (b"a,b\n" + b"\n" * 1_100_000 + b"1,2\n", "20,000 rows"),
        (b"a" * (MOST_BYTES + 1), "20 MB"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(
    tmp_path: Path, data: bytes, told: str
) -> None:
    sentence = problem(tmp_path, data)
    assert told in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    ("member", "told"),
    [("[Content_Types].xml", "spreadsheet"), ("mimetype", "spreadsheet"), ("a.csv", "Unpack it")],
)
def test_a_workbook_and_an_archive_are_told_apart(tmp_path: Path, member: str, told: str) -> None:
    with zipfile.ZipFile(tmp_path / "form.zip", "w") as archive:
        archive.writestr(member, "a,b\n1,2\n")
    assert told in problem(tmp_path, (tmp_path / "form.zip").read_bytes())


def test_a_file_that_is_not_there_or_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(ImportProblem, match="There is no file"):
            read_table(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked.csv"
    path.write_text("a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(ImportProblem, match="cannot be read"):
        read_table(path)


def test_utf_16_is_known_without_its_mark() -> None:
    for coding in ("utf-16-le", "utf-16-be"):
        assert decode("Name\tÜber uns\n".encode(coding)) == ("Name\tÜber uns\n", "UTF-16")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    try:
        text, _ = decode(data)
        parse(text)
    except ImportProblem as told:
        assert str(told).endswith((".", "?"))


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co")), max_size=12)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_a_table_comes_back_however_it_was_written(
    rows: list[tuple[str, str, str]], delimiter: str, end: str, encoding: str, quoting: int
) -> None:
    headers = ("first", "second", "third")
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows([headers, *rows])
    text, _ = decode(out.getvalue().encode(encoding))
    parsed = parse(text)
    assert parsed.delimiter == delimiter
    full = [row for row in rows if any(cell.strip() for cell in row)]
    assert [row.cells for row in parsed.rows] == [headers, *full]
