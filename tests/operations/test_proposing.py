"""A round of consent keeps the words it was about, and how many people were there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from workbook.guides import load_guide
from workbook.model.answers import GROUP, Key
from workbook.model.guide import Guide
from workbook.model.workshop import Ballot, Person, Proposal, Round, RoundId, Setup, Spot
from workbook.operations import Library, open_session, set_answers
from workbook.operations.workshops import (
    change_setup,
    close_round,
    new_workshop,
    open_round,
    store_ballots,
)

CONSENT = RoundId("statement", 1)
PURPOSE = Key("statement.purpose", "", 1, GROUP)
PRIORITY = Key("statement.priority", "", 1, GROUP)
SINGING = Proposal("  We sing\nfor the town. ", "People first.")
SETUP = Setup("90", 8)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library")
    yield opened
    opened.close()


@pytest.fixture
def session_id(library: Library, guide: Guide) -> str:
    """A workshop whose group has found its words, with consent to them being asked."""
    found = new_workshop(library, guide, "Singers", SETUP).session.id
    write(library, guide, found, SINGING)
    open_round(library, found, "statement", ("statement.consent",), secret=True)
    return found


def write(library: Library, guide: Guide, session_id: str, words: Proposal) -> None:
    values = {PURPOSE: words.purpose, PRIORITY: words.priority}
    set_answers(library, guide, session_id, values)


def consent(library: Library, session_id: str, round_id: RoundId = CONSENT) -> Round:
    workshop = open_session(library, session_id).workshop
    assert workshop is not None
    found = workshop.round(round_id)
    assert found is not None
    return found


def score(library: Library, session_id: str, *levels: str) -> None:
    spot = Spot("statement.consent")
    ballots = Counter(Ballot.of({spot: level}) for level in levels)
    store_ballots(library, open_session(library, session_id).session, CONSENT, ballots)


def test_a_round_of_consent_keeps_its_words_to_the_letter(
    library: Library, session_id: str
) -> None:
    assert consent(library, session_id).proposal == SINGING


def test_a_round_of_other_questions_keeps_none(library: Library, session_id: str) -> None:
    open_round(library, session_id, "optimising", ("optimising.scale",), secret=True)
    assert consent(library, session_id, RoundId("optimising", 1)).proposal is None


def test_a_word_mended_before_anybody_scored_is_what_they_score(
    library: Library, guide: Guide, session_id: str
) -> None:
    mended = replace(SINGING, purpose="We sing for this town.")
    write(library, guide, session_id, mended)
    assert consent(library, session_id).proposal == mended


def test_once_somebody_has_scored_the_round_stays_with_its_words(
    library: Library, guide: Guide, session_id: str
) -> None:
    score(library, session_id, "4")
    write(library, guide, session_id, replace(SINGING, purpose="We sing for this town."))
    assert consent(library, session_id).proposal == SINGING


def test_a_score_given_by_name_holds_the_words_too(library: Library, guide: Guide) -> None:
    setup = replace(SETUP, names=(Person("p1", "Ada"),))
    found = new_workshop(library, guide, "Singers", setup).session.id
    write(library, guide, found, SINGING)
    open_round(library, found, "statement", ("statement.consent",), secret=False)
    set_answers(library, guide, found, {Key("statement.consent", "", 1, "p1"): "3"})
    write(library, guide, found, Proposal("Something else.", ""))
    assert consent(library, found).proposal == SINGING


def test_words_changed_after_the_round_change_nothing_of_it(
    library: Library, guide: Guide, session_id: str
) -> None:
    score(library, session_id, *"33344455")
    close_round(library, session_id, CONSENT)
    write(library, guide, session_id, Proposal("Dates, always.", ""))
    assert consent(library, session_id).proposal == SINGING


def test_a_round_keeps_how_many_were_there_whoever_comes_later(
    library: Library, session_id: str
) -> None:
    assert consent(library, session_id).people is None
    change_setup(library, session_id, replace(SETUP, people=9))
    score(library, session_id, *"33344455")
    close_round(library, session_id, CONSENT)
    change_setup(library, session_id, replace(SETUP, people=12))
    assert consent(library, session_id).people == 9
