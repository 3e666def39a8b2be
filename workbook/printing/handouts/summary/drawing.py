"""Draws the summary as every other document of blocks."""

from workbook.documents.blocks import Document
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.writer import Drawn, draw_document


def draw(made: Document, job: Job) -> Drawn:
    """A document on as many pages as it needs. It bears the moment at which it was made itself."""
    return draw_document(made, job.size, job.report, job.tick)
