"""The finished example's summary as a PDF, whole process, against a bare script that draws as many
pages of plain text and as many plain charts with ReportLab and matplotlib.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfReader

from tests.benchmarks import Row
from tests.benchmarks._processes import in_turn
from workbook import operations
from workbook.documents.blocks import Block, Chart, Columns, Together
from workbook.documents.summary import summary
from workbook.documents.wanted import Wanted
from workbook.operations.print_room import Handout, make
from workbook.readings.findings import Findings

LIMIT = 1.5
ROUNDS = 7

# The charts go in as pictures, which is the quickest way there is, and blurred.
BARE = """
import sys
from io import BytesIO
from matplotlib.figure import Figure
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

path, pages, charts = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
canvas = Canvas(path)
for page in range(pages):
    text = canvas.beginText(60, 780)
    text.setFont("Helvetica", 10)
    for line in range(50):
        text.textLine(f"Line {line} of page {page}, as long as a line is, and as plain as can be.")
    canvas.drawText(text)
    for chart in range(page, charts, pages):
        figure = Figure(figsize=(5, 2.5))
        figure.add_subplot().barh(["here", "there", "anywhere"], [chart, 5, 2])
        picture = BytesIO()
        figure.savefig(picture)
        canvas.drawImage(ImageReader(picture), 60, 60, 360, 180)
    canvas.showPage()
canvas.save()
"""


def measure() -> list[Row]:
    """Whole processes, in turn."""
    example = operations.built_in_example()
    charts = sum(isinstance(block, Chart) for block in _all(summary(Findings(example)).blocks))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.pdf"
        make(Handout.SUMMARY, Wanted(example.guide, Findings(example)), path)
        pages = len(PdfReader(path).pages)
        ours, bare = in_turn(
            ("-m", "workbook", "export", "sample", "-o", str(path)),
            ("-c", BARE, str(Path(folder) / "bare.pdf"), str(pages), str(charts)),
            ROUNDS,
        )
    name = f"the example's summary as a PDF, {pages} pages, {charts} charts"
    return [Row(name, ours, bare, ours / bare, LIMIT)]


def _all(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            yield from _all((*block.left, *block.right))
        elif isinstance(block, Together):
            yield from _all(block.blocks)
