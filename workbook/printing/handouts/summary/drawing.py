"""Draws the summary as every other document of blocks."""

from workbook.documents.blocks import Document
from workbook.printing.pages.pdf import Job
from workbook.printing.pages.writer import Drawn, Writer
from workbook.printing.type.fonts import Fonts


def draw(made: Document, job: Job) -> Drawn:
    """A document on as many pages as it needs. It bears the moment at which it was made itself."""
    fonts = Fonts(tick=job.tick, language=made.language)
    return Writer(made, job.size, fonts, job.report, job.tick).draw()
