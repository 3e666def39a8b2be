"""The JSON file is as its schema says, and holds all that may leave a session, unchanged."""

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.exchange.leaks import leaving_of, solo, without_secrets, workshops
from tests.small_guide import FULL
from workbook.exchange.exportable import Leaving
from workbook.exchange.session_json import session_json
from workbook.model.answers import ME, Answers, Key
from workbook.model.opened import OpenSession
from workbook.model.workshop import RoundState, Spot
from workbook.operations.creating import built_in_example
from workbook.resources import resource

SCHEMA = json.loads(resource("schemas", "session.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def read(found: Leaving) -> Any:
    """The file, which is as its schema says."""
    plain = json.loads(session_json(found).decode("utf-8"))
    VALIDATOR.validate(plain)
    return plain


def answers_in(plain: Any) -> Answers:
    """The answers that stand in a file."""
    values = {}
    for each in plain["answers"]:
        value = tuple(each["value"]) if isinstance(each["value"], list) else each["value"]
        values[Key(each["question"], each["mark"], 1, each["respondent"])] = value
    return Answers(values)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_no_answer_is_lost_or_changed() -> None:
    assert dict(answers_in(read(solo(FULL))).items()) == dict(FULL.items())
    for name in ("reflection", "workshop"):
        opened = built_in_example(name)
        found = dict(answers_in(read(leaving_of(opened))).items())
        own = {k: v for k, v in opened.answers.items() if k.respondent == opened.answers.voice}
        assert found == own


def test_it_says_which_words_were_asked() -> None:
    opened = built_in_example("reflection")
    plain = read(leaving_of(opened))
    guide = plain["guide"]
    assert (guide["id"], guide["version"]) == (opened.guide.id, opened.guide.version)
    assert guide["hash"] == opened.session.guide_hash
    asked = [question["id"] for step in guide["steps"] for question in step["questions"]]
    assert sorted(asked) == sorted(opened.guide.questions)
    assert {each["question"] for each in plain["answers"]} <= set(asked)


def test_every_revealed_count_is_in_it() -> None:
    opened = built_in_example("workshop")
    assert opened.workshop is not None
    plain = read(leaving_of(opened))
    told_of = {(each["step"], each["number"]): each for each in plain["rounds"]}
    assert sorted(told_of) == sorted(found.id for found in opened.workshop.rounds)
    for found in opened.workshop.rounds:
        round_ = told_of[found.id]
        told = {
            Spot(each["question"], each["mark"]): {
                str(answer["value"]): answer["people"] for answer in each["answers"]
            }
            for each in round_["counts"]
        }
        assert {spot: people for spot, people in told.items() if people} == dict(
            opened.workshop.counts[found.id].answers
        )
        assert round_["ballots"] == found.ballots


def test_the_same_session_gives_the_same_bytes() -> None:
    opened = built_in_example("workshop")
    assert session_json(leaving_of(opened)) == session_json(leaving_of(opened))


@given(workshops())
def test_nothing_leaves_that_must_not(opened: OpenSession) -> None:
    data = session_json(leaving_of(opened))
    assert data == session_json(leaving_of(without_secrets(opened)))
    plain = json.loads(data)
    VALIDATOR.validate(plain)
    assert opened.workshop is not None
    states = {tuple(found.id): found.state for found in opened.workshop.rounds}
    for round_ in plain["rounds"]:
        assert states[round_["step"], round_["number"]] == round_["state"]
        assert not (round_["secret"] and round_.get("by_name"))
    assert len(plain["rounds"]) == sum(
        state in (RoundState.REVEALED, RoundState.WITHHELD) for state in states.values()
    )
    if not opened.workshop.setup.keep_names:
        assert b"Zebediah" not in data
    assert all(each["respondent"] != ME for each in plain["answers"])


@pytest.mark.parametrize(("key", "value"), [("scratch", "mine"), ("place", {}), ("drafts", [])])
def test_the_schema_refuses_what_must_not_leave(key: str, value: object) -> None:
    plain = read(solo(FULL))
    assert not VALIDATOR.is_valid({**plain, key: value})
    assert not VALIDATOR.is_valid({**plain, "session": {**plain["session"], key: value}})
