"""The finished example is whole, believable in its readings, and checked on loading."""

from pathlib import Path

import pytest

from workbook.catalogue.dates import read_date
from workbook.guides import GuideError, load_guide
from workbook.guides.examples import Example, load_example
from workbook.model.answers import Answers, session_progress
from workbook.model.guide import Mode, TextFormat, TextQuestion
from workbook.readings import of_answers as read
from workbook.readings.answer_findings import ACROSS, READINGS, AnswerFindings
from workbook.readings.purpose import Kind
from workbook.resources import resource

GUIDE = load_guide()


@pytest.fixture(scope="module")
def example() -> Example:
    return load_example("reflection", GUIDE)


def test_it_is_complete(example: Example) -> None:
    assert (example.mode, example.plan) == (Mode.SOLO, "solo-25")
    assert session_progress(GUIDE, Mode.SOLO, example.answers).complete
    assert example.scratch.strip()
    asked = {q.id for q in GUIDE.questions.values() if Mode.SOLO in q.modes}
    assert {key.question for key in example.answers} == asked


def test_every_reading_has_something_to_say(example: Example) -> None:
    found = AnswerFindings(GUIDE, example.answers)
    for name in READINGS.keys() - set(ACROSS):  # asked only where answers do not go together
        assert found.named(name), name


def test_it_says_outside_and_does_inside(example: Example) -> None:
    found = read.purpose(GUIDE, example.answers)
    assert found is not None
    assert (found.say.kind, found.do.kind) == (Kind.TEAM, Kind.COMMUNITY)
    assert found.facts_inside > found.facts_outside > 0


def test_it_has_tensions_a_pass_and_a_project_from_the_top(example: Example) -> None:
    cases, hours = read.cases(GUIDE, example.answers), read.shortfall(GUIDE, example.answers)
    made = read.created(GUIDE, example.answers)
    assert cases and hours and made
    assert (cases.passes, len(cases.differing)) == (1, 2)
    assert hours.missing > 0
    assert (len(made.alive), len(made.counted), len(made.top)) == (2, 2, 1)
    assert len(read.suggestions(GUIDE, example.answers)) == 2


def test_every_date_can_be_read(example: Example) -> None:
    dates = [
        read_date(example.answers.text(question.id))
        for question in GUIDE.questions.values()
        if isinstance(question, TextQuestion) and question.format is TextFormat.DATE
    ]
    assert {date.year for date in dates if date} == {2026, 2027}
    assert None not in dates


EXAMPLE = resource("examples", "reflection.en.toml").read_text(encoding="utf-8")


def _spoiled(tmp_path: Path, old: str, new: str) -> Path:
    assert old in EXAMPLE
    (tmp_path / "reflection.en.toml").write_text(EXAMPLE.replace(old, new, 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('"setting.why"', '"setting.when"', 'answers."setting.when"', "no such question"),
        ('"setting.why"', '"statement.dissent"', 'answers."statement.dissent"', "alone"),
        ("say = 4", "tell = 4", 'answers."purpose.inside_scale".tell', "one of do, say"),
        ("say = 4", "say = 44", 'answers."purpose.inside_scale".say', "from 0 to 10"),
        ('choice = "pass"', 'choice = "both"', 'answers."wrong.feud".choice', "one of work"),
        ('source = "praise"', 'source = "gossip"', 'answers."purpose.evidence"', "record 3"),
        ('"River Street Makers"', '" "', 'answers."setting.name"', "leave an empty one out"),
        ('plan = "solo-25"', 'plan = "90"', "plan", "one of solo-25"),
        ('guide = "community-purpose"', 'guide = "garden"', "guide", '"community-purpose"'),
        ("scratch =", "scratches =", "scratches", "no such key"),
        ("scratch =", "scratch = 3\nnotes =", "scratch", "a text"),
    ],
)
def test_an_answer_that_does_not_fit_the_guide_is_named(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    folder = _spoiled(tmp_path, old, new)
    with pytest.raises(GuideError) as caught:
        load_example("reflection", GUIDE, folder)
    found = [p for p in caught.value.problems if p.key == key]
    assert found and expected in found[0].expected, str(caught.value)
    assert found[0].file.endswith("/reflection.en.toml")


def test_answers_that_are_no_table_are_named(tmp_path: Path) -> None:
    (tmp_path / "few.en.toml").write_text('guide = "community-purpose"\nplan = "solo-25"')
    with pytest.raises(GuideError, match="answers: expected a table of answers"):
        load_example("few", GUIDE, tmp_path)


def test_an_example_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuideError, match=r"reflection\.en\.toml: expected this file"):
        load_example("reflection", GUIDE, tmp_path)


def test_answers_are_a_plain_set(example: Example) -> None:
    assert example.answers == Answers(dict(example.answers.items()))
