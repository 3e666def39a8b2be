"""What is stored fits on one page, whatever is stored."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.printing.helpers import unhyphened, whole
from workbook.catalogue.what_is_stored import stored_words
from workbook.guides import load_guide
from workbook.model.paper import Paper
from workbook.model.secrecy import usually_open
from workbook.model.workshop import Person, Setup
from workbook.operations.what_is_stored import export_stored

GUIDE = load_guide()
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
LONGEST = Setup(
    "180", 4, names=(Person("p1", "A"), Person("p2", "B")), slips=True,
    open_steps=usually_open(GUIDE),
)  # fmt: skip


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("setup", [LONGEST, replace(LONGEST, plan="60", people=14, slips=False)])
def test_all_of_it_stands_on_one_page(tmp_path: Path, setup: Setup, paper: Paper) -> None:
    path = tmp_path / "stored.pdf"
    written = export_stored(setup, GUIDE, "River Street Makers", NOW, path, paper)
    assert (written.pages, written.undrawable) == (1, ())
    said = PdfReader(path).pages[0].extract_text()
    words = whole(said)
    assert "RIVER STREET MAKERS" in words
    assert "22 November 2026" in words
    for held in stored_words(setup, GUIDE):
        assert held.heading in words
        for sentence in held.sentences:
            assert unhyphened(sentence) in unhyphened(said)


def test_a_group_without_a_name_gets_the_guides_title(tmp_path: Path) -> None:
    path = tmp_path / "stored.pdf"
    export_stored(LONGEST, GUIDE, " ", NOW, path)
    assert GUIDE.title.upper() in PdfReader(path).pages[0].extract_text()


def test_a3_is_for_posters(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a3 is for posters"):
        export_stored(LONGEST, GUIDE, "", NOW, tmp_path / "stored.pdf", Paper.A3)
    assert list(tmp_path.iterdir()) == []
