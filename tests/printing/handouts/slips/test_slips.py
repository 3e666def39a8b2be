import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import assert_sound, pages, reader
from tests.printing.helpers import whole
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import Guide
from workbook.model.paper import SHEETS, Paper
from workbook.model.slips import is_printed_code
from workbook.operations.print_room import CannotPrint, Handout, make
from workbook.printing.pages.pdf import Written

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def write(path: Path, people: int, paper: Paper = Paper.A4, guide: Guide = GUIDE) -> Written:
    return make(Handout.SLIPS, Wanted(guide, people=people, paper=paper), path, now=NOW)


@pytest.mark.parametrize("paper", SHEETS)
def test_each_slip_bears_a_code_of_its_own(tmp_path: Path, paper: Paper) -> None:
    made = write(tmp_path / "a.pdf", 50, paper)
    texts = [text for page in pages(made.path) for text in page.texts]
    found = [t for t in texts if is_printed_code("".join(t.words.split()))]
    assert len({t.words for t in found}) == len(found) == 50
    assert made.pages == 3
    assert all(t.height > 14 for t in found)
    assert_sound(made.path, paper.size)


def test_two_printings_share_no_order_and_hardly_a_code(tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        made = write(tmp_path / name, 24)
        texts.append([whole(page.words) for page in pages(made.path)])
    assert texts[0] != texts[1]


def test_slips_are_cut_along_marks_that_no_word_crosses(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", 24)
    (page,) = pages(made.path)
    upright = {round(p.middle[0]) for p in page.paths if p.width < 1.5 and p.height > 500}
    across = {round(p.middle[1]) for p in page.paths if p.height < 1.5 and p.width > 400}
    assert (len(upright), len(across)) == (2, 7)
    for text in page.texts:
        assert not any(text.left < x < text.right for x in upright)
        assert not any(text.bottom < y < text.top for y in across)


@pytest.mark.parametrize("count", [-1, 2001])
def test_none_or_too_many_are_refused(tmp_path: Path, count: int) -> None:
    with pytest.raises((ValueError, CannotPrint), match="people"):
        write(tmp_path / "a.pdf", count)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not on this machine")
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", 50)
    done = subprocess.run(
        ["qpdf", "--check", "a.pdf"], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_slips_say_what_they_are(tmp_path: Path) -> None:
    file = reader(write(tmp_path / "a.pdf", 3, guide=replace(GUIDE, language="de")).path)
    assert file.metadata is not None
    assert file.metadata.title == "Slips"
    assert file.trailer["/Root"]["/Lang"] == "de"
    assert "Write it on your ballots" in whole(file.pages[0].extract_text())
