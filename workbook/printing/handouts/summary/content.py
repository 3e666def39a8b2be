"""What stands in the summary: the session's document, which the window shows as well."""

from workbook.documents.blocks import Document
from workbook.documents.summary import summary
from workbook.model.handout import Wanted


def document(wanted: Wanted) -> Document:
    """The summary of a session as neutral blocks.

    Raises:
        ValueError: where there is no session.
    """
    opened = wanted.session()
    return summary(opened.session, opened.guide, opened.answers, opened.workshop)
