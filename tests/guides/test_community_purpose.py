"""The shipped guide keeps its plans, its voice and the room its pages have."""

import re
from collections.abc import Iterator

import pytest

from tests.guides.test_essay import GUIDE, texts
from workbook.model.guide import CaseQuestion, Mode, Page, Question, TextQuestion
from workbook.readings.session import READINGS

STEPS = ["setting", "purpose", "kind", "optimising", "rare", "wrong", "impact", "statement"]
PAGES = [page for step in GUIDE.steps for page in step.pages]


def everything() -> Iterator[str]:
    for step in GUIDE.steps:
        yield from texts(step)
    for question in GUIDE.questions.values():
        yield from texts(question)


def test_the_steps_keep_their_ids() -> None:
    assert [step.id for step in GUIDE.steps] == STEPS


@pytest.mark.parametrize(
    ("plan", "mode", "minutes", "breaks", "buffer"),
    [
        ("solo-25", Mode.SOLO, (2, 4, 2, 3, 3, 5, 3, 3), {}, 0),
        ("60", Mode.WORKSHOP, (8, 10, 2, 9, None, 15, None, 11), {}, 5),
        ("90", Mode.WORKSHOP, (14, 12, 3, 10, 7, 17, 9, 13), {}, 5),
        ("180", Mode.WORKSHOP, (27, 24, 4, 24, 15, 32, 18, 16), {"rare": 15}, 5),
    ],
)
def test_the_plans_have_their_minutes(
    plan: str, mode: Mode, minutes: tuple[int | None, ...], breaks: dict[str, int], buffer: int
) -> None:
    found = GUIDE.plan(plan)
    assert (found.mode, tuple(found.minutes.get(step) for step in STEPS)) == (mode, minutes)
    assert (found.breaks, found.buffer) == (breaks, buffer)


def test_every_reading_has_its_page() -> None:
    assert {name for page in PAGES for name in page.readings} == set(READINGS)


def test_most_roles_are_asked_alone_and_those_of_a_room_only_there() -> None:
    room = {q.role for q in GUIDE.questions.values() if q.modes == {Mode.WORKSHOP}}
    alone = {q.role for q in GUIDE.questions.values() if q.modes == {Mode.SOLO}}
    assert {"consent", "objections", "dissent", "quotes", "parking_lot", "step_sentence"} <= room
    assert alone == {"who_agrees", "ask_when", "people_count"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_headline_is_a_short_question_and_its_framing_short(page: Page) -> None:
    assert page.headline.endswith("?")
    assert len(page.headline) <= 44
    assert len(page.framing) <= 210


@pytest.mark.parametrize("question", GUIDE.questions.values(), ids=lambda q: q.id)
def test_a_question_fits_its_room(question: Question) -> None:
    assert len(question.help) <= 90
    beside = any(question.id in row and len(row) == 2 for page in PAGES for row in page.rows)
    assert len(question.prompt) <= (45 if beside else 52)
    if isinstance(question, TextQuestion):
        assert len(question.hint) <= 60
    if isinstance(question, CaseQuestion):
        assert len(question.story) <= 150
        assert len(question.title) <= 36
        assert all(len(option.label) <= 28 for option in question.options)
        assert all(len(option.label) <= 12 for option in question.last_time)


@pytest.mark.parametrize(
    "unwanted",
    [
        "!",
        " - ",
        "—",
        r"\b(stakeholder|synerg\w*|empowering|leveraging|mission statement|alignment)\b",
        r"\b(great|well done|awesome|congratulations|amazing|excellent|perfect)\b",
        r"\b(color|behavior|neighbor|favor|labor|center|organiz\w*|realiz\w*|optimiz\w*)",
        "[\"]|(?<=\\s)'|  ",
    ],
)
def test_the_voice_is_plain_british_and_praises_nobody(unwanted: str) -> None:
    assert not [text for text in everything() if re.search(unwanted, text, re.IGNORECASE)]


def test_each_step_has_notes_worth_reading() -> None:
    for step in GUIDE.steps:
        assert 3 <= len(step.notes.run) <= 7
        assert "“" in step.notes.listen  # an example of what one hears
        assert step.notes.hot.startswith("“") and step.notes.hot.endswith("”")  # to say aloud
        assert step.notes.check.endswith("?")


def test_what_a_room_needs_to_hear_is_in_the_notes() -> None:
    setting, statement = GUIDE.step("setting").notes, GUIDE.step("statement").notes
    rules = " ".join(setting.run)
    for said in ("Check in", "pass", "stored", "no name, no time and no order", "speak last"):
        assert said in rules
    assert "You do not vote" in rules
    assert any("Check out" in line for line in statement.run)
    assert any("90 days" in line for line in statement.run)
    for step_id in ("purpose", "optimising", "wrong"):
        assert any("90 seconds" in line for line in GUIDE.step(step_id).notes.run)
