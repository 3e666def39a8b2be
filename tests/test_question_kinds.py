"""A kind of question is sealed: with one more in a copy, mypy names every place that does not know
it, and these are the places of the recipe in workbook/README.md.
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import get_args, get_origin

import pytest

from tests.looks import Class, Place, forgetful, looks, tables
from tests.ui.editors.questions import EVERY
from workbook.charts.specs import ChartSpec
from workbook.documents.blocks import Block
from workbook.guides.shapes import KIND_NAMES
from workbook.model.guide import KINDS
from workbook.model.marks import Takes
from workbook.printing.forms.parts import Part
from workbook.readings.group import RoomReading
from workbook.readings.of_answers import AnswerReading

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "workbook").rglob("*.py"))
# Where members of these are forgotten, something is lost as silently; but a few may be picked.
FAMILIES = {
    "Takes": Takes,
    "AnswerReading": AnswerReading,
    "RoomReading": RoomReading,
    "Block": Block,
    "ChartSpec": ChartSpec,
    "Part": Part,
}


def classes(family: Iterable[type]) -> set[Class]:
    """The classes of a family, as the sources name them."""
    return {(each.__module__, each.__name__) for each in family}


QUESTIONS = classes(KINDS)
NEW_KIND = '''
@final
@dataclass(frozen=True, kw_only=True)
class NewQuestion(_Question):
    """A kind that nothing knows yet."""


Question = (
    NewQuestion
    | '''
# Modules without a question are not read: Qt's alone would take a minute. What is imported from
# them may then be anything, of which mypy has to say other things.
MYPY = (
    "--config-file=",
    f"--cache-dir={os.devnull}",
    "--follow-imports=skip",
    "--no-error-summary",
)
NAMED = re.compile(r"workbook/(\S+?):(\d+): error: .*NewQuestion")


def recipe() -> set[Place]:
    """The places that README names, from lines like "- `model/marks.py`, `a` and `b`: why"."""
    text = (ROOT / "workbook" / "README.md").read_text("utf-8")
    _, _, section = text.partition("### A question kind\n")
    section = re.split(r"^#", section, maxsplit=1, flags=re.MULTILINE)[0]
    lines = re.findall(r"^ *- `([\w/]+\.py)`, (.*?):", section, re.MULTILINE)
    return {(file, name) for file, names in lines for name in re.findall(r"`(\w+)`", names)}


def named_in(copy: Path) -> set[Place]:
    """The places that mypy names in a copy with one more kind."""
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "workbook", copy / "workbook", ignore=leave)
    asked = [f for f in FILES if f.parent.name == "model" or "Question" in f.read_text("utf-8")]
    guide = copy / "workbook" / "model" / "guide.py"
    before, union, after = guide.read_text("utf-8").partition("\nQuestion = (\n    ")
    assert union
    guide.write_text(before + NEW_KIND + after, "utf-8")
    command = [sys.executable, "-m", "mypy", *MYPY, *(str(f.relative_to(ROOT)) for f in asked)]
    told = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (1, ""), told.stdout
    errors = NAMED.findall(told.stdout.replace("\\", "/"))
    return {(file, function_at(copy / "workbook" / file, line)) for file, line in errors}


def function_at(file: Path, line: str) -> str:
    """The innermost function around a line."""
    around = [
        node
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.lineno <= int(line) <= (node.end_lineno or node.lineno)
    ]
    return max(around, key=lambda node: node.lineno).name if around else ""


def forgetting(source: str) -> set[int]:
    """The lines of a module that would forget a new kind of question."""
    words = set(KIND_NAMES.values())
    return {*forgetful(source, QUESTIONS), *tables(source, QUESTIONS, words)}


def test_mypy_names_the_places_of_the_recipe_and_all_that_look_at_the_kind(tmp_path: Path) -> None:
    named = named_in(tmp_path)
    assert named == recipe()
    assert named == {place for file in FILES for place in looks(file, ROOT / "workbook", QUESTIONS)}


def test_no_look_at_the_kind_forgets_one() -> None:
    assert [f"{f}:{line}" for f in FILES for line in forgetting(f.read_text("utf-8"))] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_no_look_at_most_of_a_family_forgets_the_rest(family: str) -> None:
    members = classes(get_origin(each) or each for each in get_args(FAMILIES[family]))
    most = (len(members) + 1) // 2
    assert [
        f"{file}:{line}"
        for file in FILES
        for line in forgetful(file.read_text("utf-8"), members, most)
    ] == []


def test_every_kind_has_a_sample_for_the_tests_of_all_editors() -> None:
    assert {type(question) for question in EVERY} == set(KINDS)


def test_the_schema_of_the_session_file_knows_every_kind() -> None:
    schema = (ROOT / "resources" / "schemas" / "session.schema.json").read_text("utf-8")
    enums = re.findall(r'"kind": \{[^}]*?"enum": (\[[^\]]*\])', schema)
    assert list(KIND_NAMES.values()) in [json.loads(enum) for enum in enums]


SWALLOWED = {
    "a rest that says something": """
        match question:
            case TextQuestion():
                return 1
            case _:
                return 0""",
    "a rest that is left to what follows": """
        match question:
            case TextQuestion() | ScaleQuestion(low=0):
                return 1
        return 0""",
    "a chain": """
        if isinstance(question, TextQuestion):
            return 1
        if isinstance(question, ScaleQuestion | guide.CaseQuestion):
            return 2
        return 0""",
    "a chain by type": """
        if type(question) is TextQuestion or type(question) is ScaleQuestion:
            return 1
        return 2 if type(question) == guide.CaseQuestion else 0""",
    "a table": """
        return {TextQuestion: 1, ScaleQuestion: 2, guide.CaseQuestion: 3}.get(type(question), 0)""",
    "a table by name": """
        return {"text": 1, "scale": 2, "case": 3}.get(name, 0)""",
    "a match by name": """
        match name:
            case "text" | "scale":
                return 1
            case "case":
                return 2""",
}


@pytest.mark.parametrize("way", SWALLOWED)
def test_a_place_that_swallows_a_new_kind_is_found(way: str) -> None:
    head = """
    from workbook.model import guide
    from workbook.model.guide import ScaleQuestion, TextQuestion
    def place(question, name):"""
    assert len(forgetting(head + SWALLOWED[way])) == 1
