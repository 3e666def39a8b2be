"""Everything that is printed of a session, after the workshop."""

import shutil
import subprocess
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.printing.handouts.helpers import assert_sound, reader
from tests.printing.handouts.poster import large_type
from tests.printing.handouts.sessions import (
    ALONE,
    ROOM,
    WORDS,
    said,
    with_answers,
    with_setup,
    write,
)
from workbook.model.answers import ME, Answers, Key
from workbook.model.guide import Mode
from workbook.model.opened import OpenSession
from workbook.model.paper import SHEETS, Paper
from workbook.model.workshop import Person, RoundState, Workshop
from workbook.operations.print_room import CannotPrint, Handout
from workbook.printing.pages.pdf import Cancelled

EVERY = (Handout.STATEMENT, Handout.LETTER, Handout.TAKE_HOME)


@pytest.mark.parametrize("handout", EVERY, ids=lambda each: each.id)
def test_nothing_private_is_on_any_of_them(tmp_path: Path, handout: Handout) -> None:
    answers = ROOM.answers.with_value(
        Key("statement.purpose", respondent=ME), "a draft that was taken along"
    ).with_value(Key("wrong.sentence", respondent="p1"), "what one person typed")
    opened = replace(
        with_setup(names=(Person("p1", "Zoraya"),), keep_names=False),
        answers=answers,
        session=replace(ROOM.session, scratch="ring Lotte before Christmas"),
    )
    words = said(write(handout, opened, tmp_path / "a.pdf").path)
    for private in ("draft", "one person typed", "Christmas", "Zoraya"):
        assert private not in words


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.WITHHELD])
def test_consent_that_was_not_shown_is_not_told(tmp_path: Path, state: RoundState) -> None:
    assert ROOM.workshop is not None
    rounds = tuple(
        replace(found, state=state) if found.id.step == "statement" else found
        for found in ROOM.workshop.rounds
    )
    opened = replace(ROOM, workshop=replace(ROOM.workshop, rounds=rounds))
    for handout in EVERY:
        words = said(write(handout, opened, tmp_path / f"{handout.id}.pdf").path)
        assert "Agreed" not in words
        assert "Strong support" not in words
        assert "A proposal of 22 November 2026." in words


TEXTS: dict[str, str] = {
    "long": WORDS * 60,
    "one long word": "Werkstattnachbarschaft" * 60,
    "Chinese": "我们为邻居修理东西也互相照顾" * 60,
    "Arabic": "نصلح ما يأتي به الجيران " * 50,
    "lines": "\n\n".join([WORDS] * 20),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("handout", EVERY, ids=lambda each: each.id)
def test_words_of_any_length_stay_on_the_page(tmp_path: Path, handout: Handout, text: str) -> None:
    long = TEXTS[text]
    rows = tuple({"what": long[:700], "who": long[:80], "when": long[:60]} for _ in range(4))
    opened = with_answers(
        with_setup(plan="60"), setting__name=long[:90], statement__purpose=long,
        statement__priority=long[:400], statement__dissent=long, statement__commitments=rows,
        purpose__sentence=long[:900], purpose__said_otherwise=long, wrong__sentence=long[:50],
    )  # fmt: skip
    paper = SHEETS[len(text) % 2]
    made = write(handout, opened, tmp_path / "a.pdf", paper=paper)
    check = large_type.assert_sound if handout is Handout.STATEMENT else assert_sound
    check(made.path, paper.size)


@pytest.mark.parametrize("handout", EVERY, ids=lambda each: each.id)
@pytest.mark.parametrize("opened", [ROOM, ALONE], ids=["room", "alone"])
def test_the_file_is_sound_and_always_the_same(
    tmp_path: Path, handout: Handout, opened: OpenSession
) -> None:
    first, again = (write(handout, opened, tmp_path / f"{n}.pdf") for n in "ab")
    assert first.path.read_bytes() == again.path.read_bytes()
    assert not first.undrawable
    done = subprocess.run(
        [shutil.which("qpdf") or pytest.skip("needs qpdf"), "--check", str(first.path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr + done.stdout
    found = reader(first.path)
    assert found.metadata is not None
    assert "River Street Makers" in (found.metadata.title or "")
    catalog = found.trailer["/Root"]
    assert catalog["/Lang"] == "en"  # type: ignore[index]
    assert "/StructTreeRoot" in catalog


def test_kinds_of_paper(tmp_path: Path) -> None:
    for handout in (Handout.LETTER, Handout.TAKE_HOME):
        with pytest.raises(CannotPrint, match="posters"):
            write(handout, ROOM, tmp_path / "a.pdf", paper=Paper.A3)
    for handout in EVERY:
        with pytest.raises(Cancelled):
            write(handout, ROOM, tmp_path / f"{handout.id}.pdf", cancelled=partial(bool, 1))
    assert not list(tmp_path.iterdir())


def test_the_examples_are_what_these_tests_think_they_are() -> None:
    assert ROOM.session.mode is Mode.WORKSHOP
    assert ALONE.workshop is None


@pytest.mark.parametrize("opened", [ALONE, ROOM])
def test_a_sheet_without_words_asks_for_them_instead_of_announcing_them(
    tmp_path: Path, opened: OpenSession
) -> None:
    workshop = Workshop(opened.workshop.setup) if opened.workshop else None
    bare = replace(opened, answers=Answers({}, opened.answers.voice), workshop=workshop)
    letter = said(write(Handout.LETTER, bare, tmp_path / "letter.pdf").path)
    assert "by hand. Read" in letter
    assert "These are the words" not in letter
    home = said(write(Handout.TAKE_HOME, bare, tmp_path / "home.pdf").path)
    assert "Here is room for one." in home
    assert "happens next" not in home
