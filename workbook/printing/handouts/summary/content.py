"""What stands in the summary: the session's document, which the window shows as well."""

from workbook.documents.blocks import Document
from workbook.documents.summary import summary
from workbook.documents.wanted import Wanted


def document(wanted: Wanted) -> Document:
    """The summary of a session as neutral blocks.

    Raises:
        ValueError: where there is no session.
    """
    return summary(wanted.findings())
