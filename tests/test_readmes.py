"""What the READMEs and the files of .github name is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "workbook"
PAGES = ("workbook/README.md", "README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md")
MADE = {"pictures/"}  # by a script that the page tells of

_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"(\.\./|\.ci/)?[a-z_.]+(/[a-z0-9_.*-]+)*(/|\.(py|md|toml|sql|json)|/run)")
# "`Saver.submit` in `ui/system/saver.py`": what is named, in which file
_NAMED = re.compile(r"`([A-Za-z_][\w.]*)`\s+(?:in|\()\s*`([a-z_./]+\.py)`")


def text_of(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def section(page: str, heading: str) -> str:
    """What stands under one heading, up to the next of its level or a higher one."""
    level = len(heading) - len(heading.lstrip("#"))
    _, _, after = text_of(page).partition(f"\n{heading}\n")
    assert after, f"{page} has no {heading}"
    return re.split(rf"^#{{1,{level}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def exists(path: str) -> bool:
    """Whether a path is one of the house or of the project; a name alone may be in any folder."""
    path = path.removeprefix("../")
    if "/" not in path.rstrip("/"):
        path = f"**/{path}"
    return any(next(base.glob(path), None) for base in (HOUSE, ROOT / "resources", ROOT))


@pytest.mark.parametrize("page", PAGES)
def test_every_path_that_is_named_exists(page: str) -> None:
    named = {word for word in _CODE.findall(text_of(page)) if _PATH.fullmatch(word)} - MADE
    assert [path for path in sorted(named) if not exists(path)] == []


def place_of(file: str) -> Path:
    """Where a file is that a page names; tests lie beside the house."""
    return HOUSE / file if (HOUSE / file).exists() else ROOT / file


def names_in(file: Path) -> set[str]:
    """The functions, classes, methods and constants of a file, methods as `Class.method` too."""
    found: set[str] = set()
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            inside = (part for part in node.body if isinstance(part, ast.FunctionDef))
            found |= {f"{node.name}.{part.name}" for part in inside}
        if isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def test_a_path_or_name_that_is_not_there_is_found() -> None:
    assert exists("model/guide.py") and exists("content.py") and exists("tests/charts/")
    assert not exists("model/guides.py") and not exists("nothing.py") and not exists("attic/")
    assert {"late", "Library.writing", "PAUSE"} - names_in(HOUSE / "model/timing.py") == {
        "Library.writing", "PAUSE",
    }  # fmt: skip
    assert _PATH.fullmatch("storage/migrations/") and not _PATH.fullmatch("words.<language>.toml")
    assert _NAMED.findall("`late` in `model/agenda.py`") == [("late", "model/agenda.py")]


def test_what_is_said_to_be_in_a_file_is_in_it() -> None:
    named = _NAMED.findall(text_of("workbook/README.md"))
    missing = [(name, file) for name, file in named if name not in names_in(place_of(file))]
    assert missing == []
    assert len(named) > 15


def test_the_floors_are_those_that_the_layers_keep() -> None:
    from tests.house import LAYERS

    floors = section("workbook/README.md", "## Floors")
    rows = [line.split("|")[1] for line in floors.splitlines() if line.startswith("| `")]
    named = [tuple(word.strip("/").removesuffix(".py") for word in _CODE.findall(r)) for r in rows]
    known = [layer for layer in LAYERS if layer != ("__main__",)]
    assert [sorted(row) for row in named] == [sorted(layer) for layer in known]


def test_readme_names_every_folder_of_the_house() -> None:
    named = set(_CODE.findall(section("README.md", "### Where things are")))
    folders = {
        path.relative_to(ROOT).as_posix()
        for path in HOUSE.iterdir()
        if path.is_dir() and path.name != "__pycache__"
    }
    beside = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and path.name in ("resources", "tests", "workbook", ".github", ".ci")
    }
    assert folders | beside - {"workbook"} <= named
    assert all(exists(path) for path in named if "/" in path)


@pytest.mark.parametrize(
    "name", ["question kind", "chart", "handout", "guide", "language", "migration"]
)
def test_there_is_a_recipe_for(name: str) -> None:
    assert re.search(r"^1\. ", section("workbook/README.md", f"### A {name}"), re.MULTILINE)
