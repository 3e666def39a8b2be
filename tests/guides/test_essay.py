"""Every idea of the essay has its place in the guide, and none of its sentences do.

`essay_shingles.txt` holds `shingles(essay)`, sorted, one a line: hashes, not the essay's words.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tests.guides.shingles import shingles
from workbook.guides import load_guide
from workbook.guides.examples import load_example
from workbook.model.guide import (
    CaseQuestion,
    Mode,
    OrderQuestion,
    Page,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    Side,
    TextQuestion,
)
from workbook.readings.purpose import Kind, Point

GUIDE = load_guide()
ESSAY = frozenset(Path(__file__).with_name("essay_shingles.txt").read_text().split())


def one(role: str, kind: type[Question] = Question) -> Question:
    [question] = GUIDE.with_role(role)
    assert isinstance(question, kind)
    return question


def page_of(role: str) -> Page:
    question = one(role)
    step = GUIDE.step_of(question.id)
    [page] = [page for page in step.pages if any(question.id in row for row in page.rows)]
    return page


def texts(value: object) -> Iterator[str]:
    """Every text within a value of the guide."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def words(*values: object) -> str:
    return " ".join(text for value in values for text in texts(value)).casefold()


def test_e1_an_inside_purpose_is_asked_for() -> None:
    inside = one("inside_text", TextQuestion)
    assert inside.side is Side.INSIDE
    for idea in ("support", "teach", "inspir", "belong"):
        assert idea in words(inside)


def test_e2_an_outside_purpose_is_asked_for_beside_it() -> None:
    outside = one("outside_text", TextQuestion)
    assert outside.side is Side.OUTSIDE
    assert "change" in words(outside)
    assert (one("inside_text").id, outside.id) in page_of("outside_text").rows


def test_e3_what_is_done_for_each_other_makes_the_community_and_both_is_rare() -> None:
    page = page_of("kind_fit")
    for idea in ("community", "rare", "team", "project", "company", "the essay"):
        assert idea in words(page)
    assert {"map", "kind"} <= set(page.readings)
    assert set(page.needs) == {"inside_scale", "outside_scale"}
    assert Point(outside=9, inside=8).kind is Kind.BOTH
    assert Point(outside=9, inside=2).kind is Kind.TEAM
    fit = one("kind_fit", ReasonedQuestion)
    assert isinstance(fit, ReasonedQuestion)
    assert [option.id for option in fit.options] == ["yes", "partly", "no"]
    assert one("own_name")


def test_e4_one_line_runs_from_trust_to_performance() -> None:
    scale = one("priority_scale", ScaleQuestion)
    assert isinstance(scale, ScaleQuestion)
    assert "trust" in scale.low_label.casefold() and "results" in scale.high_label.casefold()
    assert (scale.low_side, scale.high_side) == (Side.INSIDE, Side.OUTSIDE)
    assert [(mark.id, mark.filled) for mark in scale.marks] == [("now", True), ("wished", False)]
    assert "perform" in words(page_of("priority_scale"))


def test_e5_each_feeds_the_other_and_what_others_found_carries_its_source() -> None:
    assert (one("goal_bound").id, one("trust_helped").id) in page_of("goal_bound").rows
    for said in ("edmondson 1999", "project aristotle", "not the same"):
        assert said in words(page_of("goal_bound"))
    pulse = one("pulse", RatingsQuestion)
    assert isinstance(pulse, RatingsQuestion)
    assert [item.id for item in pulse.items] == [
        "help",
        "mistake",
        "hard_things",
        "different",
        "undermine",
    ]
    assert (pulse.low, pulse.high) == (1, 5)
    for said in ("psychological safety", "1999", "administrative science quarterly 44", "not her"):
        assert said in words(page_of("pulse"))


def test_e6_four_pressures_and_the_hours() -> None:
    pressures = one("pressures", RatingsQuestion)
    assert isinstance(pressures, RatingsQuestion)
    ideas = {
        "branding": ("banner", "come"),
        "belonging": ("belong", "goal"),
        "part_time": ("spare-time", "own projects"),
        "resources": ("few hands", "money", "events", "newsletters"),
    }
    assert [item.id for item in pressures.items] == list(ideas)
    for item in pressures.items:
        assert all(idea in words(item) for idea in ideas[item.id])
    assert (pressures.low, pressures.high, pressures.notes) == (0, 4, True)
    hours = one("hours", RecordsQuestion)
    assert isinstance(hours, RecordsQuestion)
    assert "shortfall" in page_of("hours").readings


def test_e7_an_order_of_priority_shows_when_things_go_wrong() -> None:
    cases = GUIDE.with_role("case")
    assert len(cases) == 6
    for case in cases:
        assert isinstance(case, CaseQuestion)
        assert {option.side for option in case.options} == {Side.INSIDE, Side.OUTSIDE}
        assert [option.id for option in case.last_time] == ["work", "people", "not_happened"]
    breaking = one("breaking_point", RungsQuestion)
    assert isinstance(breaking, RungsQuestion)
    assert [rung.id for rung in breaking.rungs] == ["friends", "money", "public", "end"]
    order = one("order", OrderQuestion)
    assert isinstance(order, OrderQuestion)
    assert {option.id: option.sentence for option in order.options} == {
        "people": "how we treat each other",
        "work": "how much we get done",
    }
    assert "sentence" in page_of("order").readings


def test_e8_the_outside_is_reached_through_the_projects_of_members() -> None:
    projects = one("member_projects", RecordsQuestion)
    assert isinstance(projects, RecordsQuestion)
    assert len(projects.columns) == 5
    page = page_of("member_projects")
    for idea in ("partner", "tool", "place to be", "bad week", "own project", "stronger"):
        assert idea in words(page)
    assert "matches" in page.readings


def test_e9_what_some_members_chose_stands_against_what_came_from_the_top() -> None:
    together = one("co_created", RecordsQuestion)
    assert isinstance(together, RecordsQuestion)
    [origin] = [column for column in together.columns if column.id == "origin"]
    assert [option.id for option in origin.options] == ["members", "top"]
    for idea in ("at the top", "for everybody", "choose", "care"):
        assert idea in words(page_of("co_created"))
    assert "alive" in page_of("co_created").readings


def test_e10_the_closing_question_is_asked_last_and_of_everyone() -> None:
    closing = one("closing", TextQuestion)
    assert closing.modes == frozenset(Mode) and not closing.optional
    assert page_of("closing") is GUIDE.steps[-1].pages[-1]
    page = words(page_of("closing"))
    assert "why do communities exist" in page and "the world" in page


def test_facts_are_asked_for_before_marks() -> None:
    order = [question.role for question in GUIDE.questions.values()]
    assert order.index("evidence") < order.index("inside_scale") < order.index("outside_scale")
    assert not one("evidence").optional


def test_the_source_is_named_and_its_author_is_not() -> None:
    assert "Why do communities exist: for internal or external purpose, or both?" in GUIDE.source
    assert "together.is" in GUIDE.source


def test_the_comparison_finds_what_is_copied() -> None:
    # The essay's own title for its argument, with other punctuation, would be found.
    copied = "Is a community, with only an external purpose - actually a community"
    assert shingles(copied) & ESSAY


@pytest.mark.parametrize("question", GUIDE.questions.values(), ids=lambda q: q.id)
def test_no_question_copies_the_essay(question: Question) -> None:
    assert not any(shingles(text) & ESSAY for text in texts(question))


def test_no_page_no_note_and_no_example_copies_the_essay() -> None:
    copied = [text for step in GUIDE.steps for text in texts(step) if shingles(text) & ESSAY]
    assert not copied
    example = load_example("reflection", GUIDE)
    assert not shingles(example.scratch) & ESSAY
    for _, value in example.answers.items():
        rows = value if isinstance(value, tuple) else (value,)
        cells = [row.values() if not isinstance(row, str | int) else [row] for row in rows]
        assert not any(shingles(str(cell)) & ESSAY for row in cells for cell in row)
