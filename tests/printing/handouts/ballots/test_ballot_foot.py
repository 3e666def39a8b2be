"""Ballots say whose they are, so that collected piles are not mixed up."""

from datetime import date
from pathlib import Path

import pytest

from tests.printing.handouts.ballots.test_ballots import write
from tests.printing.handouts.helpers import assert_sound, pages, reader, sizes
from tests.printing.helpers import whole
from workbook.model.paper import SHEETS, Paper


@pytest.mark.parametrize("slips", [False, True], ids=["plain", "with a code's boxes"])
@pytest.mark.parametrize("group", ["River Street Makers", "Ñandú & Ωmega " * 12], ids=len)
@pytest.mark.parametrize("paper", SHEETS)
def test_each_ballot_says_whose_it_is_and_still_four_stand_on_a_page(
    tmp_path: Path, paper: Paper, group: str, slips: bool
) -> None:
    made = write(tmp_path / "a.pdf", paper=paper, slips=slips, group=group, day=date(2027, 5, 14))
    found = pages(made.path)
    assert len(found) == len(reader(made.path).outline)
    for page in found:
        feet = [t for t in page.texts if whole(t.words).startswith(group[:5])]
        assert len(feet) == 4
        assert ("…" in feet[0].words) == (len(group) > 40)
        for foot in feet:
            assert not any(
                foot.overlaps(thing, 0.5) for thing in (*page.circles(), *page.boxes(7.5, 13))
            )
    assert_sound(made.path, paper.size)


def test_in_large_print_each_sheet_says_whose_it_is(tmp_path: Path) -> None:
    made = write(tmp_path / "a.pdf", large=True, group="River Street Makers", people=1)
    for page in pages(made.path):
        assert "River Street Makers" in whole(page.words)
    assert min(sizes(made.path)) >= 18
    assert_sound(made.path, Paper.A4.size)
