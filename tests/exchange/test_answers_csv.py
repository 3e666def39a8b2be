"""A spreadsheet opens the answers, finds all of them, and runs none of them."""

import csv
import re
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.exchange.leaks import GUIDE, leaving_of, solo, without_secrets, workshops
from tests.small_guide import FULL, answers
from workbook.exchange.answers_csv import COLUMNS, answers_csv, harmless
from workbook.exchange.exportable import Leaving, questions_of
from workbook.model.answers import Answers
from workbook.model.opened import OpenSession
from workbook.model.workshop import Counts, RoundState
from workbook.operations.creating import built_in_example

SIGNS = "=+-@\N{MINUS SIGN}＝＋－＠﹦﹢﹣﹫⁺⁻⁼"
UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\"]"
wild = st.text(st.sampled_from([*SIGNS, *"'\"; \t\r\n,x\x00\ufeff\u200b\xa07"]), max_size=9)


def table(data: bytes) -> list[dict[str, str]]:
    """The lines as Python's reader gives them."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def by_the_letter(data: bytes) -> list[list[str]]:
    """The lines by the grammar of RFC 4180 and nothing else."""
    assert data.startswith(b"\xef\xbb\xbf")
    text, at, rows, row = data[3:].decode(), 0, [], []
    cell = re.compile(r'"((?:[^"]|"")*)"|([^",\r\n]*)')
    while at < len(text):
        found = cell.match(text, at)
        assert found
        row.append((found[1] or "").replace('""', '"') if found[1] is not None else found[2])
        at = found.end()
        if text.startswith(",", at):
            at += 1
            continue
        assert text.startswith("\r\n", at), text[at : at + 20]
        at += 2
        rows.append(row)
        row = []
    return rows


def plain(cell: str) -> str:
    """What README says: take one apostrophe away again wherever one was added."""
    cell = re.sub(r"\A'('*[\t\r\n\x00])", r"\1", cell)
    return re.sub(rf"(\A|[;\t\r\n])({UNSEEN}*)'(?='*[{re.escape(SIGNS)}])", r"\1\2", cell)


def test_the_columns_stay_as_they_are_documented() -> None:
    assert by_the_letter(answers_csv(solo(FULL)))[0] == list(COLUMNS)
    assert COLUMNS == (
        "session", "group", "mode", "step", "question", "question_words", "mark", "round",
        "respondent", "value", "people", "state",
    )  # fmt: skip


def test_every_answer_has_its_line() -> None:
    rows = table(answers_csv(solo(FULL)))
    found = {(row["question"], row["mark"]): row["value"] for row in rows}
    assert found["setting.group_name", ""] == "River Street Makers"
    assert found["purpose.inside_scale", "do"] == str(FULL.number("purpose.inside_scale", "do"))
    order = FULL.order("wrong.order")
    assert [found["wrong.order", "1"], found["wrong.order", "2"]] == list(order)
    for question in (q for step in GUIDE.steps for q in questions_of(GUIDE, step)):
        for number, record in enumerate(FULL.records(question.id), 1):
            for column, cell in record.items():
                assert plain(found[question.id, f"{number}.{column}"]) == str(cell)
    assert {row["respondent"] for row in rows} == {"me"}


def test_rounds_are_counted_and_name_nobody() -> None:
    opened = built_in_example("workshop")
    assert opened.workshop is not None
    rows = [row for row in table(answers_csv(leaving_of(opened))) if row["people"]]
    assert {row["respondent"] for row in rows} == {""}
    for found in opened.workshop.rounds:
        for spot, people in opened.workshop.counts[found.id].answers.items():
            told = {
                row["value"]: int(row["people"])
                for row in rows
                if (row["question"], row["mark"], row["round"]) == (*spot, str(found.id.number))
                and row["value"] != "pass"
            }
            assert told == people


def test_numbers_stay_numbers() -> None:
    hours = ({"promise": "5", "needed": -2.5, "given": 3.0},)
    text = answers_csv(solo(answers(hours=hours))).decode("utf-8-sig")
    lines = {line.split(",")[6]: line.split(",")[9] for line in text.splitlines()[1:]}
    assert lines == {'"1.promise"': '"5"', '"1.needed"': "-2.5", '"1.given"': "3"}


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "before", ["", " ", "\t", '"', "\ufeff", "\u200b\xa0", "yes;", "yes\n", "\r"]
)
def test_nothing_is_run_as_a_formula(sign: str, before: str) -> None:
    typed = f"{before}{sign}cmd|' /C calc'!A0"
    assert harmless(typed) != typed
    assert f"'{sign}" in harmless(typed)


@pytest.mark.parametrize("typed", ["a = b", "2-3", "ana@example.org", "x; y", "a\nb", "’= ", ""])
def test_other_texts_stay_as_they_are(typed: str) -> None:
    assert harmless(typed) == typed


@given(wild)
@example("'=1")
@example("\t'=1")
@example("';\n=")
def test_no_text_is_lost(typed: str) -> None:
    assert plain(harmless(typed)) == typed


@given(wild, st.sampled_from(",;\t"))
@example(';"=1+1&"', ";")
def test_no_reader_finds_a_formula(typed: str, separator: str) -> None:
    data = answers_csv(solo(answers(group_name=typed, until="x" + typed)))
    text = data.decode("utf-8-sig").replace("\x00", "")
    for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            first = cell.strip(' \t\r\n"\x00\ufeff\u200b\xa0')[:1]
            assert not first or first not in SIGNS


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30).filter(str.strip))
def test_any_text_comes_back(typed: str) -> None:
    found: Leaving = solo(answers(group_name=typed))
    assert plain(by_the_letter(answers_csv(found))[1][9]) == typed
    assert plain(table(answers_csv(found))[0]["value"]) == typed


@given(workshops())
def test_nothing_leaves_that_must_not(opened: OpenSession) -> None:
    data = answers_csv(leaving_of(opened))
    assert data == answers_csv(leaving_of(without_secrets(opened)))
    assert by_the_letter(data) == list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_is_withheld_only_says_so() -> None:
    opened = built_in_example("workshop")
    assert opened.workshop is not None
    counts = dict(opened.workshop.counts)
    found = next(iter(counts))
    rounds = tuple(
        replace(each, state=RoundState.WITHHELD) if each.id == found else each
        for each in opened.workshop.rounds
    )
    held = replace(opened.workshop, rounds=rounds, counts={**counts, found: Counts()})
    rows = table(answers_csv(leaving_of(replace(opened, workshop=held))))
    told = [r for r in rows if (r["step"], r["round"]) == (found.step, str(found.number))]
    assert told
    assert {(row["value"], row["people"], row["state"]) for row in told} == {("", "", "withheld")}


def test_nothing_written_leaves_the_headers_alone() -> None:
    assert by_the_letter(answers_csv(solo(Answers()))) == [list(COLUMNS)]
