"""A handout is a folder, a row, words and a line: what the recipe in workbook/README.md says."""

import inspect
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from pypdf import PdfReader

from workbook.catalogue.print_room import handout_line, handout_name
from workbook.cli.arguments import read_arguments
from workbook.cli.common import WrongUseError
from workbook.documents.wanted import Choice
from workbook.model.paper import Paper
from workbook.operations import built_in_example
from workbook.operations.print_room import Handout, offered

ROOT = Path(__file__).parents[3]
HANDOUTS = ROOT / "workbook" / "printing" / "handouts"
OF_THE_COMMAND = [each for each in Handout if not each.value.exported]
# The others are what the window opens with, what an export is, or what a run sheet counts.
PLAIN = [Handout.SLIPS, Handout.RUN_SHEET, Handout.STATEMENT, Handout.LETTER, Handout.TAKE_HOME]


def name(handout: Handout) -> str:
    return handout.id


def folder(handout: Handout) -> str:
    return handout.id.replace("-", "_")


@pytest.mark.parametrize("handout", Handout, ids=name)
def test_each_has_a_folder_with_what_it_says_and_how_it_is_drawn(handout: Handout) -> None:
    assert (HANDOUTS / folder(handout) / "content.py").is_file()
    drawing = import_module(f"workbook.printing.handouts.{folder(handout)}.drawing")
    made, job, *rest = inspect.signature(drawing.draw).parameters
    assert (made, job) == ("made", "job")
    assert set(rest) <= {"large"}


def test_every_folder_has_a_row() -> None:
    found = {path.parent.name for path in HANDOUTS.glob("*/drawing.py")}
    assert found == {folder(each) for each in Handout}


@pytest.mark.parametrize("handout", Handout, ids=name)
def test_each_has_a_name_and_says_what_it_is_good_for(handout: Handout) -> None:
    assert handout_name(handout.id)
    assert handout_line(handout.id).endswith(".")


def test_ids_and_names_are_of_one_kind_each() -> None:
    assert len({each.id for each in Handout}) == len(Handout)
    assert len({handout_name(each.id) for each in Handout}) == len(Handout)
    assert [Handout.named(each.id) for each in Handout] == list(Handout)


@pytest.mark.parametrize("handout", OF_THE_COMMAND, ids=name)
def test_the_command_makes_each_and_readme_tells_what_it_takes(handout: Handout) -> None:
    assert read_arguments(["handout", handout.id, "-o", "a.pdf"]).kind == handout.id
    readme = (ROOT / "README.md").read_text("utf-8")
    (row,) = re.findall(rf"^\| `{handout.id}` \|.*$", readme, re.MULTILINE)
    told = set(re.findall(r"--([a-z]+)", row))
    papers = {"paper"} if Paper.A3 in handout.papers else set()
    assert told == {choice.value for choice in handout.takes - {Choice.PLAN}} | papers
    assert ("| after:" in row) == handout.after


@pytest.mark.parametrize("handout", set(Handout) - set(OF_THE_COMMAND), ids=name)
def test_what_is_exported_is_no_handout_of_the_command(handout: Handout) -> None:
    with pytest.raises(WrongUseError):
        read_arguments(["handout", handout.id, "-o", "a.pdf"])


def test_the_print_room_offers_each_where_there_is_a_session() -> None:
    assert offered(built_in_example()) == tuple(Handout)
    assert set(offered(None)) == {each for each in Handout if not each.after}


@pytest.mark.parametrize("handout", OF_THE_COMMAND, ids=name)
def test_each_has_tests_of_its_own(handout: Handout) -> None:
    assert list((ROOT / "tests" / "printing" / "handouts" / folder(handout)).glob("test_*.py"))


@pytest.mark.parametrize("handout", PLAIN, ids=name)
def test_nothing_else_in_the_workbook_names_it(handout: Handout) -> None:
    named = re.compile(rf"Handout\.{handout.name}\b|handouts\.{folder(handout)}\b")
    found = {
        path.relative_to(ROOT / "workbook").as_posix()
        for path in (ROOT / "workbook").rglob("*.py")
        if HANDOUTS / folder(handout) not in path.parents and named.search(path.read_text("utf-8"))
    }
    assert found == {"operations/print_room/kinds.py"}


def test_the_files_that_the_recipe_names_are_there() -> None:
    text = (ROOT / "workbook" / "README.md").read_text("utf-8")
    recipe = text.partition("### A handout\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    files = re.findall(r"`((?:\w+/)+[\w.]*)`", recipe)
    assert len(files) > 12
    missing = [
        file
        for file in files
        if not (ROOT / ("" if file.startswith("tests/") else "workbook") / file).exists()
    ]
    assert missing == []


# A handout that is added to a copy as the recipe has it, and nowhere else.
CONTENT = """
from dataclasses import dataclass


@dataclass(frozen=True)
class Badges:
    people: int


def badges(wanted):
    return Badges(wanted.count)
"""
DRAWING = """
from workbook.printing.forms.leaf import Leaf, LeafWriter


def draw(made, job):
    leaf = Leaf("Badges", f"Badges for {made.people}", "", "en")
    return LeafWriter(leaf, job).draw([[]])
"""
DRAWN = """
def _badges(wanted, job):
    from workbook.printing.handouts.badges import content, drawing

    return drawing.draw(content.badges(wanted), job)


class Handout("""
ROW = '    BADGES = Kind("badges", _badges, takes=frozenset({Choice.PEOPLE}))\n    SUMMARY ='


def test_what_the_recipe_says_is_enough_to_add_one(tmp_path: Path) -> None:
    for part in ("workbook", "resources"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    own = tmp_path / "workbook/printing/handouts/badges"
    own.mkdir()
    for file, text in (("__init__", ""), ("content", CONTENT), ("drawing", DRAWING)):
        (own / f"{file}.py").write_text(text, "utf-8")
    table = tmp_path / "workbook/operations/print_room/kinds.py"
    text = table.read_text("utf-8")
    changed = text.replace("\nclass Handout(", DRAWN).replace("    SUMMARY =", ROW)
    table.write_text(changed, "utf-8")
    command = (sys.executable, "-m", "workbook", "handout", "badges", "--people", "7")
    done = subprocess.run(
        [*command, "-o", "badges.pdf"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    (page,) = PdfReader(tmp_path / "badges.pdf").pages
    assert "BADGES FOR 7" in page.extract_text()
