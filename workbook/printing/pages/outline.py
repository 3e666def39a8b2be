"""What a reader of a file shows beside its pages: what it is, and a list of the pages."""

from datetime import datetime

from workbook.catalogue import tr
from workbook.printing.type.canvas import Sheet, plain


def describe(sheet: Sheet, title: str, subject: str, now: datetime) -> None:
    """What a reader shows beside the pages."""
    sheet.setTitle(plain(title))
    sheet.setSubject(plain(subject))
    sheet.setCreator(plain(tr("Community Purpose Workbook")))
    sheet.set_created(now)
    sheet.setViewerPreference("DisplayDocTitle", "true")


def bookmark_page(sheet: Sheet, words: str, number: int = 0) -> None:
    """A bookmark to the page that is being drawn, the `number` of this sheet."""
    sheet.bookmarkPage(f"p{number}")
    sheet.addOutlineEntry(plain(words), f"p{number}", 0, closed=False)
