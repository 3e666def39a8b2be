"""Two hundred personal worksheets of four pages, whole process, against a bare ReportLab script
that writes as many pages with as much text.
"""

import json
import tempfile
from pathlib import Path

from pypdf import PdfReader

from tests.benchmarks import Row
from tests.benchmarks._processes import in_turn
from workbook.guides import load_guide
from workbook.operations.handouts import write_worksheets

LIMIT = 3.0
ROUNDS = 5
PEOPLE = 200
STEPS = ("purpose", "kind", "rare")

OURS = """
import sys
from pathlib import Path
from workbook.guides import load_guide
from workbook.operations.handouts import write_worksheets

names = [f"Person {number}" for number in range(int(sys.argv[2]))]
write_worksheets(load_guide(), Path(sys.argv[1]), steps=sys.argv[3:], people=names)
"""
BARE = """
import json, sys
from reportlab.pdfgen.canvas import Canvas

path, people, pages = sys.argv[1], int(sys.argv[2]), json.loads(sys.argv[3])
canvas = Canvas(path)
for person in range(people):
    for lines in pages:
        text = canvas.beginText(60, 780)
        text.setFont("Helvetica", 10)
        text.textLine(f"For Person {person}")
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
canvas.save()
"""


def measure() -> list[Row]:
    """Whole processes, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.pdf"
        write_worksheets(load_guide(), path, steps=STEPS)
        pages = [page.extract_text().splitlines() for page in PdfReader(path).pages]
        assert len(pages) == 4
        ours, bare = in_turn(
            ("-c", OURS, str(path), str(PEOPLE), *STEPS),
            ("-c", BARE, str(Path(folder) / "bare.pdf"), str(PEOPLE), json.dumps(pages)),
            ROUNDS,
        )
    name = f"{PEOPLE} personal worksheets of {len(pages)} pages"
    return [Row(name, ours, bare, ours / bare, LIMIT)]
