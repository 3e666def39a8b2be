"""A CommonMark reader shows every typed character of a session as it was typed."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.exchange.leaks import GUIDE, without_secrets, workshops
from tests.small_guide import FULL, answers, findings
from workbook.documents.blocks import (
    Banner,
    Block,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
    Together,
)
from workbook.documents.summary import summary
from workbook.exchange.markdown import markdown
from workbook.exchange.markdown_text import inline, paragraphs, table
from workbook.model.answers import Answers
from workbook.model.marks import story_of
from workbook.model.opened import OpenSession
from workbook.operations.creating import built_in_example
from workbook.readings.findings import Findings

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = "\\`*_{}[]()<>#+-.!|~&$=:;\"'/^%@"
bits = [*SIGNS, *" \t\n\r12a\xa0", "\n\n", "\n    ", "```", "---", "&amp;", "<br>", "1. "]
any_character = st.characters(exclude_categories=["Cs"])
wild = st.lists(st.sampled_from(bits) | any_character, max_size=25).map("".join)


def shown(tokens: list[Token] | None) -> str:
    """The characters that a reader of these tokens sees."""
    text = ""
    for token in tokens or []:
        assert token.type in ("text", "hardbreak", "text_special"), token
        text += "\n" if token.type == "hardbreak" else token.content
    return text


def clean(typed: str) -> str:
    """What was typed, with a sign in place of each character that has no look."""
    typed = typed.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", "\ufffd", typed)


def lines(typed: str) -> list[list[str]]:
    """What was typed, paragraph by paragraph and line by line."""
    found: list[list[str]] = [[]]
    for line in clean(typed).split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [part for part in found if part]


@given(wild)
@example("1) one\n2. two\n- three\n=\n---")
@example("    code\n\ttab \n")
@example("a\\\nb  \nc")
@example("| a |\n|---|\n:-")
def test_a_text_shows_as_it_was_typed(typed: str) -> None:
    found = []
    for token in READER.parse(paragraphs(typed)):
        assert token.type in ("paragraph_open", "inline", "paragraph_close"), token
        if token.type == "inline":
            found.append(shown(token.children).split("\n"))
    assert found == lines(typed)


@given(wild)
@example("#")
@example("a ##")
def test_a_heading_shows_as_it_was_typed(typed: str) -> None:
    opened, text, _ = READER.parse(f"## {inline(typed)}")
    assert opened.tag == "h2"
    assert shown(text.children) == " ".join(" ".join(map(" ".join, lines(typed))).split())


@given(st.lists(st.tuples(wild, wild), max_size=4))
@example([("\\", "|"), ("\\|", "a\n|b")])
def test_a_table_shows_its_cells(rows: list[tuple[str, str]]) -> None:
    tokens = READER.parse(table(("One", "T|wo"), rows))
    cells = [token.children or [] for token in tokens if token.type == "inline"]
    assert len(cells) == 2 * (1 + len(rows))
    for children, typed in zip(cells, ["One", "T|wo", *(c for row in rows for c in row)],
                               strict=True):  # fmt: skip
        text = ""
        for token in children:
            breaks = token.type == "html_inline" and token.content == "<br>"
            assert breaks or token.type in ("text", "text_special"), token
            text += "\n" if breaks else token.content
        typed_lines = [line for part in lines(clean(typed).strip()) for line in part]
        assert [line for line in text.split("\n") if line] == typed_lines


def written(opened: OpenSession) -> bytes:
    return markdown(summary(Findings(opened), in_full=True))


def alone(given_answers: Answers) -> bytes:
    return markdown(summary(findings(given_answers, GUIDE), in_full=True))


def rendered(data: bytes) -> str:
    """All words that a reader shows."""
    html = READER.render(data.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def headings(data: bytes, tag: str) -> list[str]:
    tokens = READER.parse(data.decode())
    return [
        shown(tokens[at + 1].children) for at, token in enumerate(tokens) if
        token.type == "heading_open" and token.tag == tag
    ]  # fmt: skip


def test_the_head_bears_the_day_of_the_session_as_its_summary_does() -> None:
    opened = built_in_example("workshop")
    later = opened.session.changed + timedelta(days=30)
    changed = replace(opened, session=replace(opened.session, changed=later))
    text = rendered(written(changed))
    assert "Community Purpose Workbook · 22 November 2026" in text
    assert "A workshop with 14 people" in text


def test_the_whole_session_can_be_read() -> None:
    opened = built_in_example("reflection")
    data = written(opened)
    text = rendered(data)
    assert headings(data, "h1") == ["River Street Makers"]
    steps = [step.title for step in opened.guide.steps]
    assert [title.rpartition("· ")[2] for title in headings(data, "h2")] == steps
    for key, value in opened.answers.items():
        if isinstance(value, str) and opened.guide.questions[key.question].role == "statement":
            assert value in text
    assert "Two bench evenings without a project Ines 12 December 2026" in text
    assert "How we treat each other, even over how much we get done" in text
    assert "(no" not in text


def test_a_workshop_tells_its_counts_in_tables() -> None:
    opened = built_in_example("workshop")
    text = rendered(written(opened))
    assert "Second round, open round 14 answers." in text
    assert "what we do 0 0 0 0 1 1 1 3 5 2 1 0" in text
    assert "Keep the date 3 Shrink the event 10 Passed 1" in text
    assert "Spread out." in text and "In the round before: two groups" in text


def test_typed_signs_are_not_formatting() -> None:
    data = alone(answers(group_name="# *we*\n- are <b>here</b> | & `now`"))
    assert "# *we* - are <b>here</b> | & `now`" in rendered(data)


def test_nothing_written_says_so() -> None:
    assert "Nothing is written yet." in rendered(alone(Answers()))
    assert "Nothing is written yet." not in rendered(alone(FULL))


@given(workshops())
def test_nothing_leaves_that_must_not(opened: OpenSession) -> None:
    assert written(opened) == written(without_secrets(opened))


@pytest.mark.parametrize("name", ["reflection", "workshop"])
def test_every_answer_of_an_example_stands_in_it(name: str) -> None:
    opened = built_in_example(name)
    text = rendered(written(opened))
    own = Findings(opened).answers
    typed = [value for _, value in own.items() if isinstance(value, str) and " " in value]
    cells = [
        str(cell)
        for _, value in own.items()
        if isinstance(value, tuple)
        for row in value
        if not isinstance(row, str)
        for cell in row.values()
        if " " in str(cell)
    ]
    assert len(typed) > 8 and len(cells) > 8
    for said in (*typed, *cells):
        assert " ".join(said.split()) in text


def test_a_story_stands_in_it_where_it_was_answered() -> None:
    opened = built_in_example("reflection")
    text = rendered(written(opened))
    stories = [story_of(question) for question in opened.guide.questions.values()]
    for story in filter(None, stories):
        assert text.count(" ".join(story.split())) == 1
        assert story not in rendered(alone(FULL))


@given(wild, wild)
@example("a | b", "- c\n# d")
def test_each_block_shows_what_stands_in_it(one: str, two: str) -> None:
    """On paper and on the page they stand as they were typed, and here as well."""
    blocks: tuple[Block, ...] = (
        Heading(one, 2),
        Text(one),
        Text(two, "label"),
        Banner(one, two),
        Facts(((one, two),)),
        Table((), ((one, two),)),
        Reading(one, two),
        Columns((Text(one),), (Together((Text(two),)),)),
        PageBreak(),
    )
    made = replace(summary(findings(Answers(), GUIDE)), blocks=blocks)
    words = rendered(markdown(made))
    expected = [one, one, two, one, two, one, two, one, two, one, two, one, two]
    said = " ".join(" ".join(clean(each) for each in expected).split())
    assert " ".join(words.split()).endswith(said)
