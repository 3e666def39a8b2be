"""Page one is one page, whatever is written and on whichever paper."""

import re
from dataclasses import replace
from functools import cache

import pytest

from tests.printing.helpers import drawn, read, texts, whole
from tests.small_guide import findings
from workbook.documents.blocks import Heading
from workbook.documents.summary import summary
from workbook.guides import load_guide
from workbook.guides.examples import load_example
from workbook.model.answers import Answers, Key
from workbook.model.paper import SHEETS, Paper
from workbook.printing.pages.slices import Slice, nearer, smaller

GUIDE = load_guide()
EXAMPLE = load_example("reflection", GUIDE).answers
LONG = {
    "words": "We will not announce repair targets that nobody has the hours for. " * 5,
    "a wide word": "W" * 400,
    "Chinese": "我们为邻居修理东西也互相照顾" * 40,
    "Arabic": "نصلح ما يأتي به الجيران ونتعلم معا " * 20,
    "high signs": "ঌ্র্য़ ﷽ གྷྒྷ " * 40,
}


def worst(text: str) -> Answers:
    """The example, with this text wherever page one shows what was typed."""
    roles = ["group_name", "facilitator", "date", "priority_sentence", "statement", "look_again"]
    found = EXAMPLE
    for role in roles:
        for question in GUIDE.with_role(role):
            found = found.with_value(Key(question.id), text)
    rows = tuple({"what": f"{n} {text}", "who": text, "when": text} for n in range(9))
    return found.with_value(Key("statement.commitments"), rows)


@cache
def example_on(paper: Paper) -> bytes:
    return drawn(summary(findings(EXAMPLE, GUIDE)), paper).data


@cache
def worst_on(text: str, paper: Paper) -> bytes:
    """The worst summary, up to the headline of the first step and what stands under it."""
    made = summary(findings(worst(text), GUIDE))
    (step,) = [
        at
        for at, block in enumerate(made.blocks)
        if isinstance(block, Heading) and block.text == GUIDE.steps[0].headline
    ]
    return drawn(replace(made, blocks=made.blocks[: step + 2]), paper).data


def first_step_on(data: bytes) -> int:
    reader = read(data)
    (found,) = [
        reader.get_destination_page_number(item)
        for item in reader.outline
        if not isinstance(item, list) and item.title == GUIDE.steps[0].headline
    ]
    return found + 1


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_the_steps_begin_on_page_two(text: str, paper: Paper) -> None:
    assert first_step_on(worst_on(text, paper)) == 2


def is_smaller(data: bytes) -> bool:
    contents = read(data).pages[0].get_contents()
    assert contents is not None
    return re.search(rb"^\.\d+ 0 0 \.\d+ \S+ \S+ cm", contents.get_data(), re.MULTILINE) is not None


@pytest.mark.parametrize("paper", SHEETS)
def test_the_example_s_page_one_shows_all_of_it_and_is_not_made_smaller(paper: Paper) -> None:
    made = example_on(paper)
    first, second = map(whole, texts(made)[:2])
    for words in ("Purpose map", "At a glance", "When things go wrong", "Ask the three who left"):
        assert words in first
    assert GUIDE.steps[0].headline in second
    assert not is_smaller(made)
    assert is_smaller(worst_on(LONG["a wide word"], paper))


@pytest.mark.parametrize("paper", SHEETS)
def test_no_page_of_the_example_is_nearly_empty(paper: Paper) -> None:
    found = texts(example_on(paper))
    assert 6 <= len(found) <= 7
    assert all(len(page) > 600 for page in found)


def piece(height: float, before: float = 0.0) -> Slice:
    return Slice(height, lambda _sheet, _x, _y: None, before=before, header=None)


def test_nearer_takes_of_the_room_alone() -> None:
    (made,) = nearer([piece(10, 20)], 0.5)
    assert (made.height, made.before) == (10, 10)


def test_smaller_takes_of_everything() -> None:
    (made,) = smaller([Slice(10, piece(1).draw, before=20, header=piece(6))], 0.5)
    assert (made.height, made.before) == (5, 10)
    assert made.header is not None
    assert made.header.height == 3
