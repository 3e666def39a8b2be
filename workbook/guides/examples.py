"""Loads a finished example: invented answers to a guide, to look around in and to try things on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbook.guides.errors import Problems, raise_if_any
from workbook.guides.example_workshop import read_workshop
from workbook.guides.files import read_toml, short_name
from workbook.guides.values import expected_value
from workbook.model.answers import GROUP, Answers, Key, Value, is_empty, voice_of
from workbook.model.guide import Guide, Mode
from workbook.model.workshop import Workshop
from workbook.readings.proposal import proposal
from workbook.resources import resource

_KEYS = ("guide", "plan", "scratch", "answers", "workshop")


@dataclass(frozen=True, slots=True)
class Example:
    """The answers of one finished session, mine alone or the group's, its plan and its scratch
    notes; of a workshop also what it is beside them.
    """

    mode: Mode
    plan: str
    answers: Answers
    scratch: str
    workshop: Workshop | None = None  # None for a reflection alone


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
    mode = _mode(guide, table, problems)
    plan, scratch, answers = table.get("plan"), table.get("scratch", ""), table.get("answers")
    if not isinstance(scratch, str):
        problems.add(("scratch",), "expected a text")
    if not isinstance(answers, dict):
        problems.add(("answers",), "expected a table of answers")
        answers = {}
    values = dict(_values(guide, mode, answers, problems))
    workshop = None
    if mode is Mode.WORKSHOP:
        asked = proposal(guide, Answers(values, GROUP))
        workshop = read_workshop(guide, str(plan), table["workshop"], asked, problems)
    raise_if_any(problems)
    return Example(mode, str(plan), Answers(values, voice_of(mode)), str(scratch), workshop)


def _mode(guide: Guide, table: Mapping[str, Any], problems: Problems) -> Mode:
    """An example with a workshop is one, and has a plan for one."""
    mode = Mode.WORKSHOP if isinstance(table.get("workshop"), dict) else Mode.SOLO
    if "workshop" in table and mode is Mode.SOLO:
        problems.add(("workshop",), "expected a table")
    plans = [plan.id for plan in guide.plans if plan.mode is mode]
    if table.get("plan") not in plans:
        problems.add(("plan",), "expected one of " + ", ".join(plans))
    return mode


def _values(
    guide: Guide, mode: Mode, table: Mapping[str, Any], problems: Problems
) -> Iterator[tuple[Key, Value]]:
    unasked = "no such question is asked of one person alone in this guide"
    if mode is Mode.WORKSHOP:
        unasked = "no such question is asked of a room in this guide"
    for question_id, given in table.items():
        question = guide.questions.get(question_id)
        path = ("answers", question_id)
        if question is None or mode not in question.modes:
            problems.add(path, unasked)
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
                yield Key(question_id, mark, 1, voice_of(mode)), value
