"""Another guide with other ids is read by the readings without a line of code."""

from pathlib import Path

import pytest

from tests.guides.garden import plant
from workbook.guides import load_guide
from workbook.model.answers import Answers, Key, session_progress
from workbook.model.guide import Guide, Mode, Side, TextQuestion
from workbook.readings import of_answers as read
from workbook.readings.purpose import Kind

ANSWERS = Answers(
    {
        Key("roots.plot"): "Plot 9",
        Key("roots.seen"): ({"source": "money", "fact": "seeds for all", "side": "inside"},),
        Key("roots.us", "say"): 2,
        Key("roots.us", "do"): 8,
        Key("roots.them", "say"): 9,
        Key("roots.them", "do"): 1,
        Key("storm.frost", "choice"): "rest",
        Key("storm.frost", "last"): "dug",
        Key("storm.first"): ("b", "a"),
        Key("storm.end"): "the frost comes",
    }
)


@pytest.fixture
def garden(tmp_path: Path) -> Guide:
    return load_guide("garden", folder=plant(tmp_path))


def test_purpose_is_read(garden: Guide) -> None:
    found = read.purpose(garden, ANSWERS)
    assert found is not None
    assert (found.say.kind, found.do.kind, found.facts_inside) == (Kind.TEAM, Kind.COMMUNITY, 1)


def test_cases_are_read(garden: Guide) -> None:
    found = read.cases(garden, ANSWERS)
    assert found is not None
    [case] = found.cases
    assert (case.title, case.chosen, case.last) == ("Frost in May", Side.INSIDE, Side.OUTSIDE)


def test_the_draft_is_filled(garden: Guide) -> None:
    question = garden.questions["storm.words"]
    assert isinstance(question, TextQuestion)
    assert read.draft(garden, ANSWERS, question, read.sentence(garden, ANSWERS)) == (
        "At Plot 9: roses before beans, until the frost comes."
    )


def test_progress_counts_what_is_asked(garden: Guide) -> None:
    progress = session_progress(garden, Mode.SOLO, ANSWERS)
    assert (progress.done, progress.total) == (1, 2)  # the sentence is not written yet
