"""Writes what a workshop stores on one page, before anybody answers; changes nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workbook.documents.what_is_stored import stored_page
from workbook.model.guide import Guide
from workbook.model.paper import Paper, sheet_of
from workbook.model.workshop import Setup
from workbook.printing.pages.pdf import Written, write_pdf


def export_stored(
    setup: Setup,
    guide: Guide,
    name: str,
    now: datetime,
    path: Path,
    paper: Paper | str = Paper.A4,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write what a workshop stores as a PDF file of one page, whole or not at all.

    Args:
        setup: how it is held.
        guide: what is asked.
        name: the group's.
        now: the moment, aware; its day stands on the page.
        path: the file to write or to replace.
        paper: "a4" or "letter".
        progress: called now and then with what is done and how much there is.
        cancelled: asked often; where it says yes, nothing is left behind.

    Raises:
        ValueError: for any other paper; A3 is for posters alone.
        PrintError: where the file cannot be written; str() is a sentence for people.
        Cancelled: where `cancelled` said yes.
    """
    document = stored_page(setup, guide, name, now)
    return write_pdf(document, path, sheet_of(paper), progress=progress, cancelled=cancelled)
