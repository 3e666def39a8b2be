"""The summary as data: page one in its order, everything written inside, nothing empty."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading import GUIDE, facts, flat, headings, inside, made, page_one, texts
from tests.small_guide import FULL, answers, findings, session
from workbook.catalogue.dates import number, read_date
from workbook.charts.specs import BarsSpec, LadderSpec, LinesSpec, MapSpec
from workbook.documents.blocks import (
    Banner,
    Chart,
    Columns,
    Facts,
    Heading,
    PageBreak,
    Reading,
    Table,
    Text,
)
from workbook.documents.summary import summary
from workbook.guides import load_guide
from workbook.guides.examples import load_example
from workbook.model.answers import GROUP, Answers, Key, Record, is_empty
from workbook.model.guide import (
    NEVER,
    PASS,
    CaseQuestion,
    Column,
    ColumnType,
    Mode,
    OrderQuestion,
    Question,
    RatingsQuestion,
    ReasonedQuestion,
    RecordsQuestion,
    RungsQuestion,
    ScaleQuestion,
    TextQuestion,
)


def test_every_step_with_something_opens_with_its_headline() -> None:
    document = made(FULL)
    opened = [b for b in flat(document.blocks) if isinstance(b, Heading) and b.level == 1]
    assert [b.text for b in opened] == [step.headline for step in GUIDE.steps]
    assert opened[0].kicker == "Setting"
    assert opened[1].kicker == "Step 1 · Purpose"


def test_a_step_with_nothing_is_left_out() -> None:
    assert headings(made(answers(closing="So that nobody repairs alone.")).blocks, 1) == [
        "statement?"
    ]


def test_what_was_answered_stands_in_words() -> None:
    found = texts(inside(made(FULL)))
    for expected in (
        "For each other you say 5 and do 8, for the outside you say 9 and do 3.",
        "now 4, wished 2",
        "1. People first · 2. Work first",
        "The group may end: work first.",
        "Yes, Because It is what we are",
        "Passed",
        "The flyer says landfill",
        "1 February 2027",
    ):
        assert any(expected in text for text in found), expected


def test_readings_stand_inside_with_their_charts() -> None:
    blocks = inside(made(FULL))
    leads = [b.lead for b in flat(blocks) if isinstance(b, Reading)]
    assert "You say outside, you do inside." in leads
    assert "By the essay’s definition, a community." in leads
    assert "1 offer may meet a need." in leads
    assert len(leads) == 12
    specs = [type(b.spec) for b in flat(blocks) if isinstance(b, Chart)]
    assert len(specs) == 7  # the cases' stands on page one
    assert {MapSpec, LinesSpec, BarsSpec, LadderSpec} == set(specs)


def test_what_a_chart_tells_is_not_written_beside_it_again() -> None:
    found = texts(inside(made(FULL)))
    assert not any("What we say: 5" in text for text in found)
    assert "Promise" not in found
    partly = FULL.with_value(Key("purpose.inside_scale", "do"), None)
    assert "What we say: 5 of 10" in texts(inside(made(partly)))


def test_a_scale_says_its_ends_and_what_open_and_filled_mean() -> None:
    found = texts(inside(made(FULL)))
    assert "Open: what we say. Filled: what we do." in found
    assert "Filled: now. Open: what we wish." in found


@pytest.mark.parametrize(
    "row",
    [
        {"promise": "A promise that is longer than the label of a chart has room for", "needed": 4,
         "given": 2},
        {"promise": "Soup", "needed": 4},
        {"promise": "Soup", "needed": "four or five", "given": 2},
    ],
)  # fmt: skip
def test_promises_that_a_chart_does_not_tell_whole_are_written(row: Record) -> None:
    rows = ({"promise": "Repair cafés", "needed": 40, "given": 28}, row)
    document = made(FULL.with_value(Key("rare.hours"), rows))
    found = texts(inside(document))
    assert all(str(cell) in found for cell in row.values())
    assert BarsSpec in [type(b.spec) for b in flat(inside(document)) if isinstance(b, Chart)]


def test_cases_share_one_table_over_the_pages_that_ask_them() -> None:
    guide = load_guide()
    document = summary(findings(load_example("reflection", guide).answers, guide))
    (table,) = [
        b for b in flat(document.blocks) if isinstance(b, Table) and b.headers[:1] == ("Case",)
    ]
    assert table.headers == ("Case", "Chosen", "Comes first", "Last time")
    assert len(table.rows) == 6
    assert table.rows[0] == ("Co-lead worn out before the event", "Shrink the event", "people",
                             "work")  # fmt: skip
    assert table.rows[4] == ("A feud stalls the project", "Passed", "", "")


def test_the_order_is_not_said_again_where_the_group_has_written_it() -> None:
    words = "How we treat each other, even over how much we get done, until someone outside depends"
    said = f"{words} on a date we gave."
    leads = [b.lead for b in flat(made(FULL).blocks) if isinstance(b, Reading)]
    assert said in leads
    same = made(FULL.with_value(Key("statement.priority_sentence"), said.removesuffix(".")))
    assert said not in [b.lead for b in flat(same.blocks) if isinstance(b, Reading)]


def test_texts_asked_side_by_side_stand_so_unless_they_are_long() -> None:
    guide = load_guide()
    example = load_example("reflection", guide).answers

    def beside(given_answers: Answers) -> list[str]:
        blocks = summary(findings(given_answers, guide)).blocks
        return [next(flat(b.right)).text for b in blocks if isinstance(b, Columns)
                and isinstance(next(flat(b.right)), Text)]  # fmt: skip

    assert "Outside: what we want to change" in beside(example)
    long = example.with_value(Key("purpose.inside"), "Soup. " * 200)
    assert "Outside: what we want to change" not in beside(long)


def test_before_there_is_a_chart_page_one_is_no_page_of_its_own() -> None:
    document = made(answers(commitments=({"what": "Bench"},), statement="A bench for all."))
    assert PageBreak() not in document.blocks
    assert isinstance(document.blocks[0], Banner)
    assert texts(document.blocks).count("Bench") == 1


def test_a_table_leaves_out_columns_and_rows_in_which_nothing_stands() -> None:
    rows = ({"what": "Bench", "who": "", "when": " "}, {"what": "", "who": "", "when": ""})
    blocks = inside(made(FULL.with_value(Key("statement.commitments"), rows)))
    table = [b for b in flat(blocks) if isinstance(b, Table)][-1]
    assert (table.headers, table.rows) == (("What",), (("Bench",),))


def test_an_empty_session_says_so_kindly() -> None:
    document = summary(findings(Answers(), GUIDE, session(name="")))
    assert document.title == "A group without a name yet"
    assert texts(document.blocks)[0] == "Nothing is written yet."
    assert not any(isinstance(b, Heading | Facts | Table | Chart) for b in document.blocks)


@pytest.mark.parametrize("given_answers", [FULL, Answers(), answers(closing="x")])
def test_it_ends_with_its_source_and_what_readings_are(given_answers: Answers) -> None:
    *_, said, source = texts(made(given_answers).blocks)
    assert said.endswith("never a verdict.")
    assert source == GUIDE.source


def test_scratch_notes_are_never_in_it() -> None:
    noted = replace(session(), scratch="Ines is tired of Marek")
    document = summary(findings(FULL, GUIDE, noted))
    assert "Ines is tired" not in repr(document)
    assert document == made(FULL)


def test_a_workshop_question_is_not_shown_alone() -> None:
    consented = FULL.with_value(Key("statement.consent"), 4)
    assert "Level 4" not in texts(made(consented).blocks)
    together = replace(session(), mode=Mode.WORKSHOP)
    given_answers = Answers({replace(k, respondent=GROUP): v for k, v in consented.items()}, GROUP)
    assert "Level 4" in texts(summary(findings(given_answers, GUIDE, together)).blocks)


# Any answers: what a person typed is in the document, and nothing stands empty.

typed = st.text(min_size=1, max_size=120).filter(lambda text: read_date(text) is None)


def cell(column: Column) -> st.SearchStrategy[str | int | float]:
    if column.type is ColumnType.NUMBER:
        return st.integers(0, 999) | st.floats(0, 999) | typed
    if column.type is ColumnType.CHOICE:
        return st.sampled_from(["", *(option.id for option in column.options)])
    return typed | st.just("")


def values(question: Question) -> dict[str, st.SearchStrategy]:
    """What can be answered at each mark of a question."""
    match question:
        case TextQuestion():
            return {"": typed}
        case ScaleQuestion():
            return {mark.id: st.integers(0, 10) for mark in question.marks}
        case RatingsQuestion():
            rated = {item.id: st.integers(question.low, question.high) for item in question.items}
            return {**rated, **{f"{item.id}.note": typed for item in question.items}}
        case CaseQuestion():
            chosen = st.sampled_from([PASS, *(option.id for option in question.options)])
            last = st.sampled_from([option.id for option in question.last_time])
            return {"choice": chosen, "last": last}
        case RungsQuestion():
            return {"": st.sampled_from([NEVER, *(rung.id for rung in question.rungs)])}
        case OrderQuestion():
            return {"": st.permutations([option.id for option in question.options]).map(tuple)}
        case RecordsQuestion():
            row = st.fixed_dictionaries({column.id: cell(column) for column in question.columns})
            return {"": st.lists(row, min_size=1, max_size=4).map(tuple)}
        case ReasonedQuestion():
            options = [option.id for option in question.options]
            return {"choice": st.sampled_from(options), "reason": typed}
    return {}


ASKED = {
    Key(question.id, mark): strategy
    for question in GUIDE.questions.values()
    for mark, strategy in values(question).items()
}
any_answers = st.fixed_dictionaries({}, optional=ASKED).map(
    lambda found: Answers({key: value for key, value in found.items() if not is_empty(value)})
)


def typed_in(given_answers: Answers) -> Iterator[str]:
    for key, value in given_answers.items():
        question = GUIDE.questions[key.question]
        if isinstance(question, TextQuestion) or key.mark.endswith(("note", "reason")):
            yield str(value)
        elif isinstance(question, RecordsQuestion):
            for row in given_answers.records(key.question):
                for column in question.columns:
                    if column.type is not ColumnType.CHOICE and str(row[column.id]).strip():
                        found = row[column.id]
                        yield found if isinstance(found, str) else number(found)


@given(any_answers)
def test_everything_typed_is_in_the_document(given_answers: Answers) -> None:
    found = texts(made(given_answers).blocks)
    missing = [text for text in typed_in(given_answers) if not any(text in f for f in found)]
    assert missing == []


@given(any_answers)
def test_nothing_stands_empty(given_answers: Answers) -> None:
    blocks = made(given_answers).blocks
    drawn = list(flat(blocks))
    for block, after in zip(drawn, [*drawn[1:], PageBreak()], strict=True):
        match block:
            case Heading():
                assert block.text.strip()
                assert not isinstance(after, PageBreak)
                assert not isinstance(after, Heading) or after.level > block.level
            case Text():
                assert block.text.strip()
                assert block.style != "label" or isinstance(after, Text | Table | Chart)
            case Facts() | Table():
                assert block.rows
                assert all(any(cell.strip() for cell in row) for row in block.rows)
            case Chart():
                assert block.alt
                assert block.height > 0
            case Reading():
                assert block.lead


@given(any_answers)
def test_page_one_stays_short_whatever_is_written(given_answers: Answers) -> None:
    document = made(given_answers)
    assert sum(isinstance(b, PageBreak) for b in document.blocks) <= 1
    tables = [b for b in flat(page_one(document)) if isinstance(b, Table)]
    if any(isinstance(b, PageBreak) for b in document.blocks):
        assert all(len(table.rows) <= 4 for table in tables)
        assert all(len(value) <= 30 for value in facts(document).values())


def test_the_example_is_told_whole_and_without_its_scratch_notes() -> None:
    guide = load_guide()
    example = load_example("reflection", guide)
    noted = replace(session(), scratch=example.scratch)
    document = summary(findings(example.answers, guide, noted))
    found = texts(document.blocks)
    assert headings(document.blocks, 1) == [step.headline for step in guide.steps]
    for key, value in example.answers.items():
        question = guide.questions[key.question]
        if isinstance(question, TextQuestion) and question.lines > 1:
            assert value in found
    assert example.scratch.strip()
    assert example.scratch.strip()[:40] not in repr(document)


def test_the_same_session_gives_the_same_document() -> None:
    assert made(FULL) == made(Answers(dict(reversed(list(FULL.items())))))
