"""Turns the bytes that another program wrote into text, and says in which encoding they were."""

import codecs
import re

from workbook.catalogue import tr
from workbook.exchange.problems import ImportProblem

# The longer mark first: that of UTF-32 begins like that of UTF-16.
_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_CONTROLS = [*map(chr, range(1, 9)), *map(chr, range(14, 32)), "\x7f"]
_MOST_CONTROLS = 0.01  # of all characters: pasted text holds one now and then, a picture many
_LOOKED_AT = 4096  # bytes at the beginning, enough to tell what they are


def decode(data: bytes) -> tuple[str, str]:
    """The text of these bytes without byte order marks, and the encoding as people call it.

    Without a mark UTF-8 is tried first, because other encodings hardly ever look like it; what
    is not UTF-8 is taken for Windows-1252, the "ANSI" of western Excel.

    Raises:
        ImportProblem: where this is not text.
    """
    _refuse_other_formats(data)
    coding, name = _coding(data)
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise _not_text() from error
    text = text.lstrip("\ufeff").rstrip("\x1a")  # an end mark of old systems
    # One by one: a single search through 20 MB would keep the window's thread waiting.
    controls = sum(text.count(control) for control in _CONTROLS)
    if "\0" in text or controls > len(text) * _MOST_CONTROLS:
        raise _not_text()
    return text, name


def _coding(data: bytes) -> tuple[str, str]:
    for mark, coding, name in _MARKED:
        if data.startswith(mark):
            return coding, name
    begun = data[:_LOOKED_AT]
    first, second = begun[0::2].count(0), begun[1::2].count(0)
    if first != second and max(first, second) > len(begun) // 5:
        return ("utf-16-le" if second > first else "utf-16-be"), "UTF-16"
    try:
        codecs.lookup("utf-8").decode(data, "strict")
    except UnicodeDecodeError:
        return "cp1252", "Windows-1252"
    return "utf-8", "UTF-8"


def _refuse_other_formats(data: bytes) -> None:
    """Raise the sentence that helps most where the file is something that people mix up."""
    begun = data[:_LOOKED_AT]
    if begun.startswith(b"PK\x03\x04"):
        # A workbook is an archive too; where its parts stand in it differs by program.
        if b"[Content_Types].xml" in data or b"mimetype" in begun:
            raise _workbook()
        raise ImportProblem(
            tr("This is a ZIP archive. Unpack it, and choose the CSV file that is in it.")
        )
    if begun.startswith(b"\xd0\xcf\x11\xe0"):
        raise _workbook()
    if begun.startswith(b"%PDF"):
        raise ImportProblem(
            tr("This is a PDF, whatever its name says. Export the answers as CSV instead.")
        )
    if re.match(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)", begun, re.IGNORECASE):
        raise ImportProblem(
            tr("This is a web page, not a CSV file. Sign in to the form and export its answers.")
        )


def _workbook() -> ImportProblem:
    return ImportProblem(
        tr("This is a spreadsheet, not a CSV file. Open it, and save it as “CSV UTF-8”.")
    )


def _not_text() -> ImportProblem:
    return ImportProblem(
        tr("This file holds no text that can be read. Export the answers again as “CSV UTF-8”.")
    )
