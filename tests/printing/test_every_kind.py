"""Every kind of document, on every paper: nothing clipped, overlapping, pale, unread or untold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from tests.printing import proofs
from tests.printing.handouts.helpers import held, reworded
from workbook.documents.wanted import Wanted
from workbook.guides import load_guide
from workbook.model.guide import Guide
from workbook.model.paper import SHEETS, Paper
from workbook.model.workshop import Setup
from workbook.operations.creating import built_in_example
from workbook.operations.print_room import Handout, make
from workbook.operations.what_is_stored import export_stored
from workbook.printing.type.fonts import Face, Fonts
from workbook.readings.findings import Findings

GUIDE = load_guide()
ROOM = built_in_example("workshop")
ALONE = built_in_example("reflection")
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
NAMES = ("Ana Duarte", "Marek Żółw", "Ελένη", "Соня")
STEPS = ("optimising",)
Write = Callable[..., object]


def before(handout: Handout, guide: Guide, path: Path, paper: Paper, **options: object) -> None:
    wanted = Wanted(guide, paper=paper, **options)  # type: ignore[arg-type]
    make(handout, wanted, path, now=NOW)


def worksheet(guide: Guide, path: Path, paper: Paper, **options: object) -> None:
    opened = held(guide, "River Street Makers")
    given = {"people": 1, **options}
    wanted = Wanted(guide, opened, paper=paper, **given)  # type: ignore[arg-type]
    make(Handout.WORKSHEET, wanted, path, now=NOW)


def run_sheet(guide: Guide, path: Path, plan: str, paper: Paper) -> None:
    opened = held(guide, "", setup=Setup(plan, 14, slips=True))
    make(Handout.RUN_SHEET, Wanted(guide, opened, paper=paper), path, now=NOW)


def stored(guide: Guide, path: Path, paper: Paper) -> None:
    export_stored(Setup("90", 14, slips=True), guide, "River Street Makers", NOW, path, paper)


def of_room(handout: Handout, guide: Guide, path: Path, paper: Paper) -> None:
    make(handout, Wanted(guide, Findings(replace(ROOM, guide=guide)), paper=paper), path)


def of_one(handout: Handout, guide: Guide, path: Path, paper: Paper) -> None:
    make(handout, Wanted(guide, Findings(replace(ALONE, guide=guide)), paper=paper), path)


BEFORE: dict[str, Write] = {
    "worksheet": worksheet,
    "worksheet with names": partial(worksheet, people=0, names=NAMES, steps=("kind",)),
    "worksheet large": partial(worksheet, large=True, steps=("purpose", "kind", "rare")),
    "ballots": partial(before, Handout.BALLOTS, plan="90", people=1, steps=STEPS),
    "ballots large": partial(
        before, Handout.BALLOTS, plan="90", people=1, large=True, slips=True, steps=STEPS
    ),
    "run sheet 60": partial(run_sheet, plan="60"),
    "run sheet 90": partial(run_sheet, plan="90"),
    "run sheet 180": partial(run_sheet, plan="180"),
    "posters": partial(before, Handout.POSTER),
    "what is stored": stored,
}  # fmt: skip
AFTER: dict[str, Write] = {
    "summary": partial(of_one, Handout.SUMMARY),
    "summary of a room": partial(of_room, Handout.SUMMARY),
    "statement": partial(of_room, Handout.STATEMENT),
    "letter": partial(of_room, Handout.LETTER),
    "take-home": partial(of_room, Handout.TAKE_HOME),
    "letter to oneself": partial(of_one, Handout.LETTER),
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
    before(Handout.SLIPS, GUIDE, path, paper, people=30)
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
