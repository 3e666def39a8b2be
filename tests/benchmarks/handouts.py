"""Two hundred personal worksheets of four pages, whole process, against a bare ReportLab script
that writes as many pages with as much text; and how memory grows with their number, against how
the file does.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from tests.benchmarks import Row
from tests.benchmarks._processes import ROOT, in_turn
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.operations.print_room import Handout, make

LIMIT = 3.0
ROUNDS = 5
PEOPLE = 200
STEPS = ("purpose", "rare")
MANY = 2000  # people, for what memory grows with
GROWTH = 2.0  # at most, of memory to file: it is held once while it grows, and once as a whole

OURS = """
import sys
from pathlib import Path
from workbook.guides import load_guide
from workbook.documents.wanted import Wanted
from workbook.operations.print_room import Handout, make

names = [f"Person {number}" for number in range(int(sys.argv[2]))]
wanted = Wanted(load_guide(), steps=tuple(sys.argv[3:]), names=tuple(names))
make(Handout.WORKSHEET, wanted, Path(sys.argv[1]))
"""
# A child begins with the most that its parent ever had, but for Linux' own count.
MEASURED = (
    OURS
    + """
import resource

status = Path("/proc/self/status")
if status.exists():
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
    memory = int(line.split()[1]) * 1024
else:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(memory, Path(sys.argv[1]).stat().st_size)
"""
)
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
        make(Handout.WORKSHEET, Wanted(load_guide(), people=1, steps=STEPS), path)
        pages = [page.extract_text().splitlines() for page in PdfReader(path).pages]
        assert len(pages) == 4
        ours, bare = in_turn(
            ("-c", OURS, str(path), str(PEOPLE), *STEPS),
            ("-c", BARE, str(Path(folder) / "bare.pdf"), str(PEOPLE), json.dumps(pages)),
            ROUNDS,
        )
        memory, file = _growth(path)
    name = f"{PEOPLE} personal worksheets of {len(pages)} pages"
    grown = f"memory for {MANY} of them instead of {PEOPLE}, and what the file grows by"
    return [
        Row(name, ours, bare, ours / bare, LIMIT),
        Row(grown, memory, file, memory / file, GROWTH, "MB"),
    ]


def _growth(path: Path) -> tuple[float, float]:
    """By how many megabytes memory at its fullest, and the file, grow with the people."""
    sizes = []
    for people in (PEOPLE, MANY):
        command = (sys.executable, "-c", MEASURED, str(path), str(people), *STEPS)
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        memory, file = map(int, done.stdout.split())
        sizes.append((memory / 1e6, file / 1e6))
    (few, small), (many, large) = sizes
    return many - few, large - small
