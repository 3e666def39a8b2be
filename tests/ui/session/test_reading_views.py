"""Every reading of the guide can be shown, and says nothing before it can."""

import pytest

from workbook.charts.of_readings import alt_text
from workbook.guides import load_guide
from workbook.model.answers import Answers
from workbook.operations import built_in_example
from workbook.readings.answer_findings import ACROSS, READINGS, AnswerFindings
from workbook.ui.session.reading_views import shown, waits_for

GUIDE = load_guide()
EXAMPLE = built_in_example("reflection")
NAMES = sorted({name for step in GUIDE.steps for page in step.pages for name in page.readings})
# A question across steps is asked only where answers do not go together.
SAYING = [name for name in NAMES if name not in ACROSS]


def test_the_guide_shows_every_reading_there_is() -> None:
    assert set(NAMES) == set(READINGS)


@pytest.mark.parametrize("name", SAYING)
def test_a_finished_reflection_shows_it(name: str) -> None:
    found = shown(name, AnswerFindings(GUIDE, EXAMPLE.answers))
    assert found is not None
    assert found.words is not None or found.chart is not None


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_reflection_does_not(name: str) -> None:
    found = shown(name, AnswerFindings(GUIDE, Answers({})))
    assert found is None or name == "facts"


@pytest.mark.parametrize("name", SAYING)
def test_a_chart_comes_with_all_of_it_in_words(name: str) -> None:
    found = shown(name, AnswerFindings(GUIDE, EXAMPLE.answers))
    assert found is not None
    if found.chart is None:
        assert found.chart_words == ""
    else:
        assert found.chart_words == alt_text(found.chart)
        assert found.height > 100


def test_what_it_waits_for_is_a_sentence_or_nothing() -> None:
    said = [waits_for(name) for name in NAMES]
    assert all(not text or text.endswith(".") for text in said)
    assert waits_for("gap").startswith("When all four marks are placed")
    assert waits_for("kind") == ""
