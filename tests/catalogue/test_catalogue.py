"""Messages are found by an extractor, translated where a language has them, else English."""

import ast
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

import workbook
from workbook import catalogue
from workbook.catalogue import install, ntr, tr
from workbook.catalogue.dates import long_date, number, read_date
from workbook.resources import resource

PACKAGE = Path(workbook.__file__).parent
KEYWORDS = {"tr": None, "ntr": (1, 2)}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    install()
    yield
    install()


def translated(folder: Path, language: str, words: dict[str | tuple[str, str], object]) -> None:
    made = Catalog(locale=language)
    for message, string in words.items():
        made.add(message, string)  # type: ignore[arg-type]
    file = folder / language / "LC_MESSAGES" / "workbook.mo"
    file.parent.mkdir(parents=True)
    data = io.BytesIO()
    write_mo(data, made)
    file.write_bytes(data.getvalue())


def test_english_stands_in_the_code() -> None:
    assert tr("Saved {time}").format(time="14:03") == "Saved 14:03"
    assert ntr("{n} fact", "{n} facts", 1).format(n=1) == "1 fact"
    assert ntr("{n} fact", "{n} facts", 0).format(n=0) == "0 facts"


def test_an_installed_language_is_spoken_and_english_where_it_is_silent(tmp_path: Path) -> None:
    words = {"community": "Gemeinschaft", ("{n} fact", "{n} facts"): ("{n} Fakt", "{n} Fakten")}
    translated(tmp_path, "de", words)
    install("de", tmp_path)
    assert tr("community") == "Gemeinschaft"
    assert ntr("{n} fact", "{n} facts", 2).format(n=2) == "2 Fakten"
    assert tr("Saved {time}") == "Saved {time}"


def test_an_unknown_language_is_english(tmp_path: Path) -> None:
    install("xx", tmp_path)
    assert tr("community") == "community"


def test_dates_and_numbers_follow_the_language_both_ways(tmp_path: Path) -> None:
    months = "January February March April May June July August September October November December"
    german = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    words = {
        months: german,
        "{day} {month} {year}": "{day}. {month} {year}",
        "{whole}.{decimals}": "{whole},{decimals}",
    }
    translated(tmp_path, "de", words)
    install("de", tmp_path)
    assert long_date(date(2027, 3, 1)) == "1. März 2027"
    assert read_date("1. März 2027") == date(2027, 3, 1)
    assert number(4.5) == "4,5"


def messages() -> list[object]:
    found = extract_from_dir(PACKAGE, keywords=KEYWORDS, comment_tags=("Translators:",))
    return [message for _, _, message, _, _ in found]


def test_a_translator_finds_every_kind_of_message() -> None:
    found = messages()
    assert "You say {said}, you do {done}." in found
    assert ("{n} offer may meet a need.", "{n} offers may meet needs.") in found


def calls_of_tr() -> list[tuple[str, ast.Call]]:
    return [
        (f"{path.relative_to(PACKAGE)}:{node.lineno}", node)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in KEYWORDS
    ]


def test_messages_are_literals_formatted_afterwards() -> None:
    wrong = []
    for place, call in calls_of_tr():
        count = 1 if isinstance(call.func, ast.Name) and call.func.id == "tr" else 2
        literals = [arg for arg in call.args[:count] if isinstance(arg, ast.Constant)]
        if len(literals) != count or call.keywords:
            wrong.append(place)
    assert wrong == []


# Line breaking and mirroring know every bracket; two messages are for who writes guides or code.
QUOTE_ANYWAY = {
    "printing/type/breaking.py", "printing/type/direction.py", "guides/example_workshop.py",
    "storage/values.py",
}  # fmt: skip


def test_every_quotation_mark_is_a_translators_to_choose() -> None:
    """Languages quote each in their own way, so no mark stands in the code outside a message."""
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        spared: set[int] = set()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
                spared |= {id(part) for arg in node.args for part in ast.walk(arg)}
            elif isinstance(node, ast.Expr):  # a docstring
                spared.add(id(node.value))
        name = path.relative_to(PACKAGE).as_posix()
        wrong += [
            f"{name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and id(node) not in spared and not set("“”„«»").isdisjoint(node.value)
            and name not in QUOTE_ANYWAY
        ]  # fmt: skip
    assert wrong == []


def test_english_is_set_with_the_apostrophes_of_print() -> None:
    said = [
        (place, part.value)
        for place, call in calls_of_tr()
        for arg in call.args
        for part in ast.walk(arg)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    said += [
        (f"{path.name}:{number}", line)
        for path in sorted(resource().rglob("*.en.toml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    ]
    typed = [place for place, words in said if re.search(r"\w'\w|s' ", words)]
    # What people type into a form is read with either; this list of theirs is shown to nobody.
    assert [place for place in typed if "cells.py" not in place] == []


def test_the_catalogue_needs_no_babel() -> None:
    code = (
        "import sys, workbook.catalogue.readings;"
        "print([m for m in sys.modules if m.split('.')[0] in ('babel', 'PySide6', 'matplotlib')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_words_of_a_translator_are_documented() -> None:
    assert "pybabel extract -k tr -k ntr:1,2" in (catalogue.__doc__ or "")
