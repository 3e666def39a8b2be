"""What the words of a group are stands on every paper, and names only below carried ones."""

from pathlib import Path

import pytest

from tests.printing.handouts.sessions import said, write
from tests.standing_worlds import CARRIED, GO_ON, NAMES, WORLDS
from workbook.operations.print_room import Handout
from workbook.printing.pages.pdf import NothingToPrint
from workbook.readings.findings import Findings

PAPERS = (Handout.TAKE_HOME, Handout.LETTER, Handout.STATEMENT)
CLAIMS = ("Agreed on", "What we decided", "words we left with", "all of us")


@pytest.mark.parametrize("handout", PAPERS, ids=lambda each: each.id)
@pytest.mark.parametrize("state", WORLDS)
def test_a_proposal_says_that_it_is_one_and_what_stands_against_it(
    tmp_path: Path, state: str, handout: Handout
) -> None:
    opened, headline = WORLDS[state]
    found = Findings(opened).consent
    assert found is not None and found.state == state
    words = said(write(handout, opened, tmp_path / "a.pdf").path)
    assert headline in words
    assert "A proposal" in words
    assert not [claim for claim in CLAIMS if claim in words]
    assert not [name for name in NAMES if name in words]
    assert (f"We go on with it, because {GO_ON}." in words) == (state == "blocked")


@pytest.mark.parametrize("handout", PAPERS, ids=lambda each: each.id)
def test_words_that_are_carried_are_the_groups_own(tmp_path: Path, handout: Handout) -> None:
    words = said(write(handout, CARRIED, tmp_path / "a.pdf").path)
    assert "8 go along, 6 gave no answer" in words
    assert "A proposal" not in words
    assert any(claim in words for claim in CLAIMS)


@pytest.mark.parametrize("state", WORLDS)
def test_names_are_asked_for_below_a_proposal_in_vain(tmp_path: Path, state: str) -> None:
    opened, headline = WORLDS[state]
    with pytest.raises(NothingToPrint) as refused:
        write(Handout.STATEMENT, opened, tmp_path / "a.pdf", signed=True)
    assert headline in str(refused.value)
    assert "Print the poster of a proposal instead" in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_names_stand_below_words_that_are_carried(tmp_path: Path) -> None:
    words = said(write(Handout.STATEMENT, CARRIED, tmp_path / "a.pdf", signed=True).path)
    assert "In the room: Zoraya and Quirin." in words
