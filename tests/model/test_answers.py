"""Answers never change in place, know what is empty, and count progress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_guide import FULL, answers, small_guide
from workbook.model.answers import (
    Answers,
    Key,
    Progress,
    is_answered,
    is_empty,
    session_progress,
    step_progress,
)
from workbook.model.guide import Mode

GUIDE = small_guide()
keys = st.builds(Key, st.sampled_from("abc"), st.sampled_from(["", "do"]))
values = st.text() | st.integers(0, 10) | st.lists(st.text(), max_size=3).map(tuple)


@given(st.dictionaries(keys, values), keys, values | st.none())
def test_changing_an_answer_gives_new_answers_and_leaves_the_old(given_values, key, value) -> None:
    before = Answers(given_values)
    after = before.with_value(key, value)
    assert dict(before.items()) == given_values
    assert after.get(key) == (None if value is None or is_empty(value) else value)
    assert {k: v for k, v in after.items() if k != key} == {
        k: v for k, v in given_values.items() if k != key
    }


def test_answers_do_not_follow_the_mapping_they_were_made_from() -> None:
    source = {Key("a"): "one"}
    made = Answers(source)
    source[Key("a")] = "two"
    assert made.text("a") == "one"


def test_equal_answers_are_equal_and_hash_alike() -> None:
    one, two = Answers({Key("a"): 1, Key("b"): 2}), Answers({Key("b"): 2, Key("a"): 1})
    assert one == two
    assert hash(one) == hash(two)
    assert one != Answers({Key("a"): 1})
    assert one != "answers"


@pytest.mark.parametrize(
    "value", [None, "", " \n", (), ("",), ({},), ({"a": ""},), ({"a": " "}, {"b": ""})]
)
def test_what_says_nothing_is_empty(value) -> None:
    assert is_empty(value)


@pytest.mark.parametrize(
    "value", ["a", 0, 5, ("people",), ({"a": 0},), ({"a": "", "b": "x"},), ({}, {"a": "x"})]
)
def test_what_says_something_is_not_empty(value) -> None:
    assert not is_empty(value)


def test_each_shape_is_empty_where_another_was_answered() -> None:
    given_answers = Answers({Key("t"): "x", Key("n"): 3, Key("o"): ("a",), Key("r"): ({"a": 1},)})
    assert given_answers.text("n") == ""
    assert given_answers.number("t") is None
    assert given_answers.order("r") == ()
    assert given_answers.records("o") == ()
    assert given_answers.records("t") == given_answers.order("t") == ()
    assert given_answers.records("r") == ({"a": 1},)


def test_another_respondent_is_not_me() -> None:
    assert Answers({Key("t", respondent="ana"): "x"}).text("t") == ""


def test_a_question_is_answered_when_every_mark_it_needs_is() -> None:
    scale = GUIDE.questions["purpose.inside_scale"]
    assert not is_answered(answers(inside_scale__say=3), scale)
    assert is_answered(answers(inside_scale__say=3, inside_scale__do=0), scale)


def test_optional_and_workshop_questions_do_not_count_alone() -> None:
    step = GUIDE.step("optimising")
    only_scale = answers(priority_scale__now=1, priority_scale__wished=2)
    assert step_progress(GUIDE, step, Mode.SOLO, only_scale) == Progress(1, 1)
    statement = GUIDE.step("statement")
    assert step_progress(GUIDE, statement, Mode.SOLO, FULL).total == 5
    assert step_progress(GUIDE, statement, Mode.WORKSHOP, FULL).total == 6


def test_a_session_counts_its_complete_steps() -> None:
    assert session_progress(GUIDE, Mode.SOLO, FULL) == Progress(8, 8)
    assert session_progress(GUIDE, Mode.SOLO, Answers()) == Progress(0, 8)
    assert session_progress(GUIDE, Mode.SOLO, FULL).complete
    assert not Progress(0, 0).complete
