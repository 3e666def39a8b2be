"""Loads a finished example: invented answers to a guide, to look around in and to try things on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.guides.errors import Problems, raise_if_any
from workbook.guides.files import read_toml, short_name
from workbook.guides.values import expected_value
from workbook.model.answers import Answers, Key, Value, is_empty
from workbook.model.guide import Guide, Mode
from workbook.resources import resource

_KEYS = ("guide", "plan", "scratch", "answers")


@dataclass(frozen=True, slots=True)
class Example:
    """The answers of one finished solo reflection, its plan and its scratch notes."""

    mode: Mode
    plan: str
    answers: Answers
    scratch: str


def load_example(name: str, guide: Guide, folder: Path | None = None) -> Example:
    """The example with this name in the guide's language, each answer checked against the guide.

    Args:
        name: the first part of its file's name: `<name>.<language>.toml`.
        guide: the guide that it answers.
        folder: where examples stand; the shipped ones where None.

    Raises:
        GuideError: where there is no such example, or it does not answer this guide; it names
            every question, mark and value that does not fit.
    """
    path = (folder or resource("examples")) / f"{name}.{guide.language}.toml"
    table = read_toml(path)
    problems = Problems(short_name(path))
    for key in table.keys() - set(_KEYS):
        problems.add((key,), "no such key; expected one of " + ", ".join(_KEYS))
    if table.get("guide") != guide.id:
        problems.add(("guide",), f'expected "{guide.id}"')
    modes = {plan.id: plan.mode for plan in guide.plans}
    plan, scratch, answers = table.get("plan"), table.get("scratch", ""), table.get("answers")
    if modes.get(str(plan)) is not Mode.SOLO:
        solo = [id_ for id_, mode in modes.items() if mode is Mode.SOLO]
        problems.add(("plan",), "expected one of " + ", ".join(solo))
    if not isinstance(scratch, str):
        problems.add(("scratch",), "expected a text")
    if not isinstance(answers, dict):
        problems.add(("answers",), "expected a table of answers")
        answers = {}
    values = dict(_values(guide, answers, problems))
    raise_if_any(problems)
    return Example(Mode.SOLO, str(plan), Answers(values), str(scratch))


def _values(
    guide: Guide, table: Mapping[str, Any], problems: Problems
) -> Iterator[tuple[Key, Value]]:
    for question_id, given in table.items():
        question = guide.questions.get(question_id)
        path = ("answers", question_id)
        if question is None or Mode.SOLO not in question.modes:
            problems.add(path, "no such question is asked of one person alone in this guide")
            continue
        marks = given if isinstance(given, dict) else {"": given}
        for mark, raw in marks.items():
            value = tuple(raw) if isinstance(raw, list) else raw
            expected = expected_value(question, mark, value)
            if not expected and is_empty(value):
                expected = "expected an answer; leave an empty one out"
            if expected:
                problems.add((*path, mark) if mark else path, expected)
            else:
                yield Key(question_id, mark), value
