"""Counted answers from a pipe: read whole, or not at all."""

from collections import Counter

import pytest

from tests.exchange.sheets import CONSENT, DO, GUIDE, SAY, WORN, WORN_LAST, ballot
from workbook.exchange.counts_csv import read_counts
from workbook.exchange.problems import ImportProblem

EXPECTED = Counter({ballot((CONSENT, "4")): 9, ballot((CONSENT, "5")): 3})


@pytest.mark.parametrize(
    "text",
    [
        "4,9\n5,3\n",
        "answer,count\n4,9\n5,3",
        "4;9;\r\n5;3;\r\n",
        "Answer\tCount\r4\t9\r5\t3\r",
        "sep=;\n4;9\n5;3",
        '\ufeff"4","9"\n\n"5","3"\n',
        "4 – Level 4,4\nLevel 4,5\n5,3\n0,0\n",
        "4,9\n5,3\n".encode("utf-16"),
        b"\xef\xbb\xbf4,9\n5,3\n",
    ],
)
def test_counts_of_a_question_with_one_answer(text: str | bytes) -> None:
    assert read_counts(text, GUIDE, "statement.consent") == EXPECTED


def test_counts_of_a_question_with_marks() -> None:
    text = "mark,answer,count\nsay,7,2\nwhat we do,pass,1\nDo,3,4\n"
    assert read_counts(text, GUIDE, "purpose.inside_scale") == Counter(
        {ballot((SAY, "7")): 2, ballot((DO, "pass")): 1, ballot((DO, "3")): 4}
    )
    text = "choice;Work first;5\nlast time;not happened;2\nlast;Has not happened;1"
    assert read_counts(text, GUIDE, "wrong.worn") == Counter(
        {ballot((WORN, "work")): 5, ballot((WORN_LAST, "not_happened")): 3}
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "There are no counts. Expected “answer,count”, as in “7,3”."),
        ("answer,count\n", "There are no counts. Expected “answer,count”, as in “7,3”."),
        ("4,9\n6,1\n", "Line 2: 6 is outside 0 to 5."),
        ("4,9\n\n5,many\n", "Line 3: “many” is no count. Expected a whole number from 0 on."),
        ("4,-1\n", "Line 1: “-1” is no count. Expected a whole number from 0 on."),
        ("4,9\n5\n", "Line 2: Expected “answer,count”, as in “7,3”."),
        ("4,9\n,3\n", "Line 2: There is no answer. Expected “answer,count”, as in “7,3”."),
        ("4,9\nfar,5,3\n", "Line 2: Expected “answer,count”, as in “7,3”."),
        ("4,99999\n", "These are more than 20,000 answers."),
        ("4,x\n7,1", "Line 1: “x” is no count. Expected a whole number from 0 on.\n"
                     "Line 2: 7 is outside 0 to 5."),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named_and_nothing_is_taken(text: str, told: str) -> None:
    with pytest.raises(ImportProblem) as raised:
        read_counts(text, GUIDE, "statement.consent")
    assert str(raised.value) == told


def test_a_mark_is_asked_for_where_there_are_several() -> None:
    with pytest.raises(ImportProblem) as raised:
        read_counts("7,3\n", GUIDE, "purpose.inside_scale")
    assert str(raised.value) == ("Line 1: Expected “mark,answer,count”; the marks are “say”, “do”.")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ImportProblem, match="PDF"):
        read_counts(b"%PDF-1.7", GUIDE, "statement.consent")
