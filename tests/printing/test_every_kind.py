"""Every kind of document, on every paper: nothing clipped, overlapping, pale, unread or untold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

import pytest

from tests.printing import proofs
from tests.printing.handouts.helpers import reworded
from workbook.guides import load_guide
from workbook.model.guide import Guide
from workbook.model.paper import SHEETS, Paper
from workbook.model.workshop import Setup
from workbook.operations.creating import built_in_example
from workbook.operations.export import export_stored, export_summary
from workbook.operations.handouts import write_ballots, write_slips, write_worksheets
from workbook.operations.papers import (
    write_letter,
    write_posters,
    write_run_sheet,
    write_statement,
    write_take_home,
)
from workbook.printing.type.fonts import Face, Fonts

GUIDE = load_guide()
ROOM = built_in_example("workshop")
ALONE = built_in_example("reflection")
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
AROUND = {"group": "River Street Makers", "date": "22 November 2026", "now": NOW}
NAMES = ["Ana Duarte", "Marek Żółw", "Ελένη", "Соня"]
STEPS = ["optimising"]
Write = Callable[..., object]


def run_sheet(guide: Guide, path: Path, plan: str, paper: Paper) -> None:
    setup = Setup(plan, 14, slips=True)
    write_run_sheet(guide, path, setup=setup, start=time(14), paper=paper, now=NOW)


def stored(guide: Guide, path: Path, paper: Paper) -> None:
    export_stored(Setup("90", 14, slips=True), guide, "River Street Makers", NOW, path, paper)


def of_room(write: Write, guide: Guide, path: Path, paper: Paper) -> None:
    write(replace(ROOM, guide=guide), path, paper=paper)


def of_one(write: Write, guide: Guide, path: Path, paper: Paper) -> None:
    write(replace(ALONE, guide=guide), path, paper=paper)


BEFORE: dict[str, Write] = {
    "worksheet": partial(write_worksheets, **AROUND),
    "worksheet with names": partial(write_worksheets, people=NAMES, steps=["kind"], **AROUND),
    "worksheet large": partial(
        write_worksheets, large=True, steps=["purpose", "kind", "rare"], **AROUND
    ),
    "ballots": partial(write_ballots, plan="90", people=1, steps=STEPS, now=NOW),
    "ballots large": partial(
        write_ballots, plan="90", people=1, large=True, slips=True, steps=STEPS, now=NOW
    ),
    "run sheet 60": partial(run_sheet, plan="60"),
    "run sheet 90": partial(run_sheet, plan="90"),
    "run sheet 180": partial(run_sheet, plan="180"),
    "posters": partial(write_posters, now=NOW),
    "what is stored": stored,
}  # fmt: skip
AFTER: dict[str, Write] = {
    "summary": partial(of_one, export_summary),
    "summary of a room": partial(of_room, export_summary),
    "statement": partial(of_room, write_statement),
    "letter": partial(of_room, write_letter),
    "take-home": partial(of_room, write_take_home),
    "letter to oneself": partial(of_one, write_letter),
}
EVERY = BEFORE | AFTER
ON_A3 = ("posters", "statement")
# Each kind on A4; on Letter, which is lower, those that do not lie on it like another one.
ALIKE = (
    "worksheet with names",
    "worksheet large",
    "run sheet 60",
    "run sheet 90",
    "letter to oneself",
)
SHAPES = {
    Paper.A4: list(EVERY),
    Paper.LETTER: [k for k in EVERY if k not in ALIKE],
    Paper.A3: ON_A3,
}
ALL = [(kind, paper) for paper, kinds in SHAPES.items() for kind in kinds]
SCRIPTED = (
    "worksheet with names", "ballots large", "run sheet 60", "posters", "what is stored",
    "summary of a room", "statement", "letter", "take-home",
)  # fmt: skip


def prove(path: Path, paper: Paper) -> None:
    """Everything that holds for any file; what no paper changes, on one of them."""
    found = proofs.pages(path)
    for number, page in enumerate(found, 1):
        proofs.assert_inside(page, number)
        proofs.assert_apart(page, number)
        proofs.assert_dark_enough(page, number)
    proofs.assert_every_word_is_read(path, found)
    if paper is Paper.A4:
        proofs.assert_for_listeners(path)
        proofs.assert_nothing_wrong(path)
        proofs.assert_read_in_order(path)


@pytest.mark.parametrize(("kind", "paper"), ALL)
def test_every_kind_is_sound_on_every_paper(tmp_path: Path, kind: str, paper: Paper) -> None:
    path = tmp_path / "a.pdf"
    EVERY[kind](GUIDE, path, paper=paper)
    prove(path, paper)


@pytest.mark.parametrize("paper", SHEETS)
def test_slips_are_sound(tmp_path: Path, paper: Paper) -> None:
    path = tmp_path / "a.pdf"
    write_slips(path, 30, paper, now=NOW)
    prove(path, paper)


LATIN = "abcdefghijklmnopqrstuvwxyz"
SCRIPTS = (
    "αβγδεζηθικλμνξοπρστυφχψωάέ",
    "абвгдежзиклмнопрстуфхцчшщы",
    "天地人山川日月火水木金土大小中上下左右手目口心力田石",
)


def in_three_scripts(text: str) -> str:
    """The text with the letters of its words exchanged for Greek, Cyrillic and Chinese ones."""
    tables = [{ord(a): b for a, b in zip(LATIN, script, strict=True)} for script in SCRIPTS]
    words = text.casefold().split(" ")
    return " ".join(word.translate(tables[at % 3]) for at, word in enumerate(words))


@pytest.mark.parametrize("kind", SCRIPTED)
def test_greek_cyrillic_and_chinese_are_read_back_in_order(tmp_path: Path, kind: str) -> None:
    fonts = Fonts()
    fonts.split("".join(SCRIPTS), Face.SANS)
    if fonts.undrawable:
        pytest.skip("no font on this machine draws these letters")
    path = tmp_path / "a.pdf"
    EVERY[kind](reworded(GUIDE, in_three_scripts), path, paper=Paper.A4)
    found = proofs.pages(path)
    for number, page in enumerate(found, 1):
        proofs.assert_inside(page, number)
        proofs.assert_apart(page, number)
    proofs.assert_every_word_is_read(path, found)
    proofs.assert_read_in_order(path)
