"""What stands on page one of the summary."""

from tests.documents.reading import facts, flat, headings, inside, made, page_one, texts
from tests.small_guide import FULL, answers
from workbook.charts.specs import ChoicesSpec, MapSpec
from workbook.documents.blocks import (
    Banner,
    Chart,
    Facts,
    Heading,
    Table,
)
from workbook.model.answers import Answers, Key


def test_page_one_stands_in_the_order_of_the_picture() -> None:
    document = made(FULL)
    kinds = [type(block) for block in flat(page_one(document))]
    assert kinds == [Banner, Heading, Chart, Heading, Facts, Heading, Chart, Heading, Table]
    assert headings(page_one(document), 2) == [
        "Purpose map",
        "At a glance",
        "When things go wrong",
        "What we will do",
    ]
    charts = [b.spec for b in flat(page_one(document)) if isinstance(b, Chart)]
    assert [type(spec) for spec in charts] == [MapSpec, ChoicesSpec]


def test_the_head_says_who_when_and_from_what() -> None:
    document = made(FULL)
    assert document.title == "River Street Makers"
    assert document.subtitle == (
        "What we are for, what we protect, and what comes first. A reflection by Ana Duarte."
    )
    assert document.kicker == "A small workbook"
    assert document.date == "22 November 2026"
    assert document.author == "Ana Duarte"
    assert document.language == "en"
    assert document.created == "2026-11-22T12:03:00+00:00"


def test_at_a_glance() -> None:
    assert facts(made(FULL)) == {
        "By the essay’s definition": "A community",
        "For each other, say → do": "5 → 8",
        "For the outside, say → do": "9 → 3",
        "Protects first": "Trust: 4, where 10 is results",
        "Chose people over work": "1 of 1 case",
        "Hours missing each month": "12",
        "Co-created projects alive": "1 of 1",
        "Look again": "1 February 2027",
    }


def banner(given_answers: Answers) -> str:
    found = [b.text for b in made(given_answers).blocks if isinstance(b, Banner)]
    return "".join(found)


def test_the_banner_is_the_sentence_else_the_statement_else_the_order_else_nothing() -> None:
    assert banner(FULL) == "How we treat each other, even over how much we get done."
    assert banner(answers(statement="A bench for everyone.")) == "A bench for everyone."
    assert banner(answers(order=("work", "people"))) == (
        "How much we get done, even over how we treat each other."
    )
    assert banner(answers(inside_text="x")) == ""


def test_long_texts_are_short_on_page_one_and_whole_inside() -> None:
    long = "We will not announce repair targets that nobody has hours for. " * 40
    document = made(
        FULL.with_value(Key("statement.priority_sentence"), long)
        .with_value(Key("setting.facilitator"), long)
        .with_value(Key("setting.group_name"), long)
        .with_value(Key("setting.date"), long)
        .with_value(Key("statement.look_again"), long)
        .with_value(
            Key("statement.commitments"),
            tuple({"what": f"{n} {long}", "who": long, "when": long} for n in range(9)),
        )
    )
    assert max(len(text) for text in texts(page_one(document))) <= 200
    assert max(len(document.title), len(document.subtitle)) <= 170
    assert len(document.date) <= 30
    (table,) = [b for b in page_one(document) if isinstance(b, Table)]
    assert len(table.rows) == 4
    assert "And 5 more inside." in texts(page_one(document))
    whole = texts(inside(document))
    assert whole.count(long) >= 5
    assert all(f"{n} {long}" in whole for n in range(9))


def test_the_charts_leave_room_for_the_rest_of_page_one() -> None:
    drawn = [b.height for b in flat(page_one(made(FULL))) if isinstance(b, Chart)]
    assert sum(drawn) < 360  # points, of about 700 between the margins of Letter


def test_a_date_of_a_commitment_is_short_on_page_one() -> None:
    rows = ({"what": "Bench", "who": "Ines", "when": "12 December 2026"},)
    document = made(FULL.with_value(Key("statement.commitments"), rows))
    assert "12 Dec" in texts(page_one(document))
    assert "12 December 2026" in texts(inside(document))
